import Glibc

/// A descriptor written through a buffer of 64 KB. Whatever fails first is kept in `failure`, and
/// what comes after it is dropped: the session asks once, at the end of a statement.
final class OutputStream {
  let descriptor: Int32
  /// True when this stream is a terminal.
  let isTerminal: Bool
  /// Why writing stopped, once it has.
  private(set) var failure: SystemError?
  private var buffer: [UInt8] = []
  /// What is gathered instead of being written, while somebody gathers it.
  private var gathered: [UInt8]?
  private static let capacity = 1 << 16

  init(descriptor: Int32) {
    self.descriptor = descriptor
    self.isTerminal = isatty(descriptor) == 1
  }

  /// True once the reader of the pipe has gone away: nothing to say, nobody to say it to.
  var isBroken: Bool { failure?.number == EPIPE }

  /// Adds bytes; they reach the system when the buffer is full or at `flush`.
  func write(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { flush() }
  }

  func write(_ text: String) { write(text.utf8) }

  /// Hands the buffer to the system.
  func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil, !buffer.isEmpty else { return }
    guard gathered == nil else {
      gathered?.append(contentsOf: buffer)
      return
    }
    do throws(SystemError) {
      try Self.writeAll(buffer[...], to: descriptor)
    } catch {
      failure = error
    }
  }

  /// Gathers what is written within `body` instead of handing it to the system.
  func gathering(_ body: () -> Void) -> [UInt8] {
    flush()
    gathered = []
    body()
    flush()
    defer { gathered = nil }
    return gathered ?? []
  }

  /// Writes every byte, again after each signal that does not end the process.
  static func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&state, 1, -1)
      } else if errno != EINTR || Signals.isStopped {
        throw .last
      }
    }
  }
}
