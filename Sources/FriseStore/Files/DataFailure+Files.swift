import FriseBase
import FriseModel
import Glibc

/// What may be wrong with a file that `load` names.
extension DataFailure {
  /// A file that cannot be opened, with the number of the system's error.
  static func unopenable(_ file: String, _ number: Int32) -> DataFailure {
    let reason =
      switch number {
      case ENOENT, ENOTDIR: Localized(en: "no such file", fr: "ce fichier n’existe pas")
      case EACCES, EPERM:
        Localized(en: "it may not be read", fr: "il n’est pas permis de le lire")
      case ELOOP:
        Localized(en: "its links lead in a circle", fr: "ses liens tournent en rond")
      case EIO: Localized(en: "the disk gave an error", fr: "le disque a donné une erreur")
      default:
        Localized(
          en: "the system gave error \(number)", fr: "le système a donné l’erreur \(number)")
      }
    return DataFailure(code: "E401", file: file, message: reason)
  }

  static func notAFile(_ file: String, isFolder: Bool) -> DataFailure {
    DataFailure(
      code: "E411", file: file,
      message: isFolder
        ? Localized(
          en: "this folder holds no .frise-data file, or several; name a file in it",
          fr: "ce dossier ne contient pas de fichier .frise-data, ou plusieurs ; "
            + "nommer un fichier dedans")
        : Localized(
          en: "this is a device, not a file", fr: "c’est un périphérique, pas un fichier"))
  }

  /// A spreadsheet, an archive, a picture…, named by `kind`.
  static func binary(_ file: String, kind: Localized, remedy: Localized) -> DataFailure {
    DataFailure(
      code: "E412", file: file,
      message: Localized(
        en: "this is \(kind.english), not text; \(remedy.english)",
        fr: "c’est \(kind.french), pas du texte ; \(remedy.french)"))
  }

  /// A web page or XML, named by `kind`.
  static func markup(_ file: String, kind: Localized, remedy: Localized) -> DataFailure {
    DataFailure(
      code: "E412", file: file,
      message: Localized(
        en: "this is \(kind.english), not a table; \(remedy.english)",
        fr: "c’est \(kind.french), pas un tableau\u{202F}; \(remedy.french)"))
  }

  static func tooLarge(_ file: String, bytes: Int, free: Int?) -> DataFailure {
    let size = bytes / 1_000_000
    guard let free else {
      return DataFailure(
        code: "E413", file: file,
        message: Localized(
          en: "\(size) MB; a file may have 4,290 MB at most: cut it in parts",
          fr: "\(size) Mo ; un fichier peut en avoir 4 290 au plus : le couper en morceaux"))
    }
    return DataFailure(
      code: "E413", file: file,
      message: Localized(
        en: "\(size) MB to read, and \(free / 1_000_000) MB of memory are free (it takes about "
          + "twice the size): keep the columns and rows that are needed",
        fr: "\(size) Mo à lire, et \(free / 1_000_000) Mo de mémoire sont libres (il en faut "
          + "environ deux fois la taille) : ne garder que les colonnes et lignes utiles"))
  }

  /// The table of a file takes more memory than there is.
  static func tooLittleMemory(_ file: String, needed: Int, free: Int) -> DataFailure {
    DataFailure(
      code: "E413", file: file,
      message: Localized(
        en: "its table takes about \(needed / 1_000_000) MB, and \(free / 1_000_000) MB of memory "
          + "are free: keep the columns and rows that are needed",
        fr: "sa table prend environ \(needed / 1_000_000) Mo, et \(free / 1_000_000) Mo de mémoire "
          + "sont libres\u{202F}: ne garder que les colonnes et lignes utiles"))
  }

  static func lineTooLong(_ file: String, line: Int) -> DataFailure {
    DataFailure(
      code: "E413", file: file, lineNumber: line,
      message: Localized(
        en: "this row is longer than 64 MB; is this a table, and is a quote left open?",
        fr: "cette ligne dépasse 64 Mo ; est-ce bien un tableau, un guillemet est-il resté "
          + "ouvert ?"))
  }

