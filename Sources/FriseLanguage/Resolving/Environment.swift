import FriseBase
import FriseModel
import FriseSyntax

/// What the statements so far have defined, as far as checking needs it.
struct Environment: Sendable {
  /// In order of definition; a later one of the same name hides the earlier.
  var definitions: [Definition] = []
  var parameters: [Parameter] = []
  /// In order of loading; a later one of the same name hides the earlier.
  var loaded: [Table] = []
  /// What each numbered result is; nil when its statement failed.
  var results: [ResolvedPipeline.Output?] = []

  init() {}

  /// The number of the newest definition of that name among the first `limit`, by the fold.
  func definition(named name: String, limit: Int) -> Int? {
    let key = TextFold.fold(name)
    return definitions.prefix(limit).lastIndex { $0.key == key }
  }

  /// The number of the newest parameter of that name, by the fold.
  func parameter(named name: String) -> Int? {
    let key = TextFold.fold(name)
    return parameters.lastIndex { $0.key == key }
  }
}

/// A `let`.
struct Definition: Sendable {
  let name: String
  /// The fold of `name`.
  let key: String
  let parameters: [Name]?
  let body: Pipeline
  /// The text the body stands in.
  let text: SourceText
  /// The body, for a `let` without parameters.
  let resolved: ResolvedPipeline?
  /// How deep expressions lie inside one another in `resolved`, further definitions included.
  let levels: Int
}

/// A `param`, with the value that the command line gave it, if any.
struct Parameter: Sendable {
  let name: String
  let key: String
  let type: ValueType
  /// Its value when that is written out, in the script or on the command line.
  let literal: Value?
}

/// What a parameter of a `let` function stands for.
indirect enum Binding: Sendable {
  /// The rows a stage call goes on from.
  case rows(ResolvedPipeline)
  /// An argument as written; it is read where it stands, with the names of the caller.
  case argument(Pipeline, Caller)

  /// What an argument's names mean where the call is written.
  struct Caller: Sendable {
    let text: SourceText
    let bindings: [String: Binding]
    /// Definitions that may be seen.
    let limit: Int
    /// The rows at hand, inside a stage.
    let rows: Shape?
  }
}
