import FriseBase
import FriseTestSupport
import Testing

@testable import FriseModel

/// Kernels over the indexes of a column of dates against the same computation row by row.
@Suite struct DateIndexTests {
  /// Dates of all kinds, in two winters, so that many overlap.
  private static func dates(
    _ generator: inout SplitMix64, count: Int, isDefinite: Bool = false
  ) -> DateColumn {
    func number(_ limit: Int) -> Int { Int(generator.next() % UInt64(limit)) }
    func day() -> String {
      let (month, day) = (1 + number(2), 1 + number(28))
      return "195\(number(2))-0\(month)-\(day < 10 ? "0" : "")\(day)"
    }
    let texts = (0..<count).map { _ -> String in
      let kind = number(isDefinite ? 4 : 14)
      let (first, second) = (day(), day())
      switch kind {
      case 0: return ""
      case 1: return first
      case 2, 3: return min(first, second) + "/" + max(first, second)
      case 4: return String(first.prefix(7))
      case 5: return String(first.prefix(4))
      case 6: return first + "/.."
      case 7: return "../" + first
      case 8: return first + "/"
      case 9: return "/" + first
      case 10: return "195X"
      case 11: return first.prefix(7) + "~/1951-03"
      case 12: return "[1950-01-03, \(first)]"
      default: return first.prefix(7) + "/" + "1951"
      }
    }
    return DateColumn(texts.map { $0.isEmpty ? nil : EDTF.parse($0) })
  }

  /// The same rows in order of their starts, which the column then knows.
  private static func sorted(_ column: DateColumn) -> DateColumn {
    let days = column.exactDays(column.earliestStart) { $0.earliestStart }
    var sorted = column.gather(
      SortOrder([SortKey(ranks: [days])], rowCount: days.count).sorted())
    sorted.isSorted = true
    return sorted
  }

  static let sizes = [0, 1, 2, 9, 70, 300]

  @Test(arguments: sizes, [false, true])
  func overlapsEqualAllPairs(count: Int, isDefinite: Bool) {
    var generator = SplitMix64(seed: UInt64(count) + (isDefinite ? 1000 : 0))
    let left = Self.dates(&generator, count: min(count, 40), isDefinite: isDefinite)
    let right = Self.dates(&generator, count: count, isDefinite: isDefinite)
    for other in [right, Self.sorted(right)] {
      var certain = JoinPairs(left: [], right: [])
      var possible = certain
      for row in left.earliestStart.indices {
        for partner in other.earliestStart.indices {
          guard let own = left.bounds(at: row), let bounds = other.bounds(at: partner) else {
            continue
          }
          let answer = DateRelation.overlaps.answer(own, bounds)
          if answer != .no { possible.append(row, partner) }
          if answer == .yes { certain.append(row, partner) }
        }
      }
      for (isPossible, expected) in [(false, certain), (true, possible)] {
        let found = left.overlapPairs(
          with: other, possible: isPossible, limit: 1_000_000, Interrupt())
        guard case .pairs(let pairs) = found else {
          Issue.record("no pairs")
          continue
        }
        #expect(pairs.left == expected.left)
        #expect(pairs.right == expected.right)
      }
      expectTotals(left, other, certain, possible)
    }
  }

