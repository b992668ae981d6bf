import FriseBase
import FriseTestSupport
import Testing

@testable import FriseSyntax

/// A query of the help or of a page, and where it comes from.
private struct QuotedQuery: Sendable, CustomTestStringConvertible {
  let origin: String
  let text: String

  var testDescription: String { "\(origin): \(text)" }

  /// The codes of what reading it reports.
  var codes: [String] {
    Parser.parse(SourceText(name: "<query>", text: text)).diagnostics.map(\.code.text)
  }
}

@Suite("The queries of help and of the reference")
struct CatalogueQueriesTests {
  private static let examples: [QuotedQuery] = Catalogue.entries.flatMap { entry in
    entry.examples.map { QuotedQuery(origin: entry.forms.english, text: $0.query) }
  }

  @Test(arguments: examples)
  private func readsEveryExample(query: QuotedQuery) {
    #expect(query.codes.isEmpty)
  }

  /// The pages on lesson files show lines of those, which their own tests read.
  private static let pages = ErrorPage.all.filter { !$0.code.hasPrefix("E5") }

  private static let remedies: [QuotedQuery] = pages.flatMap { page in
    Tongue.allCases.compactMap { tongue in
      page.right.map { QuotedQuery(origin: page.code, text: $0[tongue]) }
    }
  }

  @Test(arguments: remedies)
  private func readsEveryRemedy(query: QuotedQuery) {
    #expect(query.codes.isEmpty)
  }

  private static let faults: [QuotedQuery] = pages.flatMap { page in
    Tongue.allCases.compactMap { tongue in
      page.wrong.map { QuotedQuery(origin: page.code, text: $0[tongue]) }
    }
  }

  /// What cannot be read raises its own code; what is wrong otherwise can be read.
  @Test(arguments: faults)
  private func raisesTheFaultItExplains(query: QuotedQuery) {
    if query.origin.hasPrefix("E1") {
      #expect(query.codes.contains(query.origin), "\(query.codes)")
    } else {
      #expect(query.codes.isEmpty)
    }
  }

  /// The `frise` blocks of `Docs/language.md`.
  private static let blocks: [QuotedQuery] = {
    let page = Repository.text(of: "Docs/language.md") ?? ""
    var blocks: [QuotedQuery] = []
    var lines: [Substring]?
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "```frise" {
        lines = []
      } else if line == "```", let block = lines {
        let text = block.joined(separator: "\n")
        blocks.append(QuotedQuery(origin: "line \(index + 1 - block.count)", text: text))
        lines = nil
      } else {
        lines?.append(line)
      }
    }
    return blocks
  }()

  @Test(arguments: blocks)
  private func readsEveryBlock(query: QuotedQuery) {
    #expect(query.codes.isEmpty)
  }

  @Test func findsTheBlocks() {
    #expect(Self.blocks.count > Self.examples.count)
  }
}
