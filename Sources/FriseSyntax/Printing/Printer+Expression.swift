import FriseBase

/// How tightly a form of expression binds; a looser one in a tighter place needs parentheses.
enum Binding: UInt8, Comparable {
  case whole, disjunction, conjunction, negation, test, operand, sum, term, factor, postfix, atom

  static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter one.
  var tighter: Binding { Binding(rawValue: rawValue + 1) ?? .atom }
}

extension Printer {
  /// An expression in a place that takes `minimum` and what binds tighter.
  func expression(_ expression: Expression, at minimum: Binding = .whole) -> String {
    let bare = Printer.ungrouped(expression)
    let (text, binding) = written(bare)
    return binding < minimum ? "(" + text + ")" : text
  }

  /// Without parentheses that only group.
  private static func ungrouped(_ expression: Expression) -> Expression {
    var expression = expression
    while case .group(let inner) = expression.kind, inner.stages.isEmpty, let source = inner.source
    {
      expression = source
    }
    return expression
  }

  private func written(_ expression: Expression) -> (String, Binding) {
    switch expression.kind {
    case .binary(let sign, let left, let right, _): return binary(sign, left, right)
    case .unary(let sign, let operand, _): return unary(sign, operand)
    case .relation(let word, let left, let right, let negated, _):
      let relation = (negated ? form(.not) + " " : "") + form(word)
      return (
        self.expression(left, at: .operand) + " " + relation + " "
          + self.expression(right, at: .operand), .test
      )
    case .within(let value, let duration, let of, _):
      return (self.expression(value, at: .operand) + " " + within(duration, of), .test)
    case .isNone(let value, let negated):
      let none = (negated ? form(.not) + " " : "") + form(.none)
      return (self.expression(value, at: .operand) + " " + form(.is) + " " + none, .test)
    case .conditional(let test, let then, let otherwise):
      return (
        form(.if) + " " + self.expression(test, at: .disjunction) + " " + form(.then) + " "
          + self.expression(then, at: .disjunction) + " " + form(.else) + " "
          + self.expression(otherwise), .whole
      )
    case .member(let base, let name):
      return (memberBase(base) + "." + self.name(name, at: .member), .postfix)
    case .call(let name, let arguments):
      return (
        callee(name) + "(" + arguments.map(argument).joined(separator: ", ") + ")", .postfix
      )
    case .range(let lower, _):
      if case .number(_, isNegative: true) = lower { return (atom(expression), .factor) }
      return (atom(expression), .atom)
    default: return (atom(expression), .atom)
    }
  }

  private func atom(_ expression: Expression) -> String {
    switch expression.kind {
    case .number(let literal): number(literal)
    case .duration(let literal, let unit): duration(literal, unit)
    case .text(let text): Quoting.text(replacements[expression.span] ?? text)
    case .date(let text): date(text)
    case .range(let lower, let upper): bound(lower) + ".." + bound(upper)
    case .truth(let truth): form(truth ? .true : .false)
    case .none: form(Word.none)
    case .result(let position): position.map { "_\($0)" } ?? form(.it)
    case .name(let name): self.name(name, at: .operand)
    case .list(let items): "[" + items.map { self.expression($0) }.joined(separator: ", ") + "]"
    case .group(let inner): "(" + pipeline(inner) + ")"
    default: source.text(expression.span)
    }
  }

  private func binary(_ sign: BinaryOperator, _ left: Expression, _ right: Expression)
    -> (String, Binding)
  {
    let binding: Binding =
      switch sign {
      case .or: .disjunction
      case .and: .conjunction
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .test
      case .otherwise: .operand
      case .add, .subtract: .sum
      case .multiply, .divide, .modulo: .term
      }
    let isChain = binding != .test && binding != .operand
    let leftMinimum = isChain ? binding : binding.tighter
    return (
      expression(left, at: leftMinimum) + " " + self.sign(sign) + " "
        + expression(right, at: binding.tighter), binding
    )
  }

  private func sign(_ sign: BinaryOperator) -> String {
    switch sign {
    case .or: form(.or)
    case .and: form(.and)
    case .modulo: form(.mod)
    case .equal: Symbol.equal.text
    case .notEqual: Symbol.notEqual.text
    case .less: Symbol.less.text
    case .lessOrEqual: Symbol.lessOrEqual.text
    case .greater: Symbol.greater.text
    case .greaterOrEqual: Symbol.greaterOrEqual.text
    case .otherwise: Symbol.otherwise.text
    case .add: Symbol.plus.text
    case .subtract: Symbol.minus.text
    case .multiply: Symbol.times.text
    case .divide: Symbol.divide.text
    }
  }

