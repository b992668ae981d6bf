import FriseTestSupport
import Glibc
import Testing

/// A saved query of `Scripts/queries`: `NAME.frise` with its purpose on the second line, what it
/// prints beside it in `NAME.expected`, and its remarks on standard error in `NAME.notes`.
struct SavedQuery: Sendable, CustomTestStringConvertible {
  let name: String

  static let folder = "Scripts/queries"
  static let all = Repository.files(below: folder, suffix: ".frise").map { path in
    SavedQuery(name: String(path.dropFirst(folder.count + 1).dropLast(".frise".count)))
  }

  var testDescription: String { name }
  var path: String { "\(SavedQuery.folder)/\(name).frise" }
  var expected: String? { Repository.text(of: "\(SavedQuery.folder)/\(name).expected") }
  var notes: String { Repository.text(of: notesPath) ?? "" }
  private var notesPath: String { "\(SavedQuery.folder)/\(name).notes" }

  /// Takes what a run printed for its answer.
  func record(_ result: ChildResult) {
    Repository.write(result.output, to: "\(SavedQuery.folder)/\(name).expected")
    if !result.errors.isEmpty || Repository.exists(notesPath) {
      Repository.write(result.errors, to: notesPath)
    }
  }
}

/// Every saved query gives the answers that were checked against the data, in both tongues.
/// `FRISE_RECORD=1` writes what they print now; the difference is then to be checked again.
struct SavedQueriesTests {
  private func frise(_ arguments: [String], input: String = "") -> ChildResult {
    ChildProcess.run(
      ChildProcess.built("frise"), ["--no-init"] + arguments, input: Array(input.utf8),
      folder: Repository.root)
  }

  /// The query printed in a tongue.
  private func print(_ query: SavedQuery, in tongue: String) -> String {
    frise(["format", "--lang", tongue, query.path]).output
  }

  /// The tongue a query is written in: the one whose printing changes none of its words.
  private func tongue(of query: SavedQuery) throws -> String {
    let words = try #require(Repository.text(of: query.path)).filter { !$0.isWhitespace }
    let tongues = ["en", "fr"].filter { tongue in
      print(query, in: tongue).filter { !$0.isWhitespace } == words
    }
    return try #require(tongues.first, "\(query.path) mixes its tongues")
  }

  private static let isRecording = unsafe getenv("FRISE_RECORD") != nil && getenv("CI") == nil

  @Test func thereIsALibrary() {
    #expect(SavedQuery.all.count >= 15)
  }

  @Test(arguments: SavedQuery.all)
  func saysItsPurpose(query: SavedQuery) throws {
    let text = try #require(Repository.text(of: query.path))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "#!/usr/bin/env frise")
    #expect(lines.dropFirst().first?.hasPrefix("# ") == true)
    #expect(lines.dropFirst(2).first?.hasPrefix("#") == false, "the purpose takes one line")
    #expect(query.name.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) })
    let list = try #require(Repository.text(of: SavedQuery.folder + "/README.md"))
    #expect(list.contains("`\(query.name).frise`"), "the list leaves it out")
  }

  @Test(arguments: SavedQuery.all)
  func givesItsAnswer(query: SavedQuery) throws {
    let result = frise(["--lang", try tongue(of: query), query.path])
    if SavedQueriesTests.isRecording { query.record(result) }
    let expected = try #require(query.expected, "there is no \(query.name).expected")
    #expect(result.output == expected)
    #expect(result.errors == query.notes)
    #expect(result.status == 0)
  }

  @Test(arguments: SavedQuery.all)
  func givesTheSameRowsInBothTongues(query: SavedQuery) {
    let rows = ["en", "fr"].map { tongue in
      frise(["--lang", "en", "-o", "csv", "-"], input: print(query, in: tongue))
    }
    #expect(rows[0].status == 0, "\(rows[0].errors)")
    #expect(rows[1].status == 0, "\(rows[1].errors)")
    #expect(rows[0].output == rows[1].output)
    #expect(!rows[0].output.isEmpty)
  }
}
