import FriseBase
import FriseModel

/// Draws a timeline whose places are settled as SVG.
struct TimelineDrawingSVG {
  private let layout: TimelineLayout
  private let place: PicturePlace
  private let rows: [Int]

  var picture: TimelinePicture { layout.picture }

  init(_ layout: TimelineLayout, _ place: PicturePlace, rows: [Int]) {
    self.layout = layout
    self.place = place
    self.rows = rows
  }

  func drawn() -> String {
    let heading = PictureHeading(
      title: picture.title, caption: picture.caption, notes: picture.notes)
    var canvas = SVGCanvas(place)
    var y = heading.draw(place, x: TimelineMeasure.margin, &canvas)
    if let scale = layout.scale {
      canvas.fades()
      if let crowd = picture.crowd { draw(crowd, scale, &canvas, &y) }
      if !picture.heights.isEmpty { drawHeights(scale, &canvas, &y) }
      if !layout.lanes.isEmpty { drawLanes(scale, &canvas, &y) }
      drawLegend(scale, &canvas, &y)
    }
    y = heading.drawNotes(
      place, x: TimelineMeasure.margin, width: TimelineMeasure.width, y, &canvas)
    return canvas.document(
      width: TimelineMeasure.width, height: y + 22, title: picture.title,
      description: description, tag: picture.tongue.tag)
  }

  /// What those are told who do not see the picture.
  private var description: String {
    guard let scale = layout.scale else { return picture.caption }
    let (first, last) = TimelineWords.ends(scale)
    let lead = Localized(
      en: "A timeline from \(first) to \(last) at a constant scale, items in the order of time.",
      fr: "Une frise de \(first) à \(last) à échelle constante, dans l’ordre du temps.")
    return lead[picture.tongue] + (picture.caption.isEmpty ? "" : " " + picture.caption)
  }

  // MARK: Items

  /// Draws an item that can be focused: what it is told as, and what `content` adds.
  func drawItem(
    _ index: Int, title: String, _ canvas: inout SVGCanvas, _ content: (inout SVGCanvas) -> Void
  ) {
    let row = rows.indices.contains(index) ? rows[index] : nil
    canvas.raw(place.itemStart(row: row, title: title))
    content(&canvas)
    canvas.raw(place.itemEnd(row: row))
  }

  private func drawLanes(_ scale: TimeScale, _ canvas: inout SVGCanvas, _ y: inout Double) {
    if layout.height > TimelineMeasure.highLanes {
      y += TimelineMeasure.axisHeight - 8
      drawTicks(scale, y - 8, &canvas)
    }
    let top = y
    let bottom = top + layout.height + 6
    drawGuides(scale, from: top, to: bottom, &canvas)
    canvas.list(picture.title) { canvas in
      // Lane by lane, so that the box of an item covers what was drawn before it.
      for lane in layout.lanes {
        let laneTop = top + lane.top
        if lane.opensSheet {
          var sheetTop = laneTop - TimelineMeasure.axisHeight
          canvas.beginSheet(at: &sheetTop) { canvas, _ in
            drawTicks(scale, laneTop - 8, &canvas)
          }
        }
        for item in lane.items { draw(item, laneTop, &canvas) }
        if lane.items.isEmpty { drawRule(laneTop + lane.height, &canvas) }
      }
    }
    drawAxis(scale, bottom, &canvas)
    y = bottom + TimelineMeasure.axisHeight
  }

  private func draw(
    _ item: TimelineLayout.Placed, _ laneTop: Double, _ canvas: inout SVGCanvas
  ) {
    let source = picture.items[item.item]
    let middle = laneTop + TimelineMeasure.laneHeight / 2
    let words = DateDescription.text(source.date, picture.tongue)
    let colon = RowLabels.colon[picture.tongue]
    let name = source.label.isEmpty ? words : words + colon + source.label
    drawItem(item.item, title: name, &canvas) { canvas in
      let extra = Double(item.extraLineCount) * TimelineMeasure.lineHeight
      canvas.rectangle(
        x: item.start - 5, y: laneTop + 2, width: item.end - item.start + 10,
        height: TimelineMeasure.laneHeight - 4 + extra,
        radius: 5, "class=\"fr-halo\" fill=\"none\"")
      item.mark.draw(middle: middle, &canvas)
      let baseline = middle + 5 + (item.side == .below ? TimelineMeasure.lineHeight : 0)
      drawLabel(item, source.date.humanText(picture.tongue), baseline, &canvas)
      let details = source.details.filter { $0.value != source.label }
      canvas.tip(
        [source.label, words] + details.map { $0.name + colon + $0.value }, x: item.start,
        bottom: laneTop - 1, within: TimelineMeasure.width)
    }
  }

