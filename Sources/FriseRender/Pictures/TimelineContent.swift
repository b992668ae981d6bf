import FriseBase
import FriseModel

/// The rows of a result as a timeline to draw.
struct TimelineContent {
  /// More rows than these are drawn as a crowd, not one by one.
  static let itemsMax = 1000

  private(set) var picture: TimelinePicture
  /// The row of each item of the picture.
  private(set) var rows: [Int] = []
  /// True when the rows are too many to be drawn one by one.
  let isCrowd: Bool
  /// What was left out of the drawing, and how many rows that is.
  private(set) var remarks: [Footnote] = []

  /// The timeline of a result; nil when it has no column of dates.
  init?(_ result: ResultTable, _ options: RenderOptions, itemsMax: Int = Self.itemsMax) {
    guard let index = result.table.schema.dateColumn, result.table.columns.indices.contains(index)
    else { return nil }
    let dates: DateColumn
    switch result.table.columns[index] {
    case .date(let column): dates = column
    case .none(let count):
      let none = [Int32](repeating: DateColumn.none, count: count)
      dates = DateColumn(
        earliestStart: none, latestStart: none, earliestEnd: none, latestEnd: none)
    default: return nil
    }
    let tongue = options.tongue
    picture = TimelinePicture(
      title: result.table.schema.name[tongue], items: [], tongue: tongue)
    let rowCount = ShownColumns.rowCount(result, options)
    isCrowd = rowCount > itemsMax
    if isCrowd || rowCount < result.table.rowCount { picture.crowd = TimelineCrowd(dates) }
    let labels = RowLabels(result, drawn: [index], .leading, options)
    let areWhole = result.table.schema.columns[index].traits.contains(.wholeSpans)
    var left = LeftOut()
    for row in 0..<result.table.rowCount {
      guard let bounds = dates.bounds(at: row), bounds.statesADay else {
        left.add(labels.label(row), isDated: dates.bounds(at: row) != nil)
        continue
      }
      guard !isCrowd, row < rowCount, let date = dates.date(at: row) else { continue }
      rows.append(row)
      picture.items.append(
        TimelinePicture.Item(
          label: labels.label(row), date: areWhole ? date.asWhole : date,
          details: labels.details(row)))
    }
    remarks = left.remarks
    sort()
    if isCrowd { remarks.append(TimelineContent.crowdRemark(rowCount)) }
  }

  /// Puts the items in the order of time: earliest start, the wider first, then as they came.
  private mutating func sort() {
    let order = picture.items.indices.sorted { left, right in
      let (a, b) = (picture.items[left].date.bounds, picture.items[right].date.bounds)
      if a.earliestStart != b.earliestStart { return a.earliestStart < b.earliestStart }
      if a.latestEnd != b.latestEnd { return a.latestEnd > b.latestEnd }
      return left < right
    }
    picture.items = order.map { picture.items[$0] }
    rows = order.map { rows[$0] }
  }

  private static func crowdRemark(_ rowCount: Int) -> Footnote {
    let many = Localized(
      en: ValueText.count(rowCount, .english), fr: ValueText.count(rowCount, .french))
    return Footnote(
      Localized(
        en: "\(many.english) rows are too many to draw one by one: the height says how many touch "
          + "each stretch of time",
        fr: "\(many.french) lignes sont trop nombreuses pour être dessinées une à une\u{202F}: la "
          + "hauteur dit combien touchent chaque tranche de temps"))
  }
}

extension DateValue {
  /// The date as the whole of its span, from the first day to the last.
  fileprivate var asWhole: DateValue {
    DateValue(
      text: text, bounds: DateBounds(wholeFrom: bounds.earliestStart, to: bounds.latestEnd),
      isReduced: false)
  }
}

/// The rows that cannot stand on an axis.
private struct LeftOut {
  private var undatedCount = 0
  private var dayLessCount = 0
  /// What some of them are called.
  private var labels: [String] = []

  mutating func add(_ label: String, isDated: Bool) {
    if isDated { dayLessCount += 1 } else { undatedCount += 1 }
    if labels.count < 3, !label.isEmpty { labels.append(label) }
  }

  /// A footnote, when there are such rows.
  var remarks: [Footnote] {
    guard undatedCount + dayLessCount > 0 else { return [] }
    func text(_ tongue: Tongue) -> String {
      var parts: [String] = []
      if undatedCount > 0 {
        let word = Localized(en: "without a date", fr: "sans date")
        parts.append(ValueText.count(undatedCount, tongue) + " " + word[tongue])
      }
      if dayLessCount > 0 {
        let word = Localized(en: "open on both sides", fr: "sans début ni fin")
        parts.append(ValueText.count(dayLessCount, tongue) + " " + word[tongue])
      }
      let names = labels.joined(separator: Localized(en: "; ", fr: "\u{202F}; ")[tongue])
      let areMore = undatedCount + dayLessCount > labels.count
      let others = Localized(en: " and others", fr: " et d’autres")
      let rest = areMore ? others[tongue] : ""
      let isPlural = ValueText.isPlural(undatedCount + dayLessCount, tongue)
      let lead =
        isPlural
        ? Localized(en: "rows not drawn: ", fr: "lignes non dessinées\u{202F}: ")
        : Localized(en: "row not drawn: ", fr: "ligne non dessinée\u{202F}: ")
      return lead[tongue] + parts.joined(separator: ", ")
        + (names.isEmpty ? "" : " (\(names)\(rest))")
    }
    return [Footnote(Localized(en: text(.english), fr: text(.french)))]
  }
}
