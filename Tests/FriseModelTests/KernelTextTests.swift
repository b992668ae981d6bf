import FriseBase
import FriseModel
import Testing

@Test(arguments: ColumnGenerator.counts)
func textTestsEqualRowByRow(_ count: Int) throws {
  var generator = ColumnGenerator(seed: 6)
  for _ in 0..<5 {
    let (column, other) = (generator.texts(count: count), generator.texts(count: count))
    let texts = (0..<count).map { column.text(at: $0) }
    func expected(_ test: (String) -> Bool) -> [Truth] {
      texts.map { $0.map { Truth(test($0)) } ?? .undecided }
    }
    let fold = { TextFold.fold($0) }
    #expect(column.equals("HAITI").truths == expected { fold($0) == fold("haiti") })
    #expect(
      column.isIn(["ocean", "Nowhere", "oeuvre"]).truths
        == expected { ["ocean", "oeuvre"].contains(fold($0)) })
    #expect(column.equalsExactly("haiti").truths == expected { $0 == "haiti" })
    for needle in ["", "a", "D'IVOIRE", "océ", "zzzz", "oe", " "] {
      let folded = Array(fold(needle).utf8)
      #expect(
        column.contains(needle).truths
          == expected { text in
            let bytes = Array(fold(text).utf8)
            return folded.isEmpty
              || bytes.indices.contains { bytes[$0...].starts(with: folded) }
          }, "\(needle)")
    }
    let same = zip(texts, (0..<count).map { other.text(at: $0) })
    #expect(
      column.equals(other).truths
        == same.map { left, right in
          guard let left, let right else { return .undecided }
          return Truth(fold(left) == fold(right))
        })
    #expect(
      column.equalsExactly(other).truths
        == same.map { left, right in
          guard let left, let right else { return .undecided }
          return Truth(Array(left.utf8) == Array(right.utf8))
        })
    #expect(
      try column.matches(TextPattern("^[a-z]+$")).truths
        == expected { !$0.isEmpty && $0.utf8.allSatisfy { 0x61...0x7A ~= $0 } })
    #expect(Column.text(column.lowered()).cells == texts.map { cell($0?.lowercased()) })
    #expect(Column.text(column.uppered()).cells == texts.map { cell($0?.uppercased()) })
    #expect(
      (0..<count).map { column.lengths().number(at: $0)?.wholeValue }
        == texts.map { $0.map { Int64($0.count) } })
  }
}

/// Characters that the count of several bytes at once must tell apart: of one and two bytes, those
/// of more, marks that join the letter before, line ends of two scalars.
@Test func lengthsCountCharacters() {
  var generator = ColumnGenerator(seed: 67)
  let alphabets: [[String]] = [
    ["a", " ", "z", "\u{7F}", "\t", "\n"], ["é", "É", "Ł", "ń", "b", "\u{2CB}"],
    ["a", "\u{2CC}", "\u{301}", "\r", "\n", "\r\n"], ["’", "東", "🇫🇷", "e\u{301}", "c", "\u{340}"],
  ]
  for alphabet in alphabets {
    for length in 0..<80 {
      let text = (0..<length).map { _ in alphabet[generator.number(below: alphabet.count)] }
        .joined()
      let counted = TextColumn(["x", text]).lengths().number(at: 1)?.wholeValue
      #expect(counted == Int64(text.count), "\(text.debugDescription)")
    }
  }
}

/// Texts longer than what is looked at together, so that needles lie in, across and at the end of
/// it; and never across two texts.
@Test func longTextsAreSearchedAsShortOnes() {
  var generator = ColumnGenerator(seed: 61)
  for length in [1, 3, 60, 64, 65, 130, 200] {
    let texts = (0..<40).map { _ -> String? in
      String(
        (0..<generator.number(below: length + 1)).map { _ in
          "aéb c".randomElement(number: generator.number(below: 5))
        })
    }
    let column = TextColumn(texts)
    for needle in ["a", "ab", "b c", "aéb", "abab", "cab c", "ÉÉÉ", "aa bb", "aéb caéb c"] {
      let fold = Array(TextFold.fold(needle).utf8)
      #expect(
        column.contains(needle).truths
          == texts.map { text in
            let bytes = Array(TextFold.fold(text ?? "").utf8)
            return Truth(bytes.indices.contains { bytes[$0...].starts(with: fold) })
          }, "\(needle), \(length)")
      let prefix = TextFold.fold(needle)
      guard TextWords.split(prefix) == [prefix] else { continue }
      #expect(
        Answers.about(needle, in: [.text(column)], count: 40).truths
          == texts.map { text in
            Truth(TextWords.split(TextFold.fold(text ?? "")).contains { $0.hasPrefix(prefix) })
          }, "about \(needle), \(length)")
    }
  }
}

extension String {
  /// The character at a place, counted in characters.
  fileprivate func randomElement(number: Int) -> Character {
    self[index(startIndex, offsetBy: number)]
  }
}

private func cell(_ text: String?) -> String { text.map { "text \($0)" } ?? "—" }

@Test(arguments: [
  ("L'aide à Haïti", ["L", "aide", "à", "Haïti"]), ("", []), ("--", []),
  ("1990-2000", ["1990", "2000"]),
  ("«Été»", ["Été"]), ("Ⅻ e\u{301}t", ["Ⅻ", "e\u{301}t"]),
])
func splitsWords(_ text: String, _ words: [String]) {
  #expect(TextWords.split(text) == words)
  let column = TextColumn([nil, text]).words()
  #expect(column.offsets == [0, 0, Int32(words.count)])
  #expect(column.items.cells == words.map { "text \($0)" })
}