  static func tooManyColumns(_ file: String, found: Int) -> DataFailure {
    DataFailure(
      code: "E413", file: file, lineNumber: 1,
      message: Localized(
        en: "\(found) columns; a table may have \(SeparatedScanner.columnsMax) at most. Are rows "
          + "and columns swapped?",
        fr: "\(found) colonnes ; une table peut en avoir \(SeparatedScanner.columnsMax) au plus. "
          + "Lignes et colonnes sont-elles échangées ?"))
  }

  static func tooManyRows(_ file: String) -> DataFailure {
    DataFailure(
      code: "E413", file: file,
      message: Localized(
        en: "more than 2,147,483,646 rows", fr: "plus de 2 147 483 646 lignes"))
  }

  static func empty(_ file: String) -> DataFailure {
    DataFailure(
      code: "E414", file: file,
      message: Localized(
        en: "the file is empty: a table has at least a row of names",
        fr: "le fichier est vide : une table a au moins une ligne de noms"))
  }

  /// `header` names a line that is not there.
  static func noLine(_ file: String, _ line: Int, last: Int) -> DataFailure {
    DataFailure(
      code: "E414", file: file,
      message: Localized(
        en: "header = \(line) names a line that is not there: the last one is line \(last)",
        fr: "entête = \(line) nomme une ligne qui n’existe pas\u{202F}: la dernière est la ligne "
          + "\(last)"))
  }

  /// The file ends inside a row. `lastGood` is the line of the last whole row, 0 when there is
  /// none.
  static func truncated(_ file: String, line: Int, lastGood: Int, why: Localized) -> DataFailure {
    DataFailure(
      code: "E410", file: file, lineNumber: line,
      message: lastGood == 0
        ? Localized(
          en: "\(why.english); no whole row comes before it",
          fr: "\(why.french) ; aucune ligne entière ne précède")
        : Localized(
          en: "\(why.english); the last whole row stands on line \(lastGood). "
            + "Nothing was loaded: fetch the file again",
          fr: "\(why.french) ; la dernière ligne entière est la ligne \(lastGood). "
            + "Rien n’a été chargé : récupérer le fichier à nouveau"))
  }

  /// The file lost bytes while it was read.
  static func shortened(_ file: String) -> DataFailure {
    DataFailure(
      code: "E410", file: file,
      message: Localized(
        en: "the file became shorter while it was read. Nothing was loaded: load it again once it "
          + "is written",
        fr: "le fichier a raccourci pendant la lecture. Rien n’a été chargé\u{202F}: le charger à "
          + "nouveau quand il sera écrit"))
  }

  /// `isSecond`: Whether so many cells are `expected` as the second row has, not the first.
  static func rowWidth(
    _ file: String, line: Int, found: Int, expected: Int, isSecond: Bool, separator: UInt8
  ) -> DataFailure {
    let sign = Separators.name(separator)
    var remedy = Localized(
      en: "an empty cell keeps its separator", fr: "une cellule vide garde son séparateur")
    if found > expected {
      remedy = Localized(
        en: "a cell that holds one stands in quotes",
        fr: "une cellule qui en contient est entre guillemets")
    }
    if line <= SeparatedFrame.rowsMax, found > expected {
      remedy = Localized(
        en: remedy.english + ", and header = LINE says where the names are when not above",
        fr: remedy.french + ", et entête = LIGNE dit où sont les noms s’ils ne sont pas en haut")
    }
    let model =
      isSecond
      ? Localized(en: "the second row", fr: "la deuxième ligne")
      : Localized(en: "the first row", fr: "la première ligne")
    let (one, other) = (found == 1 ? "cell" : "cells", found == 1 ? "cellule" : "cellules")
    return DataFailure(
      code: "E403", file: file, lineNumber: line,
      message: Localized(
        en: "\(found) \(one) where \(model.english) has \(expected); cells are parted by "
          + "\(sign.english): \(remedy.english)",
        fr: "\(found) \(other) là où \(model.french) en a \(expected)\u{202F}; "
          + "\(sign.french) sépare les cellules\u{202F}: \(remedy.french)"))
  }

