extension Answers {
  /// Kleene's `and`: the least answer of both.
  package func and(_ other: Answers) -> Answers {
    switch (self, other) {
    case (.constant(.yes, _), let answers), (let answers, .constant(.yes, _)): answers
    case (.constant(.no, let count), _), (_, .constant(.no, let count)):
      .constant(.no, count: count)
    case (.constant(.undecided, let count), .constant(.undecided, _)):
      .constant(.undecided, count: count)
    case (.range(let left, let count), .range(let right, _)):
      .range(yes: left.overlaps(right) ? left.clamped(to: right) : 0..<0, count: count)
    case (.range(let yes, _), .dense(let answers)), (.dense(let answers), .range(let yes, _)):
      .dense(Answers.keeping(yes, of: answers))
    default: .dense(Answers.least(bytes, other.bytes))
    }
  }

  /// Some answers as they are in one run of rows, no for all others.
  private static func keeping(_ rows: Range<Int>, of answers: [UInt8]) -> [UInt8] {
    var kept = answers
    for row in 0..<rows.lowerBound { kept[row] = Truth.no.rawValue }
    for row in rows.upperBound..<kept.count { kept[row] = Truth.no.rawValue }
    return kept
  }

  /// Kleene's `or`: the greatest answer of both.
  package func or(_ other: Answers) -> Answers {
    negated.and(other.negated).negated
  }

  /// Kleene's `not`.
  package var negated: Answers {
    switch self {
    case .constant(let truth, let count): return .constant(truth.negated, count: count)
    case .range(let yes, let count):
      if yes.isEmpty { return .constant(.yes, count: count) }
      if yes.lowerBound == 0 { return .range(yes: yes.upperBound..<count, count: count) }
      if yes.upperBound == count { return .range(yes: 0..<yes.lowerBound, count: count) }
      return .dense(bytes).negated
    case .tailed(let yes, let stated, let count):
      if yes.isEmpty { return .range(yes: 0..<stated, stated: stated, count: count) }
      if yes.lowerBound == 0 {
        return .range(yes: yes.upperBound..<stated, stated: stated, count: count)
      }
      if yes.upperBound == stated {
        return .range(yes: 0..<yes.lowerBound, stated: stated, count: count)
      }
      return .dense(bytes).negated
    case .sparse: return Answers.dense(bytes).negated
    case .dense(var answers):
      for row in answers.indices { answers[row] = 2 &- answers[row] }
      return .dense(answers)
    }
  }

  /// Yes for the rows answered yes or undecided, no for the others: what `possibly` keeps.
  package var possible: Answers {
    switch self {
    case .constant(let truth, let count): return .constant(Truth(truth != .no), count: count)
    case .range: return self
    case .tailed, .sparse: return Answers.dense(bytes).possible
    case .dense(var answers):
      for row in answers.indices { answers[row] = answers[row] == 0 ? 0 : 2 }
      return .dense(answers)
    }
  }

  /// Yes for the rows answered yes, no for the others: what `certainly` keeps.
  package var certain: Answers {
    switch self {
    case .constant(let truth, let count): return .constant(Truth(truth == .yes), count: count)
    case .range: return self
    case .tailed(let yes, _, let count): return .range(yes: yes, count: count)
    case .sparse(let yes, _, let count): return .sparse(yes: yes, undecided: [], count: count)
    case .dense(var answers):
      for row in answers.indices { answers[row] &= 2 }
      return .dense(answers)
    }
  }

  /// The answers of a test tried on two forms of one text: yes when one says yes, undecided only
  /// when
  /// both are. Columns of two tongues are asked so: a text missing in one tongue is no gap.
  package func either(_ other: Answers) -> Answers {
    var answers = bytes
    let others = other.bytes
    for row in answers.indices {
      let (left, right) = (answers[row], others[row])
      answers[row] = left == right ? left : (left | right) & 2
    }
    return .dense(answers)
  }

  /// The smaller byte of each row.
  private static func least(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    let count = min(left.count, right.count)
    // Unchecked buffers let the loop take 16 rows at once.
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { answers, initializedCount in
      unsafe left.withUnsafeBufferPointer { left in
        unsafe right.withUnsafeBufferPointer { right in
          for row in 0..<count { unsafe answers[row] = min(left[row], right[row]) }
        }
      }
      initializedCount = count
    }
  }
}
