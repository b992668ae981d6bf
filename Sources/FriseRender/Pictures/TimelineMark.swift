import FriseBase
import FriseModel

/// How a date is drawn in SVG: which shapes, from where to where.
struct TimelineMark {
  /// What a legend has to explain.
  enum Kind: CaseIterable, Hashable {
    case day, within, throughout, unsureEnd, approximate, uncertain, open, unknown

    var meaning: Localized {
      switch self {
      case .day: Localized(en: "a day", fr: "un jour")
      case .within:
        Localized(
          en: "some time within it: the day is not stated",
          fr: "à un moment de cette durée\u{202F}: jour non précisé")
      case .throughout: Localized(en: "all the time", fr: "tout du long")
      case .unsureEnd:
        Localized(
          en: "begins or ends some time within it",
          fr: "commence ou finit à un moment de cette durée")
      case .approximate: Localized(en: "approximate", fr: "approximatif")
      case .uncertain: Localized(en: "uncertain", fr: "incertain")
      case .open: Localized(en: "goes on beyond", fr: "se poursuit au-delà")
      case .unknown: Localized(en: "nobody knows when", fr: "on ne sait quand")
      }
    }
  }

  /// Marks are not drawn narrower than this.
  private static let widthMinimum = 7.0
  /// From the end of a mark to the middle of `~` or `?` beside it, and what the two take.
  private static let signDistance = 9.0
  private static let signRoom = 16.0

  private let date: DateValue
  /// The ends of the reach of the date with its marks, of the date, and of its sure middle.
  private let reach: (Double, Double)
  private let plain: (Double, Double)
  private let core: (Double, Double)?
  /// The ends of all that is drawn.
  let start: Double
  let end: Double

  init(_ date: DateValue, _ scale: TimeScale, from origin: Double, length: Double) {
    self.date = date
    let bounds = date.bounds
    let widened = date.widenedBounds
    func x(_ day: Int64) -> Double { origin + scale.position(day) * length }
    func xAfter(_ day: Int64) -> Double { origin + scale.positionAfter(day) * length }
    var plain = (x(bounds.firstKnown), xAfter(bounds.lastKnown))
    if bounds.isDay {
      let middle = (plain.0 + plain.1) / 2
      plain = (middle - 6, middle + 6)
    } else if plain.1 - plain.0 < TimelineMark.widthMinimum {
      let middle = (plain.0 + plain.1) / 2
      plain = (middle - TimelineMark.widthMinimum / 2, middle + TimelineMark.widthMinimum / 2)
    }
    self.plain = plain
    let hasCore =
      !bounds.isSomewhere && !bounds.isStartUnknown && !bounds.isEndUnknown
      && bounds.latestStart <= bounds.earliestEnd
    let sure = (x(bounds.latestStart), xAfter(bounds.earliestEnd))
    core = !hasCore ? nil : sure.1 - sure.0 < 2 && plain.1 - plain.0 < 12 ? plain : sure
    reach = (
      bounds.isStartUnknown ? origin : min(plain.0, x(widened.earliestStart)),
      bounds.isEndUnknown ? origin + length : max(plain.1, xAfter(widened.latestEnd))
    )
    let needsSign = (date.start.qualifier != .none, date.end.qualifier != .none)
    start = reach.0 - (needsSign.0 ? TimelineMark.signRoom : 0)
    end = reach.1 + (needsSign.1 ? TimelineMark.signRoom : 0)
  }

  /// What is drawn.
  var kinds: [Kind] {
    let bounds = date.bounds
    var kinds: [Kind] = []
    if bounds.isDay {
      kinds.append(.day)
    } else if bounds.isSomewhere {
      kinds.append(.within)
    } else {
      if core != nil { kinds.append(.throughout) }
      if hasUnsureStart || hasUnsureEnd { kinds.append(.unsureEnd) }
    }
    for qualifier in [date.start.qualifier, date.end.qualifier] where qualifier != .none {
      kinds.append(qualifier == .approximate ? .approximate : .uncertain)
    }
    if bounds.isStartOpen || bounds.isEndOpen { kinds.append(.open) }
    if bounds.isStartUnknown || bounds.isEndUnknown { kinds.append(.unknown) }
    return kinds
  }

