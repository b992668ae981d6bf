import FriseBase

/// Tests on texts: each is decided once for a distinct text of the pool, then spread over the rows
/// by
/// their codes. None is undecided.
extension TextColumn {
  /// Yes where one text stands, undecided where none does: no table to look in, so that the loop
  /// takes several rows at once.
  private func answers(code: Int32) -> Answers {
    .dense(
      unsafe [UInt8](unsafeUninitializedCapacity: codes.count) { output, initializedCount in
        unsafe codes.withUnsafeBufferPointer { codes in
          for row in 0..<codes.count {
            let known = unsafe codes[row]
            unsafe output[row] = known == code ? 2 : known < 0 ? 1 : 0
          }
        }
        initializedCount = codes.count
      })
  }

  /// The answers of a test that holds for the texts whose code is true in `codes`.
  package func answers(holding texts: [Bool]) -> Answers {
    if let only = texts.firstIndex(of: true), !texts[(only + 1)...].contains(true) {
      return answers(code: Int32(truncatingIfNeeded: only))
    }
    // The answer for no text, whose code is -1, comes first.
    let answers = [Truth.undecided.rawValue] + texts.map { $0 ? 2 : 0 }
    // Unchecked writes: the loop has no branch but for the code, which may not leave the pool.
    return .dense(
      unsafe [UInt8](unsafeUninitializedCapacity: codes.count) { output, initializedCount in
        unsafe codes.withUnsafeBufferPointer { codes in
          for row in 0..<codes.count { unsafe output[row] = answers[Int(codes[row]) + 1] }
        }
        initializedCount = codes.count
      })
  }

  /// Equality with one text under the fold.
  package func equals(_ text: String) -> Answers { isIn([text]) }

  /// Equality with one of `texts` under the fold.
  package func isIn(_ texts: [String]) -> Answers {
    var holding = [Bool](repeating: false, count: pool.count)
    let folds = pool.folds
    for text in texts {
      for code in folds.codes(matching: text) { holding[Int(code)] = true }
    }
    return answers(holding: holding)
  }

  /// Strict equality with one text, byte for byte.
  package func equalsExactly(_ text: String) -> Answers {
    let needle = Array(text.utf8)
    return answers(
      holding: (0..<Int32(pool.count)).map { pool.slice($0).elementsEqual(needle) })
  }

  /// Equality row by row with another column, under the fold.
  package func equals(_ other: TextColumn) -> Answers {
    let merged = StringPool.merging(pool, other.pool)
    let leader = merged.pool.folds.leader
    return equals(
      other, ownKeys: merged.first.map { leader[Int($0)] },
      otherKeys: merged.second.map { leader[Int($0)] })
  }

  /// Strict equality row by row with another column.
  package func equalsExactly(_ other: TextColumn) -> Answers {
    let merged = StringPool.merging(pool, other.pool)
    return equals(other, ownKeys: merged.first, otherKeys: merged.second)
  }

  /// Equality of the keys that stand for the texts of both pools.
  private func equals(_ other: TextColumn, ownKeys: [Int32], otherKeys: [Int32]) -> Answers {
    var answers = [UInt8](repeating: Truth.undecided.rawValue, count: codes.count)
    for row in codes.indices {
      let (left, right) = (Int(codes[row]), Int(other.codes[row]))
      if left >= 0, right >= 0 { answers[row] = ownKeys[left] == otherKeys[right] ? 2 : 0 }
    }
    return .dense(answers)
  }

  /// True for rows whose fold has the fold of `text` in it.
  package func contains(_ text: String) -> Answers {
    let needle = TextFold.fold(text)
    return answers(holding: pool.folds.codes(containing: needle.utf8.span))
  }

  /// True for rows in which the pattern matches somewhere.
  /// - Throws: `TextPatternFailure.limitPassed` when a text needs more steps than are allowed.
  package func matches(_ pattern: borrowing TextPattern) throws(TextPatternFailure) -> Answers {
    var holding = [Bool](repeating: false, count: pool.count)
    let storage = pool.bytes
    let arena = storage.span
    for code in holding.indices {
      let (start, end) = (Int(pool.offsets[code]), Int(pool.offsets[code + 1]))
      holding[code] = try pattern.matches(arena.extracting(start..<end))
    }
    return answers(holding: holding)
  }
}

extension FoldedPool {
  /// For each text, whether its fold has `needle`, itself a fold, in it.
  func codes(containing needle: Span<UInt8>) -> [Bool] {
    ArenaSearch.texts(holding: needle, in: bytes, offsets)
  }

  /// For each text, whether one of its words begins with `needle`, itself a fold.
  func codes(withWordBeginning needle: Span<UInt8>) -> [Bool] {
    guard !needle.isEmpty else { return [Bool](repeating: false, count: offsets.count - 1) }
    let arena = bytes
    return ArenaSearch.texts(holding: needle, in: arena, offsets) { place, textStart in
      TextWords.isWordStart(arena.span, at: place, from: textStart)
    }
  }
}
