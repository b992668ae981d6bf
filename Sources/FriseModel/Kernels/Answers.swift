/// The answers of a test for the rows of a table (language, section 5.1), in the least storage that
/// says them.
package enum Answers: Sendable {
  /// The same answer for every row.
  case constant(Truth, count: Int)
  /// Yes for one run of rows, no for all others.
  case range(yes: Range<Int>, count: Int)
  /// Yes for one run of rows, undecided from row `stated` on, no for all others.
  case tailed(yes: Range<Int>, stated: Int, count: Int)
  /// Yes for some rows and undecided for others, both ascending; no for the rest.
  case sparse(yes: [Int32], undecided: [Int32], count: Int)
  /// Raw values of `Truth`, one a row.
  case dense([UInt8])

  /// How many rows of a table have each answer.
  package struct Tally: Sendable, Hashable {
    package var yes = 0
    package var no = 0
    package var undecided = 0

    package init(yes: Int = 0, no: Int = 0, undecided: Int = 0) {
      self.yes = yes
      self.no = no
      self.undecided = undecided
    }
  }

  package init(_ column: TruthColumn) { self = .dense(column.answers) }

  /// Yes for one run of rows, no for the others up to `stated`, undecided for those after it.
  package static func range(yes: Range<Int>, stated: Int, count: Int) -> Answers {
    stated < count
      ? .tailed(yes: yes, stated: stated, count: count) : .range(yes: yes, count: count)
  }

  /// How many rows it speaks of.
  package var count: Int {
    switch self {
    case .constant(_, let count), .range(_, let count), .tailed(_, _, let count),
      .sparse(_, _, let count):
      count
    case .dense(let answers): answers.count
    }
  }

  /// The answers as a column.
  package var column: TruthColumn { TruthColumn(answers: bytes) }

  /// Raw values of `Truth`, one a row.
  package var bytes: [UInt8] {
    switch self {
    case .constant(let truth, let count):
      return Array(repeating: truth.rawValue, count: count)
    case .range(let yes, let count):
      var bytes = [UInt8](repeating: Truth.no.rawValue, count: count)
      for row in yes { bytes[row] = Truth.yes.rawValue }
      return bytes
    case .tailed(let yes, let stated, let count):
      var bytes = [UInt8](repeating: Truth.no.rawValue, count: count)
      for row in yes { bytes[row] = Truth.yes.rawValue }
      for row in stated..<count { bytes[row] = Truth.undecided.rawValue }
      return bytes
    case .sparse(let yes, let undecided, let count):
      var bytes = [UInt8](repeating: Truth.no.rawValue, count: count)
      for row in yes { bytes[Int(row)] = Truth.yes.rawValue }
      for row in undecided { bytes[Int(row)] = Truth.undecided.rawValue }
      return bytes
    case .dense(let answers):
      return answers
    }
  }

  /// The answer for one row.
  package subscript(row: Int) -> Truth {
    switch self {
    case .constant(let truth, _): truth
    case .range(let yes, _): Truth(yes.contains(row))
    case .tailed(let yes, let stated, _): row >= stated ? .undecided : Truth(yes.contains(row))
    case .sparse(let yes, let undecided, _):
      undecided.holdsAscending(Int32(clamping: row))
        ? .undecided : Truth(yes.holdsAscending(Int32(clamping: row)))
    case .dense(let answers): Truth(rawValue: answers[row]) ?? .undecided
    }
  }

  /// How many rows have each answer.
  package var tally: Tally {
    switch self {
    case .constant(.yes, let count): return Tally(yes: count)
    case .constant(.no, let count): return Tally(no: count)
    case .constant(.undecided, let count): return Tally(undecided: count)
    case .range(let yes, let count): return Tally(yes: yes.count, no: count - yes.count)
    case .tailed(let yes, let stated, let count):
      return Tally(yes: yes.count, no: stated - yes.count, undecided: count - stated)
    case .sparse(let yes, let undecided, let count):
      return Tally(
        yes: yes.count, no: count - yes.count - undecided.count, undecided: undecided.count)
    case .dense(let answers):
      return Answers.tally(of: answers)
    }
  }

  /// The rows answered yes.
  /// - Parameter tally: What `tally` gave, where it is known already.
  /// - Returns: The rows, in the least storage that says them.
  package func selected(_ tally: Tally? = nil) -> Selection {
    switch self {
    case .constant(.yes, let count): return .all(count: count)
    case .constant: return .range(0..<0)
    case .range(let yes, let count):
      return yes.count == count ? .all(count: count) : .range(yes)
    case .tailed(let yes, _, _): return .range(yes)
    case .sparse(let yes, _, let count):
      return yes.count == count ? .all(count: count) : .indices(yes)
    case .dense(let answers):
      let yes = (tally ?? self.tally).yes
      if yes == answers.count { return .all(count: yes) }
      if yes == 0 { return .range(0..<0) }
      return .indices(Answers.rows(of: answers, holding: .yes, count: yes))
    }
  }

  /// The rows that are undecided.
  package var undecided: Selection { undecidedRows(count: tally.undecided) }

  /// The rows that are undecided.
  /// - Parameter count: How many there are.
  /// - Returns: The rows, ascending.
  package func undecidedRows(count: Int) -> Selection {
    switch self {
    case .tailed(_, let stated, let count): .range(stated..<count)
    case .dense(let answers):
      .indices(Answers.rows(of: answers, holding: .undecided, count: count))
    default: .indices(rows(.undecided))
    }
  }

  /// The rows of one answer, ascending.
  package func rows(_ truth: Truth) -> [Int32] {
    switch self {
    case .constant(let constant, let count): constant == truth ? Array(0..<Int32(count)) : []
    case .sparse(let yes, _, _) where truth == .yes: yes
    case .sparse(_, let undecided, _) where truth == .undecided: undecided
    case .range, .tailed, .sparse, .dense:
      Answers.rows(
        of: bytes, holding: truth,
        count: truth == .yes ? tally.yes : truth == .no ? tally.no : tally.undecided)
    }
  }

  /// Yes is 2 and undecided 1: both bits are summed apart, by blocks whose sums fit 16 bits, so
  /// that the loop takes eight rows at once.
  private static func tally(of answers: [UInt8]) -> Tally {
    var yes = 0
    var undecided = 0
    for start in stride(from: 0, to: answers.count, by: 8192) {
      var blockYes: UInt16 = 0
      var blockUndecided: UInt16 = 0
      for answer in answers[start..<min(answers.count, start + 8192)] {
        blockYes &+= UInt16(answer >> 1)
        blockUndecided &+= UInt16(answer & 1)
      }
      yes += Int(blockYes)
      undecided += Int(blockUndecided)
    }
    return Tally(yes: yes, no: answers.count - yes - undecided, undecided: undecided)
  }

  /// Where `answers` hold `truth`, which they do `count` times.
  private static func rows(of answers: [UInt8], holding truth: Truth, count: Int) -> [Int32] {
    guard count > answers.count / 8 else {
      return fewRows(of: answers, holding: truth, count: count)
    }
    return switch truth {
    case .yes: manyRows(of: answers, count: count) { $0 >> 1 }
    case .undecided: manyRows(of: answers, count: count) { $0 & 1 }
    case .no: manyRows(of: answers, count: count) { ~($0 | $0 >> 1) & 1 }
    }
  }

  /// The rows whose answer a function makes 1 and not 0, of which there are `count`. Every row is
  /// written and the next one written over it unless it is one of them: no branch can be guessed
  /// wrong. Unchecked buffers: the count is that of the same answers.
  @inline(__always)
  private static func manyRows(
    of answers: [UInt8], count: Int, _ hit: (UInt8) -> UInt8
  ) -> [Int32] {
    unsafe [Int32](unsafeUninitializedCapacity: count + 1) { output, initializedCount in
      unsafe answers.withUnsafeBufferPointer { answers in
        var place = 0
        for row in 0..<answers.count where place <= count {
          unsafe output[place] = Int32(truncatingIfNeeded: row)
          place &+= unsafe Int(hit(answers[row]))
        }
      }
      initializedCount = count
    }
  }

  /// The rows of an answer that few have. Eight rows are looked at together, and most eights hold
  /// none.
  private static func fewRows(of answers: [UInt8], holding truth: Truth, count: Int) -> [Int32] {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let bytes = unsafe answers.span.bytes
    return [Int32](capacity: count) { output in
      var row = 0
      while row + 8 <= answers.count {
        let eight = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: row, as: UInt64.self)
        var hits =
          switch truth {
          case .yes: eight >> 1 & ones
          case .undecided: eight & ones
          case .no: ~(eight | eight >> 1) & ones
          }
        while hits != 0 {
          output.append(Int32(truncatingIfNeeded: row + hits.trailingZeroBitCount >> 3))
          hits &= hits &- 1
        }
        row += 8
      }
      while row < answers.count {
        if answers[row] == truth.rawValue { output.append(Int32(truncatingIfNeeded: row)) }
        row += 1
      }
    }
  }
}

extension [Int32] {
  /// Whether a row is among these, which ascend. O(log count).
  fileprivate func holdsAscending(_ row: Int32) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == row
  }
}
