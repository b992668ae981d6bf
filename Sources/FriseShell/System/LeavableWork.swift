import FriseBase
import Glibc
import Synchronization

/// Work that a person can leave: it is done on a thread of its own, asked to stop when a signal
/// comes, and left to itself when it does not within a moment. So Ctrl-C gives the prompt back
/// however long a loop over a million rows goes on without a look at its flag.
///
/// Work that was left goes on until it looks, and what it gives is lost: it may change nothing but
/// what it gives and what is kept for later use.
enum LeavableWork {
  /// How long work has to stop by itself, in milliseconds.
  private static let patienceMilliseconds = 60
  /// How long a wait lasts before signals are looked at again: one may have come just before it.
  private static let tickMilliseconds = 10

  /// The thread that waits for work; nil before the first and after one that was left.
  private static let idle = Mutex<WorkThread?>(nil)

  /// Does `body` and waits for it.
  /// - Parameters:
  ///   - interrupt: Raised when a signal comes; `body` looks at it.
  ///   - body: The work. Where no thread can be had it is done here.
  /// - Returns: What it gives, or nil when it was left.
  static func run<Answer: Sendable>(
    interrupt: Interrupt, _ body: @escaping @Sendable () -> Answer
  ) -> Answer? {
    guard let thread = idle.withLock({ $0.take() }) ?? WorkThread() else { return body() }
    let given = Given<Answer>()
    thread.begin {
      let answer = body()
      given.answer.withLock { $0 = answer }
    }
    var rest = patienceMilliseconds / tickMilliseconds
    while !thread.isDone(withinMilliseconds: tickMilliseconds) {
      guard Signals.isStopped else { continue }
      interrupt.raise()
      rest -= 1
      guard rest > 0 else {
        thread.leave()
        return nil
      }
      thread.wake()
    }
    idle.withLock { $0 = thread }
    return given.answer.withLock { $0 }
  }

  /// What work gives, once it is done.
  private final class Given<Answer: Sendable>: Sendable {
    let answer = Mutex<Answer?>(nil)
  }
}
