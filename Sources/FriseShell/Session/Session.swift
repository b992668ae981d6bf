import FriseBase
import FriseLanguage
import FriseModel
import FriseRender
import Glibc

/// A session: the language's, with its settings and streams. Nothing else prints.
struct Session {
  var engine: Engine
  var settings: SessionSettings
  let environment: ShellEnvironment
  let output: OutputStream
  let errors: OutputStream
  /// True when a person sits at the prompt: questions may be asked.
  let isInteractive: Bool
  /// What was last written on the output, to part results.
  private var lastShown = Shown.nothing

  private enum Shown {
    case nothing, line, table
  }

  init(
    engine: Engine, settings: SessionSettings, environment: ShellEnvironment, output: OutputStream,
    errors: OutputStream, isInteractive: Bool
  ) {
    self.engine = engine
    self.settings = settings
    self.environment = environment
    self.output = output
    self.errors = errors
    self.isInteractive = isInteractive
  }

  var tongue: Tongue { engine.tongue }

  /// How results are rendered on the output now.
  var renderOptions: RenderOptions {
    let isTerminal = output.isTerminal
    return RenderOptions(
      tongue: tongue,
      width: settings.widthColumns ?? (isTerminal ? Terminal.size(output.descriptor).columns : nil),
      isASCII: settings.isASCII,
      isColoured: environment.usesColour(settings.colour, isTerminal: isTerminal),
      csvGuard: settings.guardsCSV, maximumRows: isTerminal ? settings.rowsMax : nil,
      isEnvelope: settings.hasEnvelope)
  }

  /// Whether messages on standard error are coloured.
  var coloursErrors: Bool {
    environment.usesColour(settings.colour, isTerminal: errors.isTerminal)
  }
}

// MARK: - Results

extension Session {
  /// Shows what a statement gave.
  mutating func show(_ outcome: Outcome) {
    switch outcome {
    case .nothing: break
    case .values(let values, let footnotes):
      showLine(values)
      remark(footnotes)
    case .table(let result, saves: _): show(result, renderOptions)
    case .held(let footnotes): remark(footnotes)
    case .plan(let lines):
      part(before: .line)
      for line in lines { output.write(line[tongue] + "\n") }
    }
    output.flush()
  }

  /// Writes a table in the session's format, or in the one given.
  mutating func show(
    _ result: ResultTable, as format: OutputFormat? = nil, _ options: RenderOptions
  ) {
    let format = format ?? settings.format
    var result = result
    if case .automatic = result.view, let view = settings.view { result.ask(for: view) }
    part(before: .table, as: format)
    let stream = output
    var sink = ByteSink { bytes in
      stream.write(bytes)
      return stream.failure == nil && !Signals.isStopped
    }
    Renderer.write(result, as: format, options, to: &sink)
    sink.flush()
    if format.isMachine, !options.isEnvelope { remark(result.footnotes) }
  }

  /// Parts a result from the one before: a blank line where a table is one of the two.
  private mutating func part(before next: Shown, as format: OutputFormat? = nil) {
    let parts = (format ?? settings.format).partsResultsWithBlankLine
    if parts, lastShown != .nothing, next == .table || lastShown == .table { output.write("\n") }
    lastShown = next
  }

  /// At the prompt each answer stands under its question: no line parts it from the one before.
  mutating func beginAnswer() { lastShown = .nothing }

  private mutating func showLine(_ values: [Value]) {
    part(before: .line)
    var bytes: [UInt8] = []
    if settings.format == .json || settings.format == .jsonl {
      let value: Value? = values.count == 1 ? values.first : .list(values)
      if let value { Renderer.appendJSON(value, tongue, to: &bytes) }
    } else {
      let isMachine = settings.format.isMachine
      let texts = values.map { value in
        isMachine
          ? ValueText.machine(value, tongue)
          : HostileText.visible(ValueText.human(value, tongue), ascii: settings.isASCII)
      }
      bytes = Array(texts.joined(separator: " ").utf8)
    }
    output.write(bytes)
    output.write("\n")
  }

  /// Writes footnotes on standard error.
  func remark(_ footnotes: [Footnote]) {
    for footnote in footnotes { write(Markup(footnote.text[tongue] + "\n", .dim)) }
  }
}

extension ResultTable {
  /// Shows the table by a view of the command line, where its statement asked for none.
  fileprivate mutating func ask(for view: SessionSettings.ForcedView) {
    switch view {
    case .tree: self.view = .tree
    case .timeline: self.view = .timeline
    case .bars:
      let numbers = table.schema.columns.indices.filter { index in
        let type = table.schema.columns[index].type
        return type == .number || type == .figure
      }
      if let column = numbers.last { self.view = .bars(column: column) }
    }
  }
}

// MARK: - Messages

extension Session {
  /// Writes a message on standard error, in colour where that is wanted.
  func write(_ markup: Markup) {
    output.flush()
    var bytes: [UInt8] = []
    AnsiPainter.paint(markup, isColored: coloursErrors, into: &bytes)
    errors.write(bytes)
    errors.flush()
  }

  /// Writes a line of the program's own about itself: `frise: …`.
  func complain(_ message: Localized) {
    var markup = Markup("frise: ", .dim)
    markup.append(HostileText.visible(message[tongue]) + "\n")
    write(markup)
  }

  /// Writes diagnostics on standard error.
  func report(_ diagnostics: [LocatedDiagnostic]) {
    for located in diagnostics {
      write(DiagnosticRenderer.render(located.diagnostic, in: located.source, tongue: tongue))
    }
  }

  /// Writes why a statement failed, and what it had remarked before.
  func report(_ failure: StatementFailure) {
    report([failure.located])
    remark(failure.footnotes)
  }

  /// Hands on what is gathered.
  /// - Returns: The exit code that a stream which failed asks for, or nil when all is well.
  func finishOutput() -> Int32? {
    output.flush()
    guard let failure = output.failure else { return nil }
    if output.isBroken { return ExitCode.brokenPipe }
    if failure.number == EINTR, Signals.isStopped { return ExitCode.interrupted }
    complain(
      Localized(
        en: "the results cannot be written: \(failure.reason.english)",
        fr: "les résultats ne peuvent pas être écrits : \(failure.reason.french)"))
    return ExitCode.failure
  }
}
