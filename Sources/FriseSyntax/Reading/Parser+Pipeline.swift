import FriseBase

extension Parser {
  /// `[source] { | stage }`; in brackets that were counted as a level its source is none more.
  mutating func pipeline(inCountedBrackets: Bool = false) -> Pipeline {
    let start = cursor
    var source: Expression?
    if !isAtPipe {
      source = inCountedBrackets ? uncountedExpression() : expression()
      settleStep()
    }
    var stages: [Stage] = []
    moreStages(&stages)
    return Pipeline(source: source, stages: stages, span: span(from: start))
  }

  /// `{ | stage }`.
  mutating func moreStages(_ stages: inout [Stage]) {
    while isAtPipe {
      advance(joins: true, as: .operator)
      let before = cursor
      stages.append(stage())
      settleStep()
      if cursor == before, isAtEnd, !isAtPipe { return }
    }
  }

  /// After a step: reports what should not follow it, and passes over it.
  mutating func settleStep() {
    if isAtEnd || isAtPipe { return }
    switch (current.kind, brackets.last) {
    case (.symbol(.closeParenthesis), .some), (.symbol(.closeList), .some): return
    case (.symbol(.comma), .some): return
    default: break
    }
    // On a new line inside a bracket, the bracket was more likely forgotten: its closing reports
    // it.
    if !brackets.isEmpty, current.lineBreak != .none { return }
    reportUnexpected()
    let before = cursor
    skipToStepEnd()
    if cursor == before, !isAtEnd, !isAtPipe, brackets.isEmpty { advance() }
  }

  /// The word that begins a step, if the next token is one.
  var stageWord: Word? {
    guard case .name = current.kind else { return nil }
    if isAtWithin { return .within }
    return current.words.first { word in
      !Catalogue.entry(word).roles.isDisjoint(with: [.verb, .aggregate, .relation])
        || word == .about || word == .not
    }
  }

  /// One verb and what it is given.
  mutating func stage() -> Stage {
    let start = cursor
    let verbSpan = current.span
    guard !isAtEnd, !isAtPipe else {
      reportMissing(.verb)
      return Stage(.invalid, verbSpan: endOfPrevious, span: endOfPrevious)
    }
    let kind = stageKind()
    return Stage(kind, verbSpan: verbSpan, span: span(from: start))
  }

  private mutating func stageKind() -> Stage.Kind {
    guard let name = current.name else {
      if current.kind == .invalid {
        skipToStepEnd()
      } else {
        reportMissing(.verb)
      }
      return .invalid
    }
    if !name.isQuoted, let word = stageWord {
      advance(joins: word == .not || word == .within || word == .about, as: .verb)
      return stage(word)
    }
    if peek().isSymbol(.openParenthesis), peek().lineBreak == .none || !brackets.isEmpty {
      advance(as: .function)
      return .call(name, arguments().map(expression(of:)))
    }
    return unknownVerb(name)
  }

  /// An argument of a step is a value: a mere source, or a pipeline in parentheses.
  private func expression(of pipeline: Pipeline) -> Expression {
    guard let source = pipeline.source, pipeline.stages.isEmpty else {
      return Expression(.group(pipeline), span: pipeline.span)
    }
    return source
  }

  private mutating func unknownVerb(_ name: Name) -> Stage.Kind {
    if functions.contains(TextFold.fold(name.text)) {
      report(.functionWithoutParentheses(name))
      advance(as: .error)
      skipToStepEnd()
      return .invalid
    }
    if !name.isQuoted, let habit = Habits.verb(name.text) {
      let wantsBy = peek().words.contains(.by)
      report(.habit(name.span, typed: name.text, habit: habit))
      advance(as: .error)
      guard habit.isSameSyntax, let word = habit.word else {
        skipToStepEnd()
        return .invalid
      }
      if wantsBy { advance(as: .error) }
      _ = stage(word)
      return .invalid
    }
    report(.unknownVerb(name))
    advance(as: .error)
    skipToStepEnd()
    return .invalid
  }

