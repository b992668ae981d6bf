import FriseBase
import FriseModel

/// Numbers of stretches of time as columns over an axis in a terminal.
struct TimelineColumns {
  /// Lines of the highest column.
  private static let height = 8

  /// One column with its place.
  private struct Placed {
    let columns: ClosedRange<Int>
    let eighths: Int
    /// Empty where the numbers do not fit over their columns.
    let text: String
  }

  private let picture: TimelinePicture
  private let options: RenderOptions
  private var placed: [Placed] = []

  init(
    _ picture: TimelinePicture, _ scale: TimeScale, width: Int, _ options: RenderOptions
  ) {
    self.picture = picture
    self.options = options
    let axis = SignAxis(scale: scale, width: width)
    let cells = HumanCellOptions(.terminal, options)
    let most = picture.heights.reduce(0) { max($0, $1.number ?? 0) }
    let spans = picture.items.map { item in
      let span = axis.columns(item.date.bounds.earliestStart, item.date.bounds.latestEnd)
      // A gap tells columns of the same height apart, where there is room for one.
      return span.count > 3 ? span.lowerBound...(span.upperBound - 1) : span
    }
    let texts = picture.heights.map { cells.show($0.text) }
    let doFit = zip(spans, texts).allSatisfy { $0.count >= CellText.width($1) }
    for (index, height) in picture.heights.enumerated() where spans.indices.contains(index) {
      let share = most > 0 ? (height.number ?? 0) / most : 0
      let eighths = Int((share * Double(8 * TimelineColumns.height)).rounded(.up))
      placed.append(
        Placed(
          columns: spans[index], eighths: eighths, text: doFit ? texts[index] : ""))
    }
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
    for level in (0...TimelineColumns.height).reversed() {
      var line = TerminalLine()
      for item in placed { draw(item, level, &line) }
      line.write(guides: [], "", ink, to: &sink)
    }
  }

  private func draw(_ item: Placed, _ level: Int, _ line: inout TerminalLine) {
    let eighths = item.eighths - 8 * level
    if eighths > 0 {
      let sign = BlockSigns.column(eighths: eighths, isASCII: options.isASCII)
      line.put(String(repeating: sign, count: item.columns.count), at: item.columns.lowerBound)
    } else if eighths > -8, !item.text.isEmpty {
      let room = item.columns.count - CellText.width(item.text)
      line.put(item.text, at: item.columns.lowerBound + room / 2)
    }
  }
}
