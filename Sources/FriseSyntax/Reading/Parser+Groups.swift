import FriseBase

extension Parser {
  /// `[expression] [groups]` after an aggregate.
  mutating func aggregate(_ word: Word) -> Stage.Kind {
    if isAt(.openParenthesis), peek().isSymbol(.closeParenthesis) {
      report(.aggregateWithParentheses(current.span.union(peek().span), word: word))
      advance()
      advance()
    }
    if isAt(.openParenthesis), peek().isSymbol(.times) {
      report(.starArgument(peek().span))
      skipToStepEnd()
      return .invalid
    }
    let hasExpression = !isAtStepEnd && !isAt(.by) && !isAt(.each)
    return .aggregate(word, hasExpression ? expression() : nil, groups())
  }

  /// `by …` and `each [n] unit`, in either order.
  mutating func groups() -> Groups {
    var keys: [Expression] = []
    var bucket: Groups.Bucket?
    while !isAtEnd {
      if keys.isEmpty, isAt(.by) {
        keys = groupKeys()
      } else if bucket == nil, isAt(.each) {
        bucket = self.bucket()
        if bucket == nil { break }
      } else {
        break
      }
    }
    return Groups(keys: keys, bucket: bucket)
  }

  /// `by …` after `gaps`: its groups are never stretches of time.
  mutating func gapGroups() -> Groups {
    isAt(.by) ? Groups(keys: groupKeys(), bucket: nil) : Groups(keys: [], bucket: nil)
  }

  /// `by …`
  private mutating func groupKeys() -> [Expression] {
    var keys: [Expression] = []
    guard take(.by) else { return keys }
    repeat { keys.append(expression()) } while takeStepComma()
    return keys
  }

  private mutating func bucket() -> Groups.Bucket? {
    let start = cursor
    advance(joins: true, as: .keyword)
    var count: NumberLiteral?
    if !isAtEnd, case .number(let literal) = current.kind {
      count = literal
      advance()
    }
    guard let unit = unit() else { return nil }
    return Groups.Bucket(count: count, unit: unit, span: span(from: start))
  }

  /// A unit of time, or nil with a report.
  private mutating func unit() -> Word? {
    guard !isAtEnd, let unit = unit(of: current) else {
      reportMissing(.unit)
      return nil
    }
    advance(as: .keyword)
    return unit
  }

  mutating func spread() -> Stage.Kind {
    unit().map { .spread($0) } ?? .invalid
  }

  mutating func combination(_ word: Word) -> Stage.Kind {
    tableOperand().map { .combine(word, $0) } ?? .invalid
  }

  /// A table's name, or a pipeline in parentheses; nil with a report.
  private mutating func tableOperand() -> TableOperand? {
    if isAt(.openParenthesis) {
      let expression = atom()
      guard case .group(let pipeline) = expression.kind else { return nil }
      return .pipeline(pipeline)
    }
    guard !isAtEnd, let name = current.name else {
      reportMissing(.table)
      return nil
    }
    advance(as: .name)
    return .name(name)
  }

  /// `join [all] table [as name] on expression`.
  mutating func join() -> Stage.Kind {
    let next = peek()
    let keepsAll =
      isAt(.all) && next.lineBreak == .none
      && (next.isSymbol(.openParenthesis) || next.name != nil)
      && !next.words.contains(.on) && !next.words.contains(.as)
    if keepsAll { advance(joins: true, as: .keyword) }
    guard let table = tableOperand() else { return .invalid }
    var alias: Name?
    if take(.as) {
      alias = name()
      if alias == nil { return .invalid }
    }
    guard takeFrame(.on) else { return .invalid }
    return .join(keepsAll: keepsAll, table, alias: alias, on: expression())
  }

  /// `nearest [number] to operand`.
  mutating func nearest() -> Stage.Kind {
    var count: NumberLiteral?
    if !isAtEnd, case .number(let literal) = current.kind {
      count = literal
      advance()
    }
    guard takeFrame(.to) else { return .invalid }
    return .nearest(count: count, to: operand())
  }
}
