import Synchronization

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
    let partCount = count < KeySorting.dividedMin ? 1 : Workers.threadCount
    let parts = Mutex<[KeyPart?]>(Array(repeating: nil, count: partCount))
    Workers.run(partCount) { part in
      let indices = part * count / partCount..<(part + 1) * count / partCount
      let found = KeyPart(bytes, offsets, indices, interrupt)
      parts.withLock { $0[part] = found }
    }
    let keys = parts.withLock { $0.compactMap(\.self) }
    guard keys.count == partCount else { return nil }
    var sorting = KeySorting(keys)
    guard sorting.sort(interrupt) else { return nil }
    var ranks = [Int32](repeating: 0, count: count)
    var rank: Int32 = -1
    var first = 0
    while first < count {
      var end = first + 1
      while end < count, sorting.isLikeBefore[end] { end += 1 }
      if end == first + 1 {
        rank += 1
        ranks[Int(sorting.order[first].index)] = rank
      } else {
        let whole = sorting.order[first..<end].map { entry in
          var key: [UInt8] = []
          appendKey(of: texts.extracting(text(entry.index)), into: &key)
          return (key: key, index: entry.index)
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

/// The base letters of some texts, one after the other.
private struct KeyPart: Sendable {
  /// Each key is followed by so many zeros, and holds none.
  private static let padding = 8

  let keys: [UInt8]
  /// Where each key begins.
  let starts: [Int]

  /// Nil once the interrupt is raised.
  init?(_ bytes: [UInt8], _ offsets: [UInt32], _ indices: Range<Int>, _ interrupt: Interrupt?) {
    let texts = bytes.span
    let byteCount =
      indices.isEmpty ? 0 : Int(offsets[indices.upperBound]) - Int(offsets[indices.lowerBound])
    var keys: [UInt8] = []
    keys.reserveCapacity(byteCount + KeyPart.padding * indices.count)
    var starts: [Int] = []
    starts.reserveCapacity(indices.count)
    for index in indices {
      if index & 0xFFFF == 0, interrupt?.isRaised == true { return nil }
      starts.append(keys.count)
      let text = Int(offsets[index])..<Int(offsets[index + 1])
      Collation.appendBases(of: texts.extracting(text), into: &keys)
      for _ in 0..<KeyPart.padding { keys.append(0) }
    }
    self.keys = keys
    self.starts = starts
  }
}

/// Sorts keys of bytes: a quicksort of three parts on eight bytes at a time (Bentley and Sedgewick,
/// «Fast algorithms for sorting and searching strings», 1997). Loops only; many keys are parted
/// until there are runs for two threads.
private struct KeySorting {
  /// From how many keys on two threads sort them.
  static let dividedMin = 1 << 14
  /// Runs of so few keys are sorted by insertion.
  private static let insertedMax = 16

  /// A key's place in the order found so far.
  struct Entry {
    /// Eight bytes of the key, the first the highest.
    var chunk: UInt64
    let index: Int32
  }

  private let parts: [KeyPart]
  private(set) var order: [Entry]
  /// True where a key is equal to the one before it in the order.
  private(set) var isLikeBefore: [Bool]

  init(_ parts: [KeyPart]) {
    self.parts = parts
    let count = parts.reduce(0) { $0 + $1.starts.count }
    order = (0..<count).map { Entry(chunk: 0, index: Int32(clamping: $0)) }
    isLikeBefore = [Bool](repeating: false, count: count)
  }

  /// Keys that are alike up to `depth` and have been loaded from there.
  private struct Run {
    var first: Int
    var end: Int
    var depth: Int

    var count: Int { end - first }
  }

  /// Puts the keys in order; false once the interrupt is raised.
  mutating func sort(_ interrupt: Interrupt?) -> Bool {
    let parts = parts
    var addresses: [Int] = []
    return KeySorting.lend(parts[...], &addresses) { addresses in
      unsafe addresses.withUnsafeBufferPointer { addresses in
        unsafe order.withUnsafeMutableBufferPointer { order in
          unsafe isLikeBefore.withUnsafeMutableBufferPointer { isLikeBefore in
            let area = unsafe Area(
              addresses: addresses, order: order, isLikeBefore: isLikeBefore)
            return unsafe area.sort(interrupt)
          }
        }
      }
    }
  }

  /// Lends the addresses of the keys of all parts, which stay where they are meanwhile.
  private static func lend(
    _ parts: ArraySlice<KeyPart>, _ addresses: inout [Int], _ body: ([Int]) -> Bool
  ) -> Bool {
    guard let part = parts.first else { return body(addresses) }
    return unsafe part.keys.withUnsafeBytes { keys in
      let base = Int(bitPattern: keys.baseAddress)
      addresses += part.starts.map { base &+ $0 }
      return lend(parts.dropFirst(), &addresses, body)
    }
  }

  /// The buffers while they are sorted. Unchecked: places stay within runs of the order, and a key
  /// is read no further than its zeros. Threads have runs of their own.
  @unsafe private struct Area: @unchecked Sendable {
    let addresses: UnsafeBufferPointer<Int>
    let order: UnsafeMutableBufferPointer<Entry>
    let isLikeBefore: UnsafeMutableBufferPointer<Bool>

    func sort(_ interrupt: Interrupt?) -> Bool {
      unsafe load(0..<order.count, depth: 0)
      let whole = unsafe Run(first: 0, end: order.count, depth: 0)
      let threadCount = unsafe order.count < KeySorting.dividedMin ? 1 : Workers.threadCount
      guard threadCount > 1 else { return unsafe sort(whole, interrupt) }
      var found = [whole]
      while found.count < 16 * threadCount, found[0].count > KeySorting.insertedMax {
        if interrupt?.isRaised == true { return false }
        let run = found.removeFirst()
        unsafe divide(run, &found)
        found.sort { $0.count > $1.count }
        if found.isEmpty { return true }
      }
      // Longest first: threads then end at about the same time.
      let (runs, area) = unsafe (found, self)
      let next = Atomic<Int>(0)
      let isStopped = Atomic<Bool>(false)
      Workers.run(threadCount) { _ in
        while !isStopped.load(ordering: .relaxed) {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < runs.count else { return }
          if unsafe !area.sort(runs[index], interrupt) {
            isStopped.store(true, ordering: .relaxed)
          }
        }
      }
      return !isStopped.load(ordering: .relaxed)
    }

    /// Sorts the keys of a run; false once the interrupt is raised.
    private func sort(_ run: Run, _ interrupt: Interrupt?) -> Bool {
      var pending = [run]
      while let run = pending.popLast() {
        if run.count <= KeySorting.insertedMax {
          unsafe insert(run)
          continue
        }
        if run.count > 1 << 12, interrupt?.isRaised == true { return false }
        unsafe divide(run, &pending)
      }
      return true
    }

    /// Parts the keys of a run in three, and adds the runs that are not in order yet.
    private func divide(_ run: Run, _ runs: inout [Run]) {
      let pivot = unsafe pivot(run)
      let (low, high) = unsafe part(run, pivot)
      for side in [
        Run(first: run.first, end: low, depth: run.depth),
        Run(first: high, end: run.end, depth: run.depth),
      ] where side.count > 1 {
        runs.append(side)
      }
      if pivot & 0xFF == 0 {
        // A last byte of zero: these keys end here, alike.
        for place in low + 1..<max(low + 1, high) { unsafe isLikeBefore[place] = true }
      } else {
        let middle = Run(first: low, end: high, depth: run.depth + 8)
        unsafe load(low..<high, depth: middle.depth)
        if middle.count > 1 { runs.append(middle) }
      }
    }

    /// Reads eight bytes of each key of a run.
    private func load(_ run: Range<Int>, depth: Int) {
      for place in run {
        let address = unsafe addresses[Int(order[place].index)] &+ depth
        unsafe order[place].chunk = Area.chunk(address)
      }
    }

    /// The eight bytes at an address, the first the highest.
    @inline(__always)
    private static func chunk(_ address: Int) -> UInt64 {
      guard let place = unsafe UnsafeRawPointer(bitPattern: address) else { return 0 }
      return unsafe place.loadUnaligned(as: UInt64.self).byteSwapped
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
      var left = unsafe addresses[Int(first.index)] &+ depth
      var right = unsafe addresses[Int(second.index)] &+ depth
      while chunk & 0xFF != 0 {
        left &+= 8
        right &+= 8
        chunk = unsafe Area.chunk(left)
        let other = unsafe Area.chunk(right)
        if chunk != other { return chunk < other ? -1 : 1 }
      }
      return 0
    }
  }
}
