import FriseBase
import FriseModel
import FriseSyntax

/// Groups, buckets and what is reckoned over them.
extension Evaluator {
  /// The groups of a stage.
  struct Groups {
    /// The group of each row.
    let grouping: FriseModel.Grouping
    /// Key columns, one row a group.
    let keys: [Column]
    /// Where rows were repeated for the items of a list key: the row each comes from.
    let rows: [Int32]?
  }

  /// Groups the rows by the keys, the bucket last.
  mutating func makeGroups(
    _ frame: inout Frame, _ groups: ResolvedStage.Grouping, _ stage: ResolvedStage
  ) throws(RunFailure) -> Groups {
    if groups.isEmpty {
      return Groups(grouping: FriseModel.Grouping(allOf: frame.count), keys: [], rows: nil)
    }
    var columns: [Column] = []
    for key in groups.keys {
      columns.append(try evaluate(key, &frame).column(type: key.type, count: frame.count))
    }
    let rows = explode(&columns, rowCount: frame.count)
    for column in columns { try prepare(.column(column), .likeness, stage.span) }
    let combined = numbered(columns)
    guard let bucket = groups.bucket else {
      guard let combined else {
        return Groups(grouping: FriseModel.Grouping(allOf: frame.count), keys: [], rows: rows)
      }
      return Groups(
        grouping: combined.grouping, keys: columns.map { $0.gather(combined.firstRows) }, rows: rows
      )
    }
    var dates = try evaluate(bucket.date, &frame).column(type: .date, count: frame.count)
    if let rows { dates = dates.gather(rows) }
    return try bucketed(dates, bucket, columns, combined, rows, at: stage.span)
  }

  /// The rows by the values of all keys; nil without a key. Tells of spellings made one.
  private mutating func numbered(_ columns: [Column]) -> KeyCodes? {
    if columns.count == 2, let pairs = KeyCodes.pairing(columns[0], columns[1]) {
      for column in columns { remarkMerged(column.mergedSpellings) }
      return pairs
    }
    var codes: [KeyCodes] = []
    for column in columns {
      let made = column.keyCodes()
      remarkMerged(made.mergedSpellings)
      codes.append(made)
    }
    return KeyCodes.combined(codes)
  }

  /// Repeats rows for the items of keys that are lists.
  private mutating func explode(_ columns: inout [Column], rowCount: Int) -> [Int32]? {
    var rows: [Int32]?
    for index in columns.indices {
      guard case .list(let given) = columns[index] else { continue }
      // A row belongs once to a group, however often its list holds the value.
      let list = given.withoutDoubles()
      let exploded = list.exploded()
      for other in columns.indices where other != index {
        columns[other] = columns[other].gather(exploded.rows)
      }
      columns[index] = list.items.gather(links: exploded.items)
      rows = rows.map { $0.gather(exploded.rows) } ?? exploded.rows
    }
    if let rows, rows.count > rowCount {
      remarks.add(
        en: "a row counts once for each item of its list: \(rowCount) rows, \(rows.count) items",
        fr: "une ligne compte une fois par élément de sa liste : "
          + "\(rowCount) lignes, \(rows.count) éléments")
    }
    return rows
  }

  // MARK: Summaries

  mutating func summarise(
    _ frame: inout Frame, _ values: [Resolved], _ aggregates: [ResolvedAggregate],
    _ groups: ResolvedStage.Grouping, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    let made = try makeGroups(&frame, groups, stage)
    if let rows = made.rows { frame.gather(rows) }
    var columns = made.keys
    for aggregate in aggregates {
      let column = try aggregate.argument.map { argument throws(RunFailure) in
        try evaluate(argument, &frame).column(type: argument.type, count: frame.count)
      }
      let result = try self.aggregate(
        aggregate.word, column, made.grouping, aggregate.argument, aggregate.span)
      remarkRoles(aggregate, column, made.grouping, &frame, stage.input)
      columns.append(result)
    }
    return try summary(columns, keyCount: made.keys.count, made.grouping.count, values)
  }

  /// The keys and aggregates of groups as rows, with the values that are reckoned from them.
  mutating func summary(
    _ columns: [Column], keyCount: Int, _ groupCount: Int, _ values: [Resolved]
  ) throws(RunFailure) -> Frame {
    var groupFrame = Frame(columns: columns, count: groupCount)
    var chosen = (0..<keyCount).map { Frame.Chosen.keep($0) }
    for value in values {
      let vector = try evaluate(value, &groupFrame)
      chosen.append(.new(vector.column(type: value.type, count: groupFrame.count)))
    }
    return groupFrame.projected(chosen)
  }

