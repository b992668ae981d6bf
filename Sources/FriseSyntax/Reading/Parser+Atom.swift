import FriseBase

extension Parser {
  /// A literal, a name, a list, or a pipeline in parentheses.
  mutating func atom() -> Expression {
    let start = cursor
    guard !isAtEnd else { return missingOperand() }
    switch current.kind {
    case .number(let literal):
      advance()
      return number(literal, start: start)
    case .date(let text):
      advance()
      if isTightRange(current) { return range(from: .date(text), start: start) }
      reportLooseRange()
      return Expression(.date(text), span: span(from: start))
    case .text(let text):
      advance()
      return Expression(.text(text), span: span(from: start))
    case .result(let number):
      advance()
      return Expression(.result(number), span: span(from: start))
    case .quotedName(let text):
      advance(as: .name)
      let span = tokens[start].span
      return Expression(.name(Name(text, span: span, isQuoted: true)), span: span)
    case .name(let text): return word(text)
    case .symbol(.range): return range(from: nil, start: start)
    case .symbol(.openList): return list()
    case .symbol(.openParenthesis): return group()
    case .symbol(.times):
      report(.starOperand(current.span))
      advance()
      return Expression(.invalid, span: span(from: start))
    case .invalid:
      advance()
      return Expression(.invalid, span: span(from: start))
    case .symbol(.dot):
      if case .number = peek().kind, !peek().hasSpaceBefore {
        report(.leadingPoint(current.span, digits: source.text(peek().span)))
        advance(joins: true)
        return atom()
      }
      return missingOperand()
    case .symbol, .end: return missingOperand()
    }
  }

  private mutating func missingOperand() -> Expression {
    reportMissing(.value)
    return Expression(.invalid, span: endOfPrevious)
  }

  // MARK: Numbers and ranges

  /// A number just passed: perhaps a range, a duration, or one with a decimal comma.
  private mutating func number(_ literal: NumberLiteral, start: Int) -> Expression {
    if isTightRange(current) {
      return range(from: .number(literal, isNegative: false), start: start)
    }
    if brackets.last != .call, brackets.last != .list, isAtDecimalComma {
      return decimalComma(start: start)
    }
    reportLooseRange()
    if !isAtEnd, let unit = unit(of: current), !isDecadeOfNextNumber {
      advance(as: .keyword)
      return Expression(.duration(literal, unit: unit), span: span(from: start))
    }
    return Expression(.number(literal), span: span(from: start))
  }

  /// The unit of time a token stands for.
  func unit(of token: Token) -> Word? {
    token.words.first { Catalogue.entry($0).roles.contains(.unit) }
  }

  /// The next tokens are «années 1990».
  private var isDecadeOfNextNumber: Bool {
    guard current.words.contains(.decadeYears), case .number(let literal) = peek().kind else {
      return false
    }
    return literal.text.utf8.count == 4 && peek().lineBreak == .none
  }

  /// A comma stuck to digits on both sides.
  private var isAtDecimalComma: Bool {
    guard isAt(.comma), !current.hasSpaceBefore, case .number = peek().kind else { return false }
    return !peek().hasSpaceBefore
  }

  private mutating func decimalComma(start: Int) -> Expression {
    var pieces = [source.text(tokens[start].span)]
    let reported = cursor
    var end = cursor
    while peek(end - cursor).isSymbol(.comma), !peek(end - cursor).hasSpaceBefore,
      case .number = peek(end - cursor + 1).kind, !peek(end - cursor + 1).hasSpaceBefore
    {
      pieces.append(source.text(peek(end - cursor + 1).span))
      end += 2
    }
    let whole = tokens[start].span.union(tokens[end - 1].span)
    report(.decimalComma(whole, pieces: pieces))
    while cursor < end { advance() }
    return Expression(.invalid, span: ByteSpan(start: whole.start, end: tokens[reported].span.end))
  }

