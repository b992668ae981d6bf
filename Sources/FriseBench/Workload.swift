import FriseBase
import FriseLanguage
import FriseModel

/// What is measured: a query as text, answered by the engine as for anybody.
struct Workload {
  let name: String
  let query: String

  static let all = [
    Workload(
      name: "W1", query: "events | where start in 1789-05-05..1799-11-09 | count"),
    Workload(
      name: "W2",
      query: """
        events | where people > 100_000 and topic = "révolution" | sort people desc, id | take 10 \
        | select id, people
        """),
    Workload(name: "W3", query: "events | sum people each decade"),
    Workload(
      name: "W4",
      query: """
        events | count by country | where country is not none | sort n desc, country | take 10
        """),
  ]

  /// Answers the query once, from its text to the table.
  /// - Parameter data: The events.
  /// - Returns: The milliseconds it took, and the answer as text.
  func run(_ data: DataSet) -> (milliseconds: Double, answer: String) {
    let clock = ContinuousClock()
    let start = clock.now
    // A session of its own each time: nothing is kept from one run to the next but the columns.
    var engine = Engine(
      data: data, tongue: .english, files: FileAccess { path, _ in .success([]) },
      interrupt: Interrupt())
    let preparation = engine.prepare(SourceText(name: name, text: query))
    var outcomes: [Outcome] = []
    if !preparation.hasErrors {
      for statement in preparation.statements {
        if let outcome = try? engine.run(statement) { outcomes.append(outcome) }
      }
    }
    let duration = start.duration(to: clock.now).components
    let milliseconds = Double(duration.seconds) * 1e3 + Double(duration.attoseconds) / 1e15
    return (milliseconds, outcomes.last.map(Workload.text) ?? "failed")
  }

  /// Rows parted by `|`, cells by a comma.
  private static func text(_ outcome: Outcome) -> String {
    guard case .table(let result, _) = outcome else { return "no table" }
    let table = result.table
    let visible = zip(table.schema.columns, table.columns)
      .filter { !$0.0.traits.contains(.hidden) }.map(\.1)
    return (0..<table.rowCount).map { row in
      visible.map { ValueText.machine($0.value(at: row), .english) }
        .joined(separator: ",")
    }.joined(separator: "|")
  }
}
