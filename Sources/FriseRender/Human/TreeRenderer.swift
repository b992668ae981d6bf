import FriseBase
import FriseModel

/// A structure drawn with guides, its columns beside the names. Units that a filter removed stand
/// in parentheses above those that are left.
enum TreeRenderer {
  /// Columns between two columns of the drawing.
  fileprivate static let gap = 2

  /// Writes the tree; false, and nothing written, when the rows are no units of one.
  static func write(
    _ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink
  ) -> Bool {
    let rowsMax = ShownColumns.rowCount(result, options)
    guard let layout = TreeLayout(result, rowsMax: rowsMax) else { return false }
    let content = TreeContent(result, layout, options)
    let drawing = TreeDrawing(content, options)
    drawing.write(to: &sink)
    var line = CountLine.text(
      result, columnsShown: ShownColumns.listed(result.table).count, options)
    line += drawing.remarks
    sink.write((options.isASCII ? CellStyle.plainSpaces(line) : line) + "\n")
    Footnotes.write(result.footnotes, options, to: &sink)
    return true
  }

  /// Writes a line for each unit, for screen readers: its level, what it stands under, its name,
  /// its columns; false when the rows are no units of a tree.
  static func writeLinear(
    _ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink
  ) -> Bool {
    let rowsMax = ShownColumns.rowCount(result, options)
    guard let layout = TreeLayout(result, rowsMax: rowsMax) else { return false }
    let content = TreeContent(
      result, layout, options, none: HumanCellOptions.notStated)
    let words = LinearWords(options)
    sink.write(
      words.shown(
        CountLine.text(
          result, columnsShown: ShownColumns.listed(result.table).count, options)) + "\n")
    if !layout.lines.isEmpty { sink.write(0x0A) }
    var cell = 0
    for line in layout.lines where !line.isContext && sink.isOpen {
      sink.write(words.place(line, layout, content) + words.colon + content.label(line))
      for column in content.columns {
        sink.write(words.separator + column.name + words.colon)
        sink.write(column.text(cell))
      }
      sink.write(0x0A)
      cell += 1
    }
    if !result.footnotes.isEmpty, !layout.lines.isEmpty { sink.write(0x0A) }
    for footnote in result.footnotes {
      sink.write("note" + words.colon + words.shown(footnote.text[options.tongue]) + "\n")
    }
    return true
  }
}

/// What the lines of a tree say.
struct TreeContent {
  let layout: TreeLayout
  /// The columns beside the names; row i is the i-th line that is no context.
  let columns: [HumanColumn]
  /// What the names are headed by.
  let heading: String
  private let cells: HumanCellOptions
  private let tongue: Tongue

  init(
    _ result: ResultTable, _ layout: TreeLayout, _ options: RenderOptions,
    none: Localized? = nil
  ) {
    self.layout = layout
    tongue = options.tongue
    cells = HumanCellOptions(.terminal, options, none: none, alignsDecimals: none == nil)
    let lines = layout.lines.filter { !$0.isContext }
    let rows = lines.map(\.row)
    let shown = TreeContent.shownColumns(result, options)
    let table = Table(
      schema: TableSchema(
        id: result.table.schema.id, name: result.table.schema.name,
        columns: shown.map { result.table.schema.columns[$0] }),
      columns: shown.map { result.table.columns[$0].gather(rows) }, rowCount: rows.count)
    let made = HumanColumn.columns(
      of: table, Array(shown.indices), rowCount: rows.count, cells)
    var names: [String] = []
    for line in lines where made.contains(where: { !$0.isRightAligned }) {
      names.append(TreeContent.label(line, layout, cells, tongue))
    }
    // A column that repeats the names heads them instead.
    let repeated = made.firstIndex { column in
      !column.isRightAligned && !rows.isEmpty
        && rows.indices.allSatisfy { column.text($0).elementsEqual(names[$0].utf8) }
    }
    heading =
      repeated.map { made[$0].name } ?? Localized(en: "name", fr: "nom")[options.tongue]
    columns = made.indices.filter { $0 != repeated }.map { made[$0] }
  }

  /// The chosen columns; without a choice, those that the stages added to the table's own.
  private static func shownColumns(_ result: ResultTable, _ options: RenderOptions) -> [Int] {
    let shown = ShownColumns.human(result, options)
    guard !result.columnsWereChosen, !options.showsAllColumns, let link = result.rowLink else {
      return shown
    }
    return shown.filter { $0 > link }
  }

