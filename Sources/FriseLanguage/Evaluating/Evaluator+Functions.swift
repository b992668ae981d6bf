import FriseBase
import FriseModel
import FriseSyntax

/// Functions of the language, a column at a time.
extension Evaluator {
  mutating func call(
    _ word: Word, _ arguments: [Resolved], _ frame: inout Frame, _ whole: Resolved
  ) throws(RunFailure) -> Vector {
    if word == .now { return .constant(.date(DateValue(day: today))) }
    guard let first = arguments.first else { return .constant(.none) }
    let subject: Vector
    if word == .length, case .relatives(.path, let base) = first.node {
      // Paths are measured without being written, where their names allow it.
      let units = try evaluate(base, &frame)
      if case .column(.link(let links)) = units,
        let lengths = links.registry.pathLengths(links.rows, in: tongue)
      {
        return .column(.number(lengths))
      }
      subject = try relatives(.path, of: units, first)
    } else {
      subject = try evaluate(first, &frame)
    }
    switch word {
    case .running, .previous, .next, .share:
      let column = subject.column(type: first.type, count: frame.count)
      var grouping = FriseModel.Grouping(allOf: frame.count)
      if arguments.count > 1 {
        let key = try evaluate(arguments[1], &frame)
        grouping = key.column(type: arguments[1].type, count: frame.count).keyCodes().grouping
      }
      return .column(try window(word, column, grouping, whole))
    case .lca:
      let second =
        arguments.count > 1 ? try evaluate(arguments[1], &frame) : nil
      return lowestCommonAncestor(subject, second, frame.count)
    case .list where arguments.count == 1 && first.type.isList: return subject
    case .list:
      var vectors = [subject]
      for argument in arguments.dropFirst() { vectors.append(try evaluate(argument, &frame)) }
      let rows = (0..<frame.count).map { row in Value.list(vectors.map { $0.value(at: row) }) }
      return .column(Column(rows, type: whole.type))
    case .exact where arguments.count == 2:
      let second = try evaluate(arguments[1], &frame)
      return .column(.truth(exactly(subject, first, second, arguments[1], frame.count).column))
    case .round where arguments.count == 2:
      let places = try value(of: arguments[1]).exactNumber?.wholeValue ?? 0
      return try mapped(subject, first) { column, evaluator throws(RunFailure) in
        evaluator.rounded(column, places: Int(clamping: max(-38, min(38, places))))
      }
    default:
      return try mapped(subject, first) { column, evaluator throws(RunFailure) in
        try evaluator.function(word, column, first)
      }
    }
  }

  /// Applies a function of columns to a vector; a constant is a column of one row.
  private mutating func mapped(
    _ vector: Vector, _ expression: Resolved,
    _ function: (Column, inout Evaluator) throws(RunFailure) -> Column
  ) throws(RunFailure) -> Vector {
    switch vector {
    case .constant(let value):
      let column = Column([value], type: value.isNone ? expression.type : value.columnType)
      return .constant(try function(column, &self).value(at: 0))
    case .column(.list(let list)) where expression.type.item == .date:
      let items = try function(list.items, &self)
      return .column(.list(ListColumn(offsets: list.offsets, items: items).compacted()))
    case .column(let column): return .column(try function(column, &self))
    }
  }

  /// A function of one column.
  private mutating func function(
    _ word: Word, _ column: Column, _ argument: Resolved
  ) throws(RunFailure) -> Column {
    switch word {
    case .start, .end, .year, .month, .day, .decade, .century, .years, .earliest, .latest:
      guard case .date(let dates) = column else { return .none(count: column.count) }
      return datePart(word, dates)
    case .length: return length(column)
    case .exact: return plainNumbers(column)
    case .round: return rounded(column, places: 0)
    case .floor: return numbers(of: column) { $0.floored() }
    case .abs: return magnitudes(column)
    case .low, .high, .word: return figurePart(word, column)
    case .lower, .upper, .words: return textFunction(word, column)
    case .date, .edtf, .figure, .number: return reading(word, column)
    case .text: return texts(column)
    default: return .none(count: column.count)
    }
  }

