import Testing

/// A query, what it prints as csv, and what it remarks.
struct QueryCase: Sendable, CustomTestStringConvertible {
  let query: String
  /// Without the last line end.
  let output: String
  let remarks: [String]

  /// `output`: Rows parted by line ends, their header included.
  /// `remarks`: The footnotes in English, all of them, in order.
  init(_ query: String, _ output: String, _ remarks: String...) {
    self.query = query
    self.output = output
    self.remarks = remarks
  }

  var testDescription: String { query }

  /// Runs the query and compares.
  func check(
    with runner: QueryRunner = QueryRunner(), sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let answer = runner.run(query)
    #expect(answer.diagnostics == "", sourceLocation: sourceLocation)
    #expect(answer.output == output, sourceLocation: sourceLocation)
    #expect(answer.remarks == remarks, sourceLocation: sourceLocation)
  }
}
