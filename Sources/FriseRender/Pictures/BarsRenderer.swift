import FriseBase
import FriseModel

/// Horizontal bars in a terminal, one a row, each with its number and word.
enum BarsRenderer {
  /// Columns of the longest bar where no width is given.
  fileprivate static let lengthDefault = 50
  /// The longest bar is not made shorter than this, nor names that are cut.
  fileprivate static let lengthMinimum = 8

  /// Writes the bars; false, and nothing written, when the column holds no numbers.
  static func write(
    _ result: ResultTable, column: Int, _ options: RenderOptions, to sink: inout ByteSink
  ) -> Bool {
    guard let content = BarsContent(result, column: column, options) else { return false }
    BarsDrawing(content, options).write(to: &sink)
    let listed = ShownColumns.listed(result.table).count
    Footnotes.writeEnd(of: result, columnsShown: listed, options, to: &sink)
    return true
  }
}

/// Bars whose widths are settled.
private struct BarsDrawing {
  private let content: BarsContent
  private let options: RenderOptions
  private let ink: Ink
  private let cells: HumanCellOptions
  /// Columns of the names; 0 where name and number stand on a line of their own, over the bar.
  private let labelWidth: Int
  /// Columns from the least number to the greatest.
  private let length: Int
  /// The column, within those, that bars start at.
  private let zero: Int
  private let cut: String
  /// The signs of a bar, of what its word leaves open, and of the line at zero.
  private let full: String
  private let open: String
  private let base: String

  init(_ content: BarsContent, _ options: RenderOptions) {
    self.content = content
    self.options = options
    ink = Ink(options)
    cells = HumanCellOptions(.terminal, options)
    cut = Frame.of(options).cut
    (full, open, base) = options.isASCII ? ("=", ":", "|") : ("█", "░", "│")
    var labelMax = CellText.width(cells.show(content.name))
    var textMax = CellText.width(cells.none)
    for row in 0..<content.rowCount {
      let bar = content.bar(row)
      labelMax = max(labelMax, CellText.width(cells.show(bar.label)))
      if let text = bar.text { textMax = max(textMax, CellText.width(cells.show(text))) }
    }
    // name, space, line at zero, bars, space, number.
    if let width = options.width {
      let free = width - 3 - textMax
      let room = free - max(BarsRenderer.lengthMinimum, free / 2)
      let isStacked = room < min(labelMax, BarsRenderer.lengthMinimum)
      labelWidth = isStacked ? 0 : min(labelMax, room)
      length = isStacked ? max(2, width - 1) : free - labelWidth
    } else {
      labelWidth = labelMax
      length = BarsRenderer.lengthDefault
    }
    let span = content.maximum - content.minimum
    zero =
      span > 0 && content.minimum < 0
      ? max(1, Int((-content.minimum / span * Double(length)).rounded())) : 0
  }

  func write(to sink: inout ByteSink) {
    for row in 0..<content.rowCount where sink.isOpen { write(content.bar(row), to: &sink) }
    guard content.hasInexact else { return }
    let legend = open + " " + BarsWords.inexact[options.tongue]
    for text in TextWrap.lines(legend, width: options.width) {
      sink.write(ink.faint + Array(text.utf8) + ink.off)
      sink.write(0x0A)
    }
  }

  private func write(_ bar: BarsContent.Bar, to sink: inout ByteSink) {
    let text = bar.text.map { cells.show($0) } ?? cells.none
    if labelWidth > 0 {
      let label = DisplayWidth.truncate(cells.show(bar.label), to: labelWidth, mark: cut)
      sink.write(label)
      sink.write(0x20, count: labelWidth - CellText.width(label) + 1)
    } else {
      let heading = cells.show(bar.label + RowLabels.colon[options.tongue]) + text
      for line in TextWrap.lines(heading, width: options.width) { sink.write(line + "\n") }
    }
    let signs = signs(bar)
    sink.write(signs.before)
    sink.write(ink.faint + Array(base.utf8) + ink.off)
    sink.write(signs.after)
    if labelWidth > 0 {
      sink.write(0x20)
      if bar.text == nil { sink.write(ink.faint) }
      sink.write(text)
      if bar.text == nil { sink.write(ink.off) }
    }
    sink.write(0x0A)
  }

  /// The signs left of the line at zero, spaces included, and right of it.
  private func signs(_ bar: BarsContent.Bar) -> (before: String, after: String) {
    guard bar.number != nil else { return (String(repeating: " ", count: zero), "") }
    let left = bar.low < 0 ? leftSigns(sure: max(0, -bar.high), reach: -bar.low) : ""
    let right = rightSigns(sure: max(0, bar.low), reach: max(0, bar.high))
    return (String(repeating: " ", count: zero - left.count) + left, right)
  }

  /// A bar to the left: what is open, then full signs, the first in halves and eighths where
  /// nothing is open.
  private func leftSigns(sure: Double, reach: Double) -> String {
    func columns(_ magnitude: Double) -> Double {
      min(1, magnitude / -content.minimum) * Double(zero)
    }
    guard reach > sure else {
      let eighths = max(1, Int((columns(sure) * 8).rounded()))
      return options.isASCII
        ? String(repeating: full, count: max(1, (eighths + 4) / 8))
        : BlockSigns.leftEnd(eighths: eighths % 8)
          + String(repeating: full, count: eighths / 8)
    }
    let whole = min(Int(columns(sure).rounded()), zero - 1)
    let end = max(Int(columns(reach).rounded()), whole + 1)
    return String(repeating: open, count: end - whole) + String(repeating: full, count: whole)
  }

  /// A bar to the right: full signs, the last in eighths where there is no more to come, then what
  /// is open.
  private func rightSigns(sure: Double, reach: Double) -> String {
    let columns = length - zero
    guard content.maximum > 0, reach > 0, columns > 0 else { return "" }
    let eighths = Int((sure / content.maximum * Double(columns) * 8).rounded())
    guard reach > sure else {
      return options.isASCII
        ? String(repeating: full, count: max(1, (eighths + 4) / 8))
        : String(repeating: full, count: eighths / 8)
          + BlockSigns.bar(eighths: eighths < 8 ? max(1, eighths) : eighths % 8)
    }
    let whole = (eighths + 4) / 8
    let end = Int((reach / content.maximum * Double(columns)).rounded())
    let rest = max(1, end - whole)
    return String(repeating: full, count: min(whole, columns - 1))
      + String(repeating: open, count: min(rest, columns - min(whole, columns - 1)))
  }
}

extension BlockSigns {
  /// A bar so many eighths of a column long; nothing for 0.
  fileprivate static func bar(eighths: Int) -> String {
    guard eighths > 0 else { return "" }
    return String("▏▎▍▌▋▊▉█".dropFirst(min(eighths, 8) - 1).prefix(1))
  }

  /// The end of a bar that goes left, to the nearest there is a sign for; nothing for 0.
  fileprivate static func leftEnd(eighths: Int) -> String {
    switch eighths {
    case ...0: ""
    case ...2: "▕"
    case ...5: "▐"
    default: "█"
    }
  }
}

/// What bars say.
enum BarsWords {
  static let inexact = Localized(
    en: "how far the word of the figure may reach", fr: "jusqu’où va le mot du chiffre")
}
