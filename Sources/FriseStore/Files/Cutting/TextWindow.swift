import FriseBase
import FriseModel

/// Where the bytes of a text stand.
enum TextSource: Sendable {
  case memory([UInt8])
  /// In a file, of which so many bytes are read at a time.
  case file(OpenFile, blockBytes: Int)

  /// How many bytes there are.
  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(let file, _): file.size
    }
  }

  /// The bytes of a short range.
  /// - Throws: `DataFailure` when the file cannot be read.
  func bytes(_ range: Range<Int>) throws(DataFailure) -> [UInt8] {
    switch self {
    case .memory(let bytes): Array(bytes[range])
    case .file(let file, _): try file.bytes(range)
    }
  }

  /// Lends a window that goes through a range. `aheadMax`: how many bytes it reads at most at once.
  func withWindow<Answer>(
    _ range: Range<Int>, aheadMax: Int = .max, _ body: (TextWindow) -> Answer
  ) -> Answer {
    switch self {
    case .memory(let bytes):
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe body(TextWindow(bytes, range))
      }
    case .file(let file, let blockBytes):
      body(TextWindow(file, range, blockBytes: min(blockBytes, aheadMax)))
    }
  }
}

/// The bytes of a text that lie in memory: all of them, or those of a block of a file, which gives
/// way to the next. What a file holds is thus never in memory as a whole, and each block is read
/// while it is in the cache.
@safe final class TextWindow {
  /// Byte i of the text stands at `bytes[i - first]`.
  private(set) var bytes: UnsafePointer<UInt8>
  /// The place in the text of `bytes[0]`.
  private(set) var first: Int
  /// The range of `bytes` that belongs to the text and was read.
  private(set) var start: Int
  private(set) var end: Int
  /// Why the file could not be read.
  private(set) var failure: DataFailure?
  private let rangeEnd: Int
  private let file: OpenFile?
  private var room: UnsafeMutablePointer<UInt8>?
  private var capacity = 0

  /// All bytes of a range; they stay where they are as long as the window is used.
  init(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if let base = buffer.baseAddress {
      unsafe bytes = base
    } else {
      let room = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
      unsafe self.room = room
      unsafe bytes = UnsafePointer(room)
    }
    first = 0
    start = range.lowerBound
    end = range.upperBound
    rangeEnd = range.upperBound
    file = nil
  }

  /// A range of a file, which is read block by block.
  init(_ file: OpenFile, _ range: Range<Int>, blockBytes: Int) {
    capacity = max(256, blockBytes)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe self.room = room
    unsafe bytes = UnsafePointer(room)
    first = range.lowerBound
    start = 0
    end = 0
    rangeEnd = range.upperBound
    self.file = file
    fill()
  }

  deinit { unsafe room?.deallocate() }

  /// Whether no bytes follow those that were read.
  var isLast: Bool { first + end == rangeEnd || failure != nil }

  /// Goes on in the file; bytes from `kept` on stay, and move to the front.
  func slide(keeping kept: Int) {
    guard let room = unsafe room, file != nil else { return }
    let keptCount = end - kept
    if kept > 0 {
      unsafe room.update(from: room + kept, count: keptCount)
    } else {
      // A row is longer than a block.
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      unsafe larger.update(from: room, count: keptCount)
      unsafe room.deallocate()
      unsafe self.room = larger
      unsafe bytes = UnsafePointer(larger)
      capacity *= 2
    }
    first += kept
    start = 0
    end = keptCount
    fill()
  }

  private func fill() {
    guard let room = unsafe room, let file else { return }
    let count = min(capacity - end, rangeEnd - first - end)
    do throws(DataFailure) {
      unsafe try file.read(into: room + end, count: count, at: first + end)
      end += count
    } catch {
      failure = error
    }
  }
}