  /// What a verb just passed is given.
  private mutating func stage(_ word: Word) -> Stage.Kind {
    switch word {
    case .whereVerb: .filter(expression())
    case .not: negatedRelation()
    case .during, .overlaps, .before, .after, .meets, .under, .above:
      .relation(word, operand: operand(), negated: false)
    case .in, .contains, .matches: notAStage(word)
    case .within: within()
    case .about: .about(operand())
    case .select: .select(items())
    case .derive: .derive(items())
    case .rollup: .rollup(items())
    case .summarise: .summarise(items(), groups())
    case .drop: .drop(names())
    case .rename: .rename(renamings())
    case .sort: .sort(sortKeys())
    case .take, .skip: .slice(word, count: expression(), groups())
    case .count, .sum, .average, .median, .min, .max, .first, .last: aggregate(word)
    case .distinct: .distinct(isAtStepEnd ? [] : expressions())
    case .union, .except, .intersect: combination(word)
    case .join: join()
    case .nearest: nearest()
    case .gaps: .gaps(gapGroups())
    case .concurrent: .concurrent
    case .spread: spread()
    case .at: .at(operand())
    case .roots, .leaves, .children, .parent, .siblings, .ancestors, .descendants: .walk(word)
    case .follow: name().map { .follow($0) } ?? .invalid
    case .table, .record, .tree, .timeline: .view(word)
    case .bars: .bars(isAtStepEnd ? nil : expression())
    case .describe: .describe
    case .save: literalText(after: .save).map { .save($0.text) } ?? .invalid
    default: .invalid
    }
  }

  private mutating func negatedRelation() -> Stage.Kind {
    guard !isAtEnd, let word = relation(of: current) else {
      reportMissing(.relation)
      return .invalid
    }
    let verb = current.span
    advance(joins: true, as: .verb)
    if [.in, .contains, .matches].contains(word) {
      report(.notAStage(verb, typed: source.text(verb), word: word))
      skipToStepEnd()
      return .invalid
    }
    return .relation(word, operand: operand(), negated: true)
  }

  /// `in`, `contains` and `matches` test a value, not the rows.
  private mutating func notAStage(_ word: Word) -> Stage.Kind {
    let verb = tokens[max(0, cursor - 1)].span
    report(.notAStage(verb, typed: source.text(verb), word: word))
    if !isAtStepEnd { _ = operand() }
    return .invalid
  }

  private mutating func within() -> Stage.Kind {
    let (duration, of) = withinOperands()
    return .within(duration: duration, of: of)
  }

  /// `[name =] expression, …`.
  private mutating func items() -> [Item] {
    var items: [Item] = []
    repeat {
      var name: Name?
      if !isAtEnd, current.name != nil, peek().isSymbol(.equal), peek().lineBreak == .none {
        name = self.name()
        _ = take(.equal)
      }
      items.append(Item(name: name, expression: expression()))
    } while takeStepComma()
    return items
  }

  private mutating func expressions() -> [Expression] {
    var expressions: [Expression] = []
    repeat { expressions.append(expression()) } while takeStepComma()
    return expressions
  }

  private mutating func names() -> [Name] {
    var names: [Name] = []
    repeat {
      guard let name = name() else { break }
      names.append(name)
    } while takeStepComma()
    return names
  }

  private mutating func renamings() -> [Renaming] {
    var renamings: [Renaming] = []
    repeat {
      guard let new = name() else { break }
      guard take(.equal) else {
        if isAt(.as) { report(.renameDirection(current.span)) }
        reportMissing(.sign("="))
        break
      }
      guard let old = name() else { break }
      renamings.append(Renaming(new: new, old: old))
    } while takeStepComma()
    return renamings
  }

  private mutating func sortKeys() -> [SortKey] {
    var keys: [SortKey] = []
    repeat {
      let expression = expression()
      let isDescending = take(.desc)
      if !isDescending { _ = take(.asc) }
      keys.append(SortKey(expression: expression, isDescending: isDescending))
    } while takeStepComma()
    return keys
  }
}
