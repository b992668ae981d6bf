import FriseBase
import FriseModel

extension DataFailure {
  /// A file that a manifest names is not there.
  static func missingFile(_ file: String) -> DataFailure {
    DataFailure(
      code: "E401", file: file,
      message: Localized(
        en: "no file \(file); the manifest names it, so it must lie beside it",
        fr: "pas de fichier \(file) ; le manifeste le nomme, il doit se trouver à côté de lui"))
  }

  /// Bytes that are not UTF-8, or a NUL.
  static func notUTF8(_ file: String, line: Int, byteOffset: Int) -> DataFailure {
    DataFailure(
      code: "E402", file: file, lineNumber: line,
      message: Localized(
        en: "byte \(byteOffset) of \(file) is not UTF-8; save the file again as UTF-8",
        fr: "l’octet \(byteOffset) de \(file) n’est pas de l’UTF-8 ; "
          + "enregistrer le fichier à nouveau en UTF-8"))
  }

  /// A row with too few or too many cells.
  static func cellCount(_ file: String, line: Int, found: Int, expected: Int) -> DataFailure {
    DataFailure(
      code: "E403", file: file, lineNumber: line,
      message: Localized(
        en: "\(found) cells where the header has \(expected); cells are parted by one tab each",
        fr: "\(found) cellules là où l’en-tête en a \(expected) ; "
          + "une tabulation sépare deux cellules"))
  }

  /// The header lacks a column.
  static func missingColumn(_ file: String, name: String, has: [String]) -> DataFailure {
    let columns = has.joined(separator: ", ")
    return DataFailure(
      code: "E404", file: file, lineNumber: 1,
      message: Localized(
        en: "no column \"\(name)\" in the header, which has: \(columns)",
        fr: "pas de colonne « \(name) » dans l’en-tête, qui a : \(columns)"))
  }

  /// A cell that is not of its column's type.
  static func badCell(
    _ file: String, line: Int, column: String, text: String, expected: Localized
  ) -> DataFailure {
    DataFailure(
      code: "E405", file: file, lineNumber: line,
      message: Localized(
        en: "column \(column): \"\(text)\" is not \(expected.english)",
        fr: "colonne \(column) : « \(text) » n’est pas \(expected.french)"))
  }

  /// Two rows of one id, or a row without id.
  static func repeatedID(_ file: String, line: Int, id: String, firstLine: Int) -> DataFailure {
    DataFailure(
      code: "E406", file: file, lineNumber: line,
      message: id.isEmpty
        ? Localized(
          en: "this row has no id; each row of this table needs one of its own",
          fr: "cette ligne n’a pas d’identifiant ; chaque ligne de cette table en demande un")
        : Localized(
          en: "the id \"\(id)\" also stands on line \(firstLine); each row needs its own",
          fr: "l’identifiant « \(id) » figure aussi ligne \(firstLine) ; "
            + "chaque ligne demande le sien"))
  }

  /// A cell that names no row of the table it links to.
  /// `others`: Further such cells with their lines, of which the first four are told.
  static func unknownLink(
    _ file: String, line: Int, column: String, text: String, target: Localized,
    others: [(line: Int, text: String)] = []
  ) -> DataFailure {
    func more(_ line: String, _ open: String, _ close: String) -> String {
      let told = others.prefix(4).map { ", \(line) \($0.line) \(open)\($0.text)\(close)" }.joined()
      return others.count > 4 ? told + ", … (\(others.count + 1))" : told
    }
    return DataFailure(
      code: "E407", file: file, lineNumber: line,
      message: Localized(
        en: "column \(column): no row \"\(text)\" in \(target.english)"
          + "\(others.isEmpty ? "" : " (likewise\(more("line", "\"", "\"").dropFirst()))"); "
          + "write an id of that table or add the row there",
        fr: "colonne \(column) : pas de ligne « \(text) » dans \(target.french)"
          + "\(others.isEmpty ? "" : " (de même\(more("ligne", "« ", " »").dropFirst()))") ; "
          + "écrire un identifiant de cette table ou y ajouter la ligne"))
  }

  /// A name that several rows of the linked table bear.
  static func ambiguousLink(
    _ file: String, line: Int, column: String, text: String, ids: [String]
  ) -> DataFailure {
    let list = ids.joined(separator: ", ")
    return DataFailure(
      code: "E407", file: file, lineNumber: line,
      message: Localized(
        en: "column \(column): \"\(text)\" may be any of \(list); write the id",
        fr: "colonne \(column) : « \(text) » peut désigner \(list) ; écrire l’identifiant"))
  }

  /// Units that are each other's ancestors.
  static func cycle(_ file: String, line: Int, ids: [String]) -> DataFailure {
    let path = ids.joined(separator: " > ")
    return DataFailure(
      code: "E408", file: file, lineNumber: line,
      message: Localized(
        en: "these units stand above one another in a circle: \(path); one parent is wrong",
        fr: "ces unités sont chacune au-dessus de l’autre, en cercle : \(path) ; "
          + "un parent est faux"))
  }

  /// A line of a manifest that cannot be read.
  static func manifest(_ file: String, line: Int, _ message: Localized) -> DataFailure {
    DataFailure(code: "E409", file: file, lineNumber: line, message: message)
  }
}
