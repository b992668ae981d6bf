import Glibc

/// Runs a loop on the machine's processors.
package enum Workers {
  /// How many threads a large loop is worth: two at most, for what follows is bound by memory.
  package static let threadCount = min(2, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// Calls `body` with 0 to `count` - 1, the first on this thread and each other on one of its own,
  /// and comes back when all are done. A thread that cannot be had is made up for here.
  package static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    var undone: [Int] = []
    for index in stride(from: 1, to: count, by: 1) {
      let job = unsafe Unmanaged.passRetained(Job { body(index) })
      if let thread = unsafe start(job) {
        threads.append(thread)
      } else {
        unsafe job.release()
        undone.append(index)
      }
    }
    body(0)
    for index in undone { body(index) }
    for thread in threads { _ = pthread_join(thread, nil) }
  }

  /// Calls `body` on a thread of its own and does not wait for it. Where no thread can be had it is
  /// not called: it is for work that only makes later work quicker.
  package static func detach(_ body: @escaping @Sendable () -> Void) {
    let job = unsafe Unmanaged.passRetained(Job(body))
    if let thread = unsafe start(job) {
      pthread_detach(thread)
    } else {
      unsafe job.release()
    }
  }

  /// A thread that does a job, or nil when none can be had: the job is then the caller's still.
  private static func start(_ job: Unmanaged<Job>) -> pthread_t? {
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, nil,
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().start()
        }
        return nil
      }, unsafe job.toOpaque())
    return status == 0 ? thread : nil
  }

  /// What a thread does.
  private final class Job: Sendable {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    /// Runs it with every signal left to the first thread, whose reads they interrupt.
    func start() {
      var all = sigset_t()
      _ = unsafe sigfillset(&all)
      _ = unsafe pthread_sigmask(SIG_BLOCK, &all, nil)
      body()
    }
  }
}
