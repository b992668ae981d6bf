import FriseBase
import FriseModel

/// Writes runs of rows of one column as the cells of a machine format, straight from its storage.
struct MachineEncoder {
  let dialect: Dialect
  let tongue: Tongue
  /// True when a row has but one cell: an absent value is then `""` in csv, for an empty line is
  /// no row to most readers.
  let isOnlyColumn: Bool

  /// Appends the cells of `rows`.
  func encode(_ source: MachineSource, _ rows: Range<Int>, into cells: inout CellBuffer) {
    switch source {
    case .column(let column): encode(column, rows, into: &cells)
    case .numbers(let numbers, let otherwise):
      for row in rows {
        let hasOwn = numbers.number(at: row) != nil
        appendNumber(hasOwn ? numbers : otherwise, row, to: &cells.bytes)
        end(&cells)
      }
    case .words(let words, let numbers):
      let names = FigureWord.allCases.map { Array($0.machineName.utf8)[...] }
      for row in rows {
        if numbers.number(at: row) == nil || Int(words[row]) >= names.count {
          dialect.appendNone(to: &cells.bytes)
        } else {
          dialect.append(text: names[Int(words[row])], to: &cells.bytes)
        }
        end(&cells)
      }
    }
  }

  /// Ends a cell.
  private func end(_ cells: inout CellBuffer) {
    if isOnlyColumn, case .csv = dialect, cells.bytes.count == (cells.ends.last ?? 0) {
      cells.bytes.append(contentsOf: [0x22, 0x22])
    }
    cells.endCell()
  }

  /// Appends the cells of a column; the type is looked at once a run.
  private func encode(_ column: Column, _ rows: Range<Int>, into cells: inout CellBuffer) {
    switch column {
    case .number(let numbers):
      for row in rows {
        appendNumber(numbers, row, to: &cells.bytes)
        end(&cells)
      }
    case .text(let texts):
      let pool = texts.pool
      for row in rows {
        appendText(texts.codes[row], pool, to: &cells.bytes)
        end(&cells)
      }
    case .bilingual(let english, let french):
      for row in rows {
        appendBilingual(english, french, row, to: &cells.bytes)
        end(&cells)
      }
    case .date(let dates):
      var known = DateTexts()
      for row in rows {
        appendDate(dates, row, &known, to: &cells.bytes)
        end(&cells)
      }
    default:
      var scratch: [UInt8] = []
      for row in rows {
        appendCell(column, row, scratch: &scratch, to: &cells.bytes)
        end(&cells)
      }
    }
  }

  /// Appends a pooled text, or an absent value for a code below 0.
  private func appendText(_ code: Int32, _ pool: StringPool, to bytes: inout [UInt8]) {
    if code < 0 {
      dialect.appendNone(to: &bytes)
    } else {
      dialect.append(text: pool.slice(code), to: &bytes)
    }
  }

  /// The tongue's text, or the other one's where it is missing.
  private func appendBilingual(
    _ english: TextColumn, _ french: TextColumn, _ row: Int, to bytes: inout [UInt8]
  ) {
    let (first, second) = tongue == .english ? (english, french) : (french, english)
    let shown = first.codes[row] >= 0 ? first : second
    appendText(shown.codes[row], shown.pool, to: &bytes)
  }

  /// Appends a number at the column's scale, without trailing zeros.
  private func appendNumber(_ numbers: NumberColumn, _ row: Int, to bytes: inout [UInt8]) {
    let value = numbers.values[row]
    if value != NumberColumn.none {
      DecimalDigits.append(value, scale: numbers.scale, to: &bytes)
    } else if let wide = numbers.number(at: row) {
      bytes.append(contentsOf: wide.plainText.utf8)
    } else {
      dialect.appendNone(to: &bytes)
    }
  }

  /// Appends a date; a plain day is written from its number alone.
  private func appendDate(
    _ dates: DateColumn, _ row: Int, _ known: inout DateTexts, to bytes: inout [UInt8]
  ) {
    let day = dates.earliestStart[row]
    guard day != DateColumn.none else { return dialect.appendNone(to: &bytes) }
    let isDay =
      dates.forms.isEmpty ? dates.written.isEmpty : dates.forms[row] == DateForm.day.rawValue
    guard isDay, day == dates.latestStart[row], day == dates.earliestEnd[row],
      day == dates.latestEnd[row], day != DateColumn.past, day != DateColumn.future
    else { return dialect.append(text: known.text(dates, row)[...], to: &bytes) }
    if dialect.isJSON { bytes.append(0x22) }
    DecimalDigits.appendDay(day, to: &bytes)
    if dialect.isJSON { bytes.append(0x22) }
  }

  /// Appends one cell of any column. `scratch` is working memory.
  private func appendCell(
    _ column: Column, _ row: Int, scratch: inout [UInt8], to bytes: inout [UInt8]
  ) {
    switch column {
    case .list(let lists) where lists.offsets[row] == lists.offsets[row + 1]:
      dialect.appendNone(to: &bytes)
    case .list(let lists) where dialect.isJSON:
      var isFirst = true
      bytes.append(0x5B)
      for item in lists.offsets[row]..<lists.offsets[row + 1] {
        if !isFirst { bytes.append(0x2C) }
        isFirst = false
        appendCell(lists.items, Int(item), scratch: &scratch, to: &bytes)
      }
      bytes.append(0x5D)
    case .list(let lists):
      scratch.removeAll(keepingCapacity: true)
      for item in lists.offsets[row]..<lists.offsets[row + 1] {
        if item > lists.offsets[row] { scratch.append(0x3B) }
        appendPlain(lists.items, Int(item), to: &scratch)
      }
      dialect.append(text: scratch[...], to: &bytes)
    case .text(let texts): appendText(texts.codes[row], texts.pool, to: &bytes)
    case .bilingual(let english, let french):
      appendBilingual(english, french, row, to: &bytes)
    case .link(let links) where links.rows[row] >= 0:
      let code = links.registry.ids.codes[Int(links.rows[row])]
      appendText(code, links.registry.ids.pool, to: &bytes)
    case .number(let numbers): appendNumber(numbers, row, to: &bytes)
    default: ValueBytes.append(column.value(at: row), dialect, tongue, to: &bytes)
    }
  }

  /// Appends the item of a list without quoting.
  private func appendPlain(_ items: Column, _ index: Int, to bytes: inout [UInt8]) {
    switch items {
    case .link(let links) where links.rows[index] >= 0:
      let code = links.registry.ids.codes[Int(links.rows[index])]
      if code >= 0 { bytes.append(contentsOf: links.registry.ids.pool.slice(code)) }
    case .text(let texts) where texts.codes[index] >= 0:
      bytes.append(contentsOf: texts.pool.slice(texts.codes[index]))
    default:
      bytes.append(contentsOf: ValueText.machine(items.value(at: index), tongue).utf8)
    }
  }
}
