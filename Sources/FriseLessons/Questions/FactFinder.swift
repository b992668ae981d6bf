package import FriseBase
package import FriseModel

/// Finds rows of the data by their id, with what they say of their source and check.
package struct FactFinder: Sendable {
  private let data: DataSet

  /// The topic of rows about people who died.
  static let deathsTopic = "deaths-and-disappearances"

  package init(_ data: DataSet) { self.data = data }

  /// A row of the data that a lesson rests on.
  package struct Fact: Sendable {
    package let table: TableSchema
    package let id: String
    /// Its name or title.
    package let title: Localized
    package let date: DateValue?
    /// Where it comes from, as the data name it.
    package let sources: [String]
    /// How it is attested, in words.
    package let check: Localized?
    /// The id of that word: `conflict`, `2-sources`…
    package let checkID: String?
    package let topics: [String]
    package let counted: Localized?
    package let role: String?
    package let figure: Figure?
  }

  /// The row of an id, in the first table that has it.
  package func fact(_ id: String) -> Fact? {
    let key = TextFold.fold(id)
    for schema in data.schemas {
      guard let table = try? data.table(schema.id), let registry = table.registry else { continue }
      let row = registry.rows(named: id).first { TextFold.fold(registry.id($0)) == key }
      if let row { return fact(in: table, Int(row)) }
    }
    return nil
  }

  /// Every row of a table, by its name in either tongue.
  package func facts(of name: String) -> [Fact]? {
    let key = TextFold.fold(name)
    let schema = data.schemas.first {
      TextFold.fold($0.name.english) == key || TextFold.fold($0.name.french) == key
    }
    guard let schema, let table = try? data.table(schema.id) else { return nil }
    return (0..<table.rowCount).map { fact(in: table, $0) }
  }

  private func fact(in table: Table, _ row: Int) -> Fact {
    func value(_ name: String) -> Value {
      let index = table.schema.columns.firstIndex { $0.name.english == name }
      return index.map { table.columns[$0].value(at: row) } ?? .none
    }
    var checkID: String?
    let check = value("check")
    let verdict = value("verdict")
    if case .link(let registry, let row) = check { checkID = registry.id(row) }
    if case .link(let registry, let row) = verdict { checkID = registry.id(row) }
    let word = Self.words(check) ?? Self.words(verdict)
    var date: DateValue?
    if let column = table.schema.dateColumn,
      case .date(let own) = table.columns[column].value(at: row)
    {
      date = own
    }
    var figure: Figure?
    if case .figure(let own) = value("people") { figure = own }
    let id = table.registry?.id(Int32(row)) ?? ValueText.machine(value("id"), .english)
    let title = table.registry?.name(Int32(row)) ?? Localized(same: id)
    return Fact(
      table: table.schema, id: id, title: title, date: date,
      sources: Self.list(value("source")), check: word, checkID: checkID,
      topics: Self.ids(value("topics")), counted: Self.words(value("counted")),
      role: Self.ids(value("role")).first, figure: figure)
  }

  private static func words(_ value: Value) -> Localized? {
    if case .none = value { return nil }
    return Localized(en: ValueText.human(value, .english), fr: ValueText.human(value, .french))
  }

  private static func list(_ value: Value) -> [String] {
    switch value {
    case .none: []
    case .list(let items): items.map { ValueText.machine($0, .english) }
    default: [ValueText.machine(value, .english)]
    }
  }

  private static func ids(_ value: Value) -> [String] {
    switch value {
    case .link(let registry, let row): [registry.id(row)]
    case .list(let items): items.flatMap(ids)
    default: []
    }
  }

  /// The texts of items to order, with their ranks from 0. Rows of the data rank by their dates;
  /// those whose dates do not settle which came first are level.
  func ranked(_ items: [OrderedItem]) -> (texts: [LessonText], ranks: [Int]) {
    var texts: [LessonText] = []
    var ranks: [Int] = []
    var bounds: [DateBounds?] = []
    for item in items {
      switch item {
      case .text(let text, let isLevel):
        texts.append(text)
        bounds.append(nil)
        ranks.append(max(0, (ranks.last ?? -1) + (isLevel && !ranks.isEmpty ? 0 : 1)))
      case .fact(let reference):
        let fact = fact(reference.name)
        texts.append(LessonText(fact?.title ?? Localized(same: reference.name)))
        bounds.append(fact?.date?.bounds)
        ranks.append((ranks.last ?? -1) + 1)
      }
    }
    let dates = bounds.compactMap { $0 }
    guard dates.count == items.count else { return (texts, ranks) }
    let order = dates.indices.sorted {
      (dates[$0].earliestStart, $0) < (dates[$1].earliestStart, $1)
    }
    var rank = 0
    for (place, index) in order.enumerated() {
      if place > 0, dates[order[place - 1]].latestStart < dates[index].earliestStart { rank += 1 }
      ranks[index] = rank
    }
    return (texts, ranks)
  }
}
