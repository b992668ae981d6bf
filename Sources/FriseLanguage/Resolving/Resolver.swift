package import FriseBase
import FriseModel
import FriseSyntax

/// Settles names and types, before any row is read. Never throws, never prints: faults become
/// diagnostics, and what is wrong becomes `.invalid`, which raises no further faults.
struct Resolver {
  let dataSet: DataSet
  let tongue: Tongue
  var environment: Environment
  /// The text being checked.
  var text: SourceText
  var diagnostics: [LocatedDiagnostic] = []
  /// The rows at hand, when inside a stage.
  var rows: Shape?
  /// Collects aggregates while an item of `summarise` is read.
  var aggregation: Aggregation?
  /// What the parameters of the function being expanded stand for, by the fold of their names.
  var bindings: [String: Binding] = [:]
  /// Who wrote the argument that is being read; nil for what stands in the text at hand.
  var caller: Binding.Caller?
  /// Definitions that may be seen: those before the one being read.
  var definitionLimit = Int.max
  /// Expansions of functions so far; bounded, so that every script ends.
  var expansions = 0
  /// The sides of the join whose condition is being read.
  var joinSides: [JoinSide] = []
  /// Names and unit names with what they are called in the other tongue, for the translator.
  var translations: [Translation] = []
  /// Inside a pipeline that another one, or an expression, takes as a value.
  var isNested = false
  /// What completion wants to know of one place of the text.
  var probe: Probe?

  /// Expressions inside one another at the place being read, those of definitions included.
  var level = 0
  /// The deepest level met so far, or since the definition began that is being read.
  var deepestLevel = 0

  static let expansionsMax = 2_000
  /// What the stack of an evaluation is sure to hold, and more than one statement may nest.
  static let levelsMax = 1_000

  init(data dataSet: DataSet, tongue: Tongue, environment: Environment, text: SourceText) {
    self.dataSet = dataSet
    self.tongue = tongue
    self.environment = environment
    self.text = text
  }

  /// The tables that may be named now.
  var data: SessionTables { SessionTables(dataSet, loaded: environment.loaded) }

  mutating func report(_ diagnostic: Diagnostic) {
    let located = LocatedDiagnostic(source: text, diagnostic: diagnostic)
    // A definition is read again wherever it is used: its faults are told once.
    let isKnown = diagnostics.contains {
      $0.source.name == text.name && $0.diagnostic == diagnostic
    }
    if !isKnown { diagnostics.append(located) }
  }

  /// Whether `count` more levels may follow the one at hand; else a fault is reported.
  mutating func reaches(_ count: Int, at span: ByteSpan) -> Bool {
    guard level + count <= Resolver.levelsMax else {
      report(.nestsTooDeep(at: span))
      return false
    }
    deepestLevel = max(deepestLevel, level + count)
    return true
  }

  func invalid(_ span: ByteSpan) -> Resolved { Resolved(.invalid, .none, span) }
}

/// The groups a `summarise` makes, while its items are read.
struct Aggregation {
  /// The rows that are grouped.
  let rows: Shape
  /// Key columns of the groups, the bucket included, by position in the table of groups.
  let keys: [ColumnSchema]
  /// The expressions of the keys, to recognise one written again.
  let keySpans: [ByteSpan]
  /// True in a roll-up, where the items of a row's list are what is reckoned over.
  var takesItems = false
  var aggregates: [ResolvedAggregate] = []
}

/// A name or a text literal of the source, and its form in both tongues.
package struct Translation: Sendable, Hashable {
  package let span: ByteSpan
  package let forms: Localized
  /// True for a text literal: its quotes stay.
  package let isText: Bool
}
