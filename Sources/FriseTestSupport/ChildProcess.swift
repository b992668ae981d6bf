import CSystemShim
import Glibc

/// What a program did.
package struct ChildResult: Sendable {
  /// The exit code, or 128 and the number of the signal that ended it.
  package let status: Int32
  package let output: String
  package let errors: String
  /// True when it had to be killed.
  package let isTimedOut: Bool
}

/// Runs a program with pipes for its streams, and for no longer than it may take.
package enum ChildProcess {
  /// The variables a program under test sees unless a test says otherwise: English, UTF-8.
  package static let plainEnvironment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]

  /// A program of this package, beside the tests that run.
  package static func built(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.joined(separator: "/") + "/" + name
  }

  /// Runs a program to its end, or kills it after `timeoutSeconds`. `input` stands on its standard
  /// input (nil closes that stream), `closesOutput` gives it no standard output, and
  /// `interruptAfterMilliseconds` sends SIGINT that long after the start.
  package static func run(
    _ path: String, _ arguments: [String], input: [UInt8]? = [],
    environment: [String: String] = plainEnvironment, folder: String? = nil,
    closesOutput: Bool = false, interruptAfterMilliseconds: Int? = nil, timeoutSeconds: Int = 20
  ) -> ChildResult {
    _ = signal(SIGPIPE, SIG_IGN)
    var pipes = Pipes(hasInput: input != nil, hasOutput: !closesOutput)
    let process = spawn(
      path, arguments, environment: environment, folder: folder, terminal: nil,
      streams: pipes.childEnds)
    pipes.closeChildEnds()
    guard process > 0 else {
      pipes.closeAll()
      return ChildResult(status: -1, output: "", errors: "cannot start \(path)", isTimedOut: false)
    }
    let clock = Clock()
    var interruptsAt = interruptAfterMilliseconds
    pipes.pending = (input ?? [])[...]
    while pipes.isOpen, clock.milliseconds < timeoutSeconds * 1000 {
      pipes.exchange(patienceMilliseconds: 10)
      if let moment = interruptsAt, clock.milliseconds >= moment {
        interruptsAt = nil
        kill(process, SIGINT)
      }
    }
    let isTimedOut = pipes.isOpen
    if isTimedOut { kill(process, SIGKILL) }
    pipes.closeAll()
    return ChildResult(
      status: status(of: process), output: String(decoding: pipes.output, as: UTF8.self),
      errors: String(decoding: pipes.errors, as: UTF8.self), isTimedOut: isTimedOut)
  }

  /// Starts a program; its process id, or a number below one.
  static func spawn(
    _ path: String, _ arguments: [String], environment: [String: String], folder: String?,
    terminal: String?, streams: [Int32]
  ) -> pid_t {
    let words = [path] + arguments
    var vector: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    let variables = environment.map { "\($0.key)=\($0.value)" }
    var settings: [UnsafeMutablePointer<CChar>?] =
      unsafe variables.map { unsafe strdup($0) } + [nil]
    defer {
      unsafe (vector + settings).forEach { unsafe free($0) }
    }
    return unsafe frise_spawn(path, &vector, &settings, folder, terminal, streams)
  }

  /// Waits for a process that has ended or is about to.
  static func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// A monotonic clock that starts at zero.
struct Clock {
  private let start = Self.now()

  var milliseconds: Int { Self.now() - start }

  private static func now() -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// The three pipes of a program, seen from outside.
private struct Pipes {
  var pending: ArraySlice<UInt8> = []
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  private(set) var childEnds: [Int32] = [-1, -1, -1]
  private var ends: [Int32] = [-1, -1, -1]

  init(hasInput: Bool, hasOutput: Bool) {
    let wanted = [hasInput, hasOutput, true]
    for stream in 0..<3 where wanted[stream] {
      var pair: [Int32] = [-1, -1]
      guard unsafe frise_pipe(&pair) == 0 else { continue }
      childEnds[stream] = stream == 0 ? pair[0] : pair[1]
      ends[stream] = stream == 0 ? pair[1] : pair[0]
    }
  }

  /// True while the program may still write.
  var isOpen: Bool { ends[1] >= 0 || ends[2] >= 0 }

  mutating func closeChildEnds() {
    for descriptor in childEnds where descriptor >= 0 { close(descriptor) }
  }

  mutating func closeAll() {
    for stream in 0..<3 { closeEnd(stream) }
  }

  private mutating func closeEnd(_ stream: Int) {
    if ends[stream] >= 0 { close(ends[stream]) }
    ends[stream] = -1
  }

  /// Writes and reads what can be at once.
  mutating func exchange(patienceMilliseconds: Int32) {
    if pending.isEmpty { closeEnd(0) }
    var states = [
      pollfd(fd: ends[0], events: Int16(POLLOUT), revents: 0),
      pollfd(fd: ends[1], events: Int16(POLLIN), revents: 0),
      pollfd(fd: ends[2], events: Int16(POLLIN), revents: 0),
    ]
    guard unsafe poll(&states, 3, patienceMilliseconds) > 0 else { return }
    if states[0].revents != 0 {
      let piece = Array(pending.prefix(4096))
      let count = unsafe write(ends[0], piece, piece.count)
      if count > 0 { pending = pending.dropFirst(count) } else { pending = [] }
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    for stream in 1...2 where states[stream].revents != 0 {
      let count = unsafe read(ends[stream], &chunk, chunk.count)
      if count <= 0 {
        closeEnd(stream)
      } else if stream == 1 {
        output.append(contentsOf: chunk[..<count])
      } else {
        errors.append(contentsOf: chunk[..<count])
      }
    }
  }
}
