package import FriseBase

extension DateValue {
  /// The date for people: a decade in words (`1990s`, «années 1990»), any other as its EDTF text.
  package func humanText(_ tongue: Tongue) -> String {
    let digits = text.utf8.dropLast()
    guard digits.count == 3, text.utf8.last == 0x58, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return text }
    let year = String(decoding: digits, as: UTF8.self) + "0"
    return Localized(en: year + "s", fr: "années " + year)[tongue]
  }
}
