import Synchronization

/// A value that is made when somebody first asks for it, and kept. Others who ask meanwhile wait.
package struct Kept<Value: Sendable>: ~Copyable, Sendable {
  private let cache = Mutex<Value?>(nil)

  package init() {}

  /// Whether the value was made.
  package var isMade: Bool { cache.withLock { $0 != nil } }

  /// The value.
  package func value(_ make: () -> Value) -> Value {
    cache.withLock { cache in
      if let cache { return cache }
      let made = make()
      cache = made
      return made
    }
  }

  /// The value, or nil as long as `make` gives none.
  package func value(orNone make: () -> Value?) -> Value? {
    cache.withLock { cache in
      if cache == nil { cache = make() }
      return cache
    }
  }
}