  private func expectTotals(
    _ left: DateColumn, _ right: DateColumn, _ certain: JoinPairs, _ possible: JoinPairs
  ) {
    var generator = ColumnGenerator(seed: 7)
    let rows = left.earliestStart.indices
    for range in [ColumnGenerator.Range.small, .large] {
      let numbers = generator.numbers(range, count: right.earliestStart.count)
      for reduction in [OverlapReduction.count, .least, .greatest, .sum] {
        guard
          let totals = left.overlapTotals(with: right, reduction, of: numbers, Interrupt())
        else {
          Issue.record("no totals")
          return
        }
        let met = rows.map { row in
          certain.left.indices.filter { Int(certain.left[$0]) == row }
            .map { numbers.values[Int(certain.right[$0])] }
        }
        #expect(totals.matches == met.map { Int64($0.count) })
        let maybe = rows.map { row in possible.left.count { Int($0) == row } }
        #expect(totals.undecided == zip(maybe, met).map { Int64($0 - $1.count) })
        let stated = met.map { $0.filter { $0 != NumberColumn.none } }
        if reduction != .count { #expect(totals.stated == stated.map { Int64($0.count) }) }
        switch reduction {
        case .count: break
        case .least: #expect(totals.extremes == stated.map { $0.min() ?? NumberColumn.none })
        case .greatest: #expect(totals.extremes == stated.map { $0.max() ?? NumberColumn.none })
        case .sum: #expect(totals.sums == stated.map { $0.reduce(0) { $0 + Int128($1) } })
        }
      }
    }
  }

  /// Many rows, which two threads share, come to the same as a few at a time.
  @Test func rowsSharedByThreadsComeToTheSame() throws {
    var generator = ColumnGenerator(seed: 8)
    var days = DateColumnBuilder()
    for row in 0..<66_000 { days.append(day: Int64(row &* 7_919 % 36_500)) }
    let right = days.build()
    // More than a block of rows.
    var leftDays = DateColumnBuilder()
    for row in 0..<16_500 { leftDays.append(day: Int64(row &* 31 % 36_500)) }
    let left = leftDays.build()
    let numbers = generator.numbers(.small, count: 66_000)
    for reduction in [OverlapReduction.least, .greatest, .sum] {
      let all = try #require(
        left.overlapTotals(with: right, reduction, of: numbers, Interrupt()))
      for start in stride(from: 0, to: 16_500, by: 5_500) {
        let rows = start..<start + 5_500
        let few = left.gather(rows.map { Int32($0) })
        let part = try #require(
          few.overlapTotals(with: right, reduction, of: numbers, Interrupt()))
        #expect(Array(all.matches[rows]) == part.matches && part.matches.contains { $0 > 0 })
        #expect(Array(all.undecided[rows]) == part.undecided)
        #expect(Array(all.stated[rows]) == part.stated)
        if reduction == .sum {
          #expect(Array(all.sums[rows]) == part.sums)
        } else {
          #expect(Array(all.extremes[rows]) == part.extremes)
        }
      }
    }
  }

  @Test func searchesStop() {
    var generator = SplitMix64(seed: 3)
    let column = Self.dates(&generator, count: 100)
    let interrupt = Interrupt()
    if case .tooMany = column.overlapPairs(with: column, possible: true, limit: 5, interrupt) {
    } else {
      Issue.record("no limit")
    }
    interrupt.raise()
    #expect(column.overlapTotals(with: column, .count, of: nil, interrupt) == nil)
    if case .interrupted = column.overlapPairs(
      with: column, possible: true, limit: 5, interrupt)
    {
    } else {
      Issue.record("not interrupted")
    }
  }

  /// A test that is undecided somewhere tells of the first pair.
  @Test func theFirstUndecidedPairIsFound() {
    let left = DateColumn(["1950-01-10/1950-01-20"].map { EDTF.parse($0) })
    let right = DateColumn(
      ["1950-01-12", "1950-03", "1950-01", "1950"].map { EDTF.parse($0) })
    #expect(left.firstUndecidedOverlap(0, with: right) == 2)
    let certain = DateColumn(["1950-01-12"].map { EDTF.parse($0) })
    #expect(left.firstUndecidedOverlap(0, with: certain) == nil)
  }

  @Test(arguments: sizes, [TimeUnit.day, .week, .month, .year])
  func touchCountsEqualWhatSpreadLists(count: Int, unit: TimeUnit) throws {
    var generator = SplitMix64(seed: UInt64(count))
    let column = Self.dates(&generator, count: count)
    // The first of January 1950 is day -7305; open ends reach to the middle of the dates.
    for (today, dates) in [(-7100, column), (-7100, Self.sorted(column)), (20_000, column)] {
      let buckets = DateBuckets(unit)
      let listed = try #require(dates.touchedBuckets(buckets, today: Int64(today)))
      var order: [Int64] = []
      var counts: [Int64: Int64] = [:]
      for index in listed.indices {
        if counts[index] == nil { order.append(index) }
        counts[index, default: 0] += 1
      }
      let touched = try #require(dates.touchCounts(buckets, today: Int64(today)))
      #expect(touched.indices == order)
      #expect(touched.counts == order.map { counts[$0] ?? 0 })
      let listless = dates.earliestStart.indices.count {
        listed.offsets[$0] == listed.offsets[$0 + 1]
      }
      #expect(touched.untouching == listless)
    }
  }

  @Test(arguments: sizes)
  func gapsEqualTheDaysNobodyTouches(count: Int) {
    var generator = SplitMix64(seed: UInt64(count))
    let today: Int64 = -7100
    let column = Self.dates(&generator, count: count)
    let codes = (0..<count).map { _ in Int32(generator.next() % 4) - 1 }
    for (dates, grouping) in [
      (column, Grouping(allOf: count)), (column, Grouping(codes: codes, count: 3)),
      (Self.sorted(column), Grouping(codes: codes, count: 3)),
    ] {
      let groups = grouping.dense
      var expected: [[Int64]] = []
      for group in 0..<grouping.count {
        let spans = groups.indices.compactMap { row -> ClosedRange<Int64>? in
          guard Int(groups[row]) == group, let bounds = dates.bounds(at: row),
            bounds.earliestStart != DateBounds.past
          else { return nil }
          let end = bounds.latestEnd == DateBounds.future ? today : bounds.latestEnd
          return bounds.earliestStart...max(bounds.earliestStart, end)
        }.sorted { $0.lowerBound < $1.lowerBound }
        var reached = spans.first?.lowerBound ?? 0
        for span in spans {
          if span.lowerBound > reached + 1 {
            expected.append([Int64(group), reached + 1, span.lowerBound - 1])
          }
          reached = max(reached, span.upperBound)
        }
      }
      let found = dates.gaps(grouping, today: today)
      #expect(found.map { [Int64($0.group), $0.first, $0.last] } == expected)
      for gap in found {
        #expect(dates.bounds(at: Int(gap.next))?.earliestStart == gap.last + 1)
        let end = dates.bounds(at: Int(gap.previous))?.latestEnd
        #expect(end == gap.first - 1 || end == DateBounds.future)
      }
    }
  }

  /// A table by day and a search among far days say the same as counting.
  @Test(arguments: [1 as Int32, 100_000])
  func ranksEqualCounting(step: Int32) {
    var generator = SplitMix64(seed: UInt64(step))
    let slots = (0..<200).map { _ -> Int32 in
      switch generator.next() % 8 {
      case 0: DateColumn.none
      case 1: DateColumn.past
      case 2: DateColumn.future
      default: (Int32(generator.next() % 400) - 200) * step
      }
    }
    let ranks = DayRanks(slots)
    for place in -203...203 {
      for day in [Int64(place) * Int64(step), Int64(place) * Int64(step) + 1] {
        let count = slots.count { $0 != DateColumn.none && Int64($0) <= day }
        #expect(ranks.count(upTo: day) == count)
      }
    }
    let ordered = slots.filter { $0 != DateColumn.none }.sorted()
    let inOrder = DayRanks(
      ordered + [DateColumn.none, DateColumn.none], sortedCount: ordered.count)
    #expect(inOrder.days == ranks.days)
    #expect(inOrder.pastCount == ranks.pastCount)
    for place in -203...203 {
      let day = Int64(place) * Int64(step)
      #expect(inOrder.count(upTo: day) == ranks.count(upTo: day))
    }
    #expect(DayRanks([]).count(upTo: 0) == 0)
    #expect(DayRanks([]).days == nil)
  }

  @Test(arguments: [false, true])
  func contendersHoldTheFirstRows(isDescending: Bool) {
    var generator = SplitMix64(seed: 5)
    for count in [1, 20, 200] {
      let ranks = (0..<count).map { _ -> Int64 in
        generator.next() % 7 == 0 ? NumberColumn.none : Int64(generator.next() % 30)
      }
      let key = SortKey(ranks: [ranks], isDescending: isDescending)
      let order = SortOrder([key], rowCount: count).sorted()
      for limit in [0, 1, 3, 17, 180] {
        guard let contenders = key.contenders(limit) else { continue }
        #expect(contenders == contenders.sorted())
        #expect(Set(order.prefix(limit)).isSubset(of: contenders))
        let kept = SortKey(ranks: [ranks.gather(contenders)], isDescending: isDescending)
        let first = SortOrder([kept], rowCount: contenders.count).first(limit)
        #expect(contenders.gather(first) == Array(order.prefix(limit)))
      }
    }
  }

  /// What a query found out belongs to the rows it was asked of, and to no others.
  @Test func indexesBelongToTheirRows() {
    var generator = SplitMix64(seed: 11)
    let column = Self.dates(&generator, count: 50, isDefinite: true)
    let half = column.gather(Array(0..<25))
    for dates in [column, half, column.slice(10..<30), column.appending(half)] {
      #expect(dates.ranks.starts.count(upTo: 100_000) == dates.traits.statedCount)
      #expect(dates.spans.rows.count == dates.traits.statedCount)
      #expect(dates.rowsByStart.count == dates.earliestStart.count)
    }
  }
}

extension JoinPairs {
  fileprivate mutating func append(_ left: Int, _ right: Int) {
    self.left.append(Int32(left))
    self.right.append(Int32(right))
  }
}
