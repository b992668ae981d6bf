/// The three answers of a test (language, section 5.1). Raw values order no < undecided < yes, so
/// that Kleene's `and` is the minimum and `or` the maximum.
package enum Truth: UInt8, Sendable, Hashable {
  case no = 0
  case undecided = 1
  case yes = 2

  package init(_ decided: Bool) { self = decided ? .yes : .no }

  /// Kleene's negation.
  package var negated: Truth {
    switch self {
    case .no: .yes
    case .undecided: .undecided
    case .yes: .no
    }
  }
}
