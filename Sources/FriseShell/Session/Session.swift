import FriseBase
import FriseLanguage
import FriseModel
import FriseRender
import Glibc

/// A session: the language's, with its settings and streams. Nothing else prints.
struct Session {
  var engine: Engine
  /// What the engine reads files by.
  private let reader: FileReader
  var settings: SessionSettings
  let environment: ShellEnvironment
  let output: OutputStream
  /// What goes to standard error; its manner follows the settings.
  private let errors: OutputStream
  /// True when a person sits at the prompt: questions may be asked.
  let isInteractive: Bool
  /// True while the start-up file runs: what is wrong in it is a warning.
  var warnsOnly = false
  /// False while results are shown that cannot be named afterwards.
  var namesResults = true
  /// The file and line that what follows is about, with a colon; empty at the prompt.
  var place = ""
  /// What was last written on the output, to part results.
  private var lastShown = Shown.nothing
  /// How many pictures were written as HTML, so that their parts have ids of their own.
  private var pictureCount = 0

  private enum Shown {
    case nothing, line, table
  }

  init(
    engine: Engine, reader: FileReader, settings: SessionSettings, environment: ShellEnvironment,
    output: OutputStream, errors: OutputStream, isInteractive: Bool
  ) {
    self.engine = engine
    self.reader = reader
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

  /// Where and how messages are written now.
  var console: Console {
    Console(
      output: output, errors: errors, tongue: tongue,
      coloursErrors: environment.usesColour(settings.colour, isTerminal: errors.isTerminal),
      isASCII: settings.isASCII, isLinear: environment.isAccessible, warnsOnly: warnsOnly,
      place: place)
  }
}

// MARK: - Work that can be left

extension Session {
  /// Does what takes time, with a copy of the engine; at the prompt so that Ctrl-C can leave it.
  /// - Returns: What it gives, or nil when it was left.
  mutating func leavable<Answer: Sendable>(
    _ body: @escaping @Sendable (inout Engine) -> Answer
  ) -> Answer? {
    guard isInteractive else { return body(&engine) }
    // A flag of its own, which stays raised when the work is left.
    var ownReader = reader
    ownReader.interrupt = Interrupt()
    var own = engine
    (own.interrupt, own.files) = (ownReader.interrupt, ownReader.access)
    let worked = LeavableWork.run(interrupt: ownReader.interrupt) { [own] in
      var engine = own
      let answer = body(&engine)
      return (answer, engine)
    }
    if Signals.isStopped, reader.showsProgress { errors.write(LoadProgress.clearing) }
    guard let worked else { return nil }
    let (interrupt, files) = (engine.interrupt, engine.files)
    engine = worked.1
    (engine.interrupt, engine.files) = (interrupt, files)
    return worked.0
  }
}

// MARK: - Results

extension Session {
  /// Shows what a statement gave, with its number where it has one.
  mutating func show(_ outcome: Outcome, number: Int? = nil) {
    switch outcome {
    case .nothing: break
    case .loaded(let report): console.tell(report)
    case .values(let values, let footnotes):
      show(values, footnotes)
    case .table(let result, saves: _):
      var options = renderOptions
      if isInteractive, namesResults { options.resultName = number.map { "_\($0)" } }
      show(result, options)
    case .held(let footnotes): console.remark(footnotes)
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
    var options = options
    if format == .html, PictureRenderer.draws(result) {
      pictureCount += 1
      options.pictureNumber = pictureCount
    }
    if mayPage(format) {
      page(result, as: format, options)
    } else {
      var sink = makeSink()
      Renderer.write(result, as: format, options, to: &sink)
      sink.flush()
    }
    if format.isMachine, !options.isEnvelope || !format.isJSON {
      console.remark(result.footnotes)
    }
  }

  /// True where a long result goes to the pager: at a prompt whose terminal can move its cursor,
  /// for the formats that are made to be read there.
  private func mayPage(_ format: OutputFormat) -> Bool {
    let isReadable = format == .table || format == .record || format == .linear
    return isReadable && settings.pages && !settings.isSafe && isInteractive && output.isTerminal
      && environment.hasUsableTerminal
  }

  /// Writes a result, through the pager when it has more lines than the screen.
  private func page(_ result: ResultTable, as format: OutputFormat, _ options: RenderOptions) {
    var bytes: [UInt8] = []
    var sink = ByteSink { piece in
      bytes += piece
      return !Signals.isStopped
    }
    Renderer.write(result, as: format, options, to: &sink)
    sink.flush()
    let lines = bytes.count { $0 == 0x0A }
    output.flush()
    // The last row is the prompt's.
    if lines >= Terminal.size(output.descriptor).rows, !Signals.isStopped, Pager.show(bytes) {
      return
    }
    output.write(bytes)
  }

  /// Parts a result from the one before: a blank line where a table is one of the two.
  private mutating func part(before next: Shown, as format: OutputFormat? = nil) {
    let parts = (format ?? settings.format).partsResultsWithBlankLine
    if parts, lastShown != .nothing, next == .table || lastShown == .table { output.write("\n") }
    lastShown = next
  }

  /// At the prompt each answer stands under its question: no line parts it from the one before.
  mutating func beginAnswer() { lastShown = .nothing }

  private mutating func show(_ values: [Value], _ footnotes: [Footnote]) {
    part(before: .line)
    let options = renderOptions
    var sink = makeSink()
    Renderer.write(
      values: values, footnotes: footnotes, as: settings.format, options, to: &sink)
    sink.flush()
    if !options.isEnvelope || !settings.format.isJSON { console.remark(footnotes) }
  }

  /// A sink on the output that closes when the reader went away or Ctrl-C came.
  private func makeSink() -> ByteSink {
    let stream = output
    return ByteSink { bytes in
      stream.write(bytes)
      return stream.failure == nil && !Signals.isStopped
    }
  }
}

extension OutputFormat {
  /// True for the formats that know envelopes.
  fileprivate var isJSON: Bool { self == .json || self == .jsonl }
}

extension ResultTable {
  /// Shows the table by a view of the command line, where its statement asked for none.
  fileprivate mutating func ask(for view: SessionSettings.ForcedView) {
    switch view {
    case .tree: self.view = .tree
    case .timeline: self.view = .timeline
    case .bars:
      let numbers = table.schema.columns.indices.filter { index in
        let column = table.schema.columns[index]
        let isNumber = column.type == .number || column.type == .figure
        return isNumber && !column.traits.contains(.hidden)
      }
      if let column = numbers.last { self.view = .bars(column: column) }
    }
  }
}
