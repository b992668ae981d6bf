import FriseBase
import FriseModel
import FriseRender
import Testing

/// Trees drawn in both tongues, at the usual widths, in UTF-8, ASCII and for screen readers.
@Suite struct TreeRendererTests {
  /// Six units: one root with two branches, one of them three levels deep.
  private static let names = [
    Localized(en: "Organization", fr: "Organisation"),
    Localized(en: "Director General", fr: "Directrice générale"),
    Localized(
      en: "Deputy Director General for Operations",
      fr: "Directrice générale adjointe chargée des opérations"),
    Localized(en: "Data 国際 and insight", fr: "Données 国際 et analyses"),
    Localized(en: "Regional Office, Nairobi", fr: "Bureau régional de Nairobi"),
    Localized(en: "Council", fr: "Conseil"),
  ]

  private static let registry = Registry(
    table: TableID("units"), ids: Sample.texts(["o", "dg", "ddg", "data", "nbo", "c"]),
    englishNames: Sample.texts(names.map(\.english)),
    frenchNames: Sample.texts(names.map(\.french)),
    forest: try? Forest.build(parents: [-1, 0, 1, 2, 2, 0]))

  /// The units at `rows`, in that order, with the columns that a roll-up adds.
  static func tree(_ rows: [Int32]) -> ResultTable {
    let link = Column.link(LinkColumn(registry: registry, rows: rows))
    let people: [(Int64, FigureWord, Int64, Int64)?] = [
      (1_200_000, .about, 1_200_000, 1_200_000), nil, (850_000, .nearly, 840_000, 850_000),
      (12, .exact, 12, 12), nil, (0, .exact, 0, 0),
    ]
    var result = Sample.result(
      [
        Sample.text(Localized(same: "id"), rows.map { registry.id($0) }, .main),
        Sample.bilingual(
          Localized(en: "name", fr: "nom"), rows.map { names[Int($0)] }, .main),
        (
          ColumnSchema(
            name: Localized(same: ""), type: .link(TableID("units")), traits: .hidden), link
        ),
        Sample.number(Localized(same: "n"), rows.map { Int64(6 - $0) }, .main),
        Sample.number(Localized(same: "n.total"), rows.map { Int64($0) * 1_234 }, .main),
        Sample.figure(
          Localized(en: "people", fr: "personnes"), rows.map { people[Int($0)] }, .main),
      ],
      footnotes: [Localized(en: "2 of 6 not stated", fr: "2 sur 6 sans valeur")])
    result.view = .tree
    result.rowLink = 2
    return result
  }

  /// Units of nothing but names, each under the one of that number.
  static func units(parents: [Int32]) throws -> ResultTable {
    let names = Sample.texts(parents.indices.map { "unit \($0)" })
    let registry = Registry(
      table: TableID("units"), ids: names, englishNames: names, frenchNames: names,
      forest: try Forest.build(parents: parents))
    var result = Sample.result([
      (
        ColumnSchema(name: Localized(same: ""), type: .link(TableID("units")), traits: .hidden),
        .link(LinkColumn(registry: registry, rows: parents.indices.map { Int32($0) }))
      )
    ])
    result.view = .tree
    result.rowLink = 0
    return result
  }

  /// A golden file: a sample of rows in one tongue, at every width.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [Int32]
    let tongue: Tongue

    var testDescription: String { "\(name)-\(tongue.tag)" }
  }

  static let cases: [Case] = Tongue.allCases.flatMap { tongue in
    [
      Case(name: "whole", rows: [0, 1, 2, 3, 4, 5], tongue: tongue),
      Case(name: "sorted", rows: [5, 4, 3, 2, 1, 0], tongue: tongue),
      Case(name: "context", rows: [3, 5], tongue: tongue),
      Case(name: "empty", rows: [], tongue: tongue),
    ]
  }

  @Test(arguments: cases) func matches(_ example: Case) {
    var text = ""
    for (width, isASCII) in [(nil, false), (40, false), (80, false), (120, false), (80, true)]
      as [(Int?, Bool)]
    {
      let options = RenderOptions(tongue: example.tongue, width: width, isASCII: isASCII)
      text += "## \(width.map(String.init) ?? "no width")\(isASCII ? " ASCII" : "")\n"
      let drawn = Sample.written {
        Renderer.write(Self.tree(example.rows), as: .table, options, to: &$0)
      }
      text += drawn
      if let width {
        for line in drawn.split(separator: "\n") where !line.contains("(") {
          #expect(DisplayWidth.columns(of: String(line)) <= width || line.contains(";"))
        }
      }
    }
    let options = RenderOptions(tongue: example.tongue)
    text += "## linear\n"
    text += Sample.written {
      Renderer.write(Self.tree(example.rows), as: .linear, options, to: &$0)
    }
    #expect(RenderedGolden.matches("tree-\(example.testDescription).txt", text), "\(text)")
  }

  @Test func contextIsDimmedAndInParentheses() {
    let options = RenderOptions(tongue: .english, isColoured: true)
    let text = Sample.written { Renderer.write(Self.tree([3]), as: .table, options, to: &$0) }
    #expect(text.contains("\u{1B}[2m(Organization)\u{1B}[0m\n"))
    #expect(text.contains("1 row; in parentheses, 3 units above them, not counted\n"))
  }

  @Test func machinesGetTheRows() {
    let options = RenderOptions(tongue: .english)
    let text = Sample.written { Renderer.write(Self.tree([1]), as: .csv, options, to: &$0) }
    #expect(text.hasPrefix("id,name,n,n.total,people"))
    #expect(text.contains("dg,Director General,5,1234"))
  }

  @Test func rowsBeyondTheMaximumAreTold() {
    let options = RenderOptions(tongue: .french, maximumRows: 2)
    let text = Sample.written {
      Renderer.write(Self.tree([0, 1, 2]), as: .table, options, to: &$0)
    }
    #expect(text.contains("2 lignes sur 3"))
    #expect(!text.contains("opérations"))
  }

  /// A chain of 10 000 units: no recursion, and no line longer than the screen.
  @Test(.timeLimit(.minutes(1))) func deepChainsFit() throws {
    let count = 10_000
    let result = try Self.units(parents: (0..<count).map { Int32($0) - 1 })
    let options = RenderOptions(tongue: .english, width: 40)
    let text = Sample.written { Renderer.write(result, as: .table, options, to: &$0) }
    let lines = text.split(separator: "\n")
    #expect(lines.count == count + 1)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: String($0)) <= 40 })
    #expect(lines[9_999] == "…9999 └─ unit 9999")
  }
}
