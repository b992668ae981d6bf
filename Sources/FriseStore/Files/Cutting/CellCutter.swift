import CByteMasks
import FriseBase
import FriseModel

/// How the rows of a separated text are written.
struct SeparatedLayout: Sendable {
  let separator: UInt8
  /// False in tab-separated files, where a quote is a sign like any other.
  let unquotes: Bool
  /// How many cells a row has.
  let width: Int
  /// What parts the items of a list inside a cell.
  let listSign: UInt8
}

/// Some rows that were cut, lent until the next are.
@safe struct CellBatch {
  let bytes: UnsafePointer<UInt8>
  /// Where each cell ends: its separator or line end; before the first stands the byte in front of
  /// the first row. Cell c of row r lies between entries r × width + c and the next.
  let terminators: UnsafePointer<UInt32>
  let rowCount: Int
  /// Whether some cell may hold a doubled quote.
  let hasDoubledQuotes: Bool
}

/// Cuts whole rows into cells, 64 bytes at a time, and sees to it that the text is UTF-8 and as
/// regular as programs write it: rows of one width, quotes around whole cells alone, no blank line,
/// no carriage return but before a line end, no backslash in tab-separated text. Anything else is
/// left to `SeparatedScanner`, which reads it or says what is wrong.
@safe struct CellCutter {
  /// How many bytes are cut at a time: what is cut stays in the cache until it is read.
  private static let batchBytes = 1 << 16

  private let window: TextWindow
  /// What the window shows: bytes of which those from `start` to `end` belong to the text.
  private var bytes: UnsafePointer<UInt8>
  private var start: Int
  private var end: Int
  private let layout: SeparatedLayout
  /// The next byte to look at.
  private var position: Int
  /// Where cells end, behind the byte in front of the first row; there is always room for 64 more
  /// at `count`.
  private let room = TerminatorRoom()
  private var list: UnsafeMutablePointer<UInt32>
  private var count = 0
  /// How many entries of `terminators` were lent as whole rows.
  private var lentCount = 0
  private(set) var rowCount = 0
  private var lineEndCount = 0
  /// False once something irregular was seen: what was cut is of no use.
  private(set) var isRegular = true
  private let look = unsafe frise_fastest_looker()
  /// What the block that was looked at last holds.
  private var found = frise_block()
  /// All ones while a quote is open.
  private var inside: UInt64 = 0
  /// Whether the byte before the block ended a cell, closed a quote, was a carriage return.
  private var previous: (terminator: UInt64, close: UInt64, carriageReturn: UInt64) = (1, 0, 0)
  private var hasDoubledQuotes = false

  /// A cutter of the rows that a window goes through, which begins where a row does.
  init(_ window: TextWindow, _ layout: SeparatedLayout) {
    self.window = window
    unsafe bytes = window.bytes
    start = window.start
    end = window.end
    position = window.start
    self.layout = layout
    unsafe list = room.list
    unsafe list[0] = UInt32(truncatingIfNeeded: window.start) &- 1
    count = 1
  }

  /// The place in the text of the next byte to look at.
  var place: Int { window.first + position }

  /// Cuts the next rows.
  /// - Returns: What `body` makes of them; nil at the end, or once something is irregular.
  mutating func next<Answer>(_ body: (CellBatch) -> Answer) -> Answer? {
    guard isRegular, position < end || !window.isLast else { return nil }
    count -= lentCount
    unsafe list.update(from: list + lentCount, count: count)
    hasDoubledQuotes = false
    let first = place
    // A row longer than a batch makes the batch longer, within the limit for rows.
    repeat {
      if position + 64 >= end, !window.isLast { slide() }
      let limit = position + CellCutter.batchBytes
      while position + 64 < end, position < limit, isRegular { cutBlock() }
      if position + 64 >= end, window.isLast, isRegular { cutTail() }
    } while count <= layout.width && isRegular && (position < end || !window.isLast)
      && place - first < SeparatedScanner.rowBytesMax
    let rows = (count - 1) / layout.width
    lentCount = rows * layout.width
    rowCount += rows
    isRegular =
      isRegular && window.failure == nil && areRows(rows)
      && (position < end || !window.isLast || isFinished)
    guard isRegular else { return nil }
    return unsafe body(
      CellBatch(
        bytes: bytes, terminators: UnsafePointer(list), rowCount: rows,
        hasDoubledQuotes: hasDoubledQuotes))
  }

  /// Moves the window on, and what was cut of the row that is not whole with it.
  private mutating func slide() {
    let kept = unsafe Int(list[0] &+ 1)
    window.slide(keeping: kept)
    unsafe bytes = window.bytes
    (start, end) = (window.start, window.end)
    position -= kept
    for index in 0..<count { unsafe list[index] &-= UInt32(truncatingIfNeeded: kept) }
  }

  /// Whether each row that was cut ends where a line does.
  private func areRows(_ rows: Int) -> Bool {
    guard rows > 0 else { return false }
    for row in 1...rows {
      let place = unsafe Int(list[row * layout.width])
      guard unsafe place == end || bytes[place] == 10 else { return false }
    }
    return true
  }

