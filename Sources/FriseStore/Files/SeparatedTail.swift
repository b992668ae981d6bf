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
    /// Nothing, or separators and nothing else.
    case empty
    /// What may be a note.
    case text(Range<Int>, Manner)
    /// A row, or what is no note.
    case row
  }

  private enum Manner {
    /// One text and nothing else.
    case alone
    /// One text with separators behind it.
    case padded
    /// Prose with separators in it, such that it has another number of cells than rows.
    case prose
  }

  /// Nil when the text ends with a row, rows have one cell, or a person said where they begin: then
  /// all that stands below is one.
  /// `bytes`: The end of the text; `isWhole` when it is all that stands below the first row, else
  /// it begins somewhere in a line.
  init?(_ bytes: [UInt8], isWhole: Bool, _ frame: SeparatedFrame) {
    guard frame.width > 1, !frame.isTold else { return nil }
    var lines: [Line] = []
    var cursor = LineCursor(bytes)
    while let line = cursor.next(bytes) {
      lines.append(
        Line(start: line.range.lowerBound, kind: SeparatedTail.kind(bytes, line.range, frame)))
    }
    if !isWhole, !lines.isEmpty { lines.removeFirst() }
    let first = (lines.lastIndex { $0.kind == .row } ?? -1) + 1
    guard let start = SeparatedTail.start(of: Array(lines[first...]), bytes) else { return nil }
    let notes = lines[(first + start)...]
    byteCount = bytes.count - notes[notes.startIndex].start
    note = SeparatedRows.leftOut(
      notes.compactMap { line in
        guard case .text(let range, _) = line.kind else { return nil }
        return String(decoding: bytes[bytes.span.trimmed(range)], as: UTF8.self)
      }, count: notes.count, isAbove: false)
  }

  private static func kind(
    _ bytes: [UInt8], _ line: Range<Int>, _ frame: SeparatedFrame
  ) -> Kind {
    let separator = frame.separator
    let count = bytes[line].count { $0 == separator }
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == separator || bytes[end - 1] == 32 { end -= 1 }
    guard end > line.lowerBound else { return .empty }
    var text = line.lowerBound..<end
    let isPadded = count > 0 && end < line.upperBound
    // The last line of a cell in quotes, in text that is first read without any.
    let isOdd =
      frame.quote == nil && !bytes[text].count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2)
    if isOdd { return .row }
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
      return isProse && count + 1 != frame.width ? .text(text, .prose) : .row
    }
    return .text(text, isPadded ? .padded : .alone)
  }

  /// Where notes begin among the last lines, none of which is a whole row: behind a blank line or
  /// an empty row, or with a sentence that begins as notes do. What else is alone on its line may
  /// be a row that is broken, and is left to be a fault.
  private static func start(of lines: [Line], _ bytes: [UInt8]) -> Int? {
    /// The first of the empty lines right above.
    var gap: Int?
    for (index, line) in lines.enumerated() {
      guard case .text(let text, let manner) = line.kind else {
        gap = gap ?? index
        continue
      }
      let isNote = beginsAsNote(bytes[text])
      let wordCount = bytes[text].split(separator: 32).count
      if let gap, isNote || (manner == .alone && wordCount > 1) { return gap }
      gap = nil
      // What is padded to the width of the rows is one of them.
      if manner == .padded { continue }
      let isSentence = wordCount > 2 || bytes[text].contains(UInt8(ascii: ":"))
      return isNote && isSentence ? index : nil
    }
    return nil
  }

  /// How notes begin, under the fold: a whole word, or a sign.
  private static let beginnings = [
    "source", "note", "champ", "lecture", "data from", "last updated", "remark", "remarque",
    "avertissement", "footnote", "*", "(", "©",
  ]

  private static func beginsAsNote(_ text: ArraySlice<UInt8>) -> Bool {
    let key = TextFold.fold(String(decoding: text.prefix(60), as: UTF8.self))
    return beginnings.contains { beginning in
      guard key.hasPrefix(beginning) else { return false }
      let next = key.dropFirst(beginning.count).drop { $0 == "s" }.first
      return beginning.last?.isLetter != true || next?.isLetter != true
    }
  }
}
