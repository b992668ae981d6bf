import Testing

@testable import FriseModel

/// What a column of dates costs.
@Suite struct DateStorageTests {
  /// Bytes of a column's arrays; an array that stands in several places counts once.
  private static func storage(_ column: DateColumn) -> Int {
    var seen: Set<Int> = []
    var bytes = 0
    for days in [
      column.earliestStart, column.latestStart, column.earliestEnd, column.latestEnd,
    ] {
      unsafe days.withUnsafeBytes { buffer in
        guard seen.insert(Int(bitPattern: buffer.baseAddress)).inserted else { return }
        bytes += buffer.count
      }
    }
    return bytes + column.forms.count
  }

  private static let days = DateColumn((0..<1000).map { DateValue(day: Int64($0 * 17 % 997)) })

  @Test func aPlainDayCostsFourBytes() {
    #expect(Self.storage(Self.days) == 4 * 1000)
    #expect(Self.days.written.isEmpty)
    #expect(Self.storage(Self.days.gather(Array(0..<500))) == 4 * 500)
    #expect(Self.storage(Self.days.slice(100..<200)) == 4 * 100)
    #expect(Self.storage(Self.days.appending(Self.days)) == 4 * 2000)
    #expect(Self.storage(Self.days.gather(links: [3, -1, 7])) == 4 * 3)
    #expect(Self.storage(DateColumn.labels([1, 2, 3], DateBuckets(.day))) == 4 * 3)
  }

  @Test func aDateThatIsNoIntervalCostsNine() {
    let texts = ["1956-11-04", "1956-11~", "195X", "1956"]
    let column = DateColumn(texts.map { EDTF.parse($0) } + [nil])
    #expect(Self.storage(column) == 9 * 5)
    #expect(column.latestEnd == column.latestStart)
  }

  @Test func anyCommonDateCostsSeventeen() {
    let texts = ["1956", "1956-11~", "195X", "1951/1975", "1951/..", "1956-11-04"]
    let column = DateColumn(texts.map { EDTF.parse($0) })
    #expect(Self.storage(column) == 17 * texts.count)
    #expect(column.written.isEmpty)
  }
}