  /// Whether the last row is whole, and lines end nowhere but at the ends of rows.
  private var isFinished: Bool {
    inside == 0 && count == lentCount + 1 && lineEndCount == rowCount
      && previous.carriageReturn == 0
  }

  private mutating func cutBlock() {
    unsafe cut(bytes + position, base: position, count: 64)
    if found.suspects != 0 { isRegular = isRegular && isUTF8(from: position, to: position + 64) }
    position += 64
  }

  /// The last bytes, 64 at most, and the end of the last row where no line end marks it.
  private mutating func cutTail() {
    let tailCount = end - position
    isRegular = isRegular && isUTF8(from: position, to: end)
    // What stands behind the end is taken for line ends, which close whatever closes there.
    var tail = [UInt8](repeating: 10, count: 64)
    for index in 0..<tailCount { tail[index] = unsafe bytes[position + index] }
    unsafe tail.withUnsafeBufferPointer { tail in
      guard let block = tail.baseAddress else { return }
      unsafe cut(block, base: position, count: tailCount)
    }
    position = end
    if unsafe bytes[end - 1] != 10 {
      reserve()
      unsafe list[count] = UInt32(truncatingIfNeeded: end)
      count += 1
      lineEndCount += 1
    }
  }

  /// Finds where the cells of 64 bytes end, of which `ownCount` belong to the text.
  @inline(__always)
  private mutating func cut(_ block: UnsafePointer<UInt8>, base: Int, count ownCount: Int) {
    let mark = layout.unquotes ? UInt8(ascii: "\"") : UInt8(ascii: "\\")
    unsafe look?(block, layout.separator, mark, &found)
    let (lineEnds, returns) = (found.line_ends, found.returns)
    var terminatorMask = found.terminators
    var faults: UInt64 = 0
    var outside = ~UInt64(0)
    if layout.unquotes {
      let quotes = found.marks
      if quotes | inside | previous.close != 0 {
        let open = CellCutter.prefixXor(quotes) ^ inside
        inside = 0 &- (open >> 63)
        outside = ~open
        terminatorMask &= outside
        let opens = quotes & open
        let closes = quotes & ~open
        let afterTerminator = terminatorMask << 1 | previous.terminator
        let afterClose = closes << 1 | previous.close
        faults |= opens & ~(afterTerminator | afterClose)
        faults |= afterClose & ~(terminatorMask | opens | returns)
        hasDoubledQuotes = hasDoubledQuotes || opens & afterClose != 0
        previous.close = closes >> 63
      }
    } else {
      faults |= found.marks
    }
    let loneReturns = returns & outside
    faults |= (loneReturns << 1 | previous.carriageReturn) & ~lineEnds
    previous.carriageReturn = loneReturns >> 63
    previous.terminator = terminatorMask >> 63
    if faults != 0 { isRegular = false }
    let own: UInt64 = ownCount == 64 ? ~0 : (1 << UInt64(ownCount)) &- 1
    lineEndCount += (lineEnds & outside & own).nonzeroBitCount
    reserve()
    append(terminatorMask & own, base: base)
  }

  @inline(__always)
  private mutating func append(_ mask: UInt64, base: Int) {
    var mask = mask
    let base = UInt32(truncatingIfNeeded: base)
    let end = count + mask.nonzeroBitCount
    var place = count
    // Four at a time, of which the last may be none: there is one guess fewer about how many.
    repeat {
      for offset in 0..<4 {
        unsafe list[place + offset] = base &+ UInt32(truncatingIfNeeded: mask.trailingZeroBitCount)
        mask &= mask &- 1
      }
      place += 4
    } while place < end
    count = end
  }

  /// Makes room for 64 more.
  @inline(__always)
  private mutating func reserve() {
    if count + 64 > room.capacity { unsafe list = room.grow(keeping: count) }
  }

  /// Bit i of the result is the parity of bits 0 to i: set from an opening quote to the byte before
  /// its closing one.
  @inline(__always)
  private static func prefixXor(_ mask: UInt64) -> UInt64 {
    var mask = mask
    mask ^= mask << 1
    mask ^= mask << 2
    mask ^= mask << 4
    mask ^= mask << 8
    mask ^= mask << 16
    mask ^= mask << 32
    return mask
  }

  /// Looks at each character that lies in some bytes, wholly or in part.
  private func isUTF8(from: Int, to: Int) -> Bool {
    // A character that begins within the three bytes before may reach into these.
    var index = max(start, from - 3)
    while index > start, from - index < 6, unsafe bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return unsafe SourceText.isText(
      UnsafeBufferPointer(start: bytes, count: end), from: index, to: to)
  }
}

/// The memory for the places where cells end.
@safe private final class TerminatorRoom {
  private(set) var list: UnsafeMutablePointer<UInt32>
  private(set) var capacity = 1 << 15

  init() { unsafe list = .allocate(capacity: capacity) }

  deinit { unsafe list.deallocate() }

  /// Doubles it.
  func grow(keeping count: Int) -> UnsafeMutablePointer<UInt32> {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    unsafe larger.update(from: list, count: count)
    unsafe list.deallocate()
    unsafe list = larger
    capacity *= 2
    return unsafe larger
  }
}
