import CSystemShim
import Glibc

/// A program on a pseudo-terminal, and what a person sees and types there. Every wait has an end.
package final class TerminalSession {
  private let master: Int32
  private let process: pid_t
  private var bytes: [UInt8] = []
  /// Where the next `expect` looks from.
  private var seen = 0
  private var endStatus: Int32?
  /// What the person sees.
  package private(set) var screen: ScreenModel

  /// Starts a program in a session of its own on a new terminal; nil when that cannot be.
  package init?(
    _ path: String, _ arguments: [String], environment: [String: String], folder: String? = nil,
    rows: UInt16 = 24, columns: UInt16 = 80
  ) {
    var name = [CChar](repeating: 0, count: 128)
    let master = unsafe frise_pseudoterminal(&name, name.count, rows, columns)
    guard master >= 0 else { return nil }
    let terminal = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let process = ChildProcess.spawn(
      path, arguments, environment: environment, folder: folder, terminal: terminal,
      streams: [-1, -1, -1])
    guard process > 0 else {
      close(master)
      return nil
    }
    self.master = master
    self.process = process
    self.screen = ScreenModel(rows: Int(rows), columns: Int(columns))
  }

  deinit {
    if endStatus == nil {
      kill(process, SIGKILL)
      _ = ChildProcess.status(of: process)
    }
    close(master)
  }

  /// Everything the program wrote, escape sequences included.
  package var transcript: String { String(decoding: bytes, as: UTF8.self) }

  /// Types keys.
  package func type(_ keys: String) { type(bytes: Array(keys.utf8)) }

  /// Types any bytes.
  package func type(bytes keys: [UInt8]) {
    var rest = keys[...]
    while !rest.isEmpty {
      let piece = Array(rest)
      // What the program writes meanwhile is taken, or both sides would wait for each other.
      var state = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard unsafe poll(&state, 1, 10_000) > 0 else { return }
      if state.revents & Int16(POLLIN) != 0 { _ = receive(patienceMilliseconds: 0) }
      guard state.revents & Int16(POLLOUT) != 0 else { continue }
      let count = unsafe write(master, piece, min(piece.count, 1024))
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the program has written a text after what was expected last.
  /// - Returns: False when it does not come in time; the transcript then tells why.
  package func expect(_ text: String, timeoutSeconds: Int = 10) -> Bool {
    let wanted = Array(text.utf8)
    let clock = Clock()
    repeat {
      if let end = find(wanted) {
        seen = end
        return true
      }
    } while receive() && clock.milliseconds < timeoutSeconds * 1000
    return false
  }

  /// Looks from here on: what was written before is not expected any more.
  package func skip() { seen = bytes.count }

  /// Lets go of what was written so far, for sessions that write much: the transcript begins anew.
  package func forget() {
    bytes.removeAll(keepingCapacity: true)
    seen = 0
  }

  /// Waits until the screen looks as wanted.
  /// - Returns: False when it does not in time.
  package func see(timeoutSeconds: Int = 10, _ isWanted: (ScreenModel) -> Bool) -> Bool {
    let clock = Clock()
    repeat {
      if isWanted(screen) { return true }
    } while receive() && clock.milliseconds < timeoutSeconds * 1000
    return isWanted(screen)
  }

  /// What came after the last text expected, once nothing has come for a while.
  package func rest(quietMilliseconds: Int = 150) -> String {
    let clock = Clock()
    var last = bytes.count
    var since = clock.milliseconds
    while clock.milliseconds - since < quietMilliseconds, receive() {
      if bytes.count != last {
        last = bytes.count
        since = clock.milliseconds
      }
    }
    return String(decoding: bytes[seen...], as: UTF8.self)
  }

  package func resize(rows: UInt16, columns: UInt16) {
    _ = frise_resize(master, rows, columns)
  }

  package func send(signal: Int32) { kill(process, signal) }

  /// Waits for the program to end: its exit code, or 128 and a signal; nil when it does not.
  package func end(timeoutSeconds: Int = 10) -> Int32? {
    let clock = Clock()
    while clock.milliseconds < timeoutSeconds * 1000 {
      var status: Int32 = 0
      if unsafe waitpid(process, &status, WNOHANG) == process {
        while receive(patienceMilliseconds: 0) {}
        let signal = status & 0x7F
        endStatus = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        return endStatus
      }
      _ = receive()
    }
    return nil
  }

  /// Takes what the program wrote; false when its terminal is closed.
  private func receive(patienceMilliseconds: Int32 = 10) -> Bool {
    var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let count = unsafe poll(&state, 1, patienceMilliseconds)
    guard count > 0 else { return patienceMilliseconds > 0 }
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    let got = unsafe read(master, &chunk, chunk.count)
    guard got > 0 else {
      // The program has closed its terminal: give its end a moment.
      if patienceMilliseconds > 0 { usleep(2000) }
      return false
    }
    bytes.append(contentsOf: chunk[..<got])
    screen.feed(Array(chunk[..<got]))
    return true
  }

  private func find(_ wanted: [UInt8]) -> Int? {
    guard !wanted.isEmpty, bytes.count - seen >= wanted.count else { return nil }
    for start in seen...(bytes.count - wanted.count)
    where bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return start + wanted.count
    }
    return nil
  }
}
