import FriseBase
package import FriseModel

/// Writes results in every output format: model and options in, bytes out. It knows no terminal and
/// no language.
package enum Renderer {
  /// Writes a result. Human formats end with its footnotes; machine formats leave them to the
  /// caller, unless the options ask for an envelope.
  package static func write(
    _ result: ResultTable, as format: OutputFormat, _ options: RenderOptions,
    to sink: inout ByteSink
  ) {
    if drawn(result, as: format, options, to: &sink) { return }
    switch format.shown(result.view) {
    case .csv:
      SeparatedRenderer.write(
        result, separator: 0x2C, .csv(isGuarded: options.csvGuard), options, to: &sink)
    case .tsv:
      SeparatedRenderer.write(
        result, separator: 0x09, .tsv(isGuarded: options.csvGuard), options, to: &sink)
    case .json: JSONRenderer.writeArray(result, options, to: &sink)
    case .jsonl: JSONRenderer.writeLines(result, options, to: &sink)
    case .table: TableRenderer.write(result, options, to: &sink)
    case .record: RecordRenderer.write(result, options, to: &sink)
    case .linear: LinearRenderer.write(result, options, to: &sink)
    case .markdown: MarkdownRenderer.write(result, options, to: &sink)
    case .html: HTMLRenderer.write(result, options, to: &sink)
    }
  }
}

extension Renderer {
  /// Draws the view that a result asks for; false, and nothing written, when the format shows rows
  /// or the rows cannot be drawn so.
  private static func drawn(
    _ result: ResultTable, as format: OutputFormat, _ options: RenderOptions,
    to sink: inout ByteSink
  ) -> Bool {
    switch (result.view, format) {
    case (_, .html): PictureRenderer.writeHTML(result, options, to: &sink)
    case (_, .markdown): MarkdownRenderer.writeView(result, options, to: &sink)
    case (.tree, .table), (.tree, .record): TreeRenderer.write(result, options, to: &sink)
    case (.tree, .linear): TreeRenderer.writeLinear(result, options, to: &sink)
    case (.timeline, .table), (.timeline, .record):
      TimelineRenderer.write(result, options, to: &sink)
    case (.timeline, .linear): PictureLinear.writeTimeline(result, options, to: &sink)
    case (.bars(let column), .table), (.bars(let column), .record):
      BarsRenderer.write(result, column: column, options, to: &sink)
    case (.bars(let column), .linear):
      PictureLinear.writeBars(result, column: column, options, to: &sink)
    default: false
    }
  }
}

extension OutputFormat {
  /// The format that a view at the end of the pipe asks for, where the session's is for a terminal.
  fileprivate func shown(_ view: ResultView) -> OutputFormat {
    switch (self, view) {
    case (.table, .record): .record
    case (.record, .table): .table
    default: self
    }
  }
}

extension Renderer {
  /// Writes the values of an expression or of `print` on one line, without a header.
  ///
  /// - Human formats part values with a space and show a date as it is typed, in EDTF.
  /// - csv and tsv part them with their separator.
  /// - JSON gives the value itself, or an array of several; with an envelope, an object of `values`
  ///   and `footnotes`.
  package static func write(
    values: [Value], footnotes: [Footnote] = [], as format: OutputFormat, _ options: RenderOptions,
    to sink: inout ByteSink
  ) {
    var bytes: [UInt8] = []
    switch format {
    case .json, .jsonl:
      let isArray = values.count != 1 || options.isEnvelope
      if options.isEnvelope { sink.write("{\"values\":") }
      append(values, .json, separator: 0x2C, options, to: &bytes)
      sink.write(isArray ? [0x5B] + bytes + [0x5D] : bytes)
      if options.isEnvelope { JSONRenderer.closeEnvelope(footnotes, options, to: &sink) }
    case .csv:
      append(values, .csv(isGuarded: options.csvGuard), separator: 0x2C, options, to: &bytes)
      sink.write(bytes)
    case .tsv:
      append(values, .tsv(isGuarded: options.csvGuard), separator: 0x09, options, to: &bytes)
      sink.write(bytes)
    case .table, .record, .linear: sink.write(line(values, .terminal, options))
    case .markdown: sink.write(line(values, .markdown, options))
    case .html: sink.write("<p lang=\"\(options.tongue.tag)\">\(line(values, .html, options))</p>")
    }
    sink.write(0x0A)
  }

  /// Appends the values as machine cells with a separator between two.
  private static func append(
    _ values: [Value], _ dialect: Dialect, separator: UInt8, _ options: RenderOptions,
    to bytes: inout [UInt8]
  ) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(separator) }
      ValueBytes.append(value, dialect, options.tongue, to: &bytes)
    }
  }

  /// The values as people read them.
  private static func line(
    _ values: [Value], _ style: CellStyle, _ options: RenderOptions
  ) -> String {
    let cells = HumanCellOptions(style, options)
    let texts = values.map { value in
      switch value {
      case .none: cells.none
      case .date(let date): cells.show(date.text)
      default: cells.show(ValueText.human(value, options.tongue))
      }
    }
    return texts.joined(separator: " ")
  }
}
