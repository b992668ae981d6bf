import FriseBase
import FriseModel

/// A separated text as a table of cells, and what was found about it.
struct SeparatedRows {
  let table: CellTable
  let separator: UInt8
  let hasHeader: Bool
  /// What a person should know: names made up, text behind quotes.
  private(set) var notes: [Localized] = []

  /// Splits a text.
  /// - Throws: `DataFailure` when it is empty or malformed, E415 for a separator that is none.
  init(
    _ bytes: [UInt8], file: String, options: LoadOptions, prefersTab: Bool,
    isStopped: @Sendable () -> Bool, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(DataFailure) {
    separator = try SeparatedRows.separator(of: bytes, file, options, prefersTab)
    var scanner = SeparatedScanner(bytes, file: file, separator: separator)
    try scanner.scan(isStopped: isStopped, progress: progress)
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
    hasHeader = options.hasHeader ?? SeparatedRows.looksLikeHeader(scanner)
    table = SeparatedRows.table(scanner, hasHeader, &notes)
  }

  /// The separator that was named, or the one found.
  /// - Throws: `DataFailure` E415 for one that is none.
  static func separator(
    of bytes: [UInt8], _ file: String, _ options: LoadOptions, _ prefersTab: Bool
  ) throws(DataFailure) -> UInt8 {
    guard let text = options.separator else {
      let isTab = prefersTab && bytes.prefix(1 << 16).contains(9)
      return isTab ? 9 : Separators.found(in: bytes)
    }
    let units = Array((text == "\\t" ? "\t" : text).utf8)
    guard units.count == 1, units[0] != 10, units[0] != 13, units[0] != 34 else {
      throw .badSeparator(file, text)
    }
    return units[0]
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

  /// Whether the first row holds names: it does unless one of its cells is a number or a day where
  /// the rest of the column holds numbers or days too. A four-digit year may be a name.
  static func looksLikeHeader(_ scanner: SeparatedScanner) -> Bool {
    let bytes = scanner.bytes
    let span = bytes.span
    func isPlain(_ index: Int) -> Bool {
      let range = span.trimmed(Int(scanner.starts[index])..<Int(scanner.ends[index]))
      guard let first = range.first, range.count <= 40 else { return false }
      let isYear = range.count == 4 && range.allSatisfy { (48..<58).contains(span[$0]) }
      if isYear { return false }
      return ExactNumber(parsing: span.extracting(range)) != nil
        || ((48..<58).contains(span[first]) && EDTF.parse(span.extracting(range)) != nil)
    }
    guard scanner.lineNumbers.count > 1 else {
      return !(0..<scanner.width).contains(where: isPlain)
    }
    for column in 0..<scanner.width where isPlain(column) {
      if isPlain(scanner.width + column) { return false }
    }
    return true
  }
}
