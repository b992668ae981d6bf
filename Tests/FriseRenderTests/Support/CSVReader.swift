/// A reader of RFC 4180 for tests.
enum CSVReader {
  /// The rows of a text, quotes resolved. Works on scalars, where CRLF is two.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted, !wasQuote, scalar != "\"" {
        cell.append(scalar)
        continue
      }
      switch scalar {
      case "\"" where !isQuoted: isQuoted = true
      case "\"" where wasQuote:
        cell.append(scalar)
        wasQuote = false
      case "\"": wasQuote = true
      case ",", "\n":
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        (isQuoted, wasQuote) = (false, false)
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      default: cell.append(scalar)
      }
    }
    return rows
  }
}
