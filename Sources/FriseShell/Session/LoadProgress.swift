import FriseBase
import Glibc
import Synchronization

/// Tells on a terminal how far the reading of a file is, with its rate and the time left, once it
/// takes more than a second.
final class LoadProgress: Sendable {
  private struct State {
    let startedAt: Int64
    /// When the part began that is read now (the bytes, then the cells), and how far it was.
    var partStartedAt: Int64
    var done = 0
    /// When it was last told, and how many columns that took.
    var toldAt: Int64 = 0
    var toldColumns = 0
  }

  private let name: String
  private let tongue: Tongue
  private let isShown: Bool
  /// True when the reading shall stop: then the terminal is another's.
  private let isStopped: @Sendable () -> Bool
  private let state: Mutex<State>

  private static let patienceNanoseconds: Int64 = 1_000_000_000
  private static let intervalNanoseconds: Int64 = 200_000_000

  /// `isShown`: Whether standard error is a terminal on which a line may be written over.
  init(
    _ path: String, _ tongue: Tongue, isShown: Bool, isStopped: @escaping @Sendable () -> Bool
  ) {
    self.isStopped = isStopped
    let file = path.split(separator: "/").last.map(String.init) ?? path
    name = HostileText.visible(file, ascii: false)
    self.tongue = tongue
    self.isShown = isShown
    let now = Stopwatch.nanoseconds()
    state = Mutex(State(startedAt: now, partStartedAt: now))
  }

  /// Takes in that `done` of `total` bytes are read. A part that begins anew is timed anew.
  func tell(_ done: Int, _ total: Int) {
    guard isShown, !isStopped() else { return }
    state.withLock { state in
      let now = Stopwatch.nanoseconds()
      if done < state.done { state.partStartedAt = now }
      state.done = done
      guard now - state.startedAt > LoadProgress.patienceNanoseconds,
        now - state.toldAt > LoadProgress.intervalNanoseconds
      else { return }
      let line = text(done, total, seconds: Double(now - state.partStartedAt) / 1e9)
      let columns = line.count
      let padding = String(repeating: " ", count: max(0, state.toldColumns - columns))
      write("\r" + line + padding)
      state.toldAt = now
      state.toldColumns = columns
    }
  }

  /// What takes a line away that was told, when whoever told it was left.
  static let clearing = "\r\u{1B}[K"

  /// Takes the line away again.
  func clear() {
    guard !isStopped() else { return }
    state.withLock { state in
      guard state.toldColumns > 0 else { return }
      write("\r" + String(repeating: " ", count: state.toldColumns) + "\r")
      state.toldColumns = 0
    }
  }

  private func text(_ done: Int, _ total: Int, seconds: Double) -> String {
    let percent = done / max(1, total / 100)
    let rate = Double(done) / max(seconds, 0.001)
    let left = Int((Double(total - done) / max(rate, 1)).rounded(.up))
    let megabytes = Int(rate / 1e6)
    return Localized(
      en: "loading \(name): \(percent)%, \(megabytes) MB/s, \(left) s left",
      fr: "chargement de \(name)\u{202F}: \(percent)\u{202F}%, \(megabytes)\u{A0}Mo/s, "
        + "reste \(left)\u{A0}s")[tongue]
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
