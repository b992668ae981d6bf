import FriseBase
import FriseModel

/// What kind of file some bytes are.
enum FileFormat {
  /// - Throws: `DataFailure` E412 for a spreadsheet, an archive, a document or a database.
  static func refuseBinary(_ bytes: [UInt8], _ file: String) throws(DataFailure) {
    let sheet = Localized(en: "a spreadsheet", fr: "un classeur de tableur")
    let export = Localized(
      en: "open it in its program and save the sheet as CSV (UTF-8), then load that",
      fr: "l’ouvrir dans son programme, enregistrer la feuille en CSV (UTF-8), et charger celui-ci")
    let kinds: [(magic: [UInt8], kind: Localized, remedy: Localized)] = [
      (
        [0x50, 0x4B, 0x03, 0x04],
        hasEnding(file, ["xlsx", "ods", "xlsm"])
          ? sheet
          : Localized(en: "a spreadsheet or an archive", fr: "un classeur ou une archive"), export
      ),
      ([0xD0, 0xCF, 0x11, 0xE0], sheet, export),
      (
        Array("%PDF".utf8), Localized(en: "a PDF", fr: "un PDF"),
        Localized(
          en: "its table has to be taken out first, into CSV",
          fr: "il faut d’abord en extraire le tableau, en CSV")
      ),
      (
        Array("SQLite format 3".utf8), Localized(en: "a database", fr: "une base de données"),
        Localized(en: "export the table as CSV", fr: "exporter la table en CSV")
      ),
      (
        Array("PAR1".utf8), Localized(en: "a Parquet file", fr: "un fichier Parquet"),
        Localized(en: "export it as CSV", fr: "l’exporter en CSV")
      ),
    ]
    for (magic, kind, remedy) in kinds where bytes.starts(with: magic) {
      throw .binary(file, kind: kind, remedy: remedy)
    }
    try refuseMarkup(bytes, file)
  }

  /// A page, which an address often gives in place of its file, and XML are text, but no rows.
  private static func refuseMarkup(_ bytes: [UInt8], _ file: String) throws(DataFailure) {
    let head = bytes.prefix(64).drop { $0 <= 32 || $0 >= 0x80 }
    let start = TextFold.fold(String(decoding: head, as: UTF8.self))
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      throw .markup(
        file, kind: Localized(en: "a web page", fr: "une page web"),
        remedy: Localized(
          en: "fetch the file that it leads to", fr: "récupérer le fichier auquel elle mène"))
    }
    if start.hasPrefix("<?xml") {
      throw .markup(
        file, kind: Localized(en: "XML", fr: "du XML"),
        remedy: Localized(en: "export it as CSV or JSON", fr: "l’exporter en CSV ou en JSON"))
    }
  }

  /// Whether a text is JSON: by the ending of its name, else by its first sign.
  static func isJSON(_ bytes: [UInt8], _ file: String) -> Bool {
    if hasEnding(file, ["json", "jsonl", "ndjson", "geojson"]) { return true }
    if hasEnding(file, ["csv", "tsv"]) { return false }
    let first = bytes.prefix(4096).first { $0 > 32 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    let rest = bytes.prefix(4096).drop { $0 <= 32 }.dropFirst().first { $0 > 32 }
    return rest == UInt8(ascii: "\"") || rest == UInt8(ascii: "{")
  }

  private static func hasEnding(_ file: String, _ endings: [String]) -> Bool {
    let name = TextFold.fold(file)
    return endings.contains { name.hasSuffix("." + $0) }
  }
}
