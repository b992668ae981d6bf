import FriseBase
import FriseModel

/// A column as people read it: the texts of its cells, safe to show, and their widths. Rows with
/// the same pooled text or link share one cell.
struct HumanColumn {
  let name: String
  let nameWidth: Int
  /// True for numbers, figures, dates and durations.
  let isRightAligned: Bool
  /// The cells, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Cell i is `bytes[offsets[i]..<offsets[i + 1]]`; cell 0 is the mark of an absent value.
  private(set) var offsets: [Int] = [0]
  /// Display width of each cell.
  private(set) var widths: [Int] = []
  /// The cell of each row.
  private(set) var cells: [Int32] = []
  /// The widest cell of any row.
  private(set) var widthMax = 0

  /// The bytes of a row's cell.
  func text(_ row: Int) -> ArraySlice<UInt8> {
    let cell = Int(cells[row])
    return bytes[offsets[cell]..<offsets[cell + 1]]
  }

  /// The display width of a row's cell.
  func width(_ row: Int) -> Int { widths[Int(cells[row])] }

  /// True when a row has no value.
  func isNone(_ row: Int) -> Bool { cells[row] == 0 }
}

/// What the cells of human columns are made with.
struct HumanCellOptions {
  /// What is said of an absent value where it is read aloud.
  static let notStated = Localized(en: "not stated", fr: "non précisé")

  let style: CellStyle
  let tongue: Tongue
  let isASCII: Bool
  /// What stands for an absent value.
  let none: String
  /// Pads numbers after their last digit so that decimal separators stand under each other.
  let alignsDecimals: Bool

  init(
    _ style: CellStyle, _ options: RenderOptions, none: Localized? = nil,
    alignsDecimals: Bool = false
  ) {
    self.alignsDecimals = alignsDecimals
    self.style = style
    self.tongue = options.tongue
    self.isASCII = options.isASCII
    self.none = none?[options.tongue] ?? (options.isASCII ? "-" : ValueText.none)
  }

  /// A text of the data, safe to show.
  func show(_ text: String) -> String {
    let shown = style.show(text, isASCII: isASCII)
    return isASCII ? CellStyle.plainSpaces(shown) : shown
  }
}

extension CellStyle {
  /// The text with spaces of every kind as plain spaces, for terminals that draw ASCII only.
  static func plainSpaces(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.generalCategory == .spaceSeparator
      plain.unicodeScalars.append(isSpace ? " " : scalar)
    }
    return plain
  }
}

extension HumanColumn {
  /// The first `rowCount` rows of the columns at `indices`.
  static func columns(
    of table: Table, _ indices: [Int], rowCount: Int, _ options: HumanCellOptions
  ) -> [HumanColumn] {
    indices.map { index in
      HumanColumn(
        table.columns[index], table.schema.columns[index], rowCount: rowCount, options)
    }
  }

  private init(
    _ column: Column, _ schema: ColumnSchema, rowCount: Int, _ options: HumanCellOptions
  ) {
    name = options.show(schema.name[options.tongue])
    nameWidth = CellText.width(name)
    isRightAligned =
      switch schema.type {
      case .number, .figure, .date, .duration: true
      default: false
      }
    cells.reserveCapacity(rowCount)
    _ = addCell(options.none)
    let grouping: DigitGrouping = schema.traits.contains(.ungrouped) ? .never : .fromFiveDigits
    switch column {
    case .text(let texts): addTexts(texts, otherwise: nil, rowCount, options)
    case .bilingual(let english, let french) where options.tongue == .english:
      addTexts(english, otherwise: french, rowCount, options)
    case .bilingual(let english, let french):
      addTexts(french, otherwise: english, rowCount, options)
    case .link(let links): addLinks(links, rowCount, options)
    case .number(let numbers): addNumbers(numbers, rowCount, grouping, options)
    default:
      for row in 0..<rowCount {
        let value = column.value(at: row)
        if case .none = value {
          cells.append(0)
        } else {
          let text = ValueText.human(value, options.tongue, grouping: grouping)
          cells.append(addCell(options.show(text)))
        }
      }
    }
    widthMax = cells.reduce(0) { max($0, widths[Int($1)]) }
  }

  /// Adds a cell and gives its number.
  private mutating func addCell(_ text: String) -> Int32 {
    bytes.append(contentsOf: text.utf8)
    return endCell(width: CellText.width(text))
  }

