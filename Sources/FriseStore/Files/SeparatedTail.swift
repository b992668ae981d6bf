import FriseBase
import FriseModel

/// Notes below the last row of a separated text, such as its source: lines that are no rows.
struct SeparatedTail {
  /// How many bytes at the end are none of the table.
  let byteCount: Int
  let note: Localized

  /// A line at the end of a text.
  private struct Line {
    let start: Int
    let kind: Kind
  }

  private enum Kind: Equatable {
    case blank
    /// Separators and nothing else.
    case emptyRow
    /// One text, with separators behind it or without.
    case lone(Range<Int>, isPadded: Bool)
    /// Prose with separators in it, such that it has another number of cells than rows.
    case prose(Range<Int>)
    /// A row, or what is no note.
    case row
  }

  /// Nil when the text ends with a row, or rows have one cell.
  /// `bytes`: The end of the text; `isWhole` when it is all that stands below the first row, else
  /// it begins somewhere in a line.
  init?(_ bytes: [UInt8], isWhole: Bool, _ frame: SeparatedFrame) {
    guard frame.width > 1 else { return nil }
    var lines: [Line] = []
    var cursor = LineCursor(bytes)
    while let line = cursor.next(bytes) {
      lines.append(
        Line(start: line.range.lowerBound, kind: SeparatedTail.kind(bytes, line.range, frame)))
    }
    if !isWhole, !lines.isEmpty { lines.removeFirst() }
    let first = (lines.lastIndex { $0.kind == .row } ?? -1) + 1
    let isEnded = bytes.last == 10
    guard let start = SeparatedTail.start(of: Array(lines[first...]), bytes, isEnded: isEnded)
    else {
      return nil
    }
    let notes = lines[(first + start)...]
    byteCount = bytes.count - notes[notes.startIndex].start
    note = SeparatedRows.leftOut(
      notes.compactMap { line in
        switch line.kind {
        case .lone(let range, _), .prose(let range):
          String(decoding: bytes[bytes.span.trimmed(range)], as: UTF8.self)
        default: nil
        }
      }, count: notes.count, isAbove: false)
  }

  private static func kind(
    _ bytes: [UInt8], _ line: Range<Int>, _ frame: SeparatedFrame
  ) -> Kind {
    let separator = frame.separator
    let count = bytes[line].count { $0 == separator }
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == separator || bytes[end - 1] == 32 { end -= 1 }
    guard end > line.lowerBound else { return count == 0 ? .blank : .emptyRow }
    var text = line.lowerBound..<end
    let isPadded = count > 0 && end < line.upperBound
    if let quote = frame.quote, bytes[text].contains(quote) {
      // A cell in quotes that are closed: it stands on no line of a longer one.
      let inner = text.dropFirst().dropLast()
      guard text.count > 1, bytes[text.lowerBound] == quote, bytes[end - 1] == quote,
        !bytes[inner].contains(quote)
      else { return .row }
      text = inner
    } else if bytes[text].contains(separator) {
      let isProse = zip(bytes[text], bytes[text].dropFirst()).contains {
        $0 == separator && $1 == 32
      }
      return isProse && count + 1 != frame.width ? .prose(text) : .row
    }
    return .lone(text, isPadded: isPadded)
  }

  /// Where notes begin among the last lines, none of which is a whole row: behind a blank line or
  /// an empty row, or with prose alone on its line.
  private static func start(of lines: [Line], _ bytes: [UInt8], isEnded: Bool) -> Int? {
    for (index, line) in lines.enumerated() {
      switch line.kind {
      case .blank, .emptyRow:
        let rest = lines[index...].drop { $0.kind == .blank || $0.kind == .emptyRow }
        guard let first = rest.first else { return nil }
        // What is padded to the width of the rows is one of them, unless its words say otherwise.
        if !isPadded(first) || beginsAsNote(first, bytes) { return index }
      case .lone(let text, isPadded: false):
        let isProse = bytes[text].contains(32)
        if isProse, index + 1 < lines.count || isEnded { return index }
        return nil
      case .prose: return nil
      case .lone, .row: continue
      }
    }
    return nil
  }

  private static func isPadded(_ line: Line) -> Bool {
    if case .lone(_, isPadded: true) = line.kind { true } else { false }
  }

  /// How notes begin, under the fold.
  private static let words = [
    "source", "note", "champ", "lecture", "data from", "last updated", "remar", "avertissement",
    "footnote", "*", "(",
  ]

  private static func beginsAsNote(_ line: Line, _ bytes: [UInt8]) -> Bool {
    guard case .lone(let text, _) = line.kind else { return false }
    let key = TextFold.fold(String(decoding: bytes[text].prefix(60), as: UTF8.self))
    return words.contains { key.hasPrefix($0) }
  }
}