  // MARK: Dates

  private func datePart(_ word: Word, _ dates: DateColumn) -> Column {
    switch word {
    case .start: .date(dates.starts())
    case .end: .date(dates.ends())
    case .year: .number(dates.years())
    case .month: .number(dates.months())
    case .day: .number(dates.days())
    case .decade: .date(dates.spans(.decade))
    case .century: .date(dates.spans(.century))
    case .years:
      dates.yearsTouched(today: today).map(Column.list) ?? .none(count: dates.earliestStart.count)
    case .earliest: .date(dates.earliestDays())
    default: .date(dates.latestDays())
    }
  }

  private func length(_ column: Column) -> Column {
    switch column {
    case .date(let dates): .duration(dates.lengths(today: today))
    case .text(let texts): .number(texts.lengths())
    case .bilingual(let english, let french):
      .number((tongue == .english ? english : french).lengths())
    case .list(let list): .number(list.lengths)
    default: .none(count: column.count)
    }
  }

  // MARK: Numbers and figures

  private func plainNumbers(_ column: Column) -> Column {
    if case .figure(let figures) = column { .number(figures.numbers) } else { column }
  }

  private func rounded(_ column: Column, places: Int) -> Column {
    numbers(of: column) { $0.rounded(places: places) }
  }

  /// Numbers, or figures with their ends, put through a function that keeps their order.
  private func numbers(
    of column: Column, _ function: (NumberColumn) -> NumberColumn
  ) -> Column {
    switch column {
    case .number(let numbers): .number(function(numbers))
    case .figure(let figures): .figure(figures.mapped(function))
    default: column
    }
  }

  private func magnitudes(_ column: Column) -> Column {
    switch column {
    case .number(let numbers): .number(numbers.magnitudes())
    case .figure(let figures):
      Column(
        (0..<column.count).map { row in
          figures.figure(at: row).map { Value.figure($0.magnitude) } ?? .none
        }, type: .figure)
    default: column
    }
  }

  private func figurePart(_ word: Word, _ column: Column) -> Column {
    let figures: FigureColumn
    switch column {
    case .figure(let known): figures = known
    case .number(let numbers): figures = FigureColumn(numbers)
    default: return .none(count: column.count)
    }
    switch word {
    case .low: return .number(figures.lows)
    case .high: return .number(figures.highs)
    default:
      // In English the word of the language and of machine formats: `below`, not «less than».
      let names = FigureWord.allCases.map {
        Value.bilingual(Localized(en: $0.machineName, fr: $0.name.french))
      }
      let codes = figures.words.indices.map { row in
        figures.figure(at: row) == nil ? -1 : Int32(figures.words[row])
      }
      return Column(names, type: .bilingual).gather(links: codes)
    }
  }

  // MARK: Texts

  private func textFunction(_ word: Word, _ column: Column) -> Column {
    switch (column, word) {
    case (.text(let texts), .lower): return .text(texts.lowered())
    case (.text(let texts), .upper): return .text(texts.uppered())
    case (.text(let texts), _): return .list(texts.words())
    case (.bilingual(let english, let french), .lower):
      return .bilingual(english: english.lowered(), french: french.lowered())
    case (.bilingual(let english, let french), .upper):
      return .bilingual(english: english.uppered(), french: french.uppered())
    case (.bilingual(let english, let french), _):
      return .list((tongue == .english ? english : french).words())
    case (.link(let links), _): return textFunction(word, links.names)
    default: return .none(count: column.count)
    }
  }