  static func notText(
    _ file: String, line: Int, byteOffset: Int, _ encoding: String
  ) -> DataFailure {
    DataFailure(
      code: "E402", file: file, lineNumber: line,
      message: Localized(
        en: "what stands at byte \(byteOffset) is no text in \(encoding), in which it is read: the "
          + "file is damaged, mixes encodings, or is in another one; save it as UTF-8, or name its "
          + "own with encoding = \"…\"",
        fr: "ce qui se trouve à l’octet \(byteOffset) n’est pas du texte en \(encoding), "
          + "comme il est lu\u{202F}: le fichier est abîmé, mêle des codages ou en a un "
          + "autre\u{202F}; l’enregistrer en UTF-8, ou nommer le sien par encodage = \"…\""))
  }

  static func unknownEncoding(_ file: String, _ name: String) -> DataFailure {
    let known = TextEncoding.allCases.map(\.name).joined(separator: ", ")
    return DataFailure(
      code: "E415", file: file,
      message: Localized(
        en: "no encoding \"\(name)\"; known: \(known)",
        fr: "pas de codage « \(name) » ; connus : \(known)"))
  }

  static func badSeparator(_ file: String, _ text: String) -> DataFailure {
    DataFailure(
      code: "E415", file: file,
      message: Localized(
        en: "the separator is one sign, such as \";\" or \"\\t\"; found \"\(text)\"",
        fr: "le séparateur est un seul signe, tel que \";\" ou \"\\t\" ; trouvé « \(text) »"))
  }

  static func unknownColumn(
    _ file: String, _ name: String, near: [String], has: [String]
  ) -> DataFailure {
    let list = (near.isEmpty ? Array(has.prefix(12)) : near).joined(separator: ", ")
    let more = near.isEmpty && has.count > 12 ? "…" : ""
    return DataFailure(
      code: "E404", file: file,
      message: Localized(
        en: "no column \"\(name)\" in the file. " + (near.isEmpty ? "It has: " : "Near: ")
          + list + more,
        fr: "pas de colonne « \(name) » dans le fichier. "
          + (near.isEmpty ? "Il a : " : "Proches : ") + list + more))
  }

  static func mixedDates(
    _ file: String, column: String, dayFirst: (line: Int, text: String),
    monthFirst: (line: Int, text: String)
  ) -> DataFailure {
    DataFailure(
      code: "E416", file: file, lineNumber: monthFirst.line,
      message: Localized(
        en: "column \(column): \"\(dayFirst.text)\" (line \(dayFirst.line)) has the day first, "
          + "\"\(monthFirst.text)\" (line \(monthFirst.line)) the month; write them alike, or keep "
          + "the column as it is with text = [`\(column)`]",
        fr: "colonne \(column) : « \(dayFirst.text) » (ligne \(dayFirst.line)) commence par le "
          + "jour, « \(monthFirst.text) » (ligne \(monthFirst.line)) par le mois ; les écrire de "
          + "même façon, ou garder la colonne telle quelle avec texte = [`\(column)`]"))
  }

  static func stopped(_ file: String) -> DataFailure {
    DataFailure(
      code: "E417", file: file,
      message: Localized(
        en: "stopped; nothing was loaded", fr: "arrêté ; rien n’a été chargé"))
  }

  static func badJSON(_ file: String, line: Int, _ expected: Localized) -> DataFailure {
    DataFailure(
      code: "E418", file: file, lineNumber: line,
      message: Localized(
        en: "this is not JSON as it is written: \(expected.english)",
        fr: "ce n’est pas du JSON bien écrit : \(expected.french)"))
  }

  /// A list of lists whose first does not name the columns.
  static func noNames(_ file: String, line: Int) -> DataFailure {
    DataFailure(
      code: "E418", file: file, lineNumber: line,
      message: Localized(
        en: "a list of lists begins with the names of the columns, all different: "
          + "[[\"name\", …], [value, …], …]",
        fr: "une liste de listes commence par les noms des colonnes, tous différents\u{202F}: "
          + "[[\"nom\", …], [valeur, …], …]"))
  }

  static func noRows(_ file: String) -> DataFailure {
    DataFailure(
      code: "E418", file: file,
      message: Localized(
        en: "no list of objects in this JSON: a table is written [{\"name\": value, …}, …]",
        fr: "pas de liste d’objets dans ce JSON : une table s’écrit [{\"nom\": valeur, …}, …]"))
  }
}
