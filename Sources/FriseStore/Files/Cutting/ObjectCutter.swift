import CByteMasks
import FriseBase
import FriseModel
import Glibc

/// How rows are written that are JSON objects.
struct ObjectLayout: Sendable {
  /// The names of the members, in the order of the columns, as they stand between quotes.
  let names: [[UInt8]]
  /// Whether the objects are those of a list, parted by commas; else they follow each other.
  let areListed: Bool

  /// Whether the names stand in the text as they are read.
  var areSpelledOut: Bool {
    names.allSatisfy { !$0.contains { $0 < 32 || $0 == UInt8(ascii: "\"") || $0 == 0x5C } }
  }
}

/// Cuts whole JSON objects into cells, each a plain value, decoded; members may stand in any order,
/// and be missing. Objects and lists inside, names that the layout has not, a name twice, and
/// whatever is no JSON are irregular: `JSONRows` reads it, or says what is wrong.
///
/// The cells of a batch are copied one behind the other, each with a byte behind it. A row has one
/// cell more than members, which is empty, so that no member is the last of a line.
@safe struct ObjectCutter: RowCutter {
  /// How many bytes of cells are cut at a time: they stay in the cache until they are read.
  private static let batchBytes = 1 << 16

  private let window: TextWindow
  private let layout: ObjectLayout
  private let members: MemberNames
  /// Whether the text ends where the window does.
  private let hasEnd: Bool
  /// The row to be cut next, space before it included.
  private var position: Int
  /// What lies before this was seen to be UTF-8.
  private var checked: Int
  /// Whether the list was closed.
  private var isClosed = false
  private let cells: CellRoom
  private(set) var rowCount = 0
  private(set) var isRegular = true

  /// What became of a row.
  private enum Step {
    case row(end: Int)
    /// The window ends inside it.
    case unfinished
    case none
    case irregular
  }

  /// A cutter of the rows that a window goes through, which begins where a row does.
  init(_ window: TextWindow, _ layout: ObjectLayout, hasEnd: Bool) {
    self.window = window
    self.layout = layout
    self.hasEnd = hasEnd
    members = MemberNames(layout.names)
    cells = CellRoom(width: layout.names.count)
    position = window.start
    checked = window.start
  }

  var place: Int { window.first + position }

  mutating func next<Answer>(_ body: (CellBatch) -> Answer) -> Answer? {
    guard isRegular else { return nil }
    cells.clear()
    var rows = 0
    while rows == 0 || cells.textCount < ObjectCutter.batchBytes {
      let step = cutRow()
      if case .row(let end) = step {
        rows += 1
        position = end
        continue
      }
      isRegular = checkText()
      if case .unfinished = step, isRegular, !window.isLast,
        window.end - position < SeparatedScanner.rowBytesMax
      {
        let kept = position
        window.slide(keeping: kept)
        position -= kept
        checked -= kept
        continue
      }
      if case .none = step, window.failure == nil { break }
      isRegular = false
      return nil
    }
    isRegular = checkText() && isRegular
    guard isRegular, rows > 0 else { return nil }
    rowCount += rows
    return unsafe body(
      CellBatch(
        bytes: cells.text, terminators: cells.terminators, rowCount: rows,
        hasDoubledQuotes: false, rowPlaces: .listed(cells.places)))
  }

  /// Whether the bytes of the rows that were cut are UTF-8. Rows begin and end with ASCII.
  private mutating func checkText() -> Bool {
    let (from, to) = (checked, position)
    checked = position
    return unsafe SourceText.isText(
      UnsafeBufferPointer(start: window.bytes, count: to), from: from, to: to)
  }

  /// Cuts the row at `position`, and takes what stands behind it in a list.
  private mutating func cutRow() -> Step {
    let bytes = unsafe window.bytes
    let end = window.end
    let start = unsafe ObjectCutter.skipSpace(bytes, position, end)
    guard start < end else {
      guard window.isLast else { return .unfinished }
      position = end
      return !layout.areListed || isClosed == hasEnd ? .none : .irregular
    }
    guard !isClosed, unsafe bytes[start] == UInt8(ascii: "{") else { return .irregular }
    var place = start
    switch readMembers(&place) {
    case .row: break
    case let other: return other
    }
    if layout.areListed {
      place = unsafe ObjectCutter.skipSpace(bytes, place, end)
      guard place < end else { return window.isLast ? .irregular : .unfinished }
      isClosed = unsafe bytes[place] == UInt8(ascii: "]")
      guard unsafe isClosed || bytes[place] == UInt8(ascii: ",") else { return .irregular }
      place += 1
    }
    let isDecoded = unsafe cells.addRow(from: bytes, place: window.first + start)
    return isDecoded ? .row(end: place) : .irregular
  }

