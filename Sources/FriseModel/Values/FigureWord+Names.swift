package import FriseBase

extension FigureWord {
  /// The word as machine formats write it (`people_word` in CSV): the same in both tongues.
  package var machineName: String {
    switch self {
    case .exact: "exact"
    case .about: "about"
    case .over: "over"
    case .nearly: "nearly"
    case .below: "below"
    case .atLeast: "at_least"
    case .atMost: "at_most"
    case .between: "between"
    }
  }

  /// The word alone, as people read it before a number; `mot(x)` gives the French ones.
  package var name: Localized {
    switch self {
    case .exact: Localized(en: "exact", fr: "exact")
    case .about: Localized(en: "about", fr: "environ")
    case .over: Localized(en: "over", fr: "plus de")
    case .nearly: Localized(en: "nearly", fr: "près de")
    case .below: Localized(en: "less than", fr: "moins de")
    case .atLeast: Localized(en: "at least", fr: "au moins")
    case .atMost: Localized(en: "up to", fr: "jusqu’à")
    case .between: Localized(en: "between", fr: "entre")
    }
  }

  /// The figure as people read it, given its numbers as they are shown: `nearly 850,000`, «près de
  /// 850 000», `between 140,000 and 150,000`.
  package func phrase(_ tongue: Tongue, number: String, low: String, high: String) -> String {
    switch self {
    case .exact: number
    case .between: "\(name[tongue]) \(low) \(tongue == .english ? "and" : "et") \(high)"
    default: "\(name[tongue]) \(number)"
    }
  }

  /// Signs in front of a number, the longer first.
  static let signs: [(form: String, word: FigureWord)] = [
    (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("≤", .atMost), ("~", .about),
    ("≈", .about), (">", .over), ("<", .below),
  ]

  /// Words in front of a number, in both tongues, folded; the longer of two that begin alike first.
  static let phrases: [(form: String, word: FigureWord)] = [
    ("about", .about), ("some", .about), ("around", .about), ("approximately", .about),
    ("environ", .about), ("quelque", .about), ("a peu pres", .about), ("env.", .about),
    ("env", .about), ("approx.", .about), ("approx", .about), ("circa", .about), ("ca.", .about),
    ("roughly", .about),
    ("over", .over), ("more than", .over), ("plus de", .over),
    ("nearly", .nearly), ("almost", .nearly), ("pres de", .nearly), ("presque", .nearly),
    ("below", .below), ("less than", .below), ("fewer than", .below), ("under", .below),
    ("moins de", .below),
    ("at least", .atLeast), ("au moins", .atLeast),
    ("at most", .atMost), ("up to", .atMost), ("au plus", .atMost), ("jusqu'a", .atMost),
    ("between", .between), ("entre", .between),
  ]
}
