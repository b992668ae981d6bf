import FriseBase
import FriseModel
import FriseRender
import FriseTestSupport
import Testing

/// What machine formats write is read back by small readers of their own.
@Suite struct RoundTripTests {
  /// Texts from the characters that matter to some format.
  private func randomTexts(_ count: Int, seed: UInt64) -> [String?] {
    let pieces = [
      "a", "é", ",", "\"", "\n", "\r\n", "\t", "\\", ";", "\u{1B}", "\u{85}", "\u{2028}",
      "\u{202E}",
      "👩‍👩‍👧", "=", "\u{7F}", " ", "|", "日", "\u{E000}",
    ]
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let length = Int(generator.next() % 8)
      if length == 7 { return nil }
      return (0..<length).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
    }
  }

  private func sample(_ texts: [String?]) -> ResultTable {
    Sample.result([
      Sample.text(Localized(same: "text"), texts),
      Sample.number(Localized(same: "n"), texts.indices.map { Int64($0) - 5 }, scale: 1),
    ])
  }

  private func written(_ result: ResultTable, _ format: OutputFormat) -> String {
    Sample.written {
      Renderer.write(result, as: format, RenderOptions(tongue: .english), to: &$0)
    }
  }

  @Test func csvIsReadBack() {
    let texts = randomTexts(3000, seed: 1)
    let rows = CSVReader.rows(written(sample(texts), .csv))
    #expect(rows.count == texts.count + 1)
    for (row, text) in zip(rows.dropFirst(), texts) {
      #expect(row.count == 2)
      #expect(row.first.map { Array($0.utf8) } == Array((text ?? "").utf8))
    }
  }

  @Test func tsvIsReadBack() {
    let texts = randomTexts(3000, seed: 2)
    let lines = written(sample(texts), .tsv).utf8.split(
      separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.count == texts.count + 2)
    for (line, text) in zip(lines.dropFirst(), texts) {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      #expect(cells.count == 2)
      #expect(unescaped(Array(cells[0])) == Array((text ?? "").utf8))
    }
  }

  private func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        plain.append([0x74: 0x09, 0x6E: 0x0A, 0x72: 0x0D][byte] ?? byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    return plain
  }

  @Test(arguments: [OutputFormat.json, .jsonl]) func jsonIsReadBack(_ format: OutputFormat) {
    let texts = randomTexts(3000, seed: 3)
    let output = written(sample(texts), format)
    let values: [JSONReader.Value]
    if format == .json {
      guard case .array(let items) = JSONReader.value(output) else {
        Issue.record("not an array")
        return
      }
      values = items
    } else {
      values = output.utf8.split(separator: 0x0A).compactMap {
        JSONReader.value(String(decoding: Array($0), as: UTF8.self))
      }
    }
    #expect(values.count == texts.count)
    for (index, (value, text)) in zip(values, texts).enumerated() {
      let expected: JSONReader.Value = text.map { .text(Array($0.utf8)) } ?? .null
      let tenths = index - 5
      let whole = tenths.magnitude / 10
      let rest = tenths.magnitude % 10
      let number = (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
      #expect(value == .object([("text", expected), ("n", .number(number))]))
    }
    // Nothing that moves a cursor or breaks a script is left raw.
    for scalar in output.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
      #expect(scalar != "\u{2028}" && scalar != "\u{202E}")
    }
  }
}