  /// Finds the values of an object; `place`, where it begins, ends behind it.
  private func readMembers(_ place: inout Int) -> Step {
    let bytes = unsafe window.bytes
    let end = window.end
    cells.beginRow()
    place = unsafe ObjectCutter.skipSpace(bytes, place + 1, end)
    guard place < end else { return .unfinished }
    if unsafe bytes[place] == UInt8(ascii: "}") {
      place += 1
      return .row(end: place)
    }
    var index = -1
    while true {
      guard let next = unsafe members.index(after: index, bytes + place, end - place) else {
        // A name that the window cuts off is seen again when more of it is there.
        return end - place <= members.lengthMax ? .unfinished : .irregular
      }
      index = next
      place = unsafe ObjectCutter.skipSpace(bytes, place + members.length(index), end)
      guard place < end else { return .unfinished }
      guard unsafe bytes[place] == UInt8(ascii: ":"), cells.isFree(index) else { return .irregular }
      place = unsafe ObjectCutter.skipSpace(bytes, place + 1, end)
      guard place < end else { return .unfinished }
      switch unsafe readValue(bytes, &place, end, index) {
      case .row: break
      case let other: return other
      }
      place = unsafe ObjectCutter.skipSpace(bytes, place, end)
      guard place < end else { return .unfinished }
      if unsafe bytes[place] == UInt8(ascii: "}") { break }
      guard unsafe bytes[place] == UInt8(ascii: ",") else { return .irregular }
      place = unsafe ObjectCutter.skipSpace(bytes, place + 1, end)
      guard place < end else { return .unfinished }
    }
    place += 1
    return .row(end: place)
  }

  /// Takes a plain value; `place` ends behind it.
  private func readValue(
    _ bytes: UnsafePointer<UInt8>, _ place: inout Int, _ end: Int, _ index: Int
  ) -> Step {
    let start = place
    guard unsafe bytes[start] != UInt8(ascii: "\"") else {
      var hasEscapes = false
      place += 1
      while true {
        place += unsafe frise_string_end(bytes + place, end - place)
        guard place < end else { return .unfinished }
        let sign = unsafe bytes[place]
        if sign == UInt8(ascii: "\"") { break }
        guard sign == UInt8(ascii: "\\") else { return .irregular }
        hasEscapes = true
        place += 2
        guard place < end else { return .unfinished }
      }
      cells.set(index, start + 1, place, hasEscapes: hasEscapes)
      place += 1
      return .row(end: place)
    }
    while place < end, unsafe JSONScanner.isLiteral(bytes[place]) { place += 1 }
    guard place < end else { return .unfinished }
    let text = unsafe UnsafeBufferPointer(start: bytes + start, count: place - start)
    let lead = unsafe place > start ? bytes[start] : 0
    let isNumber = lead == UInt8(ascii: "-") || (48..<58).contains(lead)
    if unsafe isNumber || text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) {
      cells.set(index, start, place, hasEscapes: false)
    } else if unsafe text.elementsEqual("null".utf8) {
      cells.set(index, start, start, hasEscapes: false)
    } else {
      return .irregular
    }
    return .row(end: place)
  }

  @inline(__always)
  private static func skipSpace(
    _ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int
  ) -> Int {
    var place = place
    while place < end, unsafe bytes[place] <= 32 {
      guard unsafe [9, 10, 13, 32].contains(bytes[place]) else { break }
      place += 1
    }
    return place
  }
}

/// The names of members as they stand in a text, quotes included, and which mostly follows which.
@safe private final class MemberNames {
  /// The names, one behind the other, and where each begins and the last ends.
  private let bytes: UnsafeMutablePointer<UInt8>
  private let offsets: [Int]
  /// The member that followed each one last; the first is that which began an object.
  private var following: [Int]
  /// How many bytes the longest has.
  let lengthMax: Int

  init(_ names: [[UInt8]]) {
    let quote = UInt8(ascii: "\"")
    let quoted = names.map { [quote] + $0 + [quote] }
    unsafe bytes = .allocate(capacity: max(1, quoted.reduce(0) { $0 + $1.count }))
    var offsets = [0]
    for name in quoted {
      let end = offsets[offsets.count - 1]
      for (index, byte) in name.enumerated() { unsafe bytes[end + index] = byte }
      offsets.append(end + name.count)
    }
    self.offsets = offsets
    following = Array(0...names.count)
    lengthMax = quoted.map(\.count).max() ?? 0
  }

  deinit { unsafe bytes.deallocate() }

  /// How many bytes a name has.
  func length(_ index: Int) -> Int { offsets[index + 1] - offsets[index] }

