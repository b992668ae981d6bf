import FriseBase
import FriseModel

/// Numbers over stretches of time.
extension TimelineDrawingSVG {
  /// The number of each stretch of time as a column over it.
  func drawHeights(_ scale: TimeScale, _ canvas: inout SVGCanvas, _ y: inout Double) {
    let most = picture.heights.reduce(0) { max($0, $1.number ?? 0) }
    let height = TimelineMeasure.crowdHeight
    let top = y + 34
    let bottom = top + height
    canvas.text(
      picture.heightName, x: TimelineMeasure.axisStart, y: y + 8, size: 14, .muted)
    drawGuides(scale, from: top - 6, to: bottom, &canvas)
    canvas.list(picture.title) { canvas in
      for (index, (item, value)) in zip(picture.items, picture.heights).enumerated() {
        let left = x(item.date.bounds.earliestStart, scale)
        let end = scale.positionAfter(item.date.bounds.latestEnd)
        let width = TimelineMeasure.axisStart + end * TimelineMeasure.axisLength - left
        let date = item.date.humanText(picture.tongue)
        let told = [date, picture.heightName + RowLabels.colon[picture.tongue] + value.text]
        drawItem(index, title: told.joined(separator: ", "), &canvas) { canvas in
          canvas.rectangle(
            x: left, y: top - 22, width: width, height: height + 22,
            "class=\"fr-halo\" fill=\"none\"")
          let share = most > 0 ? (value.number ?? 0) / most : 0
          drawColumn(value, x: left, width: width, bottom: bottom, share * height, &canvas)
          canvas.tip(told, x: left, bottom: top - 24, within: TimelineMeasure.width)
        }
      }
    }
    drawAxis(scale, bottom, &canvas)
    y = bottom + TimelineMeasure.axisHeight
  }

  private func drawColumn(
    _ value: TimelinePicture.Height, x: Double, width: Double, bottom: Double, _ height: Double,
    _ canvas: inout SVGCanvas
  ) {
    let gap = width > 6 ? 1.5 : 0
    let level = bottom - height
    canvas.rectangle(
      x: x + gap, y: level, width: max(1, width - 2 * gap), height: height,
      SVGCanvas.Paint.accent.fill)
    guard SVGText.width(value.text, size: 14, isBold: true) <= width else { return }
    canvas.text(
      value.text, x: x + width / 2, y: level - 6, size: 14, value.number == nil ? .muted : .ink,
      .middle, isBold: value.number != nil)
  }

  /// Columns as high as there are dates that touch them.
  func draw(
    _ crowd: TimelineCrowd, _ scale: TimeScale, _ canvas: inout SVGCanvas, _ y: inout Double
  ) {
    let counts = crowd.counts(scale, binCount: Int(TimelineMeasure.axisLength / 4))
    let most = counts.max() ?? 0
    guard most > 0 else { return }
    let height = TimelineMeasure.crowdHeight
    let start = TimelineMeasure.axisStart
    let top = y + 24
    let bottom = top + height
    drawGuides(scale, from: top, to: bottom, &canvas)
    let words = TimelineWords.most[picture.tongue] + ValueText.count(most, picture.tongue)
    canvas.text(words, x: start, y: top - 8, size: 13, .muted)
    let step = TimelineMeasure.axisLength / Double(counts.count)
    var data = "M\(SVGText.number(start)) \(SVGText.number(bottom))"
    for (index, count) in counts.enumerated() {
      let level = bottom - Double(count) / Double(most) * height
      data += "V\(SVGText.number(level))H\(SVGText.number(start + Double(index + 1) * step))"
    }
    canvas.path(data + "V\(SVGText.number(bottom))Z", SVGCanvas.Paint.accent.fill)
    drawAxis(scale, bottom, &canvas)
    y = bottom + TimelineMeasure.axisHeight + 8
  }
}