  /// The name of a line's unit, safe to show.
  func label(_ line: TreeLayout.Line) -> String {
    TreeContent.label(line, layout, cells, tongue)
  }

  private static func label(
    _ line: TreeLayout.Line, _ layout: TreeLayout, _ cells: HumanCellOptions, _ tongue: Tongue
  ) -> String {
    line.unit < 0 ? cells.none : cells.show(layout.registry.name(line.unit)[tongue])
  }
}

/// A tree whose widths are settled.
private struct TreeDrawing {
  private let content: TreeContent
  private let options: RenderOptions
  private let guides: TreeGuides
  private let ink: Ink
  /// The width of the names with their guides, then of each column that fits.
  private var widths: [Int]
  /// How many columns fit beside the names.
  private var columnCount: Int

  init(_ content: TreeContent, _ options: RenderOptions) {
    self.content = content
    self.options = options
    guides = TreeGuides(options)
    ink = Ink(options)
    var nameWidth = 1
    var deepest = 0
    for line in content.layout.lines {
      deepest = max(deepest, guides.width(depth: line.depth))
      let label = CellText.width(content.label(line)) + (line.isContext ? 2 : 0)
      nameWidth = max(nameWidth, guides.width(depth: line.depth) + label)
    }
    if !content.columns.isEmpty { nameWidth = max(nameWidth, CellText.width(content.heading)) }
    columnCount = content.columns.count
    widths = [nameWidth]
    let floor = deepest + ColumnWidths.widthMinimum
    while true {
      let columns = content.columns.prefix(columnCount)
      let fit = ColumnWidths.fit(
        first: nameWidth, floor: floor, Array(columns), gap: TreeRenderer.gap,
        width: options.width)
      if let fit {
        widths = fit
        return
      }
      guard columnCount > 0 else { break }
      columnCount -= 1
    }
    widths = [max(1, options.width ?? nameWidth)]
  }

  /// What the count line adds: context, and columns that did not fit.
  var remarks: String {
    let context = content.layout.lines.count { $0.isContext }
    var text = ""
    if context > 0 {
      let many = ValueText.count(context, options.tongue)
      text +=
        Localized(
          en: "; in parentheses, \(many) unit\(context == 1 ? "" : "s") above them, not counted",
          fr: "\u{202F}; entre parenthèses, \(many) unité\(context == 1 ? "" : "s") au-dessus, "
            + "non comptée\(context == 1 ? "" : "s")")[options.tongue]
    }
    let missing = content.columns.count - columnCount
    if missing > 0 {
      let many = ValueText.count(missing, options.tongue)
      text +=
        Localized(
          en: "; \(many) column\(missing == 1 ? " does" : "s do") not fit",
          fr: "\u{202F}; \(many) colonne\(missing == 1 ? " ne tient" : "s ne tiennent") pas")[
          options.tongue]
    }
    return text
  }

  /// Writes the heading, where there are columns, and the lines.
  func write(to sink: inout ByteSink) {
    if columnCount > 0 { writeHeading(to: &sink) }
    var hasMore: [Bool] = []
    var cell = 0
    for line in content.layout.lines where sink.isOpen {
      if hasMore.count > line.depth { hasMore.removeSubrange(line.depth...) }
      hasMore.append(!line.isLast)
      write(line, hasMore, cell, to: &sink)
      if !line.isContext { cell += 1 }
    }
  }

  private func writeHeading(to sink: inout ByteSink) {
    var row = LineOfCells()
    row.add(content.heading, width: widths[0], ink.header, ink, guides.cut)
    for index in 0..<columnCount {
      let column = content.columns[index]
      row.skip(TreeRenderer.gap)
      row.add(
        column.name, width: widths[index + 1], isRightAligned: column.isRightAligned, ink.header,
        ink, guides.cut)
    }
    sink.write(row.bytes + [0x0A])
  }

  private func write(
    _ line: TreeLayout.Line, _ hasMore: [Bool], _ cell: Int, to sink: inout ByteSink
  ) {
    var row = LineOfCells()
    let prefix = guides.prefix(line, hasMore)
    let prefixWidth = guides.width(depth: line.depth)
    if prefixWidth > 0 { row.add(prefix, width: prefixWidth, ink.faint, ink, guides.cut) }
    let label = content.label(line)
    row.add(
      line.isContext ? "(\(label))" : label, width: max(1, widths[0] - prefixWidth),
      line.isContext ? ink.faint : [], ink, guides.cut)
    for index in 0..<columnCount where !line.isContext {
      let column = content.columns[index]
      row.skip(TreeRenderer.gap)
      row.add(
        String(decoding: column.text(cell), as: UTF8.self), width: widths[index + 1],
        isRightAligned: column.isRightAligned, column.isNone(cell) ? ink.faint : [], ink,
        guides.cut)
    }
    sink.write(row.bytes + [0x0A])
  }
}