  /// Whether a start or an end lies anywhere within some days.
  private var hasUnsureStart: Bool {
    !date.bounds.isStartUnknown && date.bounds.earliestStart < date.bounds.latestStart
  }
  private var hasUnsureEnd: Bool {
    !date.bounds.isEndUnknown && date.bounds.earliestEnd < date.bounds.latestEnd
  }

  // MARK: Drawing

  static let dashes =
    "fill=\"none\" class=\"fr-line\" stroke=\"\(PictureStyle.accent)\" stroke-width=\"1.4\" "
    + "stroke-dasharray=\"4 2.5\""
  private static let dots =
    "fill=\"none\" class=\"fr-line\" stroke=\"\(PictureStyle.accent)\" stroke-width=\"2.4\" "
    + "stroke-linecap=\"round\" stroke-dasharray=\"0.1 5\""
  private static let pale =
    "class=\"fr-fill\" fill=\"\(PictureStyle.accent)\" fill-opacity=\"0.22\""

  /// Draws the date around the line `middle`.
  func draw(middle: Double, _ canvas: inout SVGCanvas) {
    let bounds = date.bounds
    drawWhiskers(middle, &canvas)
    if bounds.isDay {
      let isSure = date.start.qualifier == .none
      canvas.circle(
        x: (plain.0 + plain.1) / 2, y: middle, radius: 6,
        isSure
          ? SVGCanvas.Paint.accent.fill
          : "class=\"fr-line\" fill=\"none\" stroke=\"\(PictureStyle.accent)\" stroke-width=\"2\" "
            + "stroke-dasharray=\"3 2\"")
    } else if bounds.isSomewhere {
      TimelineMark.drawWithin(plain.0, plain.1, middle, &canvas)
    } else {
      drawPeriod(middle, &canvas)
    }
  }

  /// A pale bar in dashes: some time within.
  private static func drawWithin(
    _ from: Double, _ to: Double, _ middle: Double, _ canvas: inout SVGCanvas
  ) {
    let height = TimelineMeasure.barHeight
    let top = middle - height / 2
    canvas.rectangle(
      x: from, y: top, width: to - from, height: height, radius: 3, pale)
    canvas.rectangle(x: from, y: top, width: to - from, height: height, radius: 3, dashes)
  }

  /// The sure middle solid, unsure ends fading, open ends as arrows.
  private func drawPeriod(_ middle: Double, _ canvas: inout SVGCanvas) {
    let bounds = date.bounds
    let height = TimelineMeasure.barHeight
    let top = middle - height / 2
    guard let core else {
      // No day is sure: the whole reach may hold it.
      return TimelineMark.drawWithin(plain.0, plain.1, middle, &canvas)
    }
    for (from, to, fade) in [(plain.0, core.0, "in"), (core.1, plain.1, "out")]
    where to - from >= 1 {
      canvas.rectangle(
        x: from, y: top, width: to - from, height: height,
        "fill=\"url(#\(canvas.prefix)\(fade))\"")
      // Dashes around next to nothing are only specks.
      if to - from >= 8 {
        canvas.rectangle(x: from, y: top, width: to - from, height: height, TimelineMark.dashes)
      }
    }
    canvas.rectangle(
      x: core.0, y: top, width: max(2, core.1 - core.0), height: height,
      radius: plain == core ? 2 : 0, SVGCanvas.Paint.accent.fill)
    if bounds.isStartOpen { TimelineMark.drawArrow(core.0, middle, -1, &canvas) }
    if bounds.isEndOpen { TimelineMark.drawArrow(core.1, middle, 1, &canvas) }
  }

