import FriseBase
import FriseModel

/// The results that golden files show.
enum SampleTables {
  /// A name and the result it stands for.
  static func named(_ name: String) -> ResultTable {
    switch name {
    case "events": events
    case "nasty": nasty
    case "empty": empty
    case "no-columns": Sample.result([], rowCount: 3)
    case "one-column": Sample.result([Sample.number(Localized(same: "n"), [17])])
    case "wide": wide
    default: absent
    }
  }

  static let names = ["events", "nasty", "empty", "no-columns", "one-column", "wide", "absent"]

  private static let places = Registry(
    table: TableID("regions"), ids: Sample.texts(["TLS", "SLE", "GIN", "HTI"]),
    englishNames: Sample.texts(["Timor-Leste", "Sierra Leone", "Guinea", "Haiti"]),
    frenchNames: Sample.texts(["Timor-Leste", "Sierra Leone", "Guinée", "Haïti"]))

  /// Every type of column.
  static var events: ResultTable {
    let place = ListColumn(
      offsets: [0, 1, 3, 3, 4],
      items: .link(LinkColumn(registry: places, rows: [0, 1, 2, 3])))
    let links = Localized(en: "place", fr: "lieu")
    let length = DurationColumn(months: [12, 0, DurationColumn.none, 14], days: [0, 1, 0, 3])
    let answers = TruthColumn(answers: [2, 0, 1, 2])
    return Sample.result(
      [
        Sample.text(Localized(same: "id"), ["s01", "s02", "s03", "s04"]),
        Sample.date(Localized(same: "date"), ["2000", "2001-07-03", nil, "199X"], .main),
        Sample.bilingual(
          Localized(en: "title", fr: "titre"),
          [
            Localized(
              en: "IOM moves refugees back to Timor-Leste by ship, road and plane",
              fr: "Retour au Timor-Leste de réfugiés transportés par l’OIM en bateau"),
            Localized(
              en: "Sierra Leoneans are repatriated over six months",
              fr: "Rapatriement de Sierra-Léonais réfugiés en Guinée"),
            nil,
            Localized(
              en: "Camps run after the earthquake", fr: "Gestion des camps après le séisme"),
          ], .main),
        (
          ColumnSchema(name: links, type: .list(.link(TableID("regions"))), traits: .main),
          .list(place)
        ),
        Sample.figure(
          Localized(en: "people", fr: "personnes"),
          [
            (140_000, .about, 140_000, 140_000), (850_000, .nearly, 840_000, 850_000), nil,
            (145_000, .between, 140_000, 150_000),
          ], .main),
        Sample.number(Localized(en: "year", fr: "année"), [2000, 12001, nil, 1999], .ungrouped),
        Sample.number(Localized(en: "cost", fr: "coût"), [150, 1_234_567_25, nil, -5], scale: 2),
        (
          ColumnSchema(name: Localized(en: "length", fr: "durée"), type: .duration),
          .duration(length)
        ),
        (
          ColumnSchema(name: Localized(en: "assisted", fr: "aidés"), type: .truth),
          .truth(answers)
        ),
        Sample.list(
          Localized(en: "topics", fr: "sujets"),
          [["return", "transport"], ["return"], [], ["a;b"]]),
        Sample.text(Localized(same: "secret"), ["x", "y", "z", "w"], .hidden),
      ], name: Localized(en: "events", fr: "événements"),
      footnotes: [
        Localized(
          en: "11 undecided: 10 people not stated, 1 people straddles 220,000",
          fr: "11 indécis : 10 sans personnes indiquées, 1 à cheval sur 220 000"),
        Localized(en: "mixed roles", fr: "rôles mêlés"),
      ])
  }

  /// What data should never hold and does.
  static var nasty: ResultTable {
    let texts: [String?] = [
      "国際移住機関は東京にある", "family 👨‍👩‍👧‍👦 and 🇫🇷", "e\u{301}te\u{301} cafe\u{301}",
      "abc\u{202E}fed\u{2066}x",
      "\u{1B}[31mred\u{1B}[0m\u{7}", "tab\there", "line one\nline two\r\nthree",
      "a|b\\c`d`*e*_f_ g_h",
      "<script>alert('x') & \"y\"</script>", "=cmd()", "+1+2", "-12.5", "@sum", "",
      "quote \" and, comma", "C1 \u{9B}2J and \u{2028}sep", nil,
      String(repeating: "long ", count: 60) + "end",
    ]
    return Sample.result(
      [
        Sample.number(Localized(en: "no", fr: "n°"), (1...18).map { Int64($0) }),
        Sample.text(Localized(en: "te|xt", fr: "te|xte"), texts),
        Sample.text(Localized(en: "tail", fr: "queue"), texts.map { _ in "end" }),
      ], footnotes: [Localized(same: "a note with \u{1B}[0m and <b>bold</b>")])
  }

  static var empty: ResultTable {
    Sample.result(
      [Sample.text(Localized(en: "name", fr: "nom"), []), Sample.number(Localized(same: "n"), [])],
      footnotes: [
        Localized(
          en: "place = \"Hongire\": 0 of 17; nearest: Hungary",
          fr:
            "lieu = «\u{202F}Hongire\u{202F}»\u{202F}: 0 sur 17\u{202F}; "
            + "le plus proche\u{202F}: Hongrie"
        )
      ])
  }

  /// Sixty columns.
  static var wide: ResultTable {
    Sample.result(
      (1...60).map { index in
        Sample.number(Localized(en: "column\(index)", fr: "colonne\(index)"), [Int64(index), nil])
      })
  }

  /// Nothing stated anywhere.
  static var absent: ResultTable {
    Sample.result([
      Sample.text(Localized(en: "name", fr: "nom"), [nil, nil]),
      Sample.date(Localized(same: "date"), [nil, nil]),
      Sample.figure(Localized(en: "people", fr: "personnes"), [nil, nil]),
      (ColumnSchema(name: Localized(same: "void"), type: .none), .none(count: 2)),
    ])
  }
}
