import FriseBase

extension Parser {
  /// `if … then … else …`, or a test of any kind.
  mutating func expression() -> Expression {
    guard enter() else { return Expression(.invalid, span: current.span) }
    defer { leave() }
    return uncountedExpression()
  }

  /// An expression that is no level deeper than what it stands in.
  mutating func uncountedExpression() -> Expression {
    isPrefix(.if) ? conditional() : disjunction()
  }

  private mutating func conditional() -> Expression {
    let start = cursor
    advance(joins: true, as: .keyword)
    let test = expression()
    guard takeFrame(.then) else { return Expression(.invalid, span: span(from: start)) }
    let then = expression()
    guard takeFrame(.else) else { return Expression(.invalid, span: span(from: start)) }
    let otherwise = expression()
    return Expression(
      .conditional(test: test, then: then, else: otherwise), span: span(from: start))
  }

  /// Passes a word that must come here.
  mutating func takeFrame(_ word: Word) -> Bool {
    if take(word) { return true }
    reportMissing(.word(word))
    return false
  }

  private mutating func disjunction() -> Expression {
    let start = cursor
    var left = conjunction()
    while isAt(.or) {
      let operatorSpan = current.span
      guard countOperator() else { return left }
      advance(joins: true, as: .keyword)
      let right = conjunction()
      left = Expression(
        .binary(.or, left, right, operatorSpan: operatorSpan), span: span(from: start))
    }
    return left
  }

  private mutating func conjunction() -> Expression {
    let start = cursor
    var left = negation()
    while isAt(.and) {
      let operatorSpan = current.span
      guard countOperator() else { return left }
      advance(joins: true, as: .keyword)
      let right = negation()
      left = Expression(
        .binary(.and, left, right, operatorSpan: operatorSpan), span: span(from: start))
    }
    return left
  }

  /// `not`, `certainly`, `possibly` before a test.
  private mutating func negation() -> Expression {
    let prefixes: [(Word, UnaryOperator)] = [
      (.not, .not), (.certainly, .certainly), (.possibly, .possibly),
    ]
    guard let (_, unary) = prefixes.first(where: { isPrefix($0.0) }) else { return test() }
    let start = cursor
    guard enter() else { return Expression(.invalid, span: current.span) }
    defer { leave() }
    advance(joins: true, as: .keyword)
    let operand = negation()
    return Expression(
      .unary(unary, operand, operatorSpan: tokens[start].span), span: span(from: start))
  }

  private mutating func test() -> Expression {
    let start = cursor
    if isPrefix(.about) {
      advance(joins: true, as: .keyword)
      let sought = operand()
      return Expression(
        .unary(.about, sought, operatorSpan: tokens[start].span), span: span(from: start))
    }
    let left = operand()
    guard let test = test(of: left, from: start) else { return left }
    if !isAtEnd, case .symbol(let symbol) = current.kind, symbol.comparison != nil {
      report(.chainedComparison(current.span))
    }
    return test
  }

  /// What is asked of `left`, or nil when nothing is.
  private mutating func test(of left: Expression, from start: Int) -> Expression? {
    guard !isAtEnd else { return nil }
    let operatorStart = cursor
    if case .symbol(let symbol) = current.kind, let comparison = symbol.comparison {
      advance(joins: true)
      let right = operand()
      return Expression(
        .binary(comparison, left, right, operatorSpan: tokens[operatorStart].span),
        span: span(from: start))
    }
    if take(.is) { return noneTest(of: left, from: start) }
    if isAtWithin { return withinTest(of: left, from: start) }
    if current.words.contains(.not), peek().words.contains(.within), case .number = peek(2).kind {
      advance(joins: true, as: .keyword)
      let test = withinTest(of: left, from: start)
      return Expression(
        .unary(.not, test, operatorSpan: tokens[operatorStart].span), span: span(from: start))
    }
    var isNegated = false
    if current.words.contains(.not), relation(of: peek()) != nil {
      isNegated = true
      advance(joins: true, as: .keyword)
    }
    guard let word = relation(of: current) else { return nil }
    advance(joins: true, as: .keyword)
    let operatorSpan = span(from: operatorStart)
    let right = operand()
    return Expression(
      .relation(word, left, right, negated: isNegated, operatorSpan: operatorSpan),
      span: span(from: start))
  }

  /// `within 2 years of 1989` after `left`.
  private mutating func withinTest(of left: Expression, from start: Int) -> Expression {
    let operatorSpan = current.span
    advance(joins: true, as: .keyword)
    let (duration, of) = withinOperands()
    return Expression(
      .within(left, duration: duration, of: of, operatorSpan: operatorSpan), span: span(from: start)
    )
  }

  /// `none`, `not none` after `is`.
  private mutating func noneTest(of left: Expression, from start: Int) -> Expression {
    let isNegated = take(.not)
    if take(.none) {
      return Expression(.isNone(left, negated: isNegated), span: span(from: start))
    }
    let operatorSpan = tokens[max(0, cursor - 1)].span
    if !isAtEnd, case .name(let text) = current.kind, Habits.isNull(text) {
      _ = operand()
      return Expression(.isNone(left, negated: isNegated), span: span(from: start))
    }
    guard !isAtEnd, startsOperand(current) else {
      reportMissing(.word(.none))
      return Expression(.isNone(left, negated: isNegated), span: span(from: start))
    }
    report(.isWithoutNone(operatorSpan, isNegated: isNegated))
    let right = operand()
    return Expression(
      .binary(isNegated ? .notEqual : .equal, left, right, operatorSpan: operatorSpan),
      span: span(from: start))
  }

