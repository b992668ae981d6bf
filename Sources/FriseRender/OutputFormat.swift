package import FriseBase

/// A way to write a result (shell, section 4). The views `tree`, `timeline` and `bars` are not
/// here.
package enum OutputFormat: Sendable, Hashable, CaseIterable {
  case table, record, linear, csv, tsv, json, jsonl, markdown, html

  /// What `--output` and `.last as` call it.
  package var name: Localized {
    switch self {
    case .table: Localized(en: "table", fr: "tableau")
    case .record: Localized(en: "record", fr: "fiche")
    case .linear: Localized(en: "linear", fr: "linéaire")
    case .csv: Localized(same: "csv")
    case .tsv: Localized(same: "tsv")
    case .json: Localized(same: "json")
    case .jsonl: Localized(same: "jsonl")
    case .markdown: Localized(same: "markdown")
    case .html: Localized(same: "html")
    }
  }

  /// The format of that name in either tongue, accents and case aside.
  package init?(named name: String) {
    let key = TextFold.fold(name)
    let match = OutputFormat.allCases.first { format in
      TextFold.fold(format.name.english) == key || TextFold.fold(format.name.french) == key
    }
    guard let match else { return nil }
    self = match
  }

  /// The extension, without its point, of files that `save` writes in this format.
  package var fileExtension: String {
    switch self {
    case .table, .record, .linear: "txt"
    case .csv: "csv"
    case .tsv: "tsv"
    case .json: "json"
    case .jsonl: "jsonl"
    case .markdown: "md"
    case .html: "html"
    }
  }

  /// The format that a file's extension asks for (`txt` is a table), or nil.
  package init?(fileExtension: String) {
    let key = TextFold.fold(fileExtension)
    guard let match = OutputFormat.allCases.first(where: { $0.fileExtension == key }) else {
      return nil
    }
    self = match
  }

  /// True for formats that programs read: plain numbers, EDTF, ids, every column; footnotes are the
  /// caller's to print elsewhere.
  package var isMachine: Bool {
    switch self {
    case .csv, .tsv, .json, .jsonl: true
    case .table, .record, .linear, .markdown, .html: false
    }
  }

  /// True when several results are parted by a blank line; JSON gives one value a line instead.
  package var partsResultsWithBlankLine: Bool { self != .json && self != .jsonl }
}
