import FriseModel
import FriseSyntax

// What words of the language and of the tree mean to the model.

extension TimeUnit {
  init?(_ word: Word) {
    switch word {
    case .yearUnit: self = .year
    case .monthUnit: self = .month
    case .weekUnit: self = .week
    case .dayUnit: self = .day
    case .decadeUnit: self = .decade
    case .centuryUnit: self = .century
    default: return nil
    }
  }
}

extension DateRelation {
  init?(_ word: Word) {
    switch word {
    case .during: self = .during
    case .overlaps: self = .overlaps
    case .before: self = .before
    case .after: self = .after
    case .meets: self = .meets
    default: return nil
    }
  }

  /// The comparison signs on dates (language, section 5.2).
  init?(_ sign: BinaryOperator) {
    switch sign {
    case .equal: self = .during
    case .less: self = .before
    case .greater: self = .after
    case .greaterOrEqual: self = .startsNotBefore
    case .lessOrEqual: self = .endsNotAfter
    default: return nil
    }
  }
}

extension Comparison {
  init?(_ sign: BinaryOperator) {
    switch sign {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }
}

extension BinaryOperator {
  /// The comparison that says the same with its sides exchanged; nil for other operators.
  var mirrored: BinaryOperator? {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: nil
    }
  }
}
