/// The places of many texts in the order of the collation.
extension Collation {
  /// The rank, from 0, of each text of a pool: text i is `bytes[offsets[i]..<offsets[i + 1]]`.
  /// Texts of equal keys have equal rank: a column of texts is sorted as a column of integers.
  ///
  /// Texts are sorted by their base letters; only where those are alike are accents and case
  /// looked at.
  ///
  /// Nil once the interrupt is raised.
  package static func ranks(
    of bytes: [UInt8], offsets: [UInt32], _ interrupt: Interrupt? = nil
  ) -> [Int32]? {
    let count = max(0, offsets.count - 1)
    let texts = bytes.span
    func text(_ index: Int32) -> Range<Int> {
      Int(offsets[Int(index)])..<Int(offsets[Int(index) + 1])
    }
    var keys: [UInt8] = []
    keys.reserveCapacity(bytes.count + KeySorting.padding * count)
    var starts: [Int] = []
    starts.reserveCapacity(count)
    for index in 0..<Int32(clamping: count) {
      if index & 0xFFFF == 0, interrupt?.isRaised == true { return nil }
      starts.append(keys.count)
      appendBases(of: texts.extracting(text(index)), into: &keys)
      for _ in 0..<KeySorting.padding { keys.append(0) }
    }
    var sorting = KeySorting(keys, starts: starts)
    guard sorting.sort(interrupt) else { return nil }
    var ranks = [Int32](repeating: 0, count: count)
    var rank: Int32 = -1
    var first = 0
    while first < count {
      var end = first + 1
      while end < count, sorting.isLikeBefore[end] { end += 1 }
      let alike = sorting.order[first..<end].map(\.index)
      if alike.count == 1 {
        rank += 1
        ranks[Int(alike[0])] = rank
      } else {
        let whole = alike.map { index in
          var key: [UInt8] = []
          appendKey(of: texts.extracting(text(index)), into: &key)
          return (key: key, index: index)
        }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        for (place, entry) in whole.enumerated() {
          if place == 0 || whole[place - 1].key != entry.key { rank += 1 }
          ranks[Int(entry.index)] = rank
        }
      }
      first = end
    }
    return ranks
  }
}

/// Sorts keys of bytes: a quicksort of three parts on eight bytes at a time (Bentley and Sedgewick,
/// «Fast algorithms for sorting and searching strings», 1997). Loops only.
private struct KeySorting {
  /// Each key is followed by so many zeros, and holds none.
  static let padding = 8
  /// Runs of so few keys are sorted by insertion.
  private static let insertedMax = 16

  /// A key's place in the order found so far.
  struct Entry {
    /// Eight bytes of the key, the first the highest.
    var chunk: UInt64
    let index: Int32
  }

  private let keys: [UInt8]
  private let starts: [Int]
  private(set) var order: [Entry]
  /// True where a key is equal to the one before it in the order.
  private(set) var isLikeBefore: [Bool]

  init(_ keys: [UInt8], starts: [Int]) {
    self.keys = keys
    self.starts = starts
    order = starts.indices.map { Entry(chunk: 0, index: Int32(clamping: $0)) }
    isLikeBefore = [Bool](repeating: false, count: starts.count)
  }

  /// Keys that are alike up to `depth` and have been loaded from there.
  private struct Run {
    var first: Int
    var end: Int
    var depth: Int
  }

