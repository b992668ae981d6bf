import FriseBase
import FriseModel

/// One stage as it ran.
struct ExplainedStep: Sendable {
  let text: String
  let rowsIn: Int
  let rowsOut: Int
  let duration: Duration
}

extension Evaluator {
  /// Runs a pipeline and tells of each stage how many rows went in and came out, and how long it
  /// took.
  mutating func explain(_ pipeline: ResolvedPipeline) throws(RunFailure) -> [Localized] {
    steps = []
    let clock = ContinuousClock.now
    let produced = try run(pipeline)
    let total = clock.duration(to: .now)
    var lines: [Localized] = []
    if case .rows(let frame, _) = produced {
      let rows = steps?.first?.rowsIn ?? frame.count
      lines.append(sourceLine(pipeline, rows))
    }
    for step in steps ?? [] {
      let rows =
        step.rowsOut == 1
        ? Localized(en: "row", fr: "ligne")
        : Localized(en: "rows", fr: "lignes")
      lines.append(
        Localized(
          en:
            "\(step.text): \(step.rowsIn) → \(step.rowsOut) \(rows.english), "
            + "\(step.duration.milliseconds)",
          fr: "\(step.text) : \(step.rowsIn) → \(step.rowsOut) \(rows.french), "
            + "\(step.duration.milliseconds)"))
    }
    lines.append(
      Localized(en: "in all \(total.milliseconds)", fr: "en tout \(total.milliseconds)"))
    return lines
  }

  private func sourceLine(_ pipeline: ResolvedPipeline, _ rows: Int) -> Localized {
    let name: Localized
    switch pipeline.source {
    case .table(let id):
      name = data.schemas.first { $0.id == id }?.name ?? Localized(same: id.name)
    case .result(let index): name = Localized(same: "_\(index + 1)")
    default: name = Localized(en: "source", fr: "source")
    }
    return Localized(en: "\(name.english): \(rows) rows", fr: "\(name.french) : \(rows) lignes")
  }

  /// A stage as typed, in one line.
  func stageText(_ stage: ResolvedStage) -> String {
    stage.text.text(stage.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Duration {
  /// In milliseconds, to a thousandth.
  fileprivate var milliseconds: String {
    let (seconds, attoseconds) = components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let fraction = String(microseconds % 1000)
    return
      "\(microseconds / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction) ms"
  }
}
