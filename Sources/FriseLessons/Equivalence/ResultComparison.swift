package import FriseBase

/// What sets a result apart from the reference's: counts, never the rows themselves.
package enum ResultDifference: Sendable, Hashable {
  case empty
  case missingRows(Int)
  case tooManyRows(Int)
  /// Rows that stand more often than they should.
  case repeatedRows(Int)
  case otherOrder
  /// Fewer columns than the reference has, and this one of it is not among them.
  case missingColumn(Localized)
  /// As many columns as the reference has or more, and none holds the values of this one of it.
  case absentColumn(Localized)
  /// A column has the name of this one of the reference, and other values.
  case otherColumn(Localized)
  case furtherColumns(Int)
  case otherColumnOrder
  /// Several rows where one value was asked.
  case manyRows(Int)
  case otherValue
}

/// Compares a result with the reference's (lessons, section 2).
struct ResultComparison {
  let given: ComparedTable
  let reference: ComparedTable
  let comparison: ReferenceQuery.Comparison
  let rule: ReferenceQuery.ColumnRule

  /// Pairings of columns tried before the search gives up; tables of lessons need a handful.
  private static let pairingsMax = 5000

  /// What differs; empty when the results are equivalent.
  func differences() -> [ResultDifference] {
    if comparison == .value { return valueDifferences() }
    if given.rowCount == 0, reference.rowCount > 0 { return [.empty] }
    var search = Search(comparison: self, isOrdered: true)
    if search.finds() { return columnDifferences() }
    search = Search(comparison: self, isOrdered: false)
    if search.finds() { return [.otherOrder] }
    if rule == .strict {
      search = Search(comparison: self, isOrdered: true, ignoresColumnOrder: true)
      if search.finds() { return [.otherColumnOrder] }
    }
    return rowDifferences()
  }

  private func columnDifferences() -> [ResultDifference] {
    let further = given.columns.count - reference.columns.count
    return rule == .exact && further > 0 ? [.furtherColumns(further)] : []
  }

  private func valueDifferences() -> [ResultDifference] {
    guard given.rowCount > 0 else { return reference.rowCount == 0 ? [] : [.empty] }
    guard given.rowCount == 1 else { return [.manyRows(given.rowCount)] }
    let wanted = reference.columns.first?.readings.compactMap(\.first) ?? []
    let columns = rule == .exact ? Array(given.columns.prefix(1)) : given.columns
    let isThere = columns.contains { column in
      column.readings.contains { reading in reading.first.map(wanted.contains) ?? false }
    }
    guard isThere else { return [.otherValue] }
    return rule == .exact && given.columns.count > 1
      ? [.furtherColumns(given.columns.count - 1)] : []
  }

  /// The columns that are missing, and by the others the rows that are missing or too many.
  private func rowDifferences() -> [ResultDifference] {
    if reference.rowCount == 0 { return [.tooManyRows(given.rowCount)] }
    let pairs = likeliestPairs()
    let paired = Set(pairs.map(\.column))
    var found = reference.columns.indices.filter { !paired.contains($0) }.map {
      columnDifference($0)
    }
    guard !pairs.isEmpty else { return found }
    let own = Self.counts(Self.rows(pairs.map(\.own), given.rowCount))
    let wanted = Self.counts(Self.rows(pairs.map(\.wanted), reference.rowCount))
    var missing = 0
    var tooMany = 0
    var repeated = 0
    for (row, count) in wanted { missing += max(0, count - (own[row] ?? 0)) }
    for (row, count) in own {
      let excess = max(0, count - (wanted[row] ?? 0))
      if wanted[row] == nil { tooMany += excess } else { repeated += excess }
    }
    if missing > 0 { found.append(.missingRows(missing)) }
    if tooMany > 0 { found.append(.tooManyRows(tooMany)) }
    if repeated > 0 { found.append(.repeatedRows(repeated)) }
    return found.isEmpty ? [.otherValue] : found
  }

  /// What is wrong about a column of the reference that has no counterpart.
  private func columnDifference(_ index: Int) -> ResultDifference {
    let name = reference.columns[index].name
    if name.english.isEmpty { return .otherValue }
    let hasName = Tongue.allCases.contains { given.column(named: name[$0]) != nil }
    if hasName { return .otherColumn(name) }
    // A column named by its expression, `word(people)`, would give the answer away.
    let isPlain = name.english.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    let told = isPlain ? name : Localized(same: "")
    return given.columns.count < reference.columns.count
      ? .missingColumn(told) : .absentColumn(told)
  }

