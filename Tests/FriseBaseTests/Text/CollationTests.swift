import FriseBase
import FriseTestSupport
import Testing

@Suite struct CollationTests {
  private func isBefore(_ left: String, _ right: String) -> Bool {
    Collation.key(of: left).lexicographicallyPrecedes(Collation.key(of: right))
  }

  @Test(arguments: [
    ["cote", "Cote", "coté", "Coté", "côte", "Côte", "côté", "Côté"],
    ["", " ", "_", "-", ",", ".", "'", "(", "@", "&", "+", "$", "€", "0", "9", "a", "A", "z", "Z"],
    ["a", "A", "á", "Á", "à", "â", "å", "ä", "ã", "ab", "az", "b"],
    ["co op", "co-op", "co1", "coa"],
    ["abc", "abcd", "abd"],
    ["e", "é", "è", "ê", "ë", "f"],
    ["n", "ñ", "o", "ø", "Ø", "oe", "œ", "OE", "Œ", "of"],
    ["strasse", "straße", "Strasse", "strassen"],
    ["l", "ł", "m"],
    ["z", "Z", "þ", "α", "Α", "ά", "β", "а", "А", "б", "א", "日"],
    ["l'an", "l’an", "l'ane"],
    ["10", "2", "20"],
  ])
  func ascends(texts: [String]) {
    for (first, second) in zip(texts, texts.dropFirst()) {
      #expect(isBefore(first, second), "\(first) \(second)")
    }
  }

  @Test(arguments: [
    ("é", "e\u{301}"), ("a\u{AD}b", "ab"), ("a\u{0}b", "ab"), ("\u{212B}", "Å"), ("한", "한"),
  ])
  func isLevel(first: String, second: String) {
    #expect(Collation.key(of: first) == Collation.key(of: second))
  }

  @Test func ranksOfAPool() {
    let texts = ["côté", "cote", "côte", "Cote", "e\u{301}", "é", "", "coté"]
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for text in texts {
      bytes += text.utf8
      offsets.append(UInt32(bytes.count))
    }
    #expect(Collation.ranks(of: bytes, offsets: offsets) == [5, 1, 4, 2, 6, 6, 0, 3])
    #expect(Collation.ranks(of: [], offsets: [0]) == [])
    #expect(Collation.ranks(of: [], offsets: []) == [])
  }

  @Test func ranksAgreeWithKeys() {
    var random = SplitMix64(seed: 66)
    var texts: [String] = []
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for _ in 0..<300 {
      let text = random.nextText(lengthScalarsMax: 4)
      texts.append(text)
      bytes += text.utf8
      offsets.append(UInt32(bytes.count))
    }
    let ranks = Collation.ranks(of: bytes, offsets: offsets) ?? []
    let keys = texts.map(Collation.key)
    for first in keys.indices {
      for second in keys.indices {
        let precedes = keys[first].lexicographicallyPrecedes(keys[second])
        if precedes != (ranks[first] < ranks[second]) {
          Issue.record("\(texts[first].debugDescription) \(texts[second].debugDescription)")
        }
      }
    }
  }

  /// Long texts that begin alike, many of them equal but for accents and case, or wholly.
  /// Two threads sort the last ones.
  @Test(arguments: [(68, 700), (69, 700), (70, 700), (71, 20_000)])
  func ranksOfLongTextsAreThoseOfTheirKeys(seed: UInt64, count: Int) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "Révolte de ", "révolte de ", "Revolte de ", "Paris", "paris", "é", "e", "œ", "oe", "国際", " ",
      "Α", "12345678", "", "’", "'",
    ]
    let texts = (0..<count).map { _ in
      (0..<Int.random(in: 0...6, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
    }
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for text in texts {
      bytes += text.utf8
      offsets.append(UInt32(bytes.count))
    }
    let keys = texts.map(Collation.key)
    let sorted = keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    var expected = [Int32](repeating: 0, count: keys.count)
    for (place, index) in sorted.enumerated() where place > 0 {
      let before = sorted[place - 1]
      expected[index] = expected[before] + (keys[before] == keys[index] ? 0 : 1)
    }
    #expect(Collation.ranks(of: bytes, offsets: offsets) == expected)
  }

  @Test func keysHoldNoZero() {
    var random = SplitMix64(seed: 67)
    for _ in 0..<2_000 {
      let key = Collation.key(of: random.nextText(lengthScalarsMax: 8))
      #expect(!key.contains(0))
    }
  }
}