  /// `..` stuck to what is before it.
  func isTightRange(_ token: Token) -> Bool {
    token.isSymbol(.range) && !token.hasSpaceBefore
  }

  /// `1956 .. 1975`: one message, and the upper bound passed.
  private mutating func reportLooseRange() {
    guard isAt(.range), current.hasSpaceBefore else { return }
    report(.looseRange(current.span))
    advance(joins: true)
    switch current.kind {
    case .number, .date: advance()
    default: break
    }
  }

  /// From the `..` on: the bound after it, if one is stuck to it.
  mutating func range(from lower: RangeBound?, start: Int) -> Expression {
    advance()
    let isTight = !isAtEnd && !current.hasSpaceBefore
    var upper: RangeBound?
    switch current.kind {
    case .number(let literal) where isTight:
      advance()
      upper = .number(literal, isNegative: false)
    case .date(let text) where isTight:
      advance()
      upper = .date(text)
    case .symbol(.minus) where isTight:
      if case .number(let literal) = peek().kind, !peek().hasSpaceBefore {
        advance()
        advance()
        upper = .number(literal, isNegative: true)
      }
    case .name where isTight, .quotedName where isTight, .symbol(.openParenthesis) where isTight:
      report(.rangeOfNames(current.span))
      _ = atom()
      return Expression(.invalid, span: span(from: start))
    case .number where lower == nil, .date where lower == nil:
      report(.looseRange(tokens[start].span))
      advance()
    default: break
    }
    if lower == nil, upper == nil { report(.emptyRange(tokens[start].span)) }
    if isAt(.range), !current.hasSpaceBefore {
      report(.emptyRange(current.span))
      advance()
    }
    return Expression(.range(lower: lower, upper: upper), span: span(from: start))
  }

  // MARK: Words

  /// A name, or one of the words that stand where an operand may.
  private mutating func word(_ text: String) -> Expression {
    let start = cursor
    let words = current.words
    if let kind = literal(words) {
      advance(as: .keyword)
      return Expression(kind, span: span(from: start))
    }
    if isDecadeOfNextNumber, case .number(let literal) = peek().kind, literal.text.hasSuffix("0") {
      advance(as: .date)
      advance(as: .date)
      return Expression(.date(literal.text.dropLast() + "X"), span: span(from: start))
    }
    if isPrefixWord(words), isPrefix(words) { return nestedPrefix() }
    if words.contains(.not), let relation = relation(of: peek()), startsOperand(peek(2)) {
      advance(as: .keyword)
      reportMissingSubject(of: relation, typed: tokens[start].span.union(current.span))
      return Expression(.invalid, span: endOfPrevious)
    }
    if isInfix(current), !isPrefixWord(words),
      peek().lineBreak == .none, startsOperand(peek()), !peek().isSymbol(.openParenthesis)
    {
      if let relation = relation(of: current) {
        reportMissingSubject(of: relation, typed: current.span)
      } else {
        reportMissing(.value)
      }
      return Expression(.invalid, span: endOfPrevious)
    }
    if Articles.isArticle(text), let noun = peek().name, peek().lineBreak == .none,
      !isInfix(peek()), !isBareWithin(peek(), before: peek(2))
    {
      report(.article(current.span.union(noun.span), bare: noun.text))
      advance(as: .error)
      return atom()
    }
    if Habits.isNull(text), !peek().isSymbol(.openParenthesis), !peek().isSymbol(.dot) {
      report(.habit(current.span, typed: text, habit: Habits.null))
      advance(as: .error)
      return Expression(.none, span: span(from: start))
    }
    advance(as: .name)
    return Expression(.name(Name(text, span: tokens[start].span)), span: span(from: start))
  }

  private func literal(_ words: [Word]) -> Expression.Kind? {
    for word in words {
      switch word {
      case .none: return Expression.Kind.none
      case .true: return .truth(true)
      case .false: return .truth(false)
      case .it: return .result(nil)
      default: continue
      }
    }
    return nil
  }

