// Stands in for parts that are being built; gone once they land.
import FriseBase
import FriseModel
import FriseRender
import FriseSyntax

enum Completeness {
  static func isComplete(_ source: SourceText) -> Bool { true }
}

enum BuiltInData {
  static func dataSet() -> DataSet {
    DataSet(schemas: []) { _, _ throws(DataFailure) in
      throw DataFailure(code: "E401", file: "", message: Localized(same: ""))
    }
  }
}

enum DiagnosticRenderer {
  static func render(_ diagnostic: Diagnostic, in source: SourceText, tongue: Tongue) -> Markup {
    let place = source.position(at: Int(diagnostic.label.span.start))
    return Markup(
      "\(source.name):\(place.line):\(place.column): error[\(diagnostic.code.text)]: "
        + diagnostic.message[tongue] + "\n")
  }
}

extension Renderer {
  static func appendJSON(_ value: Value, _ tongue: Tongue, to bytes: inout [UInt8]) {
    bytes += ValueText.machine(value, tongue).utf8
  }
}
