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

@Suite struct MachineNumberTests {
  /// Digits as stored, their scale, and the cell.
  @Test(
    arguments: [
      (0, 0, "0"), (0, 5, "0"), (5, 2, "0.05"), (-5, 2, "-0.05"), (150, 2, "1.5"),
      (-1200, 2, "-12"),
      (Int64.max, 0, "9223372036854775807"), (Int64.min + 1, 18, "-9.223372036854775807"),
      (Int64.max, 25, "0.0000009223372036854775807"),
      (1, 38, "0." + String(repeating: "0", count: 37) + "1"),
    ] as [(Int64, UInt8, String)]) func numbersArePlain(
      _ value: Int64, _ scale: UInt8, _ cell: String
    )
  {
    let result = Sample.result([Sample.number(Localized(same: "n"), [value], scale: scale)])
    let text = Sample.written {
      Renderer.write(result, as: .csv, RenderOptions(tongue: .french), to: &$0)
    }
    #expect(text == "n\n\(cell)\n")
    if scale <= 18 {
      #expect(ExactNumber(coefficient: Int128(value), scale: scale).plainText == cell)
    }
  }

  /// Day numbers from 1970-01-01 and their EDTF.
  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (-4805, "1956-11-05"), (11_016, "2000-02-29"),
      (-719_528, "0000-01-01"), (-719_529, "-0001-12-31"),
    ] as [(Int32, String)]) func plainDaysAreEDTF(_ day: Int32, _ cell: String)
  {
    let days = DateColumn(
      earliestStart: [day, DateColumn.none], latestStart: [day, DateColumn.none],
      earliestEnd: [day, DateColumn.none], latestEnd: [day, DateColumn.none])
    let schema = ColumnSchema(name: Localized(same: "d"), type: .date)
    let result = Sample.result([
      (schema, .date(days)), Sample.text(Localized(same: "x"), ["", nil]),
    ])
    let text = Sample.written {
      Renderer.write(result, as: .csv, RenderOptions(tongue: .english), to: &$0)
    }
    #expect(text == "d,x\n\(cell),\"\"\n,\n")
  }
}