  /// The relation word a token stands for.
  func relation(of token: Token) -> Word? {
    token.words.first { Catalogue.entry($0).roles.contains(.relation) }
  }

  /// `within`, `à`; `a` only before a number.
  var isAtWithin: Bool {
    guard isAt(.within) else { return false }
    let next = peek()
    if case .number = next.kind, next.lineBreak != .blank { return true }
    guard case .name(let text) = current.kind else { return false }
    return text != "a" && text != "A"
  }

  /// `2 years of 1989`, after `within`.
  mutating func withinOperands() -> (duration: Expression, of: Expression) {
    let duration = self.duration()
    guard takeFrame(.of) else {
      return (duration, Expression(.invalid, span: current.span))
    }
    return (duration, operand())
  }

  /// A number and a unit of time.
  private mutating func duration() -> Expression {
    guard !isAtEnd, case .number = current.kind else {
      reportMissing(.duration)
      return Expression(.invalid, span: endOfPrevious)
    }
    let amount = atom()
    if case .duration = amount.kind { return amount }
    reportMissing(.unit)
    return Expression(.invalid, span: amount.span)
  }

  /// What stands on either side of a test: a sum, or two with `??` between.
  mutating func operand() -> Expression {
    let start = cursor
    let left = sum()
    guard isAt(.otherwise) else { return left }
    let operatorSpan = current.span
    advance(joins: true)
    let right = sum()
    let whole = Expression(
      .binary(.otherwise, left, right, operatorSpan: operatorSpan), span: span(from: start))
    if isAt(.otherwise) { report(.repeatedOtherwise(current.span)) }
    return whole
  }

  private mutating func sum() -> Expression {
    let start = cursor
    var left = term()
    while !isAtEnd, let sign = additive {
      let operatorSpan = current.span
      guard countOperator() else { return left }
      advance(joins: true)
      let right = term()
      left = Expression(
        .binary(sign, left, right, operatorSpan: operatorSpan), span: span(from: start))
    }
    return left
  }

  private mutating func term() -> Expression {
    let start = cursor
    var left = factor()
    while !isAtEnd, let sign = multiplicative {
      let operatorSpan = current.span
      guard countOperator() else { return left }
      advance(joins: true, as: sign == .modulo ? .keyword : nil)
      let right = factor()
      left = Expression(
        .binary(sign, left, right, operatorSpan: operatorSpan), span: span(from: start))
    }
    return left
  }

  private var additive: BinaryOperator? {
    switch current.kind {
    case .symbol(.plus): .add
    case .symbol(.minus): .subtract
    default: nil
    }
  }

  private var multiplicative: BinaryOperator? {
    switch current.kind {
    case .symbol(.times): .multiply
    case .symbol(.divide): .divide
    default: current.words.contains(.mod) ? .modulo : nil
    }
  }

  /// `-` before an atom, then its members and arguments.
  private mutating func factor() -> Expression {
    guard isAt(.minus) else { return postfix() }
    let start = cursor
    let next = peek()
    if case .number(let literal) = next.kind, !next.hasSpaceBefore, isTightRange(peek(2)) {
      advance(joins: true)
      advance()
      return postfix(range(from: .number(literal, isNegative: true), start: start), start: start)
    }
    advance(joins: true)
    if isAt(.minus) {
      report(.twoMinusSigns(current.span))
      while take(.minus) {}
    }
    let operand = postfix()
    return Expression(
      .unary(.negate, operand, operatorSpan: tokens[start].span), span: span(from: start))
  }

  private mutating func postfix() -> Expression {
    let start = cursor
    return postfix(atom(), start: start)
  }

  /// `.name` and `(…)` after what began at `start`.
  private mutating func postfix(_ base: Expression, start: Int) -> Expression {
    var base = base
    while !isAtEnd {
      switch current.kind {
      case .symbol(.dot):
        guard countOperator() else { return base }
        advance(joins: true)
        guard let name = name() else { return Expression(.invalid, span: span(from: start)) }
        base = Expression(.member(base, name), span: span(from: start))
      case .symbol(.openParenthesis):
        guard countOperator() else { return base }
        guard case .name(let name) = base.kind else {
          report(.calledValue(current.span))
          _ = arguments()
          return Expression(.invalid, span: span(from: start))
        }
        if cursor > 0 { mark(cursor - 1, as: .function) }
        let arguments = self.arguments()
        base = Expression(.call(name, arguments), span: span(from: start))
      case .symbol(.range):
        if case .name = base.kind, !current.hasSpaceBefore {
          report(.rangeOfNames(current.span))
          advance(joins: true)
          if !isAtEnd, startsOperand(current) { _ = atom() }
        }
        return base
      default: return base
      }
    }
    return base
  }
}
