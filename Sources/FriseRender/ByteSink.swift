/// Gathers bytes and hands them on in pieces of about 64 KB.
///
/// The closure returns false when nothing more can be taken (a closed pipe, a full disk, an
/// interrupt): the sink then drops what follows, and renderers stop at their next block of rows.
package struct ByteSink {
  /// How many bytes are gathered before they are handed on.
  package static let flushBytes = 64 * 1024

  private var buffer: [UInt8] = []
  private let flushClosure: ([UInt8]) -> Bool
  /// False once the receiver took no more.
  package private(set) var isOpen = true

  /// - Parameter flush: Takes a piece of the output; false when it can take no more.
  package init(flush: @escaping ([UInt8]) -> Bool) {
    self.flushClosure = flush
    buffer.reserveCapacity(ByteSink.flushBytes + 4096)
  }

  /// Hands on what is gathered; to be called once after the last write.
  package mutating func flush() {
    if isOpen, !buffer.isEmpty { isOpen = flushClosure(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes one byte.
  package mutating func write(_ byte: UInt8) {
    buffer.append(byte)
    if buffer.count >= ByteSink.flushBytes { flush() }
  }

  /// Writes bytes, UTF-8 where they are text.
  package mutating func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= ByteSink.flushBytes { flush() }
  }

  /// Writes a slice of a pool or of encoded cells.
  package mutating func write(_ bytes: ArraySlice<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= ByteSink.flushBytes { flush() }
  }

  /// Writes a text in UTF-8.
  package mutating func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= ByteSink.flushBytes { flush() }
  }

  /// Writes the same byte `count` times.
  package mutating func write(_ byte: UInt8, count: Int) {
    for _ in 0..<max(0, count) { buffer.append(byte) }
    if buffer.count >= ByteSink.flushBytes { flush() }
  }
}
