import FriseBase
import FriseModel
import FriseSyntax

/// Finds what may stand at the end of a text: reads what is before the word at the cursor with a
/// marker in the word's place, and asks the resolver what it knew there.
struct CandidateFinder {
  let engine: Engine
  /// What is typed of the word, quotation mark excluded.
  let typed: String
  let replaced: ByteSpan
  /// What stands before the word, the mark of an open text left out.
  let before: String
  /// The mark that opened the text the cursor is in, or nil.
  let quotation: UInt8?
  let statement: TypedStatement
  let position: CursorPosition
  let probe: Probe
  /// With false, values of columns that are not read yet are left out.
  let waits: Bool

  /// Names that nobody gives a column; a text must not be found either.
  private static let marker = "zqxjzqxj"

  var tongue: Tongue { engine.tongue }

  init(engine: Engine, source: SourceText, end: Int, waits: Bool) {
    self.engine = engine
    self.waits = waits
    let bytes = Array(source.bytes.prefix(max(0, end)))
    let quotation = Self.openQuotation(bytes)
    let start = quotation.map { $0 + 1 } ?? Self.wordStart(bytes)
    self.quotation = quotation.map { bytes[$0] == UInt8(ascii: "\"") ? UInt8(ascii: "\"") : 0xC2 }
    self.typed = String(decoding: bytes[min(start, bytes.count)...], as: UTF8.self)
    self.replaced = ByteSpan(start, bytes.count)
    before = String(decoding: bytes.prefix(quotation ?? start), as: UTF8.self)
    let marked = quotation == nil ? Self.marker : "\"\(Self.marker)\""
    let text = SourceText(name: source.name, text: before + marked)
    let offset = before.utf8.count
    let reading = Highlighter.reading(of: text)
    let statements = reading.parsed.script.statements
    let first =
      statements.last { Int($0.span.start) <= offset }.map { Int($0.span.start) } ?? offset
    statement = TypedStatement(
      Self.parts(of: reading.tokens, reading.spans, from: first, to: offset))
    position = statement.position(isInText: quotation != nil)
    let resolver = engine.assistingResolver(of: statements, text, probe: Probe(offset: offset))
    probe = resolver.probe ?? Probe(offset: offset)
  }

  /// The tokens within bytes, with what the parser took them for.
  private static func parts(
    of tokens: [Token], _ spans: [(ByteSpan, HighlightClass)], from start: Int, to end: Int
  ) -> [TypedStatement.Part] {
    var marks: [UInt32: HighlightClass] = [:]
    for (span, mark) in spans { marks[span.start] = mark }
    return tokens.compactMap { token in
      guard Int(token.span.start) >= start, Int(token.span.start) < end else { return nil }
      let mark = marks[token.span.start] ?? .name
      return TypedStatement.Part(token: token, mark: mark, word: word(of: token, as: mark))
    }
  }

  /// The word a token stands as.
  private static func word(of token: Token, as mark: HighlightClass) -> Word? {
    let roles: WordRoles? =
      switch mark {
      case .verb: [.verb, .aggregate, .relation, .infix]
      case .keyword, .operator: [.statement, .infix, .relation, .literal]
      case .function: [.function, .aggregate]
      default: nil
      }
    guard let roles else { return nil }
    return token.words.first { !Catalogue.entry($0).roles.isDisjoint(with: roles) }
  }

