import Glibc
import Synchronization

/// A thread that does one piece of work after the other, each when it is given, until it is left.
/// It hears no signal but SIGURG, which does nothing but let a read that waits come back.
@safe final class WorkThread: Sendable {
  private let shared: Shared
  private let thread: pthread_t

  /// Starts a thread; nil when none can be had.
  init?() {
    shared = Shared()
    let handed = unsafe Unmanaged.passRetained(shared)
    var blocked = sigset_t()
    var before = sigset_t()
    _ = unsafe sigfillset(&blocked)
    _ = unsafe sigdelset(&blocked, SIGURG)
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in }
    _ = unsafe sigaction(SIGURG, &action, nil)
    _ = unsafe pthread_sigmask(SIG_SETMASK, &blocked, &before)
    defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let failure = unsafe pthread_create(
      &thread, nil,
      { given in
        if let given = unsafe given {
          unsafe Unmanaged<Shared>.fromOpaque(given).takeRetainedValue().work()
        }
        return nil
      }, handed.toOpaque())
    self.thread = thread
    guard failure == 0 else {
      unsafe handed.release()
      return nil
    }
    pthread_detach(thread)
  }

  /// Gives the thread work. The one before must be done.
  func begin(_ work: @escaping @Sendable () -> Void) {
    shared.state.withLock { $0.work = work }
    shared.isGiven.post()
  }

  /// Waits until the work is done, at most so long or until a signal comes; true once it is.
  func isDone(withinMilliseconds limit: Int) -> Bool {
    shared.isDone.wait(milliseconds: limit)
  }

  /// Lets a read of the thread that waits come back. The thread lives, since it was not left.
  func wake() { _ = pthread_kill(thread, SIGURG) }

  /// Lets the thread end after its work, which may go on; nothing else may be asked of it then.
  func leave() {
    shared.state.withLock { $0.isLeft = true }
    // Should the work be done by now, the thread waits for more.
    shared.isGiven.post()
  }

  /// What the thread and its owner share.
  private final class Shared: Sendable {
    struct State {
      var work: (@Sendable () -> Void)?
      var isLeft = false
    }

    let state = Mutex(State())
    let isGiven = Semaphore()
    let isDone = Semaphore()

    /// The life of the thread.
    func work() {
      while true {
        isGiven.wait()
        guard let work = state.withLock({ $0.isLeft ? nil : $0.work.take() }) else { return }
        work()
        isDone.post()
      }
    }
  }
}

/// A semaphore of the system, at 0.
@safe final class Semaphore: @unchecked Sendable {
  /// Made for use by several threads.
  private let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    unsafe semaphore = .allocate(capacity: 1)
    _ = unsafe sem_init(semaphore, 0, 0)
  }

  deinit {
    _ = unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  func post() { _ = unsafe sem_post(semaphore) }

  /// Waits until somebody posts.
  func wait() { while unsafe sem_wait(semaphore) != 0 {} }

  /// Waits until somebody posts, at most so long or until a signal comes; true when somebody did.
  func wait(milliseconds: Int) -> Bool {
    var end = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &end)
    let sum = end.tv_nsec + milliseconds * 1_000_000
    end.tv_sec += sum / 1_000_000_000
    end.tv_nsec = sum % 1_000_000_000
    return unsafe sem_timedwait(semaphore, &end) == 0
  }
}
