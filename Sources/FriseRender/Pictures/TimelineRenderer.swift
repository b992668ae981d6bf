import FriseBase
import FriseModel

/// A timeline in a terminal: lanes of bars and points at a constant scale, the axis under them.
enum TimelineRenderer {
  /// The axis where no width is given; labels may then stand beyond it.
  static let widthDefault = 80

  /// Writes the timeline; false, and nothing written, when the result has no dates.
  static func write(
    _ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink
  ) -> Bool {
    guard let content = TimelineContent(result, options) else { return false }
    var footnotes = content.remarks
    if let scale = content.picture.scale {
      let drawing = TimelineDrawing(content.picture, scale, options)
      drawing.write(to: &sink)
    }
    let listed = ShownColumns.listed(result.table).count
    let count = CountLine.text(result, columnsShown: listed, options)
    sink.write((options.isASCII ? CellStyle.plainSpaces(count) : count) + "\n")
    footnotes += result.footnotes
    Footnotes.write(footnotes, options, to: &sink)
    return true
  }
}

/// A timeline whose scale is settled.
private struct TimelineDrawing {
  /// Columns between a bar and its label.
  private static let labelGap = 1
  /// Columns between two things in a lane.
  private static let laneGap = 2
  /// Lines of the drawing of a crowd.
  private static let crowdHeight = 6

  private let picture: TimelinePicture
  private let scale: TimeScale
  private let options: RenderOptions
  private let ink: Ink
  private let cells: HumanCellOptions
  /// Columns of the axis.
  private let width: Int
  private let ticks: [TimeTick]
  /// The columns of the ticks.
  private let tickColumns: [Int]
  /// Ends a label that was cut.
  private let cut: String

  init(_ picture: TimelinePicture, _ scale: TimeScale, _ options: RenderOptions) {
    self.picture = picture
    self.scale = scale
    self.options = options
    ink = Ink(options)
    cells = HumanCellOptions(.terminal, options)
    width = max(8, options.width ?? TimelineRenderer.widthDefault)
    cut = Frame.of(options).cut
    let isASCII = options.isASCII
    ticks = scale.ticks(width: Double(width), gap: 2, tongue: options.tongue) { label in
      Double(CellText.width(isASCII ? CellStyle.plainSpaces(label) : label))
    }
    let axis = SignAxis(scale: scale, width: width)
    tickColumns = ticks.map { axis.column($0.day) }
  }

  /// A bar with its label, placed.
  private struct Placed {
    let span: SignedSpan
    let label: String
    let labelColumn: Int
    var lane = 0
  }

  func write(to sink: inout ByteSink) {
    if let crowd = picture.crowd { write(crowd, to: &sink) }
    let placed = placedItems()
    let laneCount = (placed.map(\.lane).max() ?? -1) + 1
    var lanes = [[Placed]](repeating: [], count: laneCount)
    for item in placed { lanes[item.lane].append(item) }
    for lane in lanes where sink.isOpen { write(lane, to: &sink) }
    writeAxis(to: &sink)
    writeLegend(placed, to: &sink)
  }

  // MARK: Lanes

  private func placedItems() -> [Placed] {
    var placed = picture.items.map { place($0) }
    let lanes = LanePacking.lanes(
      placed.map { item in
        let labelEnd = item.labelColumn + max(0, CellText.width(item.label) - 1)
        let isLabelled = !item.label.isEmpty
        return (
          Double(isLabelled ? min(item.labelColumn, item.span.column) : item.span.column),
          Double(isLabelled ? max(labelEnd, item.span.lastColumn) : item.span.lastColumn)
        )
      }, gap: Double(TimelineDrawing.laneGap))
    for index in placed.indices { placed[index].lane = lanes[index] }
    return placed
  }

  /// Puts the label behind the bar, before it where only there is room, into it where neither side
  /// has any; where no place holds it, it is cut in the roomiest.
  private func place(_ item: TimelinePicture.Item) -> Placed {
    let span = SignedSpan(item.date, scale, width: width)
    let date = item.date.humanText(options.tongue)
    let label = cells.show(RowLabels.onOneLine(item.label.isEmpty ? date : date + " " + item.label))
    let after = span.lastColumn + 1 + TimelineDrawing.labelGap
    guard options.width != nil else {
      return Placed(span: span, label: label, labelColumn: after)
    }
    let labelWidth = CellText.width(label)
    let before = span.column - TimelineDrawing.labelGap
    // Two signs of the bar and a space are left on either side.
    let inside = span.column + 3
    let rooms = [width - after, before, span.signs.count - 6].map { max(0, $0) }
    let place =
      rooms.firstIndex { $0 >= labelWidth } ?? rooms.firstIndex(of: rooms.max() ?? 0) ?? 0
    let shown = DisplayWidth.truncate(label, to: rooms[place], mark: cut)
    let columns = [after, before - CellText.width(shown), inside]
    return Placed(span: span, label: shown, labelColumn: columns[place])
  }

