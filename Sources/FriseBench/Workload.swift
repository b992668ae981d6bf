import FriseBase
import FriseLanguage
import FriseModel

/// What is measured: a query as text, answered by the engine as for anybody. To add one, add an
/// entry here and its counterpart in the peers under `Scripts/bench-peers`.
struct Workload {
  let name: String
  let query: String
  /// For an answer too large to compare: how many rows it has, and this one of them.
  var rowCompared: Int?

  static let all = [
    Workload(name: "W1", query: "events | where start in 1789-05-05..1799-11-09 | count"),
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
    Workload(name: "W5", query: "events | where title contains \"haiti\" | count"),
    Workload(
      name: "W6",
      query: """
        periods | join events on span overlaps period | count by qid \
        | summarise count(), sum(n), max(n)
        """),
    Workload(
      name: "W6m",
      query: """
        periods | join events on span overlaps period | max people by qid \
        | summarise sum(people), count()
        """),
    Workload(
      name: "W7", query: "events | spread day | count by day | sort n desc, day | take 1"),
    Workload(
      name: "W8",
      query: """
        events | gaps by country | where country is not none | sort length desc \
        | take 1 by country | sort country | select country, date
        """),
    Workload(
      name: "W9a",
      query:
        "events | where unit under \"\(BenchTables.largeUnit)\" | summarise count(), sum(people)"),
    Workload(
      name: "W9b",
      query: """
        units | rollup n = count(events), k = sum(events.people) | where depth = 1 \
        | select id, n.total, k.total
        """),
    Workload(
      name: "W10",
      query: "asked | derive p = length(unit.path) | summarise sum(p), count()"),
    Workload(
      name: "W11", query: "events | distinct title | sort title", rowCompared: 1000),
    Workload(
      name: "W12",
      query: """
        events | where start is not none and country is not none and people is not none \
        | derive year = year(start) | sum people by country, year | sort country, year \
        | derive total = running(people, country) | select country, year, total
        """),
  ]

  /// Answers the query once, from its text to the table.
  /// - Parameter data: The tables.
  /// - Returns: The milliseconds it took, and the answer as text.
  func run(_ data: DataSet) -> (milliseconds: Double, answer: String) {
    let clock = ContinuousClock()
    let start = clock.now
    // A session of its own each time: nothing is kept from one run to the next but the columns.
    var engine = Engine(
      data: data, tongue: .english, files: FileAccess { path, _ in .success([]) },
      interrupt: Interrupt(), today: CalendarDay(year: 2025, month: 12, day: 31).number)
    let preparation = engine.prepare(SourceText(name: name, text: query))
    var outcome = Result<Outcome, RunFailure>.success(.nothing)
    if !preparation.hasErrors {
      for statement in preparation.statements {
        do { outcome = .success(try engine.run(statement)) } catch { outcome = .failure(error) }
      }
    }
    let duration = start.duration(to: clock.now).components
    let milliseconds = Double(duration.seconds) * 1e3 + Double(duration.attoseconds) / 1e15
    if let fault = preparation.diagnostics.first {
      return (milliseconds, fault.diagnostic.message.english)
    }
    switch outcome {
    case .success(let outcome): return (milliseconds, outcome.benchText(of: rowCompared))
    case .failure(let failure):
      return (milliseconds, failure.located.diagnostic.message.english)
    }
  }
}

extension Outcome {
  /// The rows parted by the control character RS, cells by US, which no text here holds.
  /// `only`: The one row to tell, after how many there are; nil for all.
  fileprivate func benchText(of only: Int?) -> String {
    guard case .table(let result, _) = self else { return "no table" }
    let table = result.table
    let visible = zip(table.schema.columns, table.columns)
      .filter { !$0.0.traits.contains(.hidden) }.map(\.1)
    func text(_ row: Int) -> String {
      visible.map { ValueText.machine($0.value(at: row), .english) }.joined(separator: "\u{1F}")
    }
    if let only, only < table.rowCount { return "\(table.rowCount)\u{1F}" + text(only) }
    return (0..<table.rowCount).map(text).joined(separator: "\u{1E}")
  }
}
