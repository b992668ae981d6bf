package import FriseBase

/// What a lesson says, in paragraphs: the same words in the same order on a screen, for a screen
/// reader and in a file. Nothing is drawn, and colour never carries a meaning alone.
package struct LessonPage: Sendable, Hashable {
  /// A paragraph: what stands before its first line, and its text.
  package struct Paragraph: Sendable, Hashable {
    package let marker: String
    package let text: String
    package let role: MarkupRole
    /// Queries are not broken: they are copied and run.
    package let isQuery: Bool
  }

  package private(set) var paragraphs: [Paragraph] = []

  package init() {}

  package var isEmpty: Bool { paragraphs.isEmpty }

  package mutating func heading(_ text: String) {
    paragraphs.append(Paragraph(marker: "", text: text, role: .heading, isQuery: false))
  }

  package mutating func text(_ text: String, _ role: MarkupRole = .plain) {
    guard !text.isEmpty else { return }
    paragraphs.append(Paragraph(marker: "", text: text, role: role, isQuery: false))
  }

  /// An item of a list, behind its number or letter.
  package mutating func item(_ marker: String, _ text: String) {
    paragraphs.append(Paragraph(marker: "  \(marker) ", text: text, role: .plain, isQuery: false))
  }

  package mutating func query(_ text: String) {
    paragraphs.append(Paragraph(marker: "  ", text: text, role: .keyword, isQuery: true))
  }

  /// An empty line.
  package mutating func gap() {
    paragraphs.append(Paragraph(marker: "", text: "", role: .plain, isQuery: false))
  }

  package mutating func append(_ other: LessonPage) { paragraphs += other.paragraphs }

  /// The page in lines of at most `widthColumns`, the last one ended.
  package func markup(widthColumns: Int) -> Markup {
    var markup = Markup()
    for paragraph in paragraphs {
      let indent = String(repeating: " ", count: DisplayWidth.columns(of: paragraph.marker))
      let lines =
        paragraph.isQuery
        ? [paragraph.text]
        : Self.wrapped(paragraph.text, widthColumns: max(20, widthColumns - indent.count))
      for (index, line) in lines.enumerated() {
        markup.append(index == 0 ? paragraph.marker : indent)
        markup.append(HostileText.visible(line, ascii: false), paragraph.role)
        markup.append("\n")
      }
    }
    return markup
  }

  /// A text in lines that break at its spaces; no-break spaces hold.
  static func wrapped(_ text: String, widthColumns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let width = DisplayWidth.columns(of: String(word))
      if line.isEmpty {
        line = String(word)
        used = width
      } else if used + 1 + width <= widthColumns {
        line += " " + word
        used += 1 + width
      } else {
        lines.append(line)
        line = String(word)
        used = width
      }
    }
    lines.append(line)
    return lines
  }
}