  private func write(_ lane: [Placed], to sink: inout ByteSink) {
    var line = TerminalLine()
    for item in lane {
      let signs = item.span.signs.map { $0.text(isASCII: options.isASCII) }
      let inside = item.labelColumn - item.span.column
      let labelWidth = CellText.width(item.label)
      if labelWidth > 0, inside > 0, inside < signs.count {
        line.put(signs[..<(inside - 1)].joined(), at: item.span.column)
        let rest = signs.dropFirst(inside + labelWidth + 1)
        line.put(rest.joined(), at: item.labelColumn + labelWidth + 1)
      } else {
        line.put(signs.joined(), at: item.span.column)
      }
      if labelWidth > 0 { line.put(item.label, at: item.labelColumn) }
    }
    line.write(guides: tickColumns, options.isASCII ? "|" : "┊", ink, to: &sink)
  }

  // MARK: Axis

  /// The line of the axis, then the labels of its marks, each under its mark where that is
  /// possible.
  private func writeAxis(to sink: inout ByteSink) {
    var axis = [String](repeating: options.isASCII ? "-" : "─", count: width)
    for column in tickColumns { axis[column] = options.isASCII ? "+" : "┴" }
    sink.write(ink.faint)
    sink.write(axis.joined())
    sink.write(ink.off)
    sink.write(0x0A)
    var line = TerminalLine()
    var free = 0
    let labels = ticks.map { options.isASCII ? CellStyle.plainSpaces($0.label) : $0.label }
    /// Where a label would stand if there were no edges.
    func wanted(_ index: Int) -> Int { tickColumns[index] - CellText.width(labels[index]) / 2 }
    for (index, label) in labels.enumerated() {
      let labelWidth = CellText.width(label)
      let start = max(0, min(width - labelWidth, wanted(index)))
      guard start >= free, start + labelWidth <= width else { continue }
      // A label that the edge pushed aside gives way to the next.
      let isPushed = start > wanted(index) && labels.indices.contains(index + 1)
      if isPushed, wanted(index + 1) <= start + labelWidth { continue }
      line.put(label, at: start)
      free = start + labelWidth + 1
    }
    line.write(guides: [], "", ink, to: &sink)
  }

  /// Says what the signs mean that were drawn, and how years before 1 are counted.
  private func writeLegend(_ placed: [Placed], to sink: inout ByteSink) {
    var used = [Bool](repeating: false, count: TimelineSign.allCases.count)
    for item in placed {
      for sign in item.span.signs { used[sign.rawValue] = true }
    }
    var parts: [String] = []
    for sign in TimelineSign.allCases where used[sign.rawValue] {
      guard let meaning = sign.meaning else { continue }
      parts.append(sign.legendText(isASCII: options.isASCII) + " " + meaning[options.tongue])
    }
    var lines = parts.isEmpty ? [] : [parts]
    if scale.first < CalendarDay.firstDay(ofYear: 1) {
      lines.append([TimelineWords.yearsBefore[options.tongue]])
    }
    for parts in lines {
      writeLegendLine(parts, to: &sink)
    }
  }

  /// Writes parts of a legend, as many to a line as fit.
  private func writeLegendLine(_ parts: [String], to sink: inout ByteSink) {
    var line = ""
    func end(_ sink: inout ByteSink) {
      for text in TextWrap.lines(line, width: options.width) {
        sink.write(ink.faint)
        sink.write(options.isASCII ? CellStyle.plainSpaces(text) : text)
        sink.write(ink.off)
        sink.write(0x0A)
      }
    }
    for part in parts {
      let longer = line.isEmpty ? part : line + "   " + part
      if !line.isEmpty, CellText.width(longer) > width {
        end(&sink)
        line = part
      } else {
        line = longer
      }
    }
    end(&sink)
  }

  // MARK: Crowds

  /// Columns as high as there are dates that touch them.
  private func write(_ crowd: TimelineCrowd, to sink: inout ByteSink) {
    let counts = crowd.counts(scale, binCount: width)
    let most = counts.max() ?? 0
    guard most > 0 else { return }
    let height = TimelineDrawing.crowdHeight
    // What a full column stands for is said at its side.
    let label = ValueText.count(most, options.tongue)
    let shown = options.isASCII ? CellStyle.plainSpaces(label) : label
    sink.write(ink.faint + Array((TimelineWords.most[options.tongue] + shown).utf8) + ink.off)
    sink.write(0x0A)
    for level in (0..<height).reversed() {
      var line = TerminalLine()
      for (column, count) in counts.enumerated() where count > 0 {
        let eighths = max(1, (count * height * 8 + most - 1) / most) - level * 8
        guard eighths > 0 else { continue }
        line.put(BlockSigns.column(eighths: eighths, isASCII: options.isASCII), at: column)
      }
      line.write(guides: [], "", ink, to: &sink)
    }
    if picture.items.isEmpty { return }
    writeAxis(to: &sink)
  }
}

/// Columns and bars in eighths of a sign.
enum BlockSigns {
  /// A column so many eighths high, 8 or more for a full one; in ASCII from the half up.
  static func column(eighths: Int, isASCII: Bool) -> String {
    if isASCII { return eighths >= 4 ? "#" : "." }
    return String("▁▂▃▄▅▆▇█".dropFirst(min(eighths, 8) - 1).prefix(1))
  }
}

/// What pictures of time say.
enum TimelineWords {
  static let yearsBefore = Localized(
    en: "Years before 1 as EDTF counts them: 0 is 1 BC, -43 is 44 BC.",
    fr: "Années avant 1 comptées selon EDTF\u{202F}: 0 est 1 av. J.-C., -43 est 44 av. J.-C.")
  static let most = Localized(
    en: "rows to a column, at most: ", fr: "lignes par colonne, au plus\u{202F}: ")
}
