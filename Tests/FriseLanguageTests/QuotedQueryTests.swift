import FriseBase
import FriseSyntax
import FriseTestSupport
import Testing

/// A query of the help or of a page, with the output that stands beside it.
private struct QuotedQuery: Sendable, CustomTestStringConvertible {
  let origin: String
  let text: String
  /// What it prints as csv, when that is told.
  var output: String?

  var testDescription: String { "\(origin): \(text)" }
}

@Suite("Queries of help and of the pages")
struct QuotedQueryTests {
  /// Everything as csv, as with `-o csv`.
  private static var runner: QueryRunner {
    var runner = QueryRunner()
    runner.showsValuesAsText = false
    return runner
  }

  private static let examples: [QuotedQuery] = Catalogue.entries.flatMap { entry in
    entry.examples.map {
      QuotedQuery(origin: entry.forms.english, text: $0.query, output: $0.output)
    }
  }

  @Test(arguments: examples)
  private func printsTheOutput(query: QuotedQuery) {
    let answer = Self.runner.run(query.text)
    #expect(answer.diagnostics == "")
    #expect(answer.outputs.joined(separator: "\n\n") == query.output)
  }

  /// The pages of names, types and running, but for those that need a file.
  private static let errorPages = ErrorPage.all.filter { page in
    (page.code.hasPrefix("E2") || page.code.hasPrefix("E30"))
      && !["E238", "E239"].contains(page.code)
  }

  /// What the pages of the error codes call right runs; what they call wrong is that error.
  @Test(arguments: errorPages)
  func errorPagesTellTheTruth(page: ErrorPage) {
    for tongue in Tongue.allCases {
      if let wrong = page.wrong {
        let codes = QueryRunner(tongue).run(wrong[tongue]).codes
        #expect(codes == [page.code], "\(wrong[tongue])")
      }
      if let right = page.right {
        #expect(QueryRunner(tongue).run(right[tongue]).diagnostics == "", "\(right[tongue])")
      }
    }
  }

  /// The fenced `frise` blocks of the pages; a block that follows at once is the csv output.
  private static let blocks: [QuotedQuery] = {
    var blocks: [QuotedQuery] = []
    for path in Repository.files(below: "Docs", suffix: ".md") + ["README.md"] {
      var kind: Substring?
      var lines: [Substring] = []
      var canHaveOutput = false
      let page = Repository.text(of: path) ?? ""
      for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if let open = kind {
          guard line == "```" else {
            lines.append(line)
            continue
          }
          let text = lines.joined(separator: "\n")
          if open == "frise" {
            blocks.append(QuotedQuery(origin: "\(path):\(index + 1 - lines.count)", text: text))
          } else if canHaveOutput, open == "csv", !blocks.isEmpty {
            blocks[blocks.count - 1].output = text
          }
          canHaveOutput = open == "frise"
          kind = nil
        } else if line.hasPrefix("```") {
          kind = line.dropFirst(3)
          lines = []
        } else if !line.isEmpty {
          canHaveOutput = false
        }
      }
    }
    return blocks
  }()

  @Test(arguments: blocks)
  private func blockRuns(query: QuotedQuery) {
    let answer = Self.runner.run(query.text)
    #expect(answer.diagnostics == "")
    if let output = query.output {
      #expect(answer.outputs.joined(separator: "\n\n") == output)
    }
  }
}