  /// Any value as people read it.
  private func texts(_ column: Column) -> Column {
    switch column {
    case .text(let texts): return .bilingual(english: texts, french: texts)
    case .bilingual: return column
    case .link(let links): return links.names
    default:
      let values = (0..<column.count).map { row -> Value in
        let value = column.value(at: row)
        return value.isNone
          ? .none
          : .bilingual(
            Localized(
              en: ValueText.machine(value, .english),
              fr: ValueText.machine(value, .french)))
      }
      return Column(values, type: .bilingual)
    }
  }

  /// `date(text)`, `edtf(text)`, `figure(text)`, `number(text)`; none, and a remark, for what
  /// cannot be read. Each distinct text is read once.
  private mutating func reading(_ word: Word, _ column: Column) -> Column {
    switch (column, word) {
    case (.text(let texts), _): return read(word, texts)
    case (.bilingual(let english, let french), _):
      return read(word, tongue == .english ? english : french)
    case (.figure, .figure), (.date, .date), (.date, .edtf), (.number, .number): return column
    case (.figure(let figures), _): return .number(figures.numbers)
    case (.number(let numbers), .figure): return .figure(FigureColumn(numbers))
    case (.number, _):
      guard case .bilingual(let english, _) = texts(column) else { return column }
      return read(word, english)
    default: return .none(count: column.count)
    }
  }

  private mutating func read(_ word: Word, _ texts: TextColumn) -> Column {
    let type: ValueType =
      switch word {
      case .figure: .figure
      case .number: .number
      default: .date
      }
    let distinct = (0..<Int32(clamping: texts.pool.count)).map { code in
      read(word, texts.pool[code])
    }
    let column = Column(distinct, type: type).gather(links: texts.codes)
    let unread = texts.codes.count { $0 >= 0 && distinct[Int($0)].isNone }
    remarks.unreadable(unread, as: type.described)
    return column
  }

  private func read(_ word: Word, _ text: String) -> Value {
    switch word {
    case .figure: Figure(reading: text).map(Value.figure) ?? .none
    case .number: ExactNumber(parsing: text).map(Value.number) ?? .none
    case .edtf: EDTF.parse(text).map(Value.date) ?? .none
    default: DateReading.read(text).map(Value.date) ?? .none
    }
  }

  private func exactly(
    _ left: Vector, _ leftType: Resolved, _ right: Vector, _ rightType: Resolved, _ count: Int
  ) -> Answers {
    let first = oneTongue(left.column(type: leftType.type, count: count))
    let second = oneTongue(right.column(type: rightType.type, count: count))
    guard case .text(let texts) = first, case .text(let others) = second else {
      return .constant(.undecided, count: count)
    }
    return texts.equalsExactly(others)
  }

  private func oneTongue(_ column: Column) -> Column {
    guard case .bilingual(let english, let french) = column else { return column }
    return .text(tongue == .english ? english : french)
  }

  // MARK: Along the rows

  /// `running previous next share`, in the order the rows stand in, among the rows of a group.
  private func window(
    _ word: Word, _ column: Column, _ grouping: FriseModel.Grouping, _ whole: Resolved
  ) throws(RunFailure) -> Column {
    switch word {
    case .previous: return column.gather(links: grouping.previousRows)
    case .next: return column.gather(links: grouping.nextRows)
    case .share:
      guard case .number(let numbers) = plainNumbers(column) else { return column }
      let totals = numbers.sums(grouping).column.gather(grouping.dense)
      let result = NumberColumn.computed(
        .divide, .column(numbers), .column(totals), count: column.count)
      return .number(result.column)
    default: break
    }
    switch column {
    case .number(let numbers):
      let sums = numbers.runningSums(grouping)
      if let row = sums.overflowRow { throw failure(.overflow(row: row + 1, at: whole.span)) }
      return .number(sums.column)
    case .figure(let figures):
      let sums = figures.runningSums(grouping)
      if let row = sums.overflowRow { throw failure(.overflow(row: row + 1, at: whole.span)) }
      return .figure(sums.column)
    default: return column
    }
  }
}
