/// A column: one typed run of storage. Row `i` of every column of a table is the same row.
package indirect enum Column: Sendable {
  case number(NumberColumn)
  case figure(FigureColumn)
  case text(TextColumn)
  case bilingual(english: TextColumn, french: TextColumn)
  case date(DateColumn)
  case duration(DurationColumn)
  case truth(TruthColumn)
  case link(LinkColumn)
  case list(ListColumn)
  /// Nothing stated in any row.
  case none(count: Int)
}

/// Exact numbers of one scale: row i is `values[i]` / 10^`scale`; `NumberColumn.none` is no number.
package struct NumberColumn: Sendable {
  /// Marks a row without a number.
  package static let none = Int64.min

  package var values: [Int64]
  /// Digits after the point, the same for every row.
  package var scale: UInt8
  /// Rows whose number does not fit `values` at `scale` (their slot holds `none`), else empty.
  package var wide: [Int32: ExactNumber]
  /// True when `values` is known to be in ascending order without a missing number.
  package var isSorted: Bool

  package init(
    values: [Int64], scale: UInt8 = 0, wide: [Int32: ExactNumber] = [:], isSorted: Bool = false
  ) {
    self.values = values
    self.scale = scale
    self.wide = wide
    self.isSorted = isSorted
  }
}

/// Figures: the plain numbers, a word each, and the ends where they differ from the number.
package struct FigureColumn: Sendable {
  package var numbers: NumberColumn
  /// Raw values of `FigureWord`, one a row.
  package var words: [UInt8]
  /// Least and greatest number as written, one a row.
  package var lows: NumberColumn
  package var highs: NumberColumn
  /// Rows that are sums or averages, and what they are rounded to when shown.
  package var roundingUnits: [Int32: ExactNumber]

  package init(
    numbers: NumberColumn, words: [UInt8], lows: NumberColumn, highs: NumberColumn,
    roundingUnits: [Int32: ExactNumber] = [:]
  ) {
    self.numbers = numbers
    self.words = words
    self.lows = lows
    self.highs = highs
    self.roundingUnits = roundingUnits
  }
}

/// Texts as codes into a pool of distinct texts; -1 is no text.
package struct TextColumn: Sendable {
  package var codes: [Int32]
  package let pool: StringPool

  package init(codes: [Int32], pool: StringPool) {
    self.codes = codes
    self.pool = pool
  }
}

/// Dates as four day numbers a row. Columns of plain days share one buffer four times.
package struct DateColumn: Sendable {
  /// Marks a row without a date, in `earliestStart`.
  package static let none = Int32.min
  /// Before and after every day.
  package static let past = Int32.min + 1
  package static let future = Int32.max

  package let earliestStart: [Int32]
  package let latestStart: [Int32]
  package let earliestEnd: [Int32]
  package let latestEnd: [Int32]
  /// Precision and qualification of each row, from which the EDTF text is printed back; see
  /// `DateForm`. Empty when every row is a plain day.
  package let forms: [UInt8]
  /// Rows whose text or days cannot be had from bounds and form.
  package let written: [Int32: DateValue]
  /// True when `earliestStart` is known to be ascending, all missing dates after the others.
  package var isSorted: Bool
  /// What queries found out about the column.
  let indexes: DateIndexes

  package init(
    earliestStart: [Int32], latestStart: [Int32], earliestEnd: [Int32], latestEnd: [Int32],
    forms: [UInt8] = [], written: [Int32: DateValue] = [:], isSorted: Bool = false
  ) {
    self.earliestStart = earliestStart
    self.latestStart = latestStart
    self.earliestEnd = earliestEnd
    self.latestEnd = latestEnd
    self.forms = forms
    self.written = written
    self.isSorted = isSorted
    self.indexes = DateIndexes()
  }
}

/// Durations: months and days a row; `DurationColumn.none` in `months` is none.
package struct DurationColumn: Sendable {
  package static let none = Int64.min
  package var months: [Int64]
  package var days: [Int64]

  package init(months: [Int64], days: [Int64]) {
    self.months = months
    self.days = days
  }
}

/// Answers: raw values of `Truth`, one a row.
package struct TruthColumn: Sendable {
  package var answers: [UInt8]
  package init(answers: [UInt8]) { self.answers = answers }
}

/// Rows of another table: indices into its registry; -1 is no link.
package struct LinkColumn: Sendable {
  package let registry: Registry
  package let rows: [Int32]
  /// Where what is reckoned of a stored column is kept; nil for columns on their way.
  package let index: LinkIndex?

  package init(registry: Registry, rows: [Int32], index: LinkIndex? = nil) {
    self.registry = registry
    self.rows = rows
    self.index = index
  }
}

/// Lists: row i holds `items` from `offsets[i]` up to `offsets[i + 1]`; an empty list is none.
package struct ListColumn: Sendable {
  package var offsets: [Int32]
  package var items: Column

  package init(offsets: [Int32], items: Column) {
    self.offsets = offsets
    self.items = items
  }
}
