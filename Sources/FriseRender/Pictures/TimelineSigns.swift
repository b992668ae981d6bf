import FriseBase
import FriseModel

/// A sign of a timeline in a terminal: one column wide, never told apart by colour.
enum TimelineSign: Int, CaseIterable {
  /// A day.
  case day
  /// Some time within it: a date of reduced precision, or the reach of a start or an end.
  case within
  /// The whole time.
  case throughout
  /// As far as an approximate date may reach beyond what is written.
  case approximate
  /// The same of an uncertain date.
  case uncertain
  case openStart
  case openEnd
  /// The time up to an end, or from a start, that nobody knows, and that end.
  case unknown
  case unknownEnd

  /// How it is drawn.
  func text(isASCII: Bool) -> String {
    switch self {
    case .day: isASCII ? "*" : "●"
    case .within: isASCII ? ":" : "░"
    case .throughout: isASCII ? "=" : "█"
    case .approximate: "~"
    case .uncertain: "?"
    case .openStart: isASCII ? "<" : "◀"
    case .openEnd: isASCII ? ">" : "▶"
    case .unknown: isASCII ? "." : "┄"
    case .unknownEnd: "?"
    }
  }

  /// What the legend calls it; nil for one that is explained with another.
  var meaning: Localized? {
    switch self {
    case .day: Localized(en: "a day", fr: "un jour")
    case .within: Localized(en: "some time within", fr: "à un moment de")
    case .throughout: Localized(en: "all the time", fr: "tout du long")
    case .approximate: Localized(en: "approximate", fr: "approximatif")
    case .uncertain: Localized(en: "uncertain", fr: "incertain")
    case .openStart: Localized(en: "no start", fr: "sans début")
    case .openEnd: Localized(en: "no end", fr: "sans fin")
    case .unknown: nil
    case .unknownEnd: Localized(en: "not known when", fr: "on ne sait quand")
    }
  }

  /// How the legend shows it.
  func legendText(isASCII: Bool) -> String {
    switch self {
    case .unknownEnd:
      TimelineSign.unknown.text(isASCII: isASCII) + TimelineSign.unknownEnd.text(isASCII: isASCII)
    default: text(isASCII: isASCII)
    }
  }
}

/// A date as a run of signs on an axis of so many columns.
struct SignedSpan {
  /// The column of the first sign.
  let column: Int
  let signs: [TimelineSign]

  /// The column of the last sign.
  var lastColumn: Int { column + signs.count - 1 }

  /// `width`: The columns of the axis.
  init(_ date: DateValue, _ scale: TimeScale, width: Int) {
    let axis = SignAxis(scale: scale, width: width)
    let bounds = date.bounds
    let widened = date.widenedBounds
    // A day is a point, however long the scale makes it.
    let day = axis.column(bounds.earliestStart)
    let isPoint = bounds.isDay && widened == bounds
    let reach =
      isPoint
      ? day...day
      : axis.columns(
        bounds.isStartUnknown ? scale.first : widened.earliestStart,
        bounds.isEndUnknown ? scale.last : widened.latestEnd)
    let plain =
      bounds.isDay
      ? day...day
      : axis.columns(bounds.firstKnown, bounds.lastKnown)
    column = reach.lowerBound
    var signs = reach.map { column -> TimelineSign in
      if column < plain.lowerBound {
        return bounds.isStartUnknown ? .unknown : SignedSpan.sign(date.start.qualifier)
      }
      if column > plain.upperBound {
        return bounds.isEndUnknown ? .unknown : SignedSpan.sign(date.end.qualifier)
      }
      return .within
    }
    if bounds.isDay {
      signs[plain.lowerBound - column] = .day
    } else if !bounds.isSomewhere {
      for place in axis.core(bounds) where reach.contains(place) {
        signs[place - column] = .throughout
      }
    }
    // Marks and open sides show however little room there is.
    if date.start.qualifier != .none, signs[0] == .within || signs[0] == .day {
      signs[0] = SignedSpan.sign(date.start.qualifier)
    }
    if date.end.qualifier != .none, !bounds.isSomewhere,
      signs.count > 1, [.within, .throughout].contains(signs[signs.count - 1])
    {
      signs[signs.count - 1] = SignedSpan.sign(date.end.qualifier)
    }
    if bounds.isStartOpen { signs[0] = .openStart }
    if bounds.isStartUnknown { signs[0] = .unknownEnd }
    if bounds.isEndOpen { signs[signs.count - 1] = .openEnd }
    if bounds.isEndUnknown { signs[signs.count - 1] = .unknownEnd }
    self.signs = signs
  }

  private static func sign(_ qualifier: DateQualifier) -> TimelineSign {
    qualifier == .approximate ? .approximate : .uncertain
  }
}

/// An axis of whole columns.
struct SignAxis {
  let scale: TimeScale
  let width: Int

  /// The column that a day begins in, to the nearest.
  func column(_ day: Int64) -> Int {
    min(width - 1, Int((scale.position(day) * Double(width)).rounded()))
  }

  /// The columns of a stretch of days, one at least; stretches that follow each other share none.
  func columns(_ first: Int64, _ last: Int64) -> ClosedRange<Int> {
    let from = column(first)
    let end = Int((scale.positionAfter(last) * Double(width)).rounded()) - 1
    return from...max(from, min(width - 1, end))
  }

  /// The columns of the time that lies between start and end for sure: those of which half or more
  /// is, and one where there is little of it and nothing else tells it from a date of reduced
  /// precision.
  func core(_ bounds: DateBounds) -> Range<Int> {
    guard !bounds.isStartUnknown, !bounds.isEndUnknown, bounds.latestStart <= bounds.earliestEnd
    else { return 0..<0 }
    let from = Int((scale.position(bounds.latestStart) * Double(width)).rounded())
    let end = Int((scale.positionAfter(bounds.earliestEnd) * Double(width)).rounded())
    if from < end { return from..<end }
    let only = column(bounds.latestStart)
    return only..<only + 1
  }
}
