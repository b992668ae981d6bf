import FriseBase
import FriseModel

/// What completion wants to know of one place of a text; the resolver fills it in as it passes
/// there.
struct Probe: Sendable {
  /// A byte of the marker that stands for what is being typed.
  let offset: UInt32
  /// The rows of the stage the place is in.
  private(set) var rows: Shape?
  /// Among the steps that were passed: one that holds the place goes before one that ends before
  /// it, the inner before the outer, the later before the earlier.
  private var rowsRank = (isHolding: 0, edge: UInt32(0))
  /// What the place is compared with, and the rows that is over.
  private(set) var left: (value: Resolved, rows: Shape?)?
  /// What stands before the dot.
  private(set) var owner: Owner?

  /// What stands before a dot.
  enum Owner: Sendable {
    case value(ValueType)
    case rows(Shape)
  }

  init(offset: Int) { self.offset = UInt32(clamping: offset) }

  /// Begins a statement: the rows of those before it are not its own.
  mutating func begin(statement span: ByteSpan) {
    guard span.start <= offset else { return }
    (rows, rowsRank) = (nil, (isHolding: 0, edge: 0))
  }

  mutating func note(rows: Shape?, of span: ByteSpan) {
    guard let rows, span.start <= offset else { return }
    let rank = holds(span) ? (isHolding: 1, edge: span.start) : (isHolding: 0, edge: span.end)
    guard rank >= rowsRank else { return }
    (self.rows, rowsRank) = (rows, rank)
  }

  mutating func note(left: Resolved, of span: ByteSpan, _ rows: Shape?) {
    if holds(span) { self.left = (left, rows) }
  }

  mutating func note(owner type: ValueType, of span: ByteSpan) {
    if holds(span) { owner = .value(type) }
  }

  mutating func note(ownerRows: Shape, of span: ByteSpan) {
    if holds(span) { owner = .rows(ownerRows) }
  }

  private func holds(_ span: ByteSpan) -> Bool { span.start <= offset && offset < span.end }
}