/// A line that is filled from left to right, without spaces at its end.
private struct LineOfCells {
  private(set) var bytes: [UInt8] = []
  /// Spaces that stand before the next text.
  private var pending = 0

  mutating func skip(_ count: Int) { pending += count }

  /// Adds a text padded to a width, or cut to it.
  mutating func add(
    _ text: String, width: Int, isRightAligned: Bool = false, _ style: [UInt8], _ ink: Ink,
    _ mark: String
  ) {
    var shown = text
    var columns = CellText.width(text)
    if columns > width {
      let kept = CellText.prefix(text, width: max(0, width - mark.unicodeScalars.count))
      shown = kept.text + String(mark.prefix(width))
      columns = kept.width + min(width, mark.unicodeScalars.count)
    }
    let padding = max(0, width - columns)
    if isRightAligned { pending += padding }
    // Spaces that align the decimals of numbers end a line as well as others.
    let trailing = shown.utf8.reversed().prefix { $0 == 0x20 }.count
    let visible = shown.utf8.dropLast(trailing)
    if !visible.isEmpty {
      bytes.append(contentsOf: repeatElement(0x20, count: pending))
      pending = 0
      bytes.append(contentsOf: style)
      bytes.append(contentsOf: visible)
      if !style.isEmpty { bytes.append(contentsOf: ink.off) }
    }
    pending += trailing + (isRightAligned ? 0 : padding)
  }
}

/// The strokes that lead from a unit to those below it, three columns a level.
private struct TreeGuides {
  private let through: String
  private let blank = "   "
  private let branch: String
  private let end: String
  /// Ends a text that was cut, and stands for levels that are not drawn.
  let cut: String
  /// Deeper lines show their level as a number.
  private let depthMax: Int

  init(_ options: RenderOptions) {
    (through, branch, end) =
      options.isASCII ? ("|  ", "|- ", "`- ") : ("│  ", "├─ ", "└─ ")
    cut = Frame.of(options).cut
    depthMax = options.width.map { max(2, $0 / 6) } ?? 64
  }

  /// The strokes before the name of a line.
  /// `hasMore`: For each level down to the line's, whether another unit follows there.
  func prefix(_ line: TreeLayout.Line, _ hasMore: [Bool]) -> String {
    guard line.depth > 0 else { return "" }
    let last = line.isLast ? end : branch
    guard line.depth <= depthMax else { return "\(cut)\(line.depth) " + last }
    return hasMore[1..<line.depth].map { $0 ? through : blank }.joined() + last
  }

  /// The columns that the strokes of a line take.
  func width(depth: Int) -> Int {
    guard depth > depthMax else { return 3 * depth }
    return cut.unicodeScalars.count + String(depth).utf8.count + 1 + 3
  }
}

/// The words of the linear form.
private struct LinearWords {
  private let options: RenderOptions
  let colon: String
  let separator: String

  init(_ options: RenderOptions) {
    self.options = options
    let colon = Localized(en: ": ", fr: "\u{202F}: ")[options.tongue]
    let separator = Localized(en: "; ", fr: "\u{202F}; ")[options.tongue]
    self.colon = options.isASCII ? CellStyle.plainSpaces(colon) : colon
    self.separator = options.isASCII ? CellStyle.plainSpaces(separator) : separator
  }

  /// `level 3, under Structure`
  func place(_ line: TreeLayout.Line, _ layout: TreeLayout, _ content: TreeContent) -> String {
    let level =
      Localized(en: "level", fr: "niveau")[options.tongue] + " \(line.depth)"
    guard line.unit >= 0 else { return level }
    let parent = layout.forest.parents[Int(line.unit)]
    guard parent >= 0 else { return level }
    let name = shown(layout.registry.name(parent)[options.tongue])
    return level + Localized(en: ", under ", fr: ", sous ")[options.tongue] + name
  }

  /// A text, safe to show.
  func shown(_ text: String) -> String { HumanCellOptions(.terminal, options).show(text) }
}
