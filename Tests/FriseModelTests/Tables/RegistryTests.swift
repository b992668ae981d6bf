import FriseBase
import FriseModel
import FriseTestSupport
import Testing

/// Units by name, and paths.
struct RegistryTests {
  private static let names = [
    "Haïti", "HAITI", "hai ti", "Hai  ti", "Œuvre", "oeuvre", "Côte d’Ivoire", "cote d'ivoire", "",
    "x", "X\u{301}", "Straße", "STRASSE",
  ]

  /// Units that share names, some without one in a tongue.
  private static func registry(_ random: inout SplitMix64, count: Int) -> Registry {
    func name() -> String? {
      Int.random(in: 0..<9, using: &random) == 0 ? nil : names.randomElement(using: &random)
    }
    return Registry(
      table: TableID("t"), ids: TextColumn((0..<count).map { "u\($0)" }),
      englishNames: TextColumn((0..<count).map { _ in name() }),
      frenchNames: TextColumn((0..<count).map { _ in name() }),
      aliases: [(row: 1, name: "Haiti"), (row: 0, name: "Alias")])
  }

  /// Found one by one and, past the first names, by an index: the same rows.
  @Test func namesFindTheirRowsByTheFold() {
    var random = SplitMix64(seed: 21)
    let registry = Self.registry(&random, count: 30)
    func expected(_ text: String) -> [Int32] {
      let key = TextFold.fold(text)
      return (0..<Int32(30)).filter { row in
        let name = registry.name(row)
        let aliases = registry.aliases.filter { $0.row == row }.map(\.name)
        return ([registry.id(row), name.english, name.french] + aliases)
          .contains { TextFold.fold($0) == key }
      }
    }
    let asked = Self.names + ["alias", "U7", "u30", "hai\u{A0}ti"]
    for _ in 0..<2 {
      for text in asked { #expect(registry.rows(named: text) == expected(text), "\(text)") }
      for number in 0..<80 {
        #expect(registry.rows(named: "u\(number)") == expected("u\(number)"))
      }
    }
  }

  /// Few paths and many take different ways to their lengths.
  @Test func pathsAreRefusedByTheirLength() throws {
    let names = TextColumn((0..<100).map { "n\($0)" })
    let registry = Registry(
      table: TableID("t"), ids: names, englishNames: names, frenchNames: names,
      forest: try Forest.build(parents: (0..<100).map { $0 - 1 }))
    func paths(_ rows: [Int32], bytesMax: Int) -> [String]? {
      registry.paths(rows, bytesMax: bytesMax).map { column in
        rows.indices.map { ValueText.human(column.value(at: $0), .english) }
      }
    }
    #expect(paths([2, -1, 0], bytesMax: 1000) == ["n0 > n1 > n2", "—", "n0"])
    let all = Array(0..<Int32(100))
    #expect(paths(all, bytesMax: 1 << 20)?.last?.hasSuffix("> n98 > n99") == true)
    #expect(paths(all, bytesMax: 20_000) == nil)
    #expect(paths([99], bytesMax: 400) == nil)
    #expect(paths([99], bytesMax: 1000) != nil)
  }

  /// Lengths of paths are those of the texts, whichever way they are reckoned; names whose letters
  /// may join what stands beside them are left to the texts.
  @Test func pathsAreMeasuredAsTheyAreWritten() throws {
    var random = SplitMix64(seed: 31)
    let plain = ["Haïti", "Œuvre", "Évreux 12059", "", "x", "Łódź", "Côte d’Ivoire"]
    for round in 0..<40 {
      let count = 1 + Int.random(in: 0..<30, using: &random)
      let names = round % 4 == 0 ? Self.names : plain.filter { $0.utf8.allSatisfy { $0 < 0xE2 } }
      func column() -> TextColumn {
        TextColumn((0..<count).map { _ in names.randomElement(using: &random) })
      }
      let parents = (0..<Int32(count)).map { Int32.random(in: -1..<max(0, $0), using: &random) }
      let living = (0..<count).map { _ in Int.random(in: 0..<5, using: &random) > 0 }
      let registry = Registry(
        table: TableID("t"), ids: column(), englishNames: column(), frenchNames: column(),
        forest: try Forest.build(parents: parents).keeping(living))
      let few = (0..<2).map { _ in Int32.random(in: -1..<Int32(count), using: &random) }
      // Asked again, lengths are those that are kept.
      for rows in [few, Array(-1..<Int32(count)), few] {
        let texts = try #require(registry.paths(rows, bytesMax: 1 << 20))
        guard case .bilingual(let english, let french) = texts else { continue }
        for (tongue, written) in [(Tongue.english, english), (.french, french)] {
          let lengths = registry.pathLengths(rows, in: tongue)
          if round % 4 != 0 { #expect(lengths != nil) }
          guard let lengths else { continue }
          #expect(lengths.values == written.lengths().values)
        }
      }
    }
    let joining = TextColumn(["a", "\u{301}b"])
    let registry = Registry(
      table: TableID("t"), ids: joining, englishNames: joining, frenchNames: joining,
      forest: try Forest.build(parents: [-1, 0]))
    #expect(registry.pathLengths([1], in: .english) == nil)
  }
}
