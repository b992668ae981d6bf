import FriseBase
import FriseModel

/// A separated text as a table of cells, and what was found about it.
struct SeparatedRows {
  let table: CellTable
  let frame: SeparatedFrame
  let hasHeader: Bool
  /// What a person should know: lines left out, names made up, text behind quotes.
  private(set) var notes: [Localized] = []

  /// Splits a text.
  /// - Throws: `DataFailure` when it is empty or malformed, E415 for a separator that is none.
  init(
    _ bytes: [UInt8], file: String, options: LoadOptions, prefersTab: Bool,
    isStopped: @Sendable () -> Bool, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(DataFailure) {
    var frame = try SeparatedFrame(bytes, file: file, options: options, prefersTab: prefersTab)
    notes = frame.notes
    var bytes = bytes
    let tail = frame.tail(bytes.count)
    let below = SeparatedTail(Array(bytes[tail.range]), isWhole: tail.isWhole, frame)
    if let below { bytes.removeLast(below.byteCount) }
    var scanner = SeparatedScanner(bytes, file: file, frame)
    do {
      try scanner.scan(isStopped: isStopped, progress: progress)
    } catch {
      // Spreadsheets quote cells of tab-separated text too, when tabs or line ends are in them.
      guard error.code != "E417", let quoted = frame.otherwise, bytes.contains(UInt8(ascii: "\""))
      else {
        throw error
      }
      var other = SeparatedScanner(bytes, file: file, quoted)
      guard (try? other.scan(isStopped: isStopped, progress: progress)) != nil,
        other.trailingTextCount == 0
      else { throw error }
      (scanner, frame) = (other, quoted)
    }
    self.frame = frame
    guard scanner.width > 0 else { throw .empty(file) }
    if scanner.unescape() {
      notes.append(
        Localized(
          en: "\\t, \\n and \\\\ in cells stand for a tab, a line end and a backslash",
          fr: "\\t, \\n et \\\\ dans les cellules sont une tabulation, une fin de ligne et une "
            + "barre oblique inverse"))
    }
    if scanner.trailingTextCount > 0 {
      let count = scanner.trailingTextCount
      notes.append(
        Localized(
          en: "cells with text behind their closing quote, kept: \(count)",
          fr: "cellules avec du texte après le guillemet fermant, gardé : \(count)"))
    }
    hasHeader = frame.hasHeader ?? SeparatedRows.looksLikeHeader(scanner)
    table = SeparatedRows.table(scanner, hasHeader, &notes)
    if let below { notes.append(below.note) }
  }

  /// That lines above or below the rows are left out, with the first of them.
  static func leftOut(_ lines: [String], count: Int, isAbove: Bool) -> Localized {
    let shown = lines.filter { !$0.isEmpty }.prefix(3).map { line in
      line.count > 60 ? line.prefix(59) + "…" : line
    }
    let (english, french) = (
      shown.map { "\"\($0)\"" }.joined(separator: ", "),
      shown.map { "«\u{202F}\($0)\u{202F}»" }.joined(separator: ", ")
    )
    let isOne = count == 1
    guard isAbove else {
      return Localized(
        en: (isOne ? "the last line is no row" : "the last \(count) lines are no rows")
          + " and left out: \(english)",
        fr: (isOne
          ? "la dernière ligne n’est pas une ligne de la table et est laissée de côté"
          : "les \(count) dernières lignes ne sont pas de la table et sont laissées de côté")
          + "\u{202F}: \(french)")
    }
    return Localized(
      en: (isOne ? "1 line above the names is" : "\(count) lines above the names are")
        + " left out: \(english); if the names are elsewhere, header = LINE says so",
      fr: (isOne
        ? "1 ligne au-dessus des noms est laissée"
        : "\(count) lignes au-dessus des noms sont laissées")
        + " de côté\u{202F}: \(french)\u{202F}; si les noms sont ailleurs, entête = LIGNE le dit")
  }

  /// The names of the columns: those of the first row, or made up.
  static func names(
    _ scanner: SeparatedScanner, _ hasHeader: Bool, _ notes: inout [Localized]
  ) -> [Localized] {
    let width = scanner.width
    let bytes = scanner.bytes
    var names: [Localized] = []
    var seen: Set<String> = []
    for column in 0..<width {
      let range = bytes.span.trimmed(
        Int(scanner.starts[column])..<Int(scanner.ends[column]))
      let text = hasHeader ? String(decoding: bytes[range], as: UTF8.self) : ""
      names.append(name(text, number: column + 1, hasHeader, &seen, &notes))
    }
    return names
  }

  private static func table(
    _ scanner: SeparatedScanner, _ hasHeader: Bool, _ notes: inout [Localized]
  ) -> CellTable {
    let width = scanner.width
    let first = hasHeader ? 1 : 0
    let rowCount = max(0, scanner.lineNumbers.count - first)
    var columns: [CellColumn] = []
    for (index, name) in names(scanner, hasHeader, &notes).enumerated() {
      columns.append(
        CellColumn(
          name: name, starts: scanner.starts, ends: scanner.ends, offset: first * width + index,
          stride: width))
    }
    return CellTable(
      bytes: scanner.bytes, columns: columns,
      lines: .listed(Array(scanner.lineNumbers.dropFirst(first))),
      rowCount: rowCount)
  }

  /// The name of a column: as written, numbered when it is empty or was there before.
  private static func name(
    _ text: String, number: Int, _ hasHeader: Bool, _ seen: inout Set<String>,
    _ notes: inout [Localized]
  ) -> Localized {
    var name = Localized(same: text)
    if text.isEmpty {
      name = Localized(en: "column\(number)", fr: "colonne\(number)")
      if hasHeader {
        notes.append(
          Localized(
            en: "column \(number) has no name: it is called \(name.english)",
            fr: "la colonne \(number) n’a pas de nom : elle est appelée \(name.french)"))
      }
    }
    var suffix = 2
    let base = name
    while !seen.insert(TextFold.fold(name.english)).inserted {
      name = Localized(en: "\(base.english)_\(suffix)", fr: "\(base.french)_\(suffix)")
      suffix += 1
    }
    if name != base {
      notes.append(
        Localized(
          en: "the name \(base.english) occurs again: column \(number) is called \(name.english)",
          fr: "le nom \(base.french) revient : la colonne \(number) est appelée \(name.french)"))
    }
    return name
  }

  /// Whether the first row holds names, as `looksLikeHeader(_:_:above:)` finds.
  static func looksLikeHeader(_ scanner: SeparatedScanner) -> Bool {
    let width = scanner.width
    return looksLikeHeader(
      scanner, 0..<width, above: scanner.lineNumbers.count > 1 ? width..<2 * width : nil)
  }

  /// Whether a row holds names: it does unless one of its cells is a number or a day where the row
  /// below holds numbers or days too. A four-digit year may be a name.
  static func looksLikeHeader(
    _ scanner: SeparatedScanner, _ row: Range<Int>, above next: Range<Int>?
  ) -> Bool {
    let bytes = scanner.bytes
    let span = bytes.span
    func isPlain(_ cell: Int) -> Bool {
      let range = scanner.text(ofCell: cell)
      guard let first = range.first, range.count <= 40 else { return false }
      let isYear = range.count == 4 && range.allSatisfy { (48..<58).contains(span[$0]) }
      if isYear { return false }
      return ExactNumber(parsing: span.extracting(range)) != nil
        || ((48..<58).contains(span[first]) && EDTF.parse(span.extracting(range)) != nil)
    }
    guard let next else { return !row.contains(where: isPlain) }
    return !row.contains { isPlain($0) && isPlain(next.lowerBound + $0 - row.lowerBound) }
  }
}