  /// Where the text that the end is in was opened, or nil outside texts.
  private static func openQuotation(_ bytes: [UInt8]) -> Int? {
    let lexed = Lexer.lex(SourceText(name: "", bytes: bytes))
    guard lexed.endsInsideText else { return nil }
    // The token of an open text is the last before the end.
    let start = lexed.tokens.dropLast().last.map { Int($0.span.start) } ?? bytes.count
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "\"") { return start }
    return bytes[start...].starts(with: "«".utf8) ? start + 1 : nil
  }

  /// Where the word before the end begins: letters, digits, `_`, and all of other scripts.
  private static func wordStart(_ bytes: [UInt8]) -> Int {
    var start = bytes.count
    while start > 0 {
      let byte = bytes[start - 1]
      let isWord =
        byte >= 0x80 || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      guard isWord else { break }
      start -= 1
    }
    return start
  }

  // MARK: Candidates

  func candidates() -> Candidates {
    var seen: Set<String> = []
    let key = TextFold.fold(typed)
    var items: [Candidate] = []
    var values = Values()
    // A number is finished by nobody else.
    let isNumber = typed.utf8.first.map { (0x30...0x39).contains($0) } == true
    if !isNumber || quotation != nil {
      values = self.values(key)
      let named = quotation == nil ? names() : []
      items = values.items + fitting(named.filter { TextFold.fold($0.text).hasPrefix(key) })
      items = items.filter { seen.insert($0.text).inserted }
    }
    return Candidates(
      replaced: replaced, items: items, valuesLeftOut: values.leftOut, valuesBegin: values.common,
      wantsFile: position == .file)
  }

  /// The names and words that may stand here.
  private func names() -> [Candidate] {
    switch position {
    case .statement:
      let pipe = engine.lastResultNumber == nil ? nil : signPipe
      return words([.statement], .statement) + tables() + definitions() + functions()
        + literals + tests + [pipe].compactMap { $0 }
    case .verb: return words([.verb, .aggregate], .verb) + stageWords() + functionDefinitions()
    case .operand: return operands()
    case .member: return members()
    case .column: return columns(of: probe.rows)
    case .table:
      let all = statement.verb == .join && !statement.stepWords.contains(.all)
      return tables() + definitions() + (all ? words([.all]) : [])
    case .unit: return units(plural: false)
    case .afterOperand: return followers()
    case .words(let list): return words(list)
    case .file: return []
    }
  }

  /// Bytes of text that may be read to find out what fits.
  private static let triedBytesMax = 60_000

  /// Those that the resolver accepts where the cursor is: a verb of structures for units alone, a
  /// column that can be compared with what stands before. All of them where the text is too long to
  /// try each.
  private func fitting(_ items: [Candidate]) -> [Candidate] {
    guard !before.isEmpty, items.count * before.utf8.count <= Self.triedBytesMax else {
      return items
    }
    return items.filter { candidate in
      switch candidate.kind {
      case .verb: Catalogue.word(candidate.text, as: .aggregate) != nil || mayStand(candidate.text)
      case .column, .definition:
        probe.left == nil || statement.parts.last?.mark == .verb || mayStand(candidate.text)
      case .word, .unit: mayBeRead(candidate.text)
      default: true
      }
    }
  }

  /// False when the parser finds a text misplaced in the cursor's place.
  private func mayBeRead(_ text: String) -> Bool {
    // «not» is nothing without what it denies.
    let isNot = position == .afterOperand && Catalogue.word(text, as: .infix) == .not
    let whole = isNot ? text + " " + Catalogue.form(.in, tongue) : text
    let (start, end) = (UInt32(before.utf8.count), UInt32(before.utf8.count + whole.utf8.count))
    let parsed = Parser.parse(SourceText(name: "<prompt>", text: before + whole))
    return !parsed.diagnostics.contains { diagnostic in
      let span = diagnostic.label.span
      return diagnostic.severity == .error && span.end > start && span.start < end
    }
  }

  /// False when a text in the cursor's place has a fault of names or types that begins there.
  private func mayStand(_ text: String) -> Bool {
    let source = SourceText(name: "<prompt>", text: before + text)
    let start = UInt32(before.utf8.count)
    let statements = Parser.parse(source).script.statements
    return !engine.assistingResolver(of: statements, source).diagnostics.contains { located in
      let diagnostic = located.diagnostic
      return diagnostic.severity == .error && diagnostic.label.span.start == start
    }
  }

  /// `|`, offered where nothing is typed yet and a result can be gone on from.
  private var signPipe: Candidate? {
    guard typed.isEmpty else { return nil }
    return Candidate(
      .sign, "| ", note: Localized(en: "goes on with the rows", fr: "continue avec les lignes"))
  }

  func words(_ list: [Word], _ kind: Candidate.Kind = .word) -> [Candidate] {
    list.map { word in
      let entry = Catalogue.entry(word)
      return Candidate(kind, entry.forms[tongue], note: entry.summary)
    }
  }

  private func words(_ roles: WordRoles, _ kind: Candidate.Kind) -> [Candidate] {
    words(Catalogue.entries(as: roles).map(\.word), kind)
  }

  /// Relations and `about`, `not` as steps.
  private func stageWords() -> [Candidate] {
    words(TypedStatement.stageRelations + [.within, .about, .not], .verb)
  }

  private func units(plural: Bool) -> [Candidate] {
    Catalogue.entries(as: .unit).filter { $0.word != .decadeYears }.map { entry in
      let text = plural ? Catalogue.plural(entry.word, tongue) : entry.forms[tongue]
      return Candidate(.unit, text, note: entry.summary)
    }
  }

  private func tables() -> [Candidate] {
    engine.visibleTables.map { schema in
      Candidate(.table, quoted(schema.name[tongue]), note: Localized(en: "table", fr: "table"))
    }
  }

  private func definitions() -> [Candidate] {
    engine.definedNames.map { name in
      Candidate(.definition, quoted(name), note: Localized(en: "defined here", fr: "défini ici"))
    }
  }

  private func functionDefinitions() -> [Candidate] {
    engine.environment.definitions.filter { $0.parameters != nil }.map { definition in
      Candidate(
        .definition, quoted(definition.name) + "(",
        note: Localized(en: "defined here", fr: "défini ici"))
    }
  }

  private func functions() -> [Candidate] {
    Catalogue.entries(as: .function).map { entry in
      Candidate(.function, entry.forms[tongue] + "(", note: entry.summary)
    }
  }

  /// A name as it is written, each part of one with points by itself.
  private func quoted(_ name: String) -> String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isPath = parts.allSatisfy { NameWriting.written($0) == $0 }
    return isPath ? name : NameWriting.written(name)
  }

  // MARK: Operands

  private func columns(of shape: Shape?) -> [Candidate] {
    guard let shape else { return [] }
    return shape.visibleColumns.map { index in
      let column = shape.columns[index]
      return Candidate(.column, quoted(column.name[tongue]), note: column.type.noun)
    }
  }

  /// Words that are a value.
  private var literals: [Candidate] {
    words([.none, .true, .false] + (engine.lastResultNumber == nil ? [] : [.it]))
  }

  /// Words that begin a test or a choice.
  private var tests: [Candidate] { words([.not, .certainly, .possibly, .about, .if]) }

  private func operands() -> [Candidate] {
    guard let rows = probe.rows else {
      return tables() + definitions() + functions() + literals + tests
    }
    var items = columns(of: rows)
    if rows.isStructure, rows.rowLink != nil {
      items += Catalogue.entries(as: .rowValue).map { entry in
        Candidate(.column, entry.forms[tongue], note: entry.summary)
      }
    }
    items += definitions()
    if statement.parts.last(where: { $0.mark == .verb })?.word == .rollup { items += tables() }
    switch statement.verb {
    case .summarise, .rollup:
      items += Catalogue.entries(as: .aggregate).map { entry in
        Candidate(.function, entry.forms[tongue] + "(", note: entry.summary)
      }
    default: break
    }
    return items + functions() + literals + tests
  }

  private func members() -> [Candidate] {
    switch probe.owner {
    case nil: return partsOfNames()
    case .rows(let shape): return columns(of: shape)
    case .value(let type):
      switch type.item {
      case .link(let table):
        guard let schema = engine.visibleTables.first(where: { $0.id == table }) else { return [] }
        let units = schema.isStructure ? Catalogue.entries(as: .rowValue) : []
        return columns(of: Shape(schema))
          + units.map { Candidate(.column, $0.forms[tongue], note: $0.summary) }
      case .bilingual:
        return Tongue.allCases.map { Candidate(.word, $0.tag) }
      case .date:
        return words(Resolver.dateParts.sorted { $0.rawValue < $1.rawValue }) + partsOfNames()
      default: return partsOfNames()
      }
    }
  }

  /// What follows the dot in columns whose names have one: `n.total`, `e.date` after a join.
  private func partsOfNames() -> [Candidate] {
    guard let owner = statement.parts.dropLast().last?.token.nameText, let rows = probe.rows else {
      return []
    }
    let start = TextFold.fold(owner) + "."
    return rows.visibleColumns.compactMap { index in
      let (name, type) = (rows.columns[index].name[tongue], rows.columns[index].type)
      guard TextFold.fold(name).hasPrefix(start), let dot = name.firstIndex(of: ".") else {
        return nil
      }
      return Candidate(.column, quoted(String(name[name.index(after: dot)...])), note: type.noun)
    }
  }

  // MARK: After an operand

  /// What may follow a complete operand in this step.
  private func followers() -> [Candidate] {
    var items: [Candidate] = []
    let (verb, step) = (statement.verb, statement.stepWords)
    if case .number = statement.parts.last?.token.kind, verb.map(Self.counting.contains) != true {
      items += units(plural: true)
    }
    if step.contains(.if), !step.contains(.then) { items += words([.then]) }
    if step.contains(.then), !step.contains(.else) { items += words([.else]) }
    if step.contains(.within), !step.contains(.of) { items += words([.of]) }
    switch verb {
    case nil where endsWithTable: return items + [signPipe].compactMap { $0 }
    case nil:
      return items + relations() + words([.and, .or, .mod]) + [signPipe].compactMap { $0 }
    case .sort: items += words([.desc, .asc])
    case .join where !step.contains(.on): return items + words([.on, .as])
    case .nearest: items += words([.to])
    case .within where !step.contains(.of): items += words([.of])
    case .summarise, .take, .skip, .count, .sum, .average, .median, .min, .max, .first, .last:
      if !step.contains(.by) { items += words([.by]) }
      if !step.contains(.each) { items += words([.each]) }
    default: break
    }
    if Self.testing.contains(verb ?? .whereVerb) {
      items += relations() + words([.and, .or, .mod])
    }
    return items + [signPipe].compactMap { $0 }
  }

  /// The verbs whose number counts rows.
  private static let counting: Set<Word> = [.take, .skip, .nearest]

  /// True behind the name of a table or of a definition.
  private var endsWithTable: Bool {
    guard statement.parts.last?.mark == .name, let name = statement.parts.last?.token.nameText
    else { return false }
    let key = TextFold.fold(name)
    return engine.definedNames.contains { TextFold.fold($0) == key }
      || engine.visibleTables.contains { schema in
        Tongue.allCases.contains { TextFold.fold(schema.name[$0]) == key }
      }
  }

  /// The verbs whose operands are tests, or may hold some.
  private static let testing: Set<Word> = [
    .whereVerb, .select, .derive, .summarise, .sort, .join, .rollup,
  ]

  /// The relations that fit what stands before: of a column alone by its type, else all.
  private func relations() -> [Candidate] {
    let time: [Word] = [.during, .overlaps, .before, .after, .meets, .within]
    guard let last = statement.parts.last, last.mark == .name, let name = last.token.nameText,
      let rows = probe.rows, let index = rows.column(named: name)
    else { return words(time + [.under, .above, .in, .contains, .matches, .is, .not]) }
    let type = rows.columns[index].type.item
    switch type {
    case .date: return words(time + [.in, .is, .not])
    case .link: return words([.under, .above, .in, .contains, .matches, .is, .not])
    case .text, .bilingual: return words([.contains, .matches, .in, .is, .not])
    default: return words([.in, .is, .not])
    }
  }
}

extension Token {
  /// The text of a name, without its backquotes.
  fileprivate var nameText: String? {
    switch kind {
    case .name(let text), .quotedName(let text): text
    default: nil
    }
  }
}
