import FriseBase
import FriseModel
import FriseRender
import Testing

@Suite struct OutputFormatTests {
  @Test(arguments: OutputFormat.allCases) func namesAreFoundInBothTongues(_ format: OutputFormat) {
    for tongue in Tongue.allCases {
      #expect(OutputFormat(named: format.name[tongue]) == format)
    }
    #expect(OutputFormat(named: "Lineaire") == .linear)
    #expect(OutputFormat(named: "xml") == nil)
  }

  @Test(arguments: [
    ("csv", OutputFormat.csv), ("md", .markdown), ("txt", .table), ("HTML", .html),
    ("jsonl", .jsonl),
  ]) func extensionsAreFound(_ text: String, _ format: OutputFormat) {
    #expect(OutputFormat(fileExtension: text) == format)
  }

  @Test func unknownExtensionsAreNone() { #expect(OutputFormat(fileExtension: "xlsx") == nil) }
}

@Suite struct ByteSinkTests {
  private final class Pieces {
    var sizes: [Int] = []
  }

  @Test func bytesGoOnInPieces() {
    let pieces = Pieces()
    var sink = ByteSink { bytes in
      pieces.sizes.append(bytes.count)
      return true
    }
    for _ in 0..<3 { sink.write(0x61, count: ByteSink.flushBytes - 1) }
    sink.write("end")
    sink.flush()
    sink.flush()
    #expect(pieces.sizes.reduce(0, +) == 3 * (ByteSink.flushBytes - 1) + 3)
    #expect(pieces.sizes.count < 4)
  }

  @Test func aClosedReceiverStopsTheRenderer() {
    let pieces = Pieces()
    var sink = ByteSink { bytes in
      pieces.sizes.append(bytes.count)
      return false
    }
    let rows = (0..<100_000).map { Int64($0) }
    let result = Sample.result([Sample.number(Localized(same: "n"), rows)])
    Renderer.write(result, as: .csv, RenderOptions(tongue: .english), to: &sink)
    sink.flush()
    #expect(!sink.isOpen)
    #expect(pieces.sizes.count == 1)
  }
}