  /// An arrow head that points out of the axis; `direction` is -1 or 1.
  private static func drawArrow(
    _ x: Double, _ middle: Double, _ direction: Double, _ canvas: inout SVGCanvas
  ) {
    canvas.path(
      "M\(SVGText.number(x - direction)) \(SVGText.number(middle - 11))l"
        + "\(SVGText.number(direction * 14)) 11l\(SVGText.number(-direction * 14)) 11z",
      SVGCanvas.Paint.accent.fill)
  }

  /// Dots to where nobody knows, dashes as far as a mark may move the date, and their signs.
  private func drawWhiskers(_ middle: Double, _ canvas: inout SVGCanvas) {
    let bounds = date.bounds
    let line = SVGText.number(middle)
    if bounds.isStartUnknown || bounds.isEndUnknown {
      let from = bounds.isStartUnknown ? reach.0 + 14 : plain.1 + 5
      let to = bounds.isStartUnknown ? plain.0 - 5 : reach.1 - 14
      if to > from {
        canvas.path("M\(SVGText.number(from)) \(line)H\(SVGText.number(to))", TimelineMark.dots)
      }
      canvas.text(
        "?", x: bounds.isStartUnknown ? reach.0 + 5 : reach.1 - 5, y: middle + 6, size: 17, .accent,
        .middle, isBold: true)
    }
    let sides = [
      (date.start.qualifier, reach.0, plain.0, reach.0 - TimelineMark.signDistance),
      (date.end.qualifier, plain.1, reach.1, reach.1 + TimelineMark.signDistance),
    ]
    for (qualifier, from, to, sign) in sides where qualifier != .none {
      if to - from > 3 {
        canvas.path("M\(SVGText.number(from)) \(line)H\(SVGText.number(to))", TimelineMark.dashes)
      }
      canvas.text(
        TimelineMark.sign(qualifier), x: sign, y: middle + 6, size: 17, .accent, .middle,
        isBold: true)
    }
  }

  private static func sign(_ qualifier: DateQualifier) -> String {
    qualifier == .approximate ? "~" : "?"
  }

  // MARK: Legend

  /// A small example of a kind, 44 pixels wide.
  static func drawSample(_ kind: Kind, x: Double, middle: Double, _ canvas: inout SVGCanvas) {
    let height = TimelineMeasure.barHeight - 2
    let top = middle - height / 2
    switch kind {
    case .day: canvas.circle(x: x + 22, y: middle, radius: 6, SVGCanvas.Paint.accent.fill)
    case .within: drawWithin(x + 4, x + 40, middle, &canvas)
    case .throughout:
      canvas.rectangle(
        x: x + 4, y: top, width: 36, height: height, radius: 2, SVGCanvas.Paint.accent.fill)
    case .unsureEnd:
      canvas.rectangle(
        x: x + 4, y: top, width: 20, height: height, "fill=\"url(#\(canvas.prefix)in)\"")
      canvas.rectangle(x: x + 4, y: top, width: 20, height: height, dashes)
      canvas.rectangle(
        x: x + 24, y: top, width: 16, height: height, SVGCanvas.Paint.accent.fill)
    case .approximate, .uncertain:
      canvas.text(
        kind == .approximate ? "~" : "?", x: x + 8, y: middle + 6, size: 17, .accent, .middle,
        isBold: true)
      canvas.path("M\(SVGText.number(x + 15)) \(SVGText.number(middle))h26", dashes)
    case .open:
      canvas.rectangle(
        x: x + 4, y: top, width: 20, height: height, SVGCanvas.Paint.accent.fill)
      drawArrow(x + 24, middle, 1, &canvas)
    case .unknown:
      canvas.path("M\(SVGText.number(x + 5)) \(SVGText.number(middle))h24", dots)
      canvas.text("?", x: x + 36, y: middle + 6, size: 17, .accent, .middle, isBold: true)
    }
  }
}