  /// A column of the reference with one of those given, each in the way that they were meant.
  private struct Pair {
    let column: Int
    let given: Int
    let own: [String]
    let wanted: [String]
    let overlap: Int
  }

  /// Pairs of columns that share values, those that share most first; each column in one at most.
  private func likeliestPairs() -> [Pair] {
    var candidates: [Pair] = []
    for (index, column) in reference.columns.enumerated() {
      for (givenIndex, candidate) in given.columns.enumerated() {
        for own in candidate.readings {
          for wanted in column.readings {
            let overlap = Self.overlap(own, wanted)
            guard overlap > 0 else { continue }
            candidates.append(
              Pair(column: index, given: givenIndex, own: own, wanted: wanted, overlap: overlap))
          }
        }
      }
    }
    var pairs: [Pair] = []
    for pair in candidates.sorted(by: { $0.overlap > $1.overlap })
    where !pairs.contains(where: { $0.column == pair.column || $0.given == pair.given }) {
      pairs.append(pair)
    }
    return pairs
  }

  // MARK: Multisets

  /// One text a row, of all columns together.
  fileprivate static func rows(_ columns: [[String]], _ rowCount: Int) -> [String] {
    (0..<rowCount).map { row in columns.map { $0[row] }.joined(separator: "\u{1E}") }
  }

  fileprivate static func counts(_ rows: [String]) -> [String: Int] {
    rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// How many values two columns share. Absent values make no two columns alike, unless there are
  /// no others.
  private static func overlap(_ first: [String], _ second: [String]) -> Int {
    let (own, wanted) = (counts(first), counts(second))
    let shared = own.filter { !$0.key.isEmpty }.reduce(0) { sum, cell in
      sum + min(cell.value, wanted[cell.key] ?? 0)
    }
    return shared > 0 ? shared : own == wanted ? 1 : 0
  }

  /// Looks for a pairing of the reference's columns with those given that makes the rows the same.
  private struct Search {
    let comparison: ResultComparison
    let isOrdered: Bool
    var ignoresColumnOrder = false
    private var chosen: [(index: Int, own: [String], wanted: [String])] = []
    private var tries = 0

    init(comparison: ResultComparison, isOrdered: Bool, ignoresColumnOrder: Bool = false) {
      self.comparison = comparison
      self.isOrdered = isOrdered
      self.ignoresColumnOrder = ignoresColumnOrder
    }

    mutating func finds() -> Bool {
      let (given, reference) = (comparison.given, comparison.reference)
      guard given.rowCount == reference.rowCount, given.columns.count >= reference.columns.count
      else { return false }
      return extend()
    }

    /// Pairs the next column of the reference. As deep as the reference has columns.
    private mutating func extend() -> Bool {
      let column = chosen.count
      guard column < comparison.reference.columns.count else { return isSame }
      for wanted in comparison.reference.columns[column].readings {
        let counts = ResultComparison.counts(wanted)
        for (index, candidate) in comparison.given.columns.enumerated() {
          guard !chosen.contains(where: { $0.index == index }) else { continue }
          let isStrict = comparison.rule == .strict && !ignoresColumnOrder
          if isStrict, let last = chosen.last, last.index > index { continue }
          for own in candidate.readings where ResultComparison.counts(own) == counts {
            tries += 1
            guard tries < ResultComparison.pairingsMax else { return false }
            chosen.append((index, own, wanted))
            if extend() { return true }
            chosen.removeLast()
          }
        }
      }
      return false
    }

    /// True when the paired columns hold the same rows, in the order that counts.
    private var isSame: Bool {
      let rowCount = comparison.given.rowCount
      let own = ResultComparison.rows(chosen.map(\.own), rowCount)
      let wanted = ResultComparison.rows(chosen.map(\.wanted), rowCount)
      if isOrdered, comparison.comparison == .order { return own == wanted }
      guard ResultComparison.counts(own) == ResultComparison.counts(wanted) else { return false }
      guard isOrdered, case .orderBy(let name) = comparison.comparison else { return true }
      let column = comparison.reference.column(named: name)
      return column.map { chosen[$0].own == chosen[$0].wanted } ?? false
    }
  }
}
