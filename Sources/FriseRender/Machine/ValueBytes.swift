import FriseBase
import FriseModel

/// One value in a machine format, for values outside columns and rare cells.
enum ValueBytes {
  /// Appends a value: one cell of csv or tsv, or a JSON value.
  static func append(
    _ value: Value, _ dialect: Dialect, _ tongue: Tongue, to bytes: inout [UInt8]
  ) {
    if dialect.isJSON { return appendJSON(value, tongue, to: &bytes) }
    switch value {
    case .none: dialect.appendNone(to: &bytes)
    case .number: bytes.append(contentsOf: ValueText.machine(value, tongue).utf8)
    default: dialect.append(text: Array(ValueText.machine(value, tongue).utf8)[...], to: &bytes)
    }
  }

  /// Numbers are plain; a truth is `true`, `false` or `"undecided"` in both tongues; a figure is an
  /// object with its number, ends and word; a list is an array.
  private static func appendJSON(_ value: Value, _ tongue: Tongue, to bytes: inout [UInt8]) {
    switch value {
    case .none: Dialect.json.appendNone(to: &bytes)
    case .number(let number): bytes.append(contentsOf: number.plainText.utf8)
    case .truth(.yes): bytes.append(contentsOf: "true".utf8)
    case .truth(.no): bytes.append(contentsOf: "false".utf8)
    case .truth(.undecided): bytes.append(contentsOf: "\"undecided\"".utf8)
    case .figure(let figure):
      bytes.append(contentsOf: "{\"number\":\(figure.number.plainText)".utf8)
      bytes.append(contentsOf: ",\"low\":\(figure.low.plainText)".utf8)
      bytes.append(contentsOf: ",\"high\":\(figure.high.plainText)".utf8)
      bytes.append(contentsOf: ",\"word\":\"\(figure.word.machineName)\"}".utf8)
    case .list(let items):
      bytes.append(0x5B)
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(0x2C) }
        appendJSON(item, tongue, to: &bytes)
      }
      bytes.append(0x5D)
    case .text, .bilingual, .date, .duration, .link:
      JSONText.append(Array(ValueText.machine(value, tongue).utf8)[...], to: &bytes)
    }
  }
}
