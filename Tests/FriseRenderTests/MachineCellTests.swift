import FriseBase
import FriseModel
import FriseRender
import Testing

@Suite struct MachineCellTests {
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

  /// Every way a date is stored comes out as its EDTF text, in every mixture.
  @Test func datesOfAllFormsAreEDTF() throws {
    let texts = [
      "1956", "1956-11", "1956-11-04", "195X", "19XX", "1956~", "1956-11-04?", "1951/1975",
      "1951/..", "/1975", "2001-21", "[1667,1668]", "-0044-03-15", "Y17000000002", "1956", "1957",
    ]
    let mixed = (0..<3).flatMap { _ in texts }
    let dates = try mixed.map { text in try #require(EDTF.parse(text)) }
    let schema = ColumnSchema(name: Localized(same: "d"), type: .date)
    let result = Sample.result([(schema, .date(DateColumn(dates + [nil])))])
    let text = Sample.written {
      Renderer.write(result, as: .jsonl, RenderOptions(tongue: .english), to: &$0)
    }
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines == mixed.map { "{\"d\":\"\($0)\"}" } + ["{\"d\":null}"])
  }
}
