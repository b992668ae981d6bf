import FriseBase
import FriseModel
import FriseRender
import Testing

/// Every sample in every format, compared with its golden file; `FRISE_RECORD=1` writes them.
@Suite struct GoldenTests {
  /// A golden file: one sample, all its formats, one tongue and one width.
  struct Case: Sendable, CustomTestStringConvertible {
    let sample: String
    let tongue: Tongue
    let width: Int?
    let isASCII: Bool

    var testDescription: String { fileName }

    var fileName: String {
      let width = width.map { "-\($0)" } ?? ""
      return "\(sample)\(width)-\(tongue.tag)\(isASCII ? "-ascii" : "").txt"
    }

    /// The formats whose output depends on the width, or all the others.
    var formats: [OutputFormat] {
      width == nil ? OutputFormat.allCases : [.table, .record]
    }
  }

  static let cases: [Case] = SampleTables.names.flatMap { sample in
    Tongue.allCases.flatMap { tongue in
      [nil, 20, 40, 80, 120].map { width in
        Case(sample: sample, tongue: tongue, width: width, isASCII: false)
      }
    } + [
      Case(sample: sample, tongue: .french, width: 80, isASCII: true)
    ]
  }

  @Test(arguments: cases) func matches(_ example: Case) {
    let result = SampleTables.named(example.sample)
    let options = RenderOptions(
      tongue: example.tongue, width: example.width, isASCII: example.isASCII)
    var text = ""
    for format in example.formats {
      text += "## \(format)\n"
      text += Sample.written { Renderer.write(result, as: format, options, to: &$0) }
    }
    #expect(RenderedGolden.matches(example.fileName, text), "\(text)")
  }
}
