import FriseBase
import FriseModel

/// Numbers of stretches of time as columns over an axis in a terminal.
struct TimelineColumns {
  /// Lines of the highest column.
  private static let height = 8

  /// A number over its column.
  private struct Label {
    let text: String
    let columns: ClosedRange<Int>
    let eighths: Int
  }

  private let picture: TimelinePicture
  private let options: RenderOptions
  /// How high each column of the terminal is: where several numbers share one, the highest.
  private var eighths: [Int]
  /// The numbers, where all fit over their columns.
  private var labels: [Label] = []

  init(
    _ picture: TimelinePicture, _ scale: TimeScale, width: Int, _ options: RenderOptions
  ) {
    self.picture = picture
    self.options = options
    eighths = [Int](repeating: 0, count: width)
    let axis = SignAxis(scale: scale, width: width)
    let cells = HumanCellOptions(.terminal, options)
    let most = picture.heights.reduce(0) { max($0, $1.number ?? 0) }
    for (item, height) in zip(picture.items, picture.heights) {
      let span = axis.columns(item.date.bounds.earliestStart, item.date.bounds.latestEnd)
      // A gap tells columns of the same height apart, where there is room for one.
      let drawn = span.count > 3 ? span.lowerBound...(span.upperBound - 1) : span
      let share = most > 0 ? (height.number ?? 0) / most : 0
      let level = Int((share * Double(8 * TimelineColumns.height)).rounded(.up))
      for column in drawn { eighths[column] = max(eighths[column], level) }
      labels.append(Label(text: cells.show(height.text), columns: drawn, eighths: level))
    }
    // Digits that touch their neighbours would read as one number.
    let doFit = labels.allSatisfy { $0.columns.count > CellText.width($0.text) }
    if !doFit { labels = [] }
  }

  /// Writes what the numbers are called, then the lines from the top.
  func write(to sink: inout ByteSink) {
    let cells = HumanCellOptions(.terminal, options)
    let ink = Ink(options)
    let most = picture.heights.max { ($0.number ?? 0) < ($1.number ?? 0) }
    let name = picture.heightName + TimelineWords.atMost[options.tongue] + (most?.text ?? "")
    for line in TextWrap.lines(cells.show(name), width: options.width) {
      sink.write(ink.faint + Array(line.utf8) + ink.off)
      sink.write(0x0A)
    }
    // The uppermost line is for numbers alone.
    let top = labels.isEmpty ? TimelineColumns.height - 1 : TimelineColumns.height
    for level in (0...top).reversed() {
      var line = TerminalLine()
      for (column, eighths) in eighths.enumerated() where eighths > 8 * level {
        line.put(
          BlockSigns.column(eighths: eighths - 8 * level, isASCII: options.isASCII), at: column)
      }
      // A number stands in the first line over its column.
      for label in labels where (label.eighths + 7) / 8 == level {
        let room = label.columns.count - CellText.width(label.text)
        line.put(label.text, at: label.columns.lowerBound + room / 2)
      }
      line.write(guides: [], "", ink, to: &sink)
    }
  }
}
