import FriseBase
import FriseTestSupport

@testable import FriseModel

/// Random columns of every kind, with missing cells, for properties that compare a kernel with the
/// same computation made cell by cell.
struct ColumnGenerator {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// A number in 0..<`limit`.
  mutating func number(below limit: Int) -> Int { Int(generator.next() % UInt64(limit)) }

  /// The sizes at which kernels tend to fail.
  static let counts = [0, 1, 2, 3, 7, 40, 300]

  /// What numbers are like.
  enum Range: CaseIterable { case small, fractions, large, wide }

  mutating func exactNumber(_ range: Range) -> ExactNumber? {
    if number(below: 6) == 0 { return nil }
    let sign = number(below: 2) == 0 ? 1 : -1
    switch range {
    case .small: return ExactNumber(sign * number(below: 5))
    case .fractions:
      return ExactNumber(
        coefficient: Int128(sign * number(below: 4000)), scale: UInt8(number(below: 4)))
    case .large: return ExactNumber(sign * (Int.max - number(below: 3)))
    case .wide:
      if number(below: 3) > 0 { return exactNumber(.fractions) }
      return ExactNumber(
        coefficient: Int128(sign * (1 + number(below: 3))) << 90, scale: UInt8(number(below: 2)))
    }
  }

  mutating func numbers(_ range: Range, count: Int) -> NumberColumn {
    NumberColumn((0..<count).map { _ in exactNumber(range) })
  }

  mutating func figures(count: Int) -> FigureColumn {
    FigureColumn(
      (0..<count).map { _ -> Figure? in
        // From 4 to 8 the grain of a number is 1.
        guard self.number(below: 6) > 0 else { return nil }
        let number = ExactNumber(4 + self.number(below: 5))
        let word = FigureWord.allCases[self.number(below: FigureWord.allCases.count)]
        let one = ExactNumber(1)
        switch word {
        case .exact, .about: return Figure(number: number, word: word, low: number, high: number)
        case .over, .atLeast:
          return number.adding(one).map {
            Figure(number: number, word: word, low: number, high: $0)
          }
        case .nearly, .below, .atMost:
          return number.subtracting(one).map {
            Figure(number: number, word: word, low: $0, high: number)
          }
        case .between:
          return number.adding(one).map {
            Figure(number: number, word: word, low: number, high: $0)
          }
        }
      })
  }

  static let words = [
    "Haïti", "haiti", "Chile", "", "Côte d'Ivoire", "cote d’ivoire", "océan", "Ocean", "a b", "été",
    "z", "Zambie", "année 1990", "œuvre", "oeuvre",
  ]

  mutating func texts(count: Int) -> TextColumn {
    TextColumn(
      (0..<count).map { _ in
        number(below: 6) == 0 ? nil : Self.words[number(below: Self.words.count)]
      })
  }

  mutating func plainDates(count: Int) -> DateColumn {
    let days = (0..<count).map { _ in
      number(below: 6) == 0 ? DateColumn.none : Int32(number(below: 9) - 4)
    }
    return DateColumn(earliestStart: days, latestStart: days, earliestEnd: days, latestEnd: days)
  }

  mutating func dates(count: Int) -> DateColumn {
    let dates = (0..<count).map { row -> DateValue? in
      guard number(below: 6) > 0 else { return nil }
      let start = Int64(number(below: 5))
      let end = start + Int64(number(below: 3))
      return DateValue(
        text: "\(start)/\(end)",
        bounds: DateBounds(
          earliestStart: start, latestStart: start, earliestEnd: end, latestEnd: end),
        isReduced: false)
    }
    return DateColumn(dates)
  }

  mutating func durations(count: Int) -> DurationColumn {
    DurationColumn(
      months: (0..<count).map { _ in
        number(below: 6) == 0 ? DurationColumn.none : Int64(number(below: 4))
      },
      days: (0..<count).map { _ in Int64(number(below: 60)) })
  }

  mutating func truths(count: Int) -> TruthColumn {
    TruthColumn(answers: (0..<count).map { _ in UInt8(number(below: 3)) })
  }

