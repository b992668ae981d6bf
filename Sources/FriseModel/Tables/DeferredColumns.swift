import Synchronization

/// Columns of a table that are made when somebody asks for them: the bytes of their cells are kept
/// until all are made.
package final class DeferredColumns: Sendable {
  private struct State {
    /// The columns that are not made yet, by their place in the table.
    var waiting: Set<Int>
    var made: [Int: Column] = [:]
    var make: (@Sendable (Set<Int>) -> [Int: Column])?
    var readText: (@Sendable (Int, Int32) -> String?)?
  }

  private let state: Mutex<State>

  /// `make` gives the columns at the places it is asked for, and `readText` the text of one cell by
  /// place and row.
  package init(
    _ indices: Set<Int>, make: @escaping @Sendable (Set<Int>) -> [Int: Column],
    readText: @escaping @Sendable (Int, Int32) -> String?
  ) {
    state = Mutex(State(waiting: indices, make: make, readText: readText))
  }

  /// The text of one cell of a column of texts; nil when it is missing.
  package func text(_ index: Int, row: Int32) -> String? {
    let readText = state.withLock { $0.waiting.contains(index) ? $0.readText : nil }
    if let readText { return readText(index, row) }
    guard case .text(let texts) = columns([index])[index] else { return nil }
    return texts.text(at: Int(row))
  }

  /// True while a column is not made: nobody asked for it, or it is being made. Never waits.
  package func isWaiting(_ index: Int) -> Bool {
    state.withLockIfAvailable { $0.waiting.contains(index) } ?? true
  }

  /// The columns at some places, of those that were deferred; all of them when `wanted` is nil.
  package func columns(_ wanted: Set<Int>?) -> [Int: Column] {
    state.withLock { state in
      let missing = wanted.map { state.waiting.intersection($0) } ?? state.waiting
      if !missing.isEmpty, let make = state.make {
        for (index, column) in make(missing) { state.made[index] = column }
        state.waiting.subtract(missing)
        if state.waiting.isEmpty { (state.make, state.readText) = (nil, nil) }
      }
      guard let wanted else { return state.made }
      return state.made.filter { wanted.contains($0.key) }
    }
  }
}

extension Table {
  /// The table with the columns at some places made, all of them when `wanted` is nil; the others
  /// may hold nothing.
  package func filled(_ wanted: Set<Int>? = nil) -> Table {
    guard let deferred else { return self }
    var table = self
    for (index, column) in deferred.columns(wanted) { table.columns[index] = column }
    if wanted == nil { table.deferred = nil }
    return table
  }
}