  /// Ends the cell whose bytes were appended.
  private mutating func endCell(width: Int) -> Int32 {
    offsets.append(bytes.count)
    widths.append(width)
    return Int32(widths.count - 1)
  }

  /// Adds a cell of pooled bytes; plain ASCII needs no look at characters on a terminal.
  private mutating func addCell(_ text: ArraySlice<UInt8>, _ options: HumanCellOptions) -> Int32 {
    if options.style == .terminal, text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      bytes.append(contentsOf: text)
      return endCell(width: text.count)
    }
    return addCell(options.show(String(decoding: text, as: UTF8.self)))
  }

  /// Adds texts; where one is missing, the text of `otherwise` stands in.
  private mutating func addTexts(
    _ texts: TextColumn, otherwise: TextColumn?, _ rowCount: Int, _ options: HumanCellOptions
  ) {
    var known = [Int32](repeating: -1, count: texts.pool.count)
    for row in 0..<rowCount {
      let code = texts.codes[row]
      guard code >= 0 else {
        let other = otherwise?.text(at: row)
        cells.append(other.map { addCell(options.show($0)) } ?? 0)
        continue
      }
      if known[Int(code)] < 0 { known[Int(code)] = addCell(texts.pool.slice(code), options) }
      cells.append(known[Int(code)])
    }
  }

  /// Adds the names of linked units.
  private mutating func addLinks(
    _ links: LinkColumn, _ rowCount: Int, _ options: HumanCellOptions
  ) {
    var known = [Int32](repeating: -1, count: links.registry.count)
    for row in 0..<rowCount {
      let unit = links.rows[row]
      guard unit >= 0 else {
        cells.append(0)
        continue
      }
      if known[Int(unit)] < 0 {
        known[Int(unit)] = addCell(options.show(links.registry.name(unit)[options.tongue]))
      }
      cells.append(known[Int(unit)])
    }
  }

  /// Adds numbers; grouped digits are one column each in both tongues.
  private mutating func addNumbers(
    _ numbers: NumberColumn, _ rowCount: Int, _ grouping: DigitGrouping,
    _ options: HumanCellOptions
  ) {
    let fractionMax = options.alignsDecimals ? numbers.fractionWidthMax(rowCount) : 0
    var plain: [UInt8] = []
    for row in 0..<rowCount {
      guard numbers.appendPlain(row, to: &plain) else {
        cells.append(0)
        continue
      }
      let start = bytes.count
      ValueText.appendNumber(plain: plain.span, options.tongue, grouping: grouping, to: &bytes)
      if options.isASCII, bytes.count - start > plain.count, options.tongue == .french {
        let text = CellStyle.plainSpaces(String(decoding: bytes[start...], as: UTF8.self))
        bytes.replaceSubrange(start..., with: text.utf8)
      }
      if fractionMax > 0 {
        let padding = fractionMax - NumberColumn.fractionWidth(plain)
        for _ in 0..<max(0, padding) { bytes.append(0x20) }
      }
      // Every byte that does not continue a character is one column.
      cells.append(endCell(width: bytes[start...].count { $0 & 0xC0 != 0x80 }))
    }
  }
}

extension NumberColumn {
  /// Writes the number of a row, as machine formats do, in place of `plain`; false when there is
  /// none.
  fileprivate func appendPlain(_ row: Int, to plain: inout [UInt8]) -> Bool {
    plain.removeAll(keepingCapacity: true)
    let value = values[row]
    if value != NumberColumn.none {
      DecimalDigits.append(value, scale: scale, to: &plain)
      return true
    }
    guard let wide = number(at: row) else { return false }
    plain.append(contentsOf: wide.plainText.utf8)
    return true
  }

  /// The columns of the decimal separator and of what follows it.
  fileprivate static func fractionWidth(_ plain: [UInt8]) -> Int {
    plain.firstIndex(of: 0x2E).map { plain.count - $0 } ?? 0
  }

  /// The widest fraction of the first `rowCount` numbers.
  fileprivate func fractionWidthMax(_ rowCount: Int) -> Int {
    guard scale > 0 || !wide.isEmpty else { return 0 }
    var plain: [UInt8] = []
    var widest = 0
    for row in 0..<rowCount where appendPlain(row, to: &plain) {
      widest = max(widest, NumberColumn.fractionWidth(plain))
    }
    return widest
  }
}
