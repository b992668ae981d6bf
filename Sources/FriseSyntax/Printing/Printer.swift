package import FriseBase

/// Writes a script in its canonical form in one tongue (language, section 4): words of that tongue,
/// one statement a line, `|` at the beginning of a line where a pipe is broken, comments kept.
///
/// Reading what is printed gives the same tree; printing that gives the same text. What the parser
/// could not read is copied as it stands.
package struct Printer: Sendable {
  /// A statement longer than this is broken before each `|`; in characters.
  package static let lineWidthMax = 90

  package let tongue: Tongue
  /// The names and texts to write otherwise, by the bytes of the name or of the text literal: a
  /// name without backquotes, a text without quotation marks. What is not here stays as typed.
  package let replacements: [ByteSpan: String]
  let source: SourceText
  /// The name that begins the statement, where a statement's word must not stand.
  var headSpan: ByteSpan?

  /// The canonical text of `script`, which was read from `source`.
  package static func print(
    _ script: Script, source: SourceText, tongue: Tongue, replacements: [ByteSpan: String] = [:]
  ) -> String {
    let printer = Printer(tongue: tongue, replacements: replacements, source: source)
    var layout = ScriptLayout(source: source, comments: script.comments)
    for (position, statement) in script.statements.enumerated() {
      let isLast = position + 1 == script.statements.count
      let limit = isLast ? UInt32.max : script.statements[position + 1].span.start
      layout.append(printer.pieces(statement), at: statement.span, before: limit)
    }
    return layout.finished()
  }

  private init(tongue: Tongue, replacements: [ByteSpan: String], source: SourceText) {
    self.tongue = tongue
    self.replacements = replacements
    self.source = source
  }

  /// The form of a word in the printer's tongue.
  func form(_ word: Word) -> String { Catalogue.form(word, tongue) }
}

/// A part of a statement that a line may begin with: its head, or `|` and a step.
struct PrintedPiece {
  let text: String
  let span: ByteSpan
}

/// Statements and comments put under one another.
private struct ScriptLayout {
  let source: SourceText
  let comments: [Comment]
  private var lines: [String] = []
  private var nextComment = 0
  /// The line of the source that holds the end of what was last put down.
  private var lastLineIndex: Int?
  private var hasStatement = false

  init(source: SourceText, comments: [Comment]) {
    self.source = source
    self.comments = comments
  }

  /// Puts down a statement and the comments before, in and after it; the next one begins at
  /// `limit`.
  mutating func append(_ pieces: [PrintedPiece], at span: ByteSpan, before limit: UInt32) {
    let firstLine = source.lineIndex(at: Int(span.start))
    var mustPart = hasStatement && pieces.first { !$0.text.isEmpty }?.text.hasPrefix("|") == true
    while nextComment < comments.count, comments[nextComment].span.start < span.start {
      let comment = comments[nextComment]
      put([comment.text], from: lineIndex(comment), parted: mustPart)
      mustPart = false
      nextComment += 1
    }
    var before = Array(repeating: [String](), count: pieces.count)
    var after = Array(repeating: String?.none, count: pieces.count)
    while nextComment < comments.count, comments[nextComment].span.start < limit,
      belongs(comments[nextComment], to: span)
    {
      place(comments[nextComment], pieces, before: &before, after: &after)
      nextComment += 1
    }
    for text in before.first ?? [] {
      put([text], from: firstLine, parted: mustPart)
      mustPart = false
    }
    if !before.isEmpty { before[0] = [] }
    put(statementLines(pieces, before: before, after: after), from: firstLine, parted: mustPart)
    lastLineIndex = source.lineIndex(at: max(Int(span.start), Int(span.end) - 1))
    hasStatement = true
  }

  /// The text, with a line end after its last line.
  mutating func finished() -> String {
    while nextComment < comments.count {
      put([comments[nextComment].text], from: lineIndex(comments[nextComment]), parted: false)
      nextComment += 1
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lineIndex(_ comment: Comment) -> Int {
    source.lineIndex(at: Int(comment.span.start))
  }

  /// The comment stands inside the statement, or after it on its last line.
  private func belongs(_ comment: Comment, to span: ByteSpan) -> Bool {
    if comment.span.start < span.end { return true }
    let last = source.lineIndex(at: max(Int(span.start), Int(span.end) - 1))
    return !comment.standsAlone && lineIndex(comment) == last
  }

  /// Chooses the piece a comment of a statement goes with: after the one it ends the line of, or
  /// before the one it stands over.
  private func place(
    _ comment: Comment, _ pieces: [PrintedPiece], before: inout [[String]], after: inout [String?]
  ) {
    let position = pieces.lastIndex { $0.span.start <= comment.span.start } ?? 0
    if !comment.standsAlone, after[position] == nil, !pieces[position].text.isEmpty {
      after[position] = comment.text
    } else if comment.standsAlone, comment.span.start >= pieces[position].span.end,
      position + 1 < pieces.count, !pieces[position].text.isEmpty
    {
      before[position + 1].append(comment.text)
    } else {
      before[position].append(comment.text)
    }
  }

  /// One line if it fits and no comment stands inside, else one line a piece.
  private func statementLines(
    _ pieces: [PrintedPiece], before: [[String]], after: [String?]
  ) -> [String] {
    let written = pieces.indices.filter { !pieces[$0].text.isEmpty }
    let whole = written.map { pieces[$0].text }.joined(separator: " ")
    let hasInnerComment =
      before.contains { !$0.isEmpty } || after.dropLast().contains { $0 != nil }
    if !hasInnerComment, whole.count <= Printer.lineWidthMax || written.count < 2 {
      return [whole + (after.last.flatMap { $0 }.map { "  " + $0 } ?? "")]
    }
    var lines: [String] = []
    for position in pieces.indices {
      let indent = lines.isEmpty && position == written.first ? "" : "  "
      lines += before[position].map { indent + $0 }
      let text = pieces[position].text
      if text.isEmpty { continue }
      lines.append(indent + text + (after[position].map { "  " + $0 } ?? ""))
    }
    return lines
  }

  /// Puts lines down, after an empty one where the source has one or `parted` asks for it.
  private mutating func put(_ text: [String], from lineIndex: Int, parted: Bool) {
    if let last = lastLineIndex, parted || hasBlank(between: last, and: lineIndex) {
      lines.append("")
    }
    lines += text
    lastLineIndex = lineIndex
  }

  private func hasBlank(between last: Int, and next: Int) -> Bool {
    next > last + 1
  }
}
