package import FriseBase
package import FriseLanguage
import FriseModel

/// Judges queries by what they give, on the data as they are and on altered data (lessons,
/// section 2). Follows a session: what the pupil runs is run in each of its worlds too.
package struct QueryJudge: Sendable {
  /// The session over the true data, and over altered ones.
  private var base: Engine
  private var worlds: [Engine]
  /// How many altered data sets an answer must hold on, beside those where names change too.
  private static let worldCount = 2 * AlteredData.cycle

  /// - Parameters:
  ///   - engine: The session as it is when the lesson begins.
  ///   - seed: The name of the lesson: answers are judged alike each time.
  package init(_ engine: Engine, seed: String) {
    base = engine
    let plain = (0..<Self.worldCount).map {
      AlteredData.alter(engine.data, seed: seed, number: $0)
    }
    let renamed = (0..<AlteredData.cycle).map {
      AlteredData.alter(engine.data, seed: seed, number: $0, altersNames: true)
    }
    worlds = (plain + renamed).map { engine.over($0) }
  }

  /// The session over the true data.
  package var engine: Engine { base }

  package mutating func speak(_ tongue: Tongue) {
    base.tongue = tongue
    for index in worlds.indices { worlds[index].tongue = tongue }
  }

  /// What a text gave in each world.
  package struct Trial: Sendable {
    let base: Result
    let worlds: [Result]

    /// True when it ran on the true data and gave something to compare.
    package var hasResult: Bool { base.table != nil || base.values != nil }
  }

  /// What a text gave in one world; no table when it failed or gave nothing.
  struct Result: Sendable {
    var table: ResultTable?
    var values: [Value]?
    var isFailed = false

    func compared(_ tongue: Tongue) -> ComparedTable? {
      if let table { return ComparedTable(table, tongue: tongue) }
      return values.map { ComparedTable(values: $0, tongue: tongue) }
    }

    func comparedAsReference(
      _ rule: ReferenceQuery.ColumnRule, _ tongue: Tongue
    ) -> ComparedTable? {
      table.map { ComparedTable(reference: $0, rule: rule, tongue: tongue) } ?? compared(tongue)
    }
  }

  /// Runs what the pupil typed in every world, and keeps what it defines there.
  package mutating func follow(_ text: String) -> Trial {
    let own = Self.run(text, in: &base)
    // A file is not read again for each world: what asks for its tables is judged by the true data.
    guard !QueryText.opensFiles(text) else { return Trial(base: own, worlds: []) }
    return Trial(base: own, worlds: worlds.indices.map { Self.run(text, in: &worlds[$0]) })
  }

  /// Runs a query of the lesson in every world; it leaves no trace there.
  private func trial(_ text: String) -> Trial {
    var (base, worlds) = (base, worlds)
    let own = Self.run(text, in: &base)
    return Trial(base: own, worlds: worlds.indices.map { Self.run(text, in: &worlds[$0]) })
  }

  private static func run(_ text: String, in engine: inout Engine) -> Result {
    let preparation = engine.prepare(SourceText(name: "<lesson>", text: text))
    guard !preparation.hasErrors else { return Result(isFailed: true) }
    var result = Result()
    for statement in preparation.statements {
      do throws(RunFailure) {
        switch try engine.run(statement) {
        case .table(let table, _): result = Result(table: table)
        case .values(let values, _): result = Result(values: values)
        default: break
        }
      } catch {
        return Result(isFailed: true)
      }
    }
    return result
  }

  /// What a query of the lesson gives on the true data, as values: of the first column of a table.
  func values(of text: String) -> [Value]? {
    var engine = base
    let result = Self.run(text, in: &engine)
    if let values = result.values { return values }
    guard let table = result.table?.table, let column = table.columns.first else { return nil }
    return (0..<table.rowCount).map { column.value(at: $0) }
  }

  /// How a query fares against the reference.
  package enum Verdict: Sendable, Hashable {
    case right
    /// The same here, but not on other data: a typed constant or a lucky filter.
    case rightHereOnly
    case different([ResultDifference])
    /// The reference itself gives nothing.
    case noReference
  }

  /// True when altered data change what the reference gives: a typed result then fails somewhere.
  func dependsOnData(_ reference: ReferenceQuery) -> Bool {
    let trial = trial(reference.query.text)
    return changes(trial, in: trial.worlds, reference)
  }

  /// True when the result of a reference has a column of that name, or cannot be had.
  func hasColumn(_ name: String, in reference: ReferenceQuery) -> Bool {
    let table = trial(reference.query.text).base
      .comparedAsReference(reference.columns, base.tongue)
    return table.map { $0.column(named: name) != nil } ?? true
  }

  /// True when a reference that was tried gives something else in one of these worlds.
  private func changes(
    _ trial: Trial, in worlds: some Sequence<Result>, _ reference: ReferenceQuery
  ) -> Bool {
    guard let here = trial.base.comparedAsReference(reference.columns, base.tongue) else {
      return true
    }
    return worlds.contains { world in
      let there = world.comparedAsReference(reference.columns, base.tongue)
      return there.map { !compare($0, here, reference).isEmpty } ?? false
    }
  }

  /// Judges a query that runs by itself, as `verify` does.
  func verdict(on text: String, _ reference: ReferenceQuery) -> Verdict? {
    let trial = trial(text)
    return trial.base.isFailed ? nil : verdict(on: trial, reference)
  }

  /// Judges what the pupil's text gave.
  package func verdict(on given: Trial, _ reference: ReferenceQuery) -> Verdict {
    let wanted = trial(reference.query.text)
    guard let answer = wanted.base.comparedAsReference(reference.columns, base.tongue) else {
      return .noReference
    }
    guard let own = given.base.compared(base.tongue) else { return .different([.empty]) }
    let differences = compare(own, answer, reference)
    guard differences.isEmpty else { return .different(differences) }
    // Where names change too, a query that looks for one may go astray: those worlds count only for
    // an answer that all others leave as it is.
    let isSettled = changes(wanted, in: wanted.worlds.prefix(Self.worldCount), reference)
    let count = isSettled ? Self.worldCount : worlds.count
    for (mine, other) in zip(given.worlds, wanted.worlds).prefix(count) {
      guard !mine.isFailed, let there = other.comparedAsReference(reference.columns, base.tongue)
      else { continue }
      guard let own = mine.compared(base.tongue) else { return .rightHereOnly }
      if reference.comparison == .value, there.rowCount == 0 {
        // The row in question is gone: no row and 0 say so alike, but not what was true before.
        if compare(own, answer, reference).isEmpty { return .rightHereOnly }
      } else if !compare(own, there, reference).isEmpty {
        return .rightHereOnly
      }
    }
    return .right
  }

  private func compare(
    _ own: ComparedTable, _ answer: ComparedTable, _ reference: ReferenceQuery
  ) -> [ResultDifference] {
    ResultComparison(
      given: own, reference: answer, comparison: reference.comparison, rule: reference.columns
    ).differences()
  }
}