@Test(arguments: [
  ("haiti", [Truth.yes, .yes, .no, .undecided]), ("ai", [.yes, .no, .no, .undecided]),
  ("aid hai", [.yes, .no, .no, .undecided]), ("iti", [.no, .no, .no, .undecided]),
  ("", [.yes, .yes, .yes, .yes]), ("chad chile", [.no, .no, .yes, .undecided]),
  ("tchad", [.no, .no, .no, .undecided]),
])
func aboutLooksForTheBeginningsOfAllWords(_ query: String, _ expected: [Truth]) {
  let registry = ColumnGenerator.registry
  let columns: [Column] = [
    .bilingual(
      english: TextColumn(["Aid to «Haïti»", nil, "Chile", nil]),
      french: TextColumn(["L’aide", "Haïti", nil, nil])),
    .list(
      ListColumn(
        offsets: [0, 0, 1, 3, 3],
        items: .link(LinkColumn(registry: registry, rows: [4, 0, 2])))),
    .number(NumberColumn(values: [1, 2, 3, 4])),
  ]
  #expect(Answers.about(query, in: columns, count: 4).truths == expected)
}

@Test func aliasesAreNamesToo() {
  let links = Column.link(LinkColumn(registry: ColumnGenerator.registry, rows: [5, 0, -1]))
  #expect(Answers.about("luna", in: [links], count: 3).truths == [.yes, .no, .undecided])
}

@Test func patternsThatCannotBeReadSayWhere() {
  #expect(throws: TextPatternFailure.self) { _ = try TextPattern("a(b").matches("x".utf8.span) }
  do throws(TextPatternFailure) {
    _ = try TextPattern("a(b")
  } catch {
    guard case .invalid(let byteOffset, let message) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(byteOffset == 3)
    #expect(message.english.contains("parenthesis"))
    #expect(message.french == "il manque la parenthèse fermante")
  }
}

/// Each French sentence answers to a mistake that can be made.
@Test(arguments: [
  ("a\\", "barre oblique inverse finale"), ("\\Y{}\\q{", "n’a pas de sens"), ("a{3,2}", "{m,n}"),
  ("a{99999}", "trop grand"), ("*a", "rien à répéter"), ("[a", "crochet fermant"),
  ("[z-a]", "à rebours"), ("[\\d-z]", "n’est pas un signe"), ("a)", "de trop"),
  ("a(", "parenthèse fermante"), ("(?z)", "n’a pas de sens"),
  ("(a)\\2", "n’existe pas"), ("(?<=a+)b", "longueur fixe"), ("(?<1>a)", "nom du groupe"),
  ("(?<n>a)(?<n>b)", "même nom"), ("\\p{Qq}", "Unicode"), ("\\x{110000}", "numéro de caractère"),
  ("[[:nope:]]", "pas de classe"), ("[:alpha:]", "s’écrit entre crochets"), ("\\C", "\\C"),
])
func patternsThatCannotBeReadSayWhyInFrench(pattern: String, reason: String) {
  do throws(TextPatternFailure) {
    _ = try TextPattern(pattern)
    Issue.record("\(pattern) was read")
  } catch {
    guard case .invalid(_, let message) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(message.french.contains(reason), "\(message.french)")
  }
}

@Test func patternsHaveALimit() throws {
  let hostile = try TextPattern("^(([a-z])+.)+[A-Z]([a-z])+$")
  #expect(throws: TextPatternFailure.limitPassed) {
    try TextColumn([String(repeating: "a", count: 60)]).matches(hostile)
  }
}

@Test(arguments: ColumnGenerator.counts)
func poolsMerge(_ count: Int) {
  var generator = ColumnGenerator(seed: 7)
  let (first, second) = (generator.texts(count: count), generator.texts(count: count / 2))
  let merged = StringPool.merging(first.pool, second.pool)
  #expect(merged.first == Array(0..<Int32(first.pool.count)))
  for code in merged.first { #expect(merged.pool[code] == first.pool[code]) }
  for (code, new) in merged.second.enumerated() {
    #expect(merged.pool[new] == second.pool[Int32(code)])
  }
  #expect(Set((0..<Int32(merged.pool.count)).map { merged.pool[$0] }).count == merged.pool.count)
}

/// So many that two threads fold and compare them.
@Test func manyTextsHaveTheFirstOfTheirFoldAsLeader() {
  var generator = ColumnGenerator(seed: 61)
  let letters = ["e", "É", "e\u{301}", "œ", "oe", "ß", " ", "\u{301}", "国"]
  let texts = (0..<40_000).map { _ in
    (0..<generator.number(below: 8)).map { _ in letters[generator.number(below: letters.count)] }
      .joined()
  }
  var offsets: [UInt32] = [0]
  var bytes: [UInt8] = []
  for text in texts {
    bytes += text.utf8
    offsets.append(UInt32(bytes.count))
  }
  let folds = StringPool(bytes: bytes, offsets: offsets).folds
  var first: [String: Int32] = [:]
  var expected: [Int32] = []
  for (code, text) in texts.enumerated() {
    let fold = TextFold.fold(text)
    first[fold] = first[fold] ?? Int32(code)
    expected.append(first[fold] ?? -1)
    let range = Int(folds.offsets[code])..<Int(folds.offsets[code + 1])
    #expect(String(decoding: folds.bytes[range], as: UTF8.self) == fold)
  }
  #expect(folds.leader == expected)
}
