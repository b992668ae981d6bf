/// Turns a diagnostic into what a person reads (language, section 9):
/// ```
/// q.frise:3:17: error[E201]: no column "peple" in events. Did you mean people?
///   3 | events | where peple > 1000
///     |                ^^^^^
/// ```
/// Any span may be given: those beyond the source are taken to its end.
package struct DiagnosticRenderer: Sendable {
  package let tongue: Tongue
  /// Source lines that would make a line wider than this are cut around the caret.
  package let widthColumnsMax: Int
  /// True where only ASCII may be drawn.
  package let isASCII: Bool
  /// True where an error is no more than a warning: in the start-up file.
  package let warnsOnly: Bool
  /// True for a person who listens to the screen: what is meant is said, not drawn.
  package let isLinear: Bool

  package init(
    tongue: Tongue, widthColumnsMax: Int = 200, isASCII: Bool = false, warnsOnly: Bool = false,
    isLinear: Bool = false
  ) {
    self.tongue = tongue
    self.widthColumnsMax = widthColumnsMax
    self.isASCII = isASCII
    self.warnsOnly = warnsOnly
    self.isLinear = isLinear
  }

  /// The diagnostic in lines, each with its line end. Without a source there is no place to show.
  package func render(_ diagnostic: Diagnostic, in source: SourceText?) -> Markup {
    var markup = Markup()
    guard let source else {
      appendHeading(of: diagnostic, to: &markup)
      for note in diagnostic.notes { append(note: note, margin: "  ", to: &markup) }
      return markup
    }
    let start = min(Int(diagnostic.label.span.start), source.bytes.count)
    let position = source.position(at: start)
    markup.append("\(visible(source.name)):\(position.line):\(position.column): ", .emphasis)
    appendHeading(of: diagnostic, to: &markup)
    if isLinear {
      for label in [diagnostic.label] + diagnostic.secondary {
        append(said: label, in: source, to: &markup)
      }
      for note in diagnostic.notes { markup.append("  \(visible(note[tongue]))\n") }
      return markup
    }

    let excerpts = excerpts(of: diagnostic, in: source)
    let digits = String((excerpts.last?.lineIndex ?? 0) + 1).utf8.count
    let margin = String(repeating: " ", count: digits + 2)
    for (index, excerpt) in excerpts.enumerated() {
      if index > 0, excerpt.followsGap {
        markup.append("\(margin) ...\n", .dim)
      }
      append(excerpt, of: source, margin: margin, to: &markup)
    }
    for note in diagnostic.notes { append(note: note, margin: margin, to: &markup) }
    return markup
  }

  // MARK: Heading and notes

  /// `error[E201]: message. Did you mean …?` and the line end.
  private func appendHeading(of diagnostic: Diagnostic, to markup: inout Markup) {
    let severity = warnsOnly ? .warning : diagnostic.severity
    let word =
      switch severity {
      case .error: Localized(en: "error", fr: "erreur")
      case .warning: Localized(en: "warning", fr: "avertissement")
      }
    let role: MarkupRole = severity == .error ? .error : .warning
    markup.append("\(word[tongue])[\(diagnostic.code.text)]", role)
    markup.append(": ")
    markup.append(visible(diagnostic.message[tongue]), .emphasis)
    var names: [String] = []
    for suggestion in diagnostic.suggestions {
      let name = visible(suggestion.replacement[tongue])
      // A blank cannot be seen: the notes say what to write.
      if !name.allSatisfy(\.isWhitespace), !names.contains(name) { names.append(name) }
    }
    if let last = names.popLast() {
      if !endsSentence(diagnostic.message[tongue]) { markup.append(".", .emphasis) }
      markup.append(Localized(en: " Did you mean ", fr: " Vouliez-vous dire ")[tongue])
      for (index, name) in names.enumerated() {
        if index > 0 { markup.append(", ") }
        markup.append(name, .name)
      }
      if !names.isEmpty { markup.append(Localized(en: " or ", fr: " ou ")[tongue]) }
      markup.append(last, .name)
      markup.append(tongue == .english ? "?" : isASCII ? " ?" : "\u{202F}?")
    }
    markup.append("\n")
  }

  /// True when a message has its own final mark.
  private func endsSentence(_ message: String) -> Bool {
    message.unicodeScalars.last.map { ".!?…:".unicodeScalars.contains($0) } ?? true
  }

  /// The text that a label marks, in words; nothing where it marks none.
  private func append(said label: DiagnosticLabel, in source: SourceText, to markup: inout Markup) {
    let lines = source.text(label.span).split(separator: "\n", omittingEmptySubsequences: true)
    guard let first = lines.first else { return }
    let text = visible(String(first)) + (lines.count > 1 ? "…" : "")
    markup.append(Localized(en: "  here: ", fr: "  ici\u{202F}: ")[tongue])
    markup.append(text, .name)
    if let said = label.text { markup.append(". " + visible(said[tongue])) }
    markup.append("\n")
  }

  /// One remark under the excerpt.
  private func append(note: Localized, margin: String, to markup: inout Markup) {
    markup.append("\(margin) = ", .dim)
    markup.append(visible(note[tongue]) + "\n")
  }

  private func visible(_ text: String) -> String {
    HostileText.visible(text, ascii: isASCII)
  }

  // MARK: Source lines

  /// A line to show and what to underline in it.
  private struct Excerpt {
    let lineIndex: Int
    /// True when lines between this one and the one shown before belong to the same span.
    var followsGap = false
    /// Byte ranges to underline, in the order given; a label's text stands at its last line.
    var marks: [(span: ByteSpan, text: Localized?, isPrimary: Bool)] = []
  }

  /// The lines of all labels in order of line number.
  private func excerpts(of diagnostic: Diagnostic, in source: SourceText) -> [Excerpt] {
    var excerpts: [Int: Excerpt] = [:]
    for (index, label) in ([diagnostic.label] + diagnostic.secondary).enumerated() {
      let start = min(Int(label.span.start), source.bytes.count)
      let end = min(max(Int(label.span.end), start), source.bytes.count)
      let first = source.lineIndex(at: start)
      let last = end > start ? source.lineIndex(at: end - 1) : first
      // Of a span over many lines only the ends are shown.
      let lines = last - first < 4 ? Array(first...last) : [first, last]
      for line in lines {
        var excerpt = excerpts[line] ?? Excerpt(lineIndex: line)
        let span = markedSpan(ByteSpan(start, end), onLine: line, of: source)
        if line == last, lines.count == 2, last - first > 1 { excerpt.followsGap = true }
        if let span {
          excerpt.marks.append((span, line == last ? label.text : nil, index == 0))
        }
        excerpts[line] = excerpt
      }
    }
    return excerpts.values.sorted { $0.lineIndex < $1.lineIndex }
  }

  /// The part of a span that lies on a line, without the spaces a following line begins with; nil
  /// when nothing of it can be seen there.
  private func markedSpan(
    _ span: ByteSpan, onLine lineIndex: Int, of source: SourceText
  ) -> ByteSpan? {
    let line = source.lineSpan(lineIndex)
    if span.start >= line.start {
      return ByteSpan(start: min(span.start, line.end), end: min(span.end, line.end))
    }
    var start = line.start
    while start < line.end, source.bytes[Int(start)] == 0x20 || source.bytes[Int(start)] == 0x09 {
      start += 1
    }
    let end = min(span.end, line.end)
    return start < end ? ByteSpan(start: start, end: end) : nil
  }

  /// The source line with its number, and a line of carets for each mark.
  private func append(
    _ excerpt: Excerpt, of source: SourceText, margin: String, to markup: inout Markup
  ) {
    let line = SourceLine(source, lineIndex: excerpt.lineIndex, isASCII: isASCII)
    let focus = excerpt.marks.first.map { line.columns(of: $0.span) } ?? 0..<1
    let window = line.window(
      around: focus, columnsMax: max(8, widthColumnsMax - margin.utf8.count - 3),
      mark: isASCII ? "..." : "…")
    let number = String(excerpt.lineIndex + 1)
    let padding = String(repeating: " ", count: margin.utf8.count - number.utf8.count)
    markup.append("\(padding)\(number) |", .dim)
    markup.append(window.text.isEmpty ? "\n" : " \(window.text)\n")
    for mark in excerpt.marks {
      let columns = window.clip(line.columns(of: mark.span))
      markup.append("\(margin) |", .dim)
      markup.append(String(repeating: " ", count: columns.lowerBound + 1))
      let sign = mark.isPrimary ? "^" : "-"
      let role: MarkupRole = mark.isPrimary ? .caret : .secondary
      markup.append(String(repeating: sign, count: columns.count), role)
      if let text = mark.text { markup.append(" " + visible(text[tongue]), role) }
      markup.append("\n")
    }
  }
}
