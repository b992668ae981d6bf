import FriseBase
import FriseModel

/// Horizontal bars as SVG: one scale from zero, each bar with its number and word, what the word
/// leaves open fading.
struct BarsSVG {
  private static let margin = 36.0
  private static let width = 1200.0
  private static let labelSize = 15.0
  private static let rowHeight = 30.0
  private static let barHeight = 18.0
  private static let lineHeight = 19.0
  /// Names are not given more than this, but broken into lines.
  private static let labelWidthMax = 420.0

  private let content: BarsContent
  private let heading: PictureHeading
  private let place: PicturePlace
  private let tongue: Tongue
  /// Where names end, and the scale begins and ends.
  private let labelEnd: Double
  private let barStart: Double
  private let barEnd: Double
  private let ticks: [NumberTick]

  init(
    _ content: BarsContent, _ heading: PictureHeading, _ place: PicturePlace, _ tongue: Tongue
  ) {
    self.content = content
    self.heading = heading
    self.place = place
    self.tongue = tongue
    var labelMax = 0.0
    var textMax = 20.0
    for row in 0..<content.rowCount {
      let bar = content.bar(row)
      labelMax = max(labelMax, SVGText.width(bar.label, size: BarsSVG.labelSize))
      textMax = max(
        textMax, SVGText.width(bar.text ?? ValueText.none, size: BarsSVG.labelSize, isBold: true))
    }
    labelEnd = BarsSVG.margin + min(labelMax, BarsSVG.labelWidthMax)
    barStart = labelEnd + 14
    barEnd = max(barStart + 200, BarsSVG.width - BarsSVG.margin - min(textMax, 420) - 10)
    ticks = NumberTick.ticks(
      from: content.minimum, to: content.maximum, width: barEnd - barStart, tongue)
  }

  /// The place of a number on the scale.
  private func x(_ number: Double) -> Double {
    let span = content.maximum - content.minimum
    guard span > 0 else { return barStart }
    return barStart + (number - content.minimum) / span * (barEnd - barStart)
  }

  func drawn() -> String {
    var canvas = SVGCanvas(place)
    var y = heading.draw(place, x: BarsSVG.margin, &canvas)
    canvas.fades()
    let rows = (0..<content.rowCount).map { row in (row: row, bar: content.bar(row)) }
    let lines = rows.map {
      SVGText.lines(
        $0.bar.label, size: BarsSVG.labelSize, width: BarsSVG.labelWidthMax, linesMax: 3)
    }
    let starts = SVGCanvas.sheetStarts(lines.map { rowHeight($0.count) })
    let top = y
    canvas.list(heading.title) { canvas in
      for (row, bar) in rows {
        if starts.contains(row) { canvas.beginSheet(at: &y, drawTicks) }
        draw(bar, row, lines[row], y, &canvas)
        y += rowHeight(lines[row].count)
      }
    }
    if content.rowCount > 0 { drawAxis(from: top, to: y + 4, &canvas, &y) }
    drawLegend(&canvas, &y)
    y = heading.drawNotes(place, x: BarsSVG.margin, width: BarsSVG.width, y, &canvas)
    return canvas.document(
      width: BarsSVG.width, height: y + 22, title: heading.title, description: description,
      tag: tongue.tag)
  }

  private var description: String {
    Localized(
      en: "Horizontal bars of \(content.name), one a row, all from zero at one scale. ",
      fr: "Barres horizontales de \(content.name), une par ligne, toutes depuis zéro à la même "
        + "échelle. ")[tongue] + heading.caption
  }

  private func rowHeight(_ lineCount: Int) -> Double {
    BarsSVG.rowHeight + Double(max(0, lineCount - 1)) * BarsSVG.lineHeight
  }

  private func draw(
    _ bar: BarsContent.Bar, _ row: Int, _ lines: [String], _ top: Double,
    _ canvas: inout SVGCanvas
  ) {
    let none = HumanCellOptions.notStated[tongue]
    let colon = RowLabels.colon[tongue]
    canvas.raw(place.itemStart(row: row, title: bar.label + colon + (bar.text ?? none)))
    let height = rowHeight(lines.count)
    canvas.rectangle(
      x: BarsSVG.margin - 8, y: top + 1, width: BarsSVG.width - 2 * BarsSVG.margin + 16,
      height: height - 2, radius: 5, "class=\"fr-halo\" fill=\"none\"")
    for (index, line) in lines.enumerated() {
      canvas.text(
        line, x: labelEnd, y: top + 20 + Double(index) * BarsSVG.lineHeight,
        size: BarsSVG.labelSize, .ink, .end)
    }
    let middle = top + BarsSVG.rowHeight / 2
    draw(bar, middle, &canvas)
    let end = x(max(0, bar.high)) + 8
    canvas.text(
      bar.text ?? ValueText.none, x: end, y: middle + 5, size: BarsSVG.labelSize,
      bar.text == nil ? .muted : .ink, isBold: bar.text != nil)
    var paragraphs = [bar.label, content.name + colon + (bar.text ?? none)]
    paragraphs += content.labels.details(row).filter { $0.value != bar.label }.map {
      $0.name + colon + $0.value
    }
    canvas.tip(paragraphs, x: BarsSVG.margin, bottom: top - 1, within: BarsSVG.width)
    canvas.raw(place.itemEnd(row: row))
  }

