import Synchronization

/// A flag that another thread or a signal handler raises to stop a running query.
package final class Interrupt: Sendable {
  private let flag = Atomic<Bool>(false)
  private let looks = Atomic<Int>(0)
  /// The look at which the flag is found raised, for tests.
  private let looksMax: Int

  /// - Parameter looks: How often the flag may be looked at before it raises itself.
  package init(raisedAfter looks: Int = .max) { looksMax = looks }

  package var isRaised: Bool {
    // Looks are rare, one for thousands of rows; a handler of signals never looks.
    let number = looks.wrappingAdd(1, ordering: .relaxed).newValue
    return number > looksMax || flag.load(ordering: .relaxed)
  }

  /// How often somebody looked at the flag.
  package var lookCount: Int { looks.load(ordering: .relaxed) }
  package func raise() { flag.store(true, ordering: .relaxed) }
  package func clear() { flag.store(false, ordering: .relaxed) }
}