  mutating func answers(count: Int) -> Answers {
    switch number(below: 6) {
    case 0: return .constant(.yes, count: count)
    case 1: return .constant(.no, count: count)
    case 2: return .constant(.undecided, count: count)
    case 3:
      let lower = number(below: count + 1)
      return .range(yes: lower..<(lower + number(below: count - lower + 1)), count: count)
    default: return .dense(truths(count: count).answers)
    }
  }

  mutating func links(_ registry: Registry, count: Int) -> LinkColumn {
    LinkColumn(
      registry: registry,
      rows: (0..<count).map { _ in Int32(number(below: registry.count + 1) - 1) })
  }

  /// Lists of up to three items, some empty.
  mutating func lists(count: Int, items: (inout ColumnGenerator, Int) -> Column) -> ListColumn {
    var offsets: [Int32] = [0]
    for _ in 0..<count { offsets.append((offsets.last ?? 0) + Int32(number(below: 4))) }
    return ListColumn(offsets: offsets, items: items(&self, Int(offsets.last ?? 0)))
  }

  /// One column of each kind.
  mutating func everyKind(count: Int) -> [Column] {
    let registry = Self.registry
    return [
      .number(numbers(.small, count: count)), .number(numbers(.fractions, count: count)),
      .number(numbers(.wide, count: count)), .figure(figures(count: count)),
      .text(texts(count: count)),
      .bilingual(english: texts(count: count), french: texts(count: count)),
      .date(plainDates(count: count)), .date(dates(count: count)),
      .duration(durations(count: count)), .truth(truths(count: count)),
      .link(links(registry, count: count)),
      .list(lists(count: count) { .number($0.numbers(.small, count: $1)) }),
      .list(lists(count: count) { .link($0.links(registry, count: $1)) }),
      .none(count: count),
    ]
  }

  /// A small forest: 0 (1 (2 3) 4) 5 (6).
  static let registry: Registry = {
    let names = ["World", "Africa", "Chad", "Kenya", "Asia", "Moon", "Sea"]
    return Registry(
      table: TableID("units"), ids: TextColumn(names.map { "id-\($0)" }),
      englishNames: TextColumn(names),
      frenchNames: TextColumn(["Monde", "Afrique", nil, nil, "Asie", "Lune", "Mer"]),
      aliases: [(row: 5, name: "Luna")],
      forest: Forest(
        parents: [-1, 0, 1, 1, 0, -1, 5], positions: [0, 1, 2, 3, 4, 5, 6],
        ends: [5, 4, 3, 4, 5, 7, 7], depths: [0, 1, 2, 2, 1, 0, 1], order: [0, 1, 2, 3, 4, 5, 6]))
  }()
}

extension Value {
  /// The value in full, so that two cells can be compared.
  var description: String {
    switch self {
    case .none: "—"
    case .number(let number): "number \(number.plainText)"
    case .figure(let figure):
      """
      figure \(figure.word) \(figure.number.plainText) \(figure.low.plainText) \
      \(figure.high.plainText)
      """
    case .text(let text): "text \(text)"
    case .bilingual(let text): "texts \(text.english) \(text.french)"
    case .date(let date): "date \(date.bounds)"
    case .duration(let duration): "duration \(duration.months) \(duration.days)"
    case .truth(let truth): "truth \(truth)"
    case .link(let registry, let row): "link \(registry.table.name) \(row)"
    case .list(let items): "list \(items.map(\.description))"
    }
  }
}

extension Column {
  /// Every cell in full.
  var cells: [String] {
    if case .bilingual(let english, let french) = self {
      return zip(Column.text(english).cells, Column.text(french).cells).map {
        $0 == "—" && $1 == "—" ? "—" : "\($0)|\($1)"
      }
    }
    guard case .date(let dates) = self else {
      return (0..<count).map { value(at: $0).description }
    }
    // The bounds themselves, whatever text they are printed as.
    return (0..<count).map { row in
      let bounds = [dates.earliestStart, dates.latestStart, dates.earliestEnd, dates.latestEnd]
      return bounds[0][row] == DateColumn.none ? "—" : "date \(bounds.map { $0[row] })"
    }
  }
}

extension Answers {
  /// The answers one by one.
  var truths: [Truth] { (0..<count).map { self[$0] } }
}
