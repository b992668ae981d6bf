/// How texts and unusual names are written in a source.
package enum Quoting {
  /// `text` between straight marks, with escapes.
  package static func text(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          written += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          written.unicodeScalars.append(scalar)
        }
      }
    }
    return written + "\""
  }

  /// `name` between backquotes; a backquote and a line end have no place in a name.
  package static func name(_ name: String) -> String {
    var written = "`"
    for scalar in name.unicodeScalars where scalar != "`" && scalar != "\n" {
      written.unicodeScalars.append(scalar)
    }
    return written + "`"
  }
}