  private func unary(_ sign: UnaryOperator, _ operand: Expression) -> (String, Binding) {
    switch sign {
    case .negate:
      if case .range = Printer.ungrouped(operand).kind {
        return ("-(" + expression(operand) + ")", .factor)
      }
      return ("-" + expression(operand, at: .postfix), .factor)
    case .not: return (form(.not) + " " + expression(operand, at: .negation), .negation)
    case .certainly:
      return (form(.certainly) + " " + expression(operand, at: .negation), .negation)
    case .possibly: return (form(.possibly) + " " + expression(operand, at: .negation), .negation)
    case .about: return (form(.about) + " " + expression(operand, at: .operand), .test)
    }
  }

  /// What stands before a `.`; literals of digits are put in parentheses.
  private func memberBase(_ base: Expression) -> String {
    switch Printer.ungrouped(base).kind {
    case .number, .duration, .date, .range, .truth, .none: "(" + expression(base) + ")"
    default: expression(base, at: .postfix)
    }
  }

  /// An argument; a pipe whose steps have commas is put in parentheses, since a comma would end it.
  private func argument(_ argument: Pipeline) -> String {
    let text = pipeline(argument)
    guard !argument.stages.isEmpty else { return text }
    var depth = 0
    for token in Printer.tokens(text) {
      switch token.kind {
      case .symbol(.openParenthesis), .symbol(.openList): depth += 1
      case .symbol(.closeParenthesis), .symbol(.closeList): depth -= 1
      case .symbol(.comma) where depth == 0: return "(" + text + ")"
      default: break
      }
    }
    return text
  }

  // MARK: Literals

  /// As typed, groups of digits parted by `_`.
  func number(_ literal: NumberLiteral) -> String {
    var text = ""
    for scalar in literal.text.unicodeScalars {
      text.unicodeScalars.append(scalar.isASCII ? scalar : "_")
    }
    return text
  }

  /// `1 year`, `3 years`.
  func duration(_ literal: NumberLiteral, _ unit: Word) -> String {
    let isOne = literal.scale == 0 && literal.coefficient == 1
    var two: Int128 = 2
    for _ in 0..<literal.scale {
      let (product, overflow) = two.multipliedReportingOverflow(by: 10)
      two = overflow ? Int128.max : product
    }
    let isSingular = tongue == .english ? isOne : literal.coefficient < two
    return number(literal) + " " + (isSingular ? form(unit) : Catalogue.plural(unit, tongue))
  }

  /// `1990s`, «années 1990», a tight form, or any text after `@`.
  private func date(_ text: String) -> String {
    if let decade = Printer.decade(text) {
      return tongue == .english ? decade + "s" : form(.decadeYears) + " " + decade
    }
    return Printer.tight(text)
  }

  /// `199X` as 1990.
  private static func decade(_ text: String) -> String? {
    guard text.utf8.count == 4, text.hasSuffix("X"),
      text.utf8.dropLast().allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    return text.dropLast() + "0"
  }

  /// Without `@` where it is a date even so.
  private static func tight(_ text: String) -> String {
    let lexed = Lexer.lex(SourceText(name: "", text: text))
    let isBare =
      lexed.diagnostics.isEmpty && lexed.comments.isEmpty && lexed.tokens.count == 2
      && lexed.tokens.first?.kind == .date(text) && !text.hasPrefix("@")
    return isBare ? text : "@" + text
  }

  /// A bound; in French a decade is written `195X` there, since «années 1950» is not tight.
  private func bound(_ bound: RangeBound?) -> String {
    switch bound {
    case .number(let literal, let isNegative): (isNegative ? "-" : "") + number(literal)
    case .date(let text):
      if tongue == .english, let decade = Printer.decade(text) {
        decade + "s"
      } else {
        Printer.tight(text)
      }
    case nil: ""
    }
  }

  static func tokens(_ text: String) -> [Token] {
    Lexer.lex(SourceText(name: "", text: text)).tokens
  }
}
