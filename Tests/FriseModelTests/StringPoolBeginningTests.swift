import FriseBase
import FriseModel
import FriseTestSupport
import Testing

/// Texts of a pool by how they begin: the same as folding each of them.
struct StringPoolBeginningTests {
  @Test func findsWhatFoldingFinds() {
    var random = SplitMix64(seed: 7)
    let pieces = ["a", "A", "e\u{301}", "é", "œ", " ", "  ", "\t", "b", "’", "'", "移", "ß", ""]
    func text() -> String {
      (0..<Int(random.next() % 5)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
        .joined()
    }
    for _ in 0..<200 {
      var builder = StringPoolBuilder()
      for _ in 0..<20 { _ = builder.add(text()) }
      let pool = builder.build()
      let key = TextFold.fold(text())
      let expected = (0..<Int32(pool.count)).filter { code in
        !pool[code].isEmpty && Array(TextFold.fold(pool[code]).utf8).starts(with: key.utf8)
      }
      let found = pool.texts(beginning: Array(key.utf8), atMost: 3)
      #expect(found.count == expected.count, "\(key.debugDescription)")
      #expect(found.codes == Array(expected.prefix(3)))
      // What goes beyond the key is the same in all, letter by letter.
      guard found.common.count > key.utf8.count else { continue }
      let common = String(decoding: found.common, as: UTF8.self).lowercased()
      for code in expected {
        #expect(Array(pool[code].lowercased().utf8).starts(with: common.utf8))
      }
    }
  }

  @Test func whatAllBeginWithIsSpeltAsInTheFirst() {
    var builder = StringPoolBuilder()
    for text in ["Name one", "name only", "NAME O", "other"] { _ = builder.add(text) }
    let found = builder.build().texts(beginning: Array("na".utf8), atMost: 1)
    #expect(String(decoding: found.common, as: UTF8.self) == "Name o")
    #expect(found.count == 3)
  }
}
