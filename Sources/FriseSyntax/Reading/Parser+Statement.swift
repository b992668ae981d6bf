import FriseBase

extension Parser {
  /// Every statement up to the end of the source.
  mutating func script() -> [Statement] {
    var statements: [Statement] = []
    while current.kind != .end {
      let before = cursor
      beginStatement()
      if current.isSymbol(.semicolon) {
        advance()
        continue
      }
      statements.append(statement())
      finishStatement()
      if cursor == before { advance() }
    }
    return statements
  }

  /// Reports what stands after a statement on its line, and passes over it.
  private mutating func finishStatement() {
    brackets = []
    if isAtPipe {
      report(.nothingToGoOnFrom(current.span))
    } else if !isAtEnd {
      reportUnexpected()
    }
    while !isAtEnd || isAtPipe {
      let before = cursor
      if isAtPipe { advance(joins: true) }
      skipToStepEnd()
      if cursor == before { advance() }
    }
    if current.isSymbol(.semicolon) { advance() }
  }

  private mutating func statement() -> Statement {
    let start = cursor
    let kind = statementKind()
    return Statement(kind, span: span(from: start))
  }

  private mutating func statementKind() -> Statement.Kind {
    guard case .name = current.kind else { return .pipeline(pipeline()) }
    if let word = current.words.first(where: { Catalogue.entry($0).roles.contains(.statement) }),
      isStatementHead(word)
    {
      advance(as: .keyword)
      return statement(word)
    }
    if let kind = foreignStatement() { return kind }
    if isVerbWithoutTable { return verbWithoutTable() }
    return .pipeline(pipeline())
  }

  /// What follows says whether the word begins its statement or is a name: `load | count`.
  private func isStatementHead(_ word: Word) -> Bool {
    let next = peek()
    guard next.lineBreak == .none else { return true }
    switch next.kind {
    case .symbol(.pipe): return word == .explainStatement
    case .symbol(.openParenthesis), .symbol(.openList), .symbol(.minus), .symbol(.range):
      return [.printStatement, .assertStatement, .explainStatement].contains(word)
    case .symbol(.semicolon): return true
    case .symbol: return false
    default: return true
    }
  }

  private mutating func statement(_ word: Word) -> Statement.Kind {
    switch word {
    case .letStatement: return definition()
    case .paramStatement:
      guard let name = name() else { return .invalid }
      return .param(name, default: take(.equal) ? expression() : nil)
    case .includeStatement:
      guard let (path, span) = literalText(after: word) else { return .invalid }
      return .include(path, pathSpan: span)
    case .loadStatement: return load()
    case .printStatement:
      var values = [expression()]
      while take(.comma) { values.append(expression()) }
      return .print(values)
    case .assertStatement: return .assert(expression())
    case .explainStatement: return .explain(pipeline())
    default: return .invalid
    }
  }

  private mutating func definition() -> Statement.Kind {
    guard let name = name() else { return .invalid }
    var parameters: [Name]?
    if isAt(.openParenthesis) {
      parameters = self.parameters()
    }
    guard take(.equal) else {
      report(.missing(.sign("="), after: previousText, at: endOfPrevious))
      return .invalid
    }
    if parameters != nil { functions.insert(TextFold.fold(name.text)) }
    return .definition(name, parameters: parameters, pipeline())
  }

  /// `(a, b)` after the name of a definition.
  private mutating func parameters() -> [Name] {
    let opening = cursor
    open(.call)
    var names: [Name] = []
    if !isAt(.closeParenthesis) {
      repeat {
        guard let name = name() else { break }
        names.append(name)
      } while take(.comma)
    }
    if !isAtEnd, !isAt(.closeParenthesis) {
      reportUnexpected()
      skipToStepEnd()
    }
    close(.closeParenthesis, opening: opening)
    return names
  }