  /// The label, its date in bold.
  private func drawLabel(
    _ item: TimelineLayout.Placed, _ date: String, _ baseline: Double, _ canvas: inout SVGCanvas
  ) {
    let anchor = item.side == .before ? " text-anchor=\"end\"" : ""
    for (index, line) in item.lines.enumerated() {
      let y = baseline + Double(index) * TimelineMeasure.lineHeight
      let isDated = index == 0 && line.hasPrefix(date)
      canvas.raw(
        "<text x=\"\(SVGText.number(item.labelX))\" y=\"\(SVGText.number(y))\" "
          + "font-size=\"\(SVGText.number(TimelineMeasure.labelSize))\"\(anchor) "
          + "\(SVGCanvas.Paint.ink.fill)>")
      if isDated {
        canvas.raw("<tspan font-weight=\"600\">\(SVGText.escape(date))</tspan>")
        // A no-break space keeps its width in XML, whatever stands around it.
        let rest = line.dropFirst(date.count).drop { $0 == " " }
        canvas.raw(rest.isEmpty ? "" : "\u{A0} " + SVGText.escape(String(rest)))
      } else {
        canvas.raw(SVGText.escape(line))
      }
      canvas.raw("</text>\n")
    }
  }

  /// A line to write on.
  private func drawRule(_ y: Double, _ canvas: inout SVGCanvas) {
    canvas.path(
      "M\(SVGText.number(TimelineMeasure.axisStart)) \(SVGText.number(y))h"
        + SVGText.number(TimelineMeasure.axisLength), SVGCanvas.grid)
  }

  // MARK: Axis

  func x(_ day: Int64, _ scale: TimeScale) -> Double {
    TimelineMeasure.axisStart + scale.position(day) * TimelineMeasure.axisLength
  }

  func drawGuides(
    _ scale: TimeScale, from top: Double, to bottom: Double, _ canvas: inout SVGCanvas
  ) {
    for tick in layout.ticks { canvas.guide(x: x(tick.day, scale), from: top, to: bottom) }
  }

  func drawAxis(_ scale: TimeScale, _ y: Double, _ canvas: inout SVGCanvas) {
    let (start, line) = (SVGText.number(TimelineMeasure.axisStart), SVGText.number(y))
    var data = "M\(start) \(line)h\(SVGText.number(TimelineMeasure.axisLength))"
    for tick in layout.ticks { data += "M\(SVGText.number(x(tick.day, scale))) \(line)v6" }
    canvas.path(data, SVGCanvas.axis)
    drawTicks(scale, y + 22, &canvas)
  }

  /// Writes what the marks of the axis are.
  private func drawTicks(_ scale: TimeScale, _ baseline: Double, _ canvas: inout SVGCanvas) {
    for tick in layout.ticks {
      let width = SVGText.width(tick.label, size: TimelineMeasure.tickSize)
      let center = x(tick.day, scale)
      let left = max(4, min(TimelineMeasure.width - 4 - width, center - width / 2))
      canvas.text(
        tick.label, x: left + width / 2, y: baseline, size: TimelineMeasure.tickSize, .ink, .middle)
    }
  }

  // MARK: Legend

  /// Says what the marks mean that were drawn.
  private func drawLegend(_ scale: TimeScale, _ canvas: inout SVGCanvas, _ y: inout Double) {
    let used = Set(layout.lanes.flatMap(\.items).flatMap(\.mark.kinds))
    var x = TimelineMeasure.axisStart
    var isFirst = true
    for kind in TimelineMark.Kind.allCases where used.contains(kind) {
      let words = kind.meaning[picture.tongue]
      let width = 52 + SVGText.width(words, size: 13) + 22
      if x + width > TimelineMeasure.axisEnd || isFirst {
        x = TimelineMeasure.axisStart
        y += 24
        isFirst = false
      }
      TimelineMark.drawSample(kind, x: x, middle: y - 4, &canvas)
      canvas.text(words, x: x + 52, y: y, size: 13, .muted)
      x += width
    }
    if scale.first < CalendarDay.firstDay(ofYear: 1) {
      y += 21
      canvas.text(
        TimelineWords.yearsBefore[picture.tongue], x: TimelineMeasure.axisStart, y: y, size: 13,
        .muted)
    }
  }
}