  /// From zero to the sure end solid, from there to where the word may reach fading.
  private func draw(_ bar: BarsContent.Bar, _ middle: Double, _ canvas: inout SVGCanvas) {
    guard bar.number != nil else { return }
    let top = middle - BarsSVG.barHeight / 2
    let zero = x(0)
    let (sure, reach) =
      bar.low >= 0 ? (x(bar.low), x(bar.high)) : (x(min(0, bar.high)), x(bar.low))
    let (from, to) = (min(zero, sure), max(zero, sure))
    if to > from {
      canvas.rectangle(
        x: from, y: top, width: max(1.5, to - from), height: BarsSVG.barHeight,
        SVGCanvas.Paint.accent.fill)
    }
    guard bar.isInexact else { return }
    let (near, far) = (min(sure, reach), max(sure, reach))
    let fade = reach >= sure ? "out" : "in"
    let width = max(3, far - near)
    canvas.rectangle(
      x: near, y: top, width: width, height: BarsSVG.barHeight,
      "fill=\"url(#\(canvas.prefix)\(fade))\"")
    canvas.rectangle(
      x: near, y: top, width: width, height: BarsSVG.barHeight, TimelineMark.dashes)
  }

  /// The line at zero, and the numbers under the guides.
  private func drawAxis(
    from top: Double, to bottom: Double, _ canvas: inout SVGCanvas, _ y: inout Double
  ) {
    for tick in ticks { canvas.guide(x: x(tick.number), from: top, to: bottom) }
    canvas.guide(x: x(0), from: top, to: bottom, SVGCanvas.axis)
    y = bottom
    drawTicks(&canvas, &y)
    // On a line of its own: the number of the first mark may reach over the names.
    y += 12
    canvas.text(content.name, x: barStart, y: y, size: 14, .muted)
    y += 12
  }

  private func drawTicks(_ canvas: inout SVGCanvas, _ y: inout Double) {
    for tick in ticks {
      canvas.text(tick.label, x: x(tick.number), y: y + 18, size: 14, .ink, .middle)
    }
    y += 26
  }

  private func drawLegend(_ canvas: inout SVGCanvas, _ y: inout Double) {
    guard content.hasInexact else { return }
    y += 22
    let top = y - 11
    canvas.rectangle(
      x: barStart, y: top, width: 16, height: 12, SVGCanvas.Paint.accent.fill)
    canvas.rectangle(
      x: barStart + 16, y: top, width: 24, height: 12, "fill=\"url(#\(canvas.prefix)out)\"")
    canvas.rectangle(x: barStart + 16, y: top, width: 24, height: 12, TimelineMark.dashes)
    canvas.text(BarsWords.inexact[tongue], x: barStart + 52, y: y, size: 13, .muted)
  }
}

/// A mark of a scale of numbers.
struct NumberTick {
  let number: Double
  let label: String

  /// Round numbers from one end to the other, as many as fit.
  static func ticks(
    from minimum: Double, to maximum: Double, width: Double, _ tongue: Tongue
  ) -> [NumberTick] {
    let span = maximum - minimum
    guard span > 0, span.isFinite else { return [] }
    for power in -30...34 {
      // Powers of ten by multiplication stay exact enough for the number of marks.
      let unit = (0..<power.magnitude).reduce(1.0) { value, _ in
        power < 0 ? value / 10 : value * 10
      }
      for count in [1.0, 2.0, 5.0] {
        let step = unit * count
        guard span / step < 25 else { continue }
        let ticks = ticks(minimum, maximum, step, Int(count), power, tongue)
        let widest = ticks.reduce(0.0) { max($0, SVGText.width($1.label, size: 14)) }
        if (widest + 24) * span / step <= width * 1 || ticks.count < 3 { return ticks }
      }
    }
    return []
  }

  private static func ticks(
    _ minimum: Double, _ maximum: Double, _ step: Double, _ count: Int, _ power: Int,
    _ tongue: Tongue
  ) -> [NumberTick] {
    let first = Int((minimum / step).rounded(.up))
    let last = Int((maximum / step).rounded(.down))
    guard first <= last else { return [] }
    return (first...last).map { index in
      let coefficient = Int128(index * count)
      let exact =
        power < 0
        ? ExactNumber(coefficient: coefficient, scale: UInt8(-power))
        : ExactNumber(coefficient: coefficient * power10(power), scale: 0)
      return NumberTick(
        number: Double(index) * step, label: ValueText.number(exact, tongue))
    }
  }

  /// 10 to a power of at most 34.
  private static func power10(_ power: Int) -> Int128 {
    (0..<power).reduce(Int128(1)) { value, _ in value * 10 }
  }
}