  /// Puts the keys in order; false once the interrupt is raised.
  mutating func sort(_ interrupt: Interrupt?) -> Bool {
    let (keys, starts) = (keys, starts)
    return unsafe keys.withUnsafeBytes { keys in
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe order.withUnsafeMutableBufferPointer { order in
          unsafe isLikeBefore.withUnsafeMutableBufferPointer { isLikeBefore in
            let area = unsafe Area(
              keys: keys, starts: starts, order: order, isLikeBefore: isLikeBefore)
            return unsafe area.sort(interrupt)
          }
        }
      }
    }
  }

  /// The buffers while they are sorted. Unchecked: places stay within runs of the order, and a key
  /// is read no further than its zeros.
  @unsafe private struct Area {
    let keys: UnsafeRawBufferPointer
    let starts: UnsafeBufferPointer<Int>
    let order: UnsafeMutableBufferPointer<Entry>
    let isLikeBefore: UnsafeMutableBufferPointer<Bool>

    func sort(_ interrupt: Interrupt?) -> Bool {
      unsafe load(0..<order.count, depth: 0)
      var pending = unsafe [Run(first: 0, end: order.count, depth: 0)]
      while var run = pending.popLast() {
        while run.end - run.first > KeySorting.insertedMax {
          if run.end - run.first > 1 << 12, interrupt?.isRaised == true { return false }
          let pivot = unsafe pivot(run)
          let (low, high) = unsafe part(run, pivot)
          if low - run.first > 1 {
            pending.append(Run(first: run.first, end: low, depth: run.depth))
          }
          if run.end - high > 1 {
            pending.append(Run(first: high, end: run.end, depth: run.depth))
          }
          // A last byte of zero: these keys end here, alike.
          if pivot & 0xFF == 0 {
            for place in low + 1..<max(low + 1, high) { unsafe isLikeBefore[place] = true }
            run.end = run.first
          } else {
            run = Run(first: low, end: high, depth: run.depth + 8)
            unsafe load(low..<high, depth: run.depth)
          }
        }
        unsafe insert(run)
      }
      return true
    }

    /// Reads eight bytes of each key of a run.
    private func load(_ run: Range<Int>, depth: Int) {
      for place in run {
        let start = unsafe starts[Int(order[place].index)] &+ depth
        let chunk = unsafe keys.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        unsafe order[place].chunk = chunk.byteSwapped
      }
    }

    /// The middle one of three chunks, or of three such for a long run.
    private func pivot(_ run: Run) -> UInt64 {
      func middle(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        max(min(first, second), min(max(first, second), third))
      }
      let (first, last) = (run.first, run.end - 1)
      let centre = (first + last) / 2
      func around(_ place: Int, _ step: Int) -> UInt64 {
        unsafe middle(
          order[place].chunk, order[place + step].chunk, order[place + 2 * step].chunk)
      }
      let step = (run.end - run.first) / 8
      if run.end - run.first < 64 {
        return unsafe middle(order[first].chunk, order[centre].chunk, order[last].chunk)
      }
      return middle(
        around(first, step), around(centre - step, step), around(last - 2 * step, step))
    }

    /// Moves what is less than the pivot before, and what is greater behind, the chunks equal to
    /// it; returns where those begin and end.
    private func part(_ run: Run, _ pivot: UInt64) -> (Int, Int) {
      var (low, place, high) = (run.first, run.first, run.end)
      while place < high {
        let entry = unsafe order[place]
        if entry.chunk < pivot {
          unsafe order[place] = order[low]
          unsafe order[low] = entry
          low &+= 1
          place &+= 1
        } else if entry.chunk > pivot {
          high &-= 1
          unsafe order[place] = order[high]
          unsafe order[high] = entry
        } else {
          place &+= 1
        }
      }
      return (low, high)
    }

    /// Sorts a short run.
    private func insert(_ run: Run) {
      guard run.end - run.first > 1 else { return }
      for place in run.first + 1..<run.end {
        let entry = unsafe order[place]
        var free = place
        while free > run.first, unsafe compare(entry, order[free - 1], run.depth) < 0 {
          unsafe order[free] = order[free - 1]
          free -= 1
        }
        unsafe order[free] = entry
      }
      for place in run.first + 1..<run.end {
        unsafe isLikeBefore[place] = compare(order[place - 1], order[place], run.depth) == 0
      }
    }

    /// Negative when the first key comes before the second, 0 when they are alike.
    private func compare(_ first: Entry, _ second: Entry, _ depth: Int) -> Int {
      if first.chunk != second.chunk { return first.chunk < second.chunk ? -1 : 1 }
      var chunk = first.chunk
      var left = unsafe starts[Int(first.index)] + depth
      var right = unsafe starts[Int(second.index)] + depth
      while chunk & 0xFF != 0 {
        left += 8
        right += 8
        chunk = unsafe keys.loadUnaligned(fromByteOffset: left, as: UInt64.self).byteSwapped
        let other = unsafe keys.loadUnaligned(fromByteOffset: right, as: UInt64.self).byteSwapped
        if chunk != other { return chunk < other ? -1 : 1 }
      }
      return 0
    }
  }
}
