import FriseBase
import FriseModel
import FriseRender

/// Results to draw, their dates read as a file's are.
enum PictureSamples {
  /// A timeline of dates in EDTF (nil is no date) with a title each.
  static func timeline(
    _ rows: [(date: String?, title: String)], name: String = "things", view: ResultView = .timeline
  ) -> ResultTable {
    var dates = DateColumnBuilder()
    for row in rows { dates.append(row.date.flatMap { EDTF.parse($0) }) }
    var result = Sample.result(
      [
        (
          ColumnSchema(name: Localized(same: "date"), type: .date, traits: .main),
          .date(dates.build())
        ),
        Sample.text(Localized(en: "title", fr: "titre"), rows.map(\.title), .main),
        Sample.number(
          Localized(same: "n"), rows.indices.map { Int64($0 * $0) - 4 }, .main),
      ], name: Localized(same: name))
    result.table.schema.dateColumn = 0
    result.view = view
    return result
  }

  /// Every way a date may be unsure, on a scale of some years.
  static let ends = timeline([
    ("2001-07-03", "a day"), ("2003", "some time in a year"), ("199X", "some time in a decade"),
    ("1999/2002", "from a year to a year"), ("2004-03-01/2006-10-31", "from a day to a day"),
    ("1996/..", "still going on"), ("1997/", "ended, nobody knows when"),
    ("../1992", "since ever"), ("/1993", "began, nobody knows when"),
    ("2000~", "about a year"), ("1998?/2003%", "from an uncertain to a doubtful year"),
    (nil, "without a date"), ("../..", "for ever"),
    ("1994", "国際移住機関 <script>alert('x')</script> \u{1B}[31m & \u{202E}abc"),
  ])

  /// Years before 1 and a title longer than any line.
  static let ancient = timeline([
    ("-0752", "Rome is founded, if one believes Varro, who counted the kings and the consuls back"),
    ("-0043-03-15", "The Ides of March"), ("0476", "The last emperor in the West"),
  ])

  /// Four thousand million years.
  static let deep = timeline([
    ("Y-4500000000/Y-4000000000", "The Hadean"), ("Y-66000000", "The last dinosaurs"),
    ("2020", "now"),
  ])

  static let oneDay = timeline([("1956-11-04", "Budapest"), ("1956-11-04", "and elsewhere")])

  /// Bars that leave no room beside them.
  static let long = timeline([
    ("1951", "One year is the whole axis"),
    ("1951-01-02/1951-12-30", "From almost the first day to almost the last of them all"),
  ])

  static let empty = timeline([])

  static let undated = timeline([(nil, "one"), (nil, "two"), (nil, ""), (nil, "four")])

  /// The results of golden files.
  static let timelines: [(name: String, result: ResultTable)] = [
    ("ends", ends), ("ancient", ancient), ("deep", deep), ("one-day", oneDay), ("long", long),
    ("empty", empty), ("undated", undated),
  ]

  /// Bars of figures with every word, of negative, zero, absent and huge numbers.
  static let bars: [(name: String, result: ResultTable)] = [
    (
      "figures",
      bars(
        Sample.figure(
          Localized(en: "people", fr: "personnes"),
          [
            (140_000, .about, 140_000, 140_000), (850_000, .nearly, 840_000, 850_000), nil,
            (145_000, .between, 140_000, 150_000), (200_000, .over, 200_000, 250_000),
            (25_000, .exact, 25_000, 25_000), (0, .exact, 0, 0),
          ], .main))
    ),
    (
      "signs",
      bars(Sample.number(Localized(same: "x"), [-50, 120, 0, nil, -1, 1, 119], scale: 1, .main))
    ),
    (
      "huge",
      bars(
        Sample.number(
          Localized(same: "x"), [Int64.max, 1, nil, 1_000_000_000_000_000_000, 0, -3, 5], .main))
    ),
    ("minus", bars(Sample.number(Localized(same: "x"), [-4, -2, 0, nil, -1, -3, -4], .main))),
    ("none", bars(Sample.number(Localized(same: "x"), [nil, nil, nil, nil, nil, nil, nil]))),
  ]

  /// Units drawn as trees: a whole one, one with its ancestors filtered away, none.
  static let trees: [(name: String, result: ResultTable)] = [
    ("tree", TreeRendererTests.tree([0, 1, 2, 3, 4, 5])),
    ("tree-context", TreeRendererTests.tree([3, 5])), ("tree-empty", TreeRendererTests.tree([])),
  ]

  private static func bars(_ numbers: Sample.Made) -> ResultTable {
    var result = Sample.result([
      Sample.bilingual(
        Localized(en: "place", fr: "lieu"),
        [
          Localized(en: "Timor-Leste", fr: "Timor-Leste"), Localized(en: "Guinea", fr: "Guinée"),
          Localized(same: "国際移住機関"), Localized(same: "\u{1B}[31mred"), nil,
          Localized(same: "Democratic Republic of the Congo and of other places"),
          Localized(same: "Haïti"),
        ], .main), numbers,
    ])
    result.view = .bars(column: 1)
    return result
  }
}
