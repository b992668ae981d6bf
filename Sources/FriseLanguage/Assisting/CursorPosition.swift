import FriseBase
import FriseSyntax

/// What kind of thing may stand at the end of a text, by the tokens before it and what the parser
/// took them for.
enum CursorPosition: Sendable, Hashable {
  /// The first word of a statement.
  case statement
  /// After `|`.
  case verb
  /// Where an operand is wanted.
  case operand
  /// After a dot.
  case member
  /// A column by name: `drop`, `follow`, the right side of `rename`.
  case column
  case table
  case unit
  /// Inside the text after `load`, `save` or `include`.
  case file
  /// A complete operand is before it.
  case afterOperand
  /// Only these words.
  case words([Word])
}

/// The statement being typed, up to the word at the cursor.
struct TypedStatement: Sendable {
  /// A token and what the parser took it for.
  struct Part: Sendable {
    let token: Token
    let mark: HighlightClass
    /// The word it stands as.
    let word: Word?
  }

  let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  /// What may stand after the last token; `isInText` when a text was opened behind it.
  func position(isInText: Bool) -> CursorPosition {
    guard let last = parts.last else { return isInText ? .operand : .statement }
    if isInText { return takesFile(last) ? .file : .operand }
    if namesParameters { return .words([]) }
    switch last.token.kind {
    case .symbol(let symbol): return position(after: symbol)
    case .number: return .afterOperand
    case .name, .quotedName: return position(afterName: last)
    case .invalid, .end: return .words([])
    case .date, .text, .result: return .afterOperand
    }
  }

  private func takesFile(_ part: Part) -> Bool {
    part.word == .loadStatement || part.word == .includeStatement || part.word == .save
  }

  private func position(after symbol: Symbol) -> CursorPosition {
    switch symbol {
    case .pipe: .verb
    case .dot: .member
    case .semicolon: .statement
    case .range: .words([])
    case .closeParenthesis, .closeList: .afterOperand
    case .equal: verb == .rename ? .column : .operand
    case .openParenthesis: opensTable ? .table : .operand
    case .comma: isInBracket ? .operand : position(afterVerb: verb)
    default: .operand
    }
  }

  /// True after a bracket that a verb opens which takes a table: `union (events | …)`.
  private var opensTable: Bool {
    guard let before = parts.dropLast().last?.word else { return false }
    return [.union, .except, .intersect, .join].contains(before)
      || (before == .all && TypedStatement(Array(parts.dropLast())).verb == .join)
  }

  private func position(afterName last: Part) -> CursorPosition {
    guard let word = last.word, last.mark == .verb || last.mark == .keyword else {
      switch verb {
      case .drop, .rename, .follow, .union, .except, .intersect: return .words([])
      default: break
      }
      return isDefining ? .words([]) : .afterOperand
    }
    switch word {
    case .none, .asc, .desc, .true, .false, .it: return .afterOperand
    case .letStatement, .paramStatement, .includeStatement, .loadStatement, .with, .as:
      return .words([])
    case .each: return .unit
    case .is: return .words([.not, .none])
    case .all where verb == .join: return .table
    case .not where last.mark == .verb: return .words(Self.stageRelations)
    case .of where verb == .within: return .operand
    default: return last.mark == .verb ? position(afterVerb: word) : .operand
    }
  }

  private func position(afterVerb word: Word?) -> CursorPosition {
    switch word {
    case nil: .operand
    case .drop, .follow: .column
    case .rename, .take, .skip, .within, .save: .words([])
    case .union, .except, .intersect, .join: .table
    case .nearest: .words([.to])
    case .spread: .unit
    case .count: .words([.by, .each])
    case .gaps, .concurrent, .table, .record, .tree, .timeline, .describe, .roots, .leaves,
      .children, .parent, .siblings, .ancestors, .descendants:
      .words([])
    default: .operand
    }
  }

  /// The relations that may stand as a stage.
  static let stageRelations: [Word] = [.during, .overlaps, .before, .after, .meets, .under, .above]

  // MARK: Around the cursor

  /// The verb of the step the cursor is in.
  var verb: Word? { lastAtThisDepth { $0.mark == .verb ? $0.word : nil } }

  /// The words of the step so far, those in brackets left out, the last one first.
  var stepWords: [Word] {
    var words: [Word] = []
    _ = lastAtThisDepth { part -> Word? in
      if let word = part.word, part.mark == .keyword || part.mark == .operator {
        words.append(word)
      }
      return nil
    }
    return words
  }

  /// True in `let name`, `param name` before their `=`.
  private var isDefining: Bool {
    let first = parts.first?.word
    return parts.count == 2 && (first == .letStatement || first == .paramStatement)
  }

  /// True among the parameters of a definition: `let f(a, b`.
  private var namesParameters: Bool {
    parts.first?.word == .letStatement && parts.count > 2
      && !parts.contains { $0.token.kind == .symbol(.equal) }
  }

  /// True inside a list or a call.
  var isInBracket: Bool {
    var depth = 0
    for part in parts.reversed() {
      switch part.token.kind {
      case .symbol(.closeParenthesis), .symbol(.closeList): depth += 1
      case .symbol(.openList) where depth == 0: return true
      case .symbol(.openParenthesis) where depth == 0: return true
      case .symbol(.openParenthesis), .symbol(.openList): depth -= 1
      case .symbol(.pipe) where depth == 0: return false
      default: break
      }
    }
    return false
  }

  /// The first answer, going back through the step at the depth of the cursor.
  private func lastAtThisDepth<Answer>(_ answer: (Part) -> Answer?) -> Answer? {
    var depth = 0
    for part in parts.reversed() {
      switch part.token.kind {
      case .symbol(.closeParenthesis), .symbol(.closeList): depth += 1
      case .symbol(.openParenthesis), .symbol(.openList):
        depth -= 1
        if depth < 0 { return nil }
      case .symbol(.pipe) where depth == 0: return nil
      default:
        if depth == 0, let found = answer(part) { return found }
      }
    }
    return nil
  }
}