  private mutating func load() -> Statement.Kind {
    guard let (path, span) = literalText(after: .loadStatement) else { return .invalid }
    var alias: Name?
    if take(.as) { alias = name() }
    var options: [LoadOption] = []
    if take(.with) {
      repeat {
        guard let name = name() else { break }
        guard take(.equal) else {
          report(.missing(.sign("="), after: previousText, at: endOfPrevious))
          break
        }
        options.append(LoadOption(name: name, value: expression()))
      } while take(.comma)
    }
    return .load(path, pathSpan: span, alias: alias, options: options)
  }

  /// The text that `load`, `include` and `save` ask for, with its bytes.
  mutating func literalText(after word: Word) -> (text: String, span: ByteSpan)? {
    if !isAtEnd, case .text(let text) = current.kind {
      let span = current.span
      advance()
      return (text, span)
    }
    guard !isAtEnd else {
      report(.missing(.text, after: previousText, at: endOfPrevious))
      return nil
    }
    let start = cursor
    repeat { advance() } while !isAtEnd && !current.hasSpaceBefore && !isAtPipe
    let span = span(from: start)
    let end = cursor
    report(.textIsLiteral(span, typed: source.text(span), after: word))
    if cursor == end { skipToStepEnd() }
    return nil
  }

  /// A name, or nil with a report.
  mutating func name() -> Name? {
    guard !isAtEnd, let name = current.name else {
      reportMissing(.name)
      return nil
    }
    advance(as: .name)
    return name
  }

  // MARK: Habits from elsewhere

  /// A step's word at the beginning of a statement, with its operand: the table is missing.
  private var isVerbWithoutTable: Bool {
    guard let word = stageWord, word != .not, word != .about, word != .within else { return false }
    let next = peek()
    if next.isSymbol(.openParenthesis), !next.hasSpaceBefore { return false }
    return next.lineBreak == .none && (startsOperand(next) || next.isSymbol(.times))
  }

  private mutating func verbWithoutTable() -> Statement.Kind {
    let span = current.span
    let typed = source.text(span)
    if current.words.contains(.select), hasForeignSource { return selectFrom() }
    let following = peek().words.isEmpty && peek(2).kind == .end ? peek().name?.text : nil
    report(.verbWithoutTable(span, typed: typed, following: following))
    let start = cursor
    var stages = [stage()]
    // What was meant for another place is no second fault.
    if !isAtEnd, !isAtPipe { skipToStepEnd() }
    moreStages(&stages)
    return .pipeline(Pipeline(source: nil, stages: stages, span: self.span(from: start)))
  }

  /// `select … from` stands on the line.
  private var hasForeignSource: Bool { foreignSource != nil }

  /// The name after `from` on this statement's lines.
  private var foreignSource: String? {
    var position = cursor
    while position + 1 < tokens.count, tokens[position].kind != .end {
      if position > cursor, tokens[position].lineBreak != .none { return nil }
      if case .name(let text) = tokens[position].kind, Habits.isFrom(text),
        let table = tokens[position + 1].name
      {
        return table.text
      }
      position += 1
    }
    return nil
  }

  private mutating func selectFrom() -> Statement.Kind {
    let start = cursor
    let table = foreignSource ?? ""
    let keepsAll = peek().isSymbol(.times)
    while !isAtEnd { advance() }
    // The report belongs to the place of the word, not to where reading goes on.
    report(.selectFrom(tokens[start].span, table: table, keepsAll: keepsAll))
    return .invalid
  }

  /// `from events`, `show x`, `var x = 1`: statements of other languages.
  private mutating func foreignStatement() -> Statement.Kind? {
    guard case .name(let typed) = current.kind, let habit = Habits.statement(typed) else {
      return nil
    }
    let next = peek()
    guard next.lineBreak == .none, startsOperand(next), !next.isSymbol(.openParenthesis) else {
      return nil
    }
    report(.habit(current.span, typed: typed, habit: habit))
    advance(as: .error)
    while !isAtEnd { advance() }
    return .invalid
  }
}