  /// One value for each group; fails on an overflow of 128 bits. `argument` gives the name in
  /// remarks; it is nil over the list of a row.
  mutating func aggregate(
    _ word: Word, _ column: Column?, _ grouping: FriseModel.Grouping, _ argument: Resolved?,
    _ span: ByteSpan
  ) throws(RunFailure) -> Column {
    guard let column else { return .number(NumberColumn(values: grouping.sizes)) }
    switch word {
    case .count: return .number(NumberColumn(values: grouping.statedCounts(column)))
    case .first: return column.gather(links: column.firstRows(grouping))
    case .last: return column.gather(links: column.lastRows(grouping))
    case .min, .max:
      remarkUnstated(grouping.statedCounts(column), grouping, argument)
      return column.gather(
        links: column.extremeRows(grouping, greatest: word == .max, in: tongue))
    case .list:
      let (bounds, rows) = grouping.members
      return .list(ListColumn(offsets: bounds, items: column.gather(rows)).compacted())
    default: break
    }
    switch column {
    case .number(let numbers):
      let result =
        switch word {
        case .sum: numbers.sums(grouping)
        case .average: numbers.averages(grouping)
        default: numbers.medians(grouping)
        }
      remarkUnstated(result.stated, grouping, argument)
      if let group = result.overflowGroup { throw failure(.overflow(row: group + 1, at: span)) }
      return .number(result.column)
    case .figure(let figures):
      let result =
        switch word {
        case .sum: figures.sums(grouping)
        case .average: figures.averages(grouping)
        default: figures.medians(grouping)
        }
      remarkUnstated(result.stated, grouping, argument)
      if let group = result.overflowGroup { throw failure(.overflow(row: group + 1, at: span)) }
      return .figure(result.column)
    case .duration(let durations):
      remarkUnstated(grouping.statedCounts(column), grouping, argument)
      return durations.aggregated(word, grouping)
    default:
      remarkUnstated(grouping.statedCounts(column), grouping, argument)
      // Nothing stated anywhere: no rows sum to 0, rows without a value to none.
      let sizes = grouping.sizes
      return .number(
        NumberColumn(
          values: sizes.map { word == .sum && $0 == 0 ? 0 : NumberColumn.none }))
    }
  }

  /// «2 of 14 not stated»
  mutating func remarkUnstated(
    _ statedCounts: [Int64], _ grouping: FriseModel.Grouping, _ argument: Resolved?
  ) {
    guard let argument else { return }
    remarkUnstated(statedCounts, of: grouping.placedCount, argument)
  }

  /// The same where the rows of all groups are `placed`.
  mutating func remarkUnstated(_ statedCounts: [Int64], of placed: Int64, _ argument: Resolved) {
    let stated = statedCounts.reduce(0, +)
    guard stated < placed else { return }
    let name = name(of: argument)
    let missing = placed - stated
    remarks.add(
      en: "\(name.english): \(missing) of \(placed) not stated",
      fr: "\(name.french) : \(missing) sur \(placed) sans valeur")
  }

  /// What remarks call an expression: the text as typed, in one line.
  func name(of expression: Resolved) -> Localized {
    let typed = text.text(expression.span).split(whereSeparator: \.isWhitespace)
    return Localized(same: typed.joined(separator: " "))
  }

  /// A sum of figures of different roles names the mixture.
  private mutating func remarkRoles(
    _ aggregate: ResolvedAggregate, _ column: Column?, _ grouping: FriseModel.Grouping,
    _ frame: inout Frame, _ shape: Shape
  ) {
    guard let role = aggregate.role, let column, role < frame.columnCount else { return }
    remarkRoles(frame.column(role), of: column, in: grouping)
  }

  /// Names the roles of the rows that state a value, when some group has several.
  mutating func remarkRoles(
    _ roles: Column, of column: Column, in grouping: FriseModel.Grouping
  ) {
    let stated = column.isNone.negated.selected()
    let roles = roles.select(stated)
    let keys = roles.keyCodes()
    guard keys.count > 1, mixes(keys, grouping, stated.rows) else { return }
    let sizes = keys.grouping.sizes
    func mixture(_ tongue: Tongue) -> String {
      zip(keys.firstRows, sizes)
        .map { row, size in
          let value = roles.value(at: Int(row))
          let name =
            value.isNone
            ? Localized(en: "without role", fr: "sans rôle")[tongue]
            : ValueText.human(value, tongue)
          return "\(name) \(size)"
        }.joined(separator: ", ")
    }
    remarks.add(
      en: "the sum mixes roles: \(mixture(.english))",
      fr: "la somme mêle des rôles : \(mixture(.french))")
  }
}

extension Evaluator {
  /// True when some group has rows of different keys.
  fileprivate func mixes(
    _ keys: KeyCodes, _ grouping: FriseModel.Grouping, _ rows: [Int32]
  ) -> Bool {
    let (groups, codes) = (grouping.dense, keys.grouping.dense)
    var first: [Int32: Int32] = [:]
    for (position, row) in rows.enumerated() where groups[Int(row)] >= 0 {
      let group = groups[Int(row)]
      if first[group, default: codes[position]] != codes[position] { return true }
      first[group] = codes[position]
    }
    return false
  }
}

extension DurationColumn {
  /// Sum, average or median of each group; none where nothing is stated.
  func aggregated(_ word: Word, _ grouping: FriseModel.Grouping) -> Column {
    let (bounds, rows) = grouping.members
    let values = (0..<grouping.count).map { group -> Value in
      let members = rows[Int(bounds[group])..<Int(bounds[group + 1])]
        .filter { months[Int($0)] != DurationColumn.none }
        .map { CalendarDuration(months: months[Int($0)], days: days[Int($0)]) }
      guard !members.isEmpty else { return .none }
      if word == .median {
        return .duration(members.sorted()[(members.count - 1) / 2])
      }
      var total = CalendarDuration.zero
      for member in members {
        guard let next = total.adding(member) else { return .none }
        total = next
      }
      let count = Int64(members.count)
      return .duration(
        word == .sum
          ? total : CalendarDuration(months: total.months / count, days: total.days / count))
    }
    return Column(values, type: .duration)
  }
}
