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
  /// How rows are written that are JSON objects, and no separated text at all.
  var objects: ObjectLayout?
}

/// Cuts rows into cells, one batch after the other.
protocol RowCutter {
  /// The place in the text of the next byte to look at.
  var place: Int { get }
  var rowCount: Int { get }
  /// False once something irregular was seen: what was cut is of no use.
  var isRegular: Bool { get }

  /// Cuts the next rows.
  /// - Returns: What `body` makes of them; nil at the end, or once something is irregular.
  mutating func next<Answer>(_ body: (CellBatch) -> Answer) -> Answer?
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
  /// Where in the text each row begins.
  let rowPlaces: RowPlaces

  /// Where in the text a row begins; `width` is how many cells a row has.
  func place(ofRow row: Int, width: Int) -> Int {
    switch rowPlaces {
    case .listed(let places): places[row]
    case .behindTerminators(let first): unsafe first + Int(terminators[row * width] &+ 1)
    }
  }
}

/// Where in a text the rows of a batch begin.
enum RowPlaces {
  case listed([Int])
  /// Behind the terminators of the rows before, in bytes of which the first stands at that place.
  case behindTerminators(of: Int)
}

/// Cuts whole rows into cells, 64 bytes at a time, and sees to it that the text is UTF-8 and as
/// regular as programs write it: rows of one width, quotes around whole cells alone, no blank line,
/// no carriage return but before a line end, no backslash in tab-separated text. Anything else is
/// left to `SeparatedScanner`, which reads it or says what is wrong.
@safe struct CellCutter: RowCutter {
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
  /// Where cells end, behind the byte in front of the first row.
  private let room = TerminatorRoom()
  private var list: UnsafeMutablePointer<UInt32>
  private var count = 0
  /// How many entries of `terminators` were lent as whole rows.
  private var lentCount = 0
  private(set) var rowCount = 0
  private(set) var isRegular = true
  private let cut = unsafe frise_fastest_cutter()
  private var cutting: frise_cutting

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
    cutting = frise_cutting()
    cutting.separator = layout.separator
    cutting.unquotes = layout.unquotes
    cutting.mark = layout.unquotes ? UInt8(ascii: "\"") : UInt8(ascii: "\\")
    cutting.after_terminator = 1
  }

  var place: Int { window.first + position }

  mutating func next<Answer>(_ body: (CellBatch) -> Answer) -> Answer? {
    guard isRegular, position < end || !window.isLast else { return nil }
    count -= lentCount
    unsafe list.update(from: list + lentCount, count: count)
    // The row that is not whole yet may hold what was seen when the last batch was cut.
    let hadDoubledQuotes = cutting.has_doubled_quotes
    cutting.has_doubled_quotes = false
    let first = place
    // A row longer than a batch makes the batch longer, within the limit for rows.
    repeat {
      if position + 64 >= cutEnd, !window.isLast { slide() }
      let limit = position + CellCutter.batchBytes
      cutBlocks(until: min(limit, end - 1))
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
        hasDoubledQuotes: hadDoubledQuotes || cutting.has_doubled_quotes,
        rowPlaces: .behindTerminators(of: window.first)))
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
    cutting.inside == 0 && count == lentCount + 1 && cutting.line_ends == UInt64(rowCount)
      && cutting.after_return == 0
  }

  /// Blocks end before this: the last character of one may need three bytes behind it.
  private var cutEnd: Int { window.isLast ? end : end - 3 }

  /// Cuts blocks of 64 bytes that begin before `limit`.
  private mutating func cutBlocks(until limit: Int) {
    while position < limit, position + 64 < cutEnd, isRegular {
      let blockCount = min((limit - position + 63) / 64, (cutEnd - position - 1) / 64)
      position += unsafe 64 * cut(bytes + position, blockCount: blockCount)
      if cutting.suspects != 0 {
        isRegular = isRegular && isUTF8(from: position - 64, to: position)
      }
    }
  }

  /// Cuts blocks that stand for those at `position`.
  /// - Returns: How many it cut: fewer where the last of them is irregular or no plain UTF-8.
  private mutating func cut(_ blocks: UnsafePointer<UInt8>, blockCount: Int) -> Int {
    if count + Int(FRISE_PLACES_MAX) > room.capacity {
      unsafe list = room.grow(keeping: count)
    }
    let base = UInt32(truncatingIfNeeded: position)
    let found = unsafe cut?(blocks, blockCount, base, list, room.capacity, &count, &cutting)
    isRegular = isRegular && !cutting.is_faulty
    return found ?? 0
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
      _ = unsafe cut(block, blockCount: 1)
    }
    position = end
    while count > 0, unsafe Int(list[count - 1]) >= end, cutting.line_ends > 0 {
      count -= 1
      cutting.line_ends -= 1
    }
    if unsafe bytes[end - 1] != 10 {
      unsafe list[count] = UInt32(truncatingIfNeeded: end)
      count += 1
      cutting.line_ends += 1
    }
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