  /// `not`, `if`… where only an operand may stand: read, with the advice to put it in parentheses.
  private mutating func nestedPrefix() -> Expression {
    report(.needsParentheses(current.span, typed: source.text(current.span)))
    return expression()
  }

  private func isPrefixWord(_ words: [Word]) -> Bool {
    words.contains { [.not, .if, .certainly, .possibly, .about].contains($0) }
  }

  /// The next token is `word`, with its operand after it; without one it is a name.
  func isPrefix(_ word: Word) -> Bool {
    !isAtEnd && current.words.contains(word) && isPrefix(current.words)
  }

  private func isPrefix(_ words: [Word]) -> Bool {
    let next = peek()
    // A line that ends in such a word goes on.
    if next.lineBreak != .none || next.kind == .end { return true }
    return startsOperand(next) || next.isSymbol(.minus) || next.kind == .invalid
  }

  /// A token that stands between operands or frames them; a bare `a` is a name first.
  func isInfix(_ token: Token) -> Bool {
    if case .name(let text) = token.kind, text == "a" || text == "A" { return false }
    return token.words.contains {
      !Catalogue.entry($0).roles.isDisjoint(with: [.infix, .relation])
    }
  }

  /// `a` for `à`, between an operand and a number.
  private func isBareWithin(_ token: Token, before next: Token) -> Bool {
    guard token.words.contains(.within), case .number = next.kind else { return false }
    return true
  }

  /// An operand may begin with `token`, and nothing else may; a minus is left out.
  func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .date, .text, .result, .quotedName: return true
    case .symbol(.openParenthesis), .symbol(.openList), .symbol(.range): return true
    case .name:
      return !isInfix(token)
        || isPrefixWord(token.words)
    case .symbol, .invalid, .end: return false
    }
  }

  // MARK: Brackets

  mutating func open(_ bracket: Bracket) {
    brackets.append(bracket)
    advance(joins: true)
  }

  /// Passes the bracket that closes what was opened at the token `opening`.
  mutating func close(_ symbol: Symbol, opening: Int) {
    defer { if !brackets.isEmpty { brackets.removeLast() } }
    if isAt(symbol) { return advance() }
    if isAt(.closeParenthesis) || isAt(.closeList) {
      report(.mismatchedBracket(current.span, opening: tokens[opening].span, expected: symbol))
      return advance()
    }
    report(.unclosedBracket(tokens[opening].span, expected: symbol))
  }

  private mutating func list() -> Expression {
    let opening = cursor
    open(.list)
    var items: [Expression] = []
    if !isAt(.closeList) {
      repeat {
        items.append(expression())
        if !isAtEnd, current.lineBreak == .none, !isAt(.comma), !isAt(.closeList) {
          reportUnexpected()
          skipToStepEnd()
        }
      } while take(.comma)
    }
    close(.closeList, opening: opening)
    return Expression(.list(items), span: span(from: opening))
  }

  private mutating func group() -> Expression {
    let opening = cursor
    guard enter() else { return Expression(.invalid, span: current.span) }
    defer { leave() }
    open(.group)
    let inner = pipeline(inCountedBrackets: true)
    if isAt(.comma) {
      report(.listInParentheses(current.span))
      while take(.comma) {
        _ = pipeline()
      }
    }
    close(.closeParenthesis, opening: opening)
    return Expression(.group(inner), span: span(from: opening))
  }

  /// `(…, …)` after a name.
  mutating func arguments() -> [Pipeline] {
    let opening = cursor
    open(.call)
    var arguments: [Pipeline] = []
    if isAt(.times), peek().isSymbol(.closeParenthesis) {
      report(.starArgument(current.span))
      advance()
    }
    if !isAt(.closeParenthesis) {
      repeat { arguments.append(pipeline()) } while take(.comma)
    }
    close(.closeParenthesis, opening: opening)
    return arguments
  }
}
