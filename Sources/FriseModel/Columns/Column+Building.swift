import FriseBase

extension Column {
  /// A column of these cells. For literals, groups and small tables; bulk readers fill the storage
  /// themselves. A cell that is not of `type` becomes none.
  package init(_ values: [Value], type: ValueType) {
    switch type {
    case .number: self = .number(NumberColumn(values.map(\.asNumber)))
    case .figure: self = .figure(FigureColumn(values.map(\.asFigure)))
    case .text: self = .text(TextColumn(values.map { $0.text(in: .english) }))
    case .bilingual:
      self = .bilingual(
        english: TextColumn(values.map { $0.text(in: .english) }),
        french: TextColumn(values.map { $0.text(in: .french) }))
    case .date: self = .date(DateColumn(values.map(\.asDate)))
    case .duration:
      let durations = values.map(\.asDuration)
      self = .duration(
        DurationColumn(
          months: durations.map { $0?.months ?? DurationColumn.none },
          days: durations.map { $0?.days ?? 0 }))
    case .truth:
      self = .truth(
        TruthColumn(
          answers: values.map { value in
            if case .truth(let truth) = value { truth.rawValue } else { Truth.undecided.rawValue }
          }))
    case .link: self = Column.links(values)
    case .list(let item): self = Column.lists(values, item: item)
    case .none: self = .none(count: values.count)
    }
  }

  private static func links(_ values: [Value]) -> Column {
    var registry: Registry?
    var rows: [Int32] = []
    for value in values {
      if case .link(let owner, let row) = value {
        registry = owner
        rows.append(row)
      } else {
        rows.append(-1)
      }
    }
    guard let registry else { return .none(count: values.count) }
    return .link(LinkColumn(registry: registry, rows: rows))
  }

  private static func lists(_ values: [Value], item: ValueType) -> Column {
    var items: [Value] = []
    var offsets: [Int32] = [0]
    for value in values {
      if case .list(let list) = value { items += list }
      offsets.append(Int32(clamping: items.count))
    }
    return .list(ListColumn(offsets: offsets, items: Column(items, type: item)))
  }
}

extension Value {
  fileprivate var asNumber: ExactNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  fileprivate var asFigure: Figure? {
    switch self {
    case .figure(let figure): figure
    case .number(let number): Figure(number: number, word: .exact, low: number, high: number)
    default: nil
    }
  }

  fileprivate var asDate: DateValue? {
    if case .date(let date) = self { date } else { nil }
  }

  fileprivate var asDuration: CalendarDuration? {
    if case .duration(let duration) = self { duration } else { nil }
  }

  fileprivate func text(in tongue: Tongue) -> String? {
    switch self {
    case .text(let text): text
    case .bilingual(let text): text[tongue]
    default: nil
    }
  }
}

extension NumberColumn {
  /// A column at the least scale that holds all numbers exactly; those too large for it lie in
  /// `wide`.
  package init(_ numbers: [ExactNumber?]) {
    let scale = numbers.reduce(0) { max($0, $1?.scale ?? 0) }
    var values: [Int64] = []
    values.reserveCapacity(numbers.count)
    var wide: [Int32: ExactNumber] = [:]
    for (row, number) in numbers.enumerated() {
      guard let number else {
        values.append(NumberColumn.none)
        continue
      }
      if let value = number.coefficient(atScale: scale) {
        values.append(value)
      } else {
        values.append(NumberColumn.none)
        wide[Int32(clamping: row)] = number
      }
    }
    self.init(values: values, scale: scale, wide: wide)
  }
}

extension ExactNumber {
  /// The coefficient of this number written with `scale` digits after the point, or nil when it
  /// does
  /// not fit a column's slot.
  package func coefficient(atScale scale: UInt8) -> Int64? {
    var value = coefficient
    for _ in self.scale..<max(self.scale, scale) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    guard let narrow = Int64(exactly: value), narrow != NumberColumn.none else { return nil }
    return self.scale <= scale ? narrow : nil
  }
}

extension FigureColumn {
  package init(_ figures: [Figure?]) {
    self.init(
      numbers: NumberColumn(figures.map { $0?.number }),
      words: figures.map { ($0?.word ?? .exact).rawValue },
      lows: NumberColumn(figures.map { $0?.low }),
      highs: NumberColumn(figures.map { $0?.high }))
    for (row, figure) in figures.enumerated() {
      if let unit = figure?.roundingUnit { roundingUnits[Int32(clamping: row)] = unit }
    }
  }
}

extension TextColumn {
  package init(_ texts: [String?]) {
    var builder = StringPoolBuilder()
    let codes = texts.map { text in text.map { builder.add($0) } ?? -1 }
    self.init(codes: codes, pool: builder.build())
  }
}