  /// The member whose name a text begins with, `index` being the one before it, -1 for none; nil
  /// when the text begins with no name.
  func index(after index: Int, _ text: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    let nameCount = offsets.count - 1
    let likely = following[index + 1]
    if likely < nameCount, unsafe isAt(text, count, likely) { return likely }
    // Where members are missing, the one that is there mostly stands a few names on.
    let others = (index + 1..<index + 1 + nameCount).lazy.map {
      $0 < nameCount ? $0 : $0 - nameCount
    }
    guard let found = others.first(where: { unsafe isAt(text, count, $0) }) else { return nil }
    following[index + 1] = found
    return found
  }

  private func isAt(_ text: UnsafePointer<UInt8>, _ count: Int, _ index: Int) -> Bool {
    let length = length(index)
    return unsafe length <= count && memcmp(text, bytes + offsets[index], length) == 0
  }
}

/// The memory for the cells of a batch.
@safe private final class CellRoom {
  /// Where a value of the row stands in the text; `start` is -1 where there is none.
  private struct Value {
    var start: Int
    var end: Int
    var hasEscapes: Bool
  }

  private let width: Int
  private let values: UnsafeMutablePointer<Value>
  private(set) var text: UnsafeMutablePointer<UInt8>
  private(set) var textCount = 0
  private var textCapacity = 1 << 17
  private(set) var terminators: UnsafeMutablePointer<UInt32>
  private var terminatorCount = 1
  private var terminatorCapacity = 1 << 12
  /// Where rows begin in the text.
  private(set) var places: [Int] = []

  init(width: Int) {
    self.width = width
    unsafe values = .allocate(capacity: max(1, width))
    unsafe text = .allocate(capacity: textCapacity)
    unsafe terminators = .allocate(capacity: terminatorCapacity)
    unsafe terminators[0] = .max
  }

  deinit {
    unsafe values.deallocate()
    unsafe text.deallocate()
    unsafe terminators.deallocate()
  }

  func clear() {
    textCount = 0
    terminatorCount = 1
    places.removeAll(keepingCapacity: true)
  }

  func beginRow() {
    unsafe values.update(repeating: Value(start: -1, end: -1, hasEscapes: false), count: width)
  }

  /// Whether the row has no such member so far.
  func isFree(_ index: Int) -> Bool { unsafe values[index].start < 0 }

  func set(_ index: Int, _ start: Int, _ end: Int, hasEscapes: Bool) {
    unsafe values[index] = Value(start: start, end: end, hasEscapes: hasEscapes)
  }

  /// Adds the cells of the row, which begins at `place` of the text.
  /// - Returns: False when an escape stands for nothing.
  func addRow(from bytes: UnsafePointer<UInt8>, place: Int) -> Bool {
    places.append(place)
    let known = (0..<width).reduce(0) { unsafe $0 + values[$1].end - values[$1].start }
    reserve(textCount + known + width + 1, terminatorCount + width + 1)
    let target = unsafe text
    let ends = unsafe terminators + terminatorCount
    var count = textCount
    for index in 0..<width {
      let value = unsafe values[index]
      if value.hasEscapes {
        let quoted = unsafe UnsafeBufferPointer(
          start: bytes + value.start - 1, count: value.end - value.start + 2)
        var scanner = JSONScanner(unsafe Array(quoted), file: "")
        guard let range = try? scanner.string() else { return false }
        for byte in scanner.bytes[range] {
          unsafe target[count] = byte
          count += 1
        }
      } else {
        let length = value.end - value.start
        _ = unsafe frise_copy_text(target + count, bytes + value.start, length, 0)
        count += length
      }
      unsafe ends[index] = UInt32(truncatingIfNeeded: count)
      count += 1
    }
    unsafe ends[width] = UInt32(truncatingIfNeeded: count)
    terminatorCount += width + 1
    textCount = count + 1
    return true
  }

  /// Makes room for so many bytes and terminators.
  private func reserve(_ bytes: Int, _ places: Int) {
    if bytes > textCapacity {
      textCapacity = max(bytes, 2 * textCapacity)
      unsafe text = CellRoom.moved(text, textCount, capacity: textCapacity)
    }
    if places > terminatorCapacity {
      terminatorCapacity = max(places, 2 * terminatorCapacity)
      unsafe terminators = CellRoom.moved(
        terminators, terminatorCount, capacity: terminatorCapacity)
    }
  }

  private static func moved<Item: BitwiseCopyable>(
    _ items: UnsafeMutablePointer<Item>, _ count: Int, capacity: Int
  ) -> UnsafeMutablePointer<Item> {
    let larger = UnsafeMutablePointer<Item>.allocate(capacity: capacity)
    unsafe larger.update(from: items, count: count)
    unsafe items.deallocate()
    return unsafe larger
  }
}
