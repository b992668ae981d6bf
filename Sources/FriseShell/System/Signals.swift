import FriseBase
import Glibc
import Synchronization

/// What signals ask for. Handlers only raise flags; whoever reads or computes looks at them.
enum Signals {
  /// Raised by Ctrl-C: the running query stops, the line being typed is dropped.
  static let interrupt = Interrupt()
  /// The signal that asks the process to end, or 0.
  private static let ending = Atomic<Int32>(0)

  /// Time that a batch has to end by itself after Ctrl-C, in microseconds.
  private static let patienceMicroseconds = 80_000

  /// True when reading or writing shall stop.
  static var isStopped: Bool { interrupt.isRaised || endingSignal != 0 }

  /// SIGTERM or SIGHUP once one came, else 0.
  static var endingSignal: Int32 { ending.load(ordering: .relaxed) }

  /// Waits until standard input can be read; false when a signal wants reading to stop. A signal
  /// that comes between the look at the flag and the wait is not lost: it is let in by the wait
  /// alone.
  static func waitForInput() -> Bool {
    var blocked = sigset_t()
    var outside = sigset_t()
    _ = unsafe sigemptyset(&blocked)
    for signal in [SIGINT, SIGTERM, SIGHUP] { _ = unsafe sigaddset(&blocked, signal) }
    _ = unsafe sigprocmask(SIG_BLOCK, &blocked, &outside)
    defer { _ = unsafe sigprocmask(SIG_SETMASK, &outside, nil) }
    while !isStopped {
      var readable = fd_set()
      unsafe withUnsafeMutableBytes(of: &readable) { unsafe $0.storeBytes(of: 1, as: UInt8.self) }
      let count = unsafe pselect(1, &readable, nil, nil, nil, &outside)
      guard count > 0 || errno != EINTR else { continue }
      // With input at hand no signal was let in: Ctrl-C counts before what was typed after it.
      _ = unsafe sigprocmask(SIG_SETMASK, &outside, nil)
      _ = unsafe sigprocmask(SIG_BLOCK, &blocked, nil)
      return !isStopped
    }
    return false
  }

  /// Waits so long, or until a signal wants it to stop.
  static func pause(seconds: Int) {
    for _ in 0..<(seconds * 20) where !isStopped { usleep(50_000) }
  }

  /// In a batch: Ctrl-C raises the flag, and ends the process with 130 should nobody heed it within
  /// a tenth of a second (a read that blocks, a library that computes).
  static func installForBatch() {
    _ = interrupt.isRaised
    handle(SIGINT) { _ in
      Signals.interrupt.raise()
      var timer = itimerval()
      timer.it_value.tv_usec = Signals.patienceMicroseconds
      _ = unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
    }
    handle(SIGALRM) { _ in
      AtomicFile.removeUnfinished()
      _exit(130)
    }
  }

  /// At the prompt: Ctrl-C raises the flag; SIGTERM and SIGHUP ask for an orderly end.
  static func installForPrompt() {
    _ = interrupt.isRaised
    _ = endingSignal
    handle(SIGINT) { _ in Signals.interrupt.raise() }
    for signal in [SIGTERM, SIGHUP] {
      handle(signal) { number in
        Signals.ending.store(number, ordering: .relaxed)
        Signals.interrupt.raise()
      }
    }
  }

  /// Ends the process by the signal that asked for it, with its standard meaning.
  static func endBySignal(_ number: Int32) {
    handle(number, SIG_DFL)
    raise(number)
  }

  /// Installs a handler without `SA_RESTART`: a blocked read returns.
  private static func handle(_ number: Int32, _ handler: (@convention(c) (Int32) -> Void)?) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    _ = unsafe sigaction(number, &action, nil)
  }
}
