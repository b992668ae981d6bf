import FriseBase
import FriseLanguage
import FriseModel
import FriseStore
import FriseSyntax
import FriseTestSupport
import Testing

/// Completion at every position of the grammar: the positions are those of the examples of the
/// catalogue and of the saved queries, in both tongues, so that a new word brings its own.
struct EveryPositionTests {
  /// A place in a query where a word stands.
  private struct Place: Sendable {
    /// What is before the word.
    let before: String
    /// The word as it is typed.
    let word: String
    let tongue: Tongue
    /// The word stands in a text.
    let isText: Bool
  }

  /// Every example of the help, and every saved query.
  private static let queries: [String] = {
    let saved = Repository.files(below: "Scripts/queries", suffix: ".frise")
    return Catalogue.entries.flatMap { $0.examples.map(\.query) }
      + saved.compactMap(Repository.text)
  }()

  private static func engine(_ tongue: Tongue) throws -> Engine {
    Engine(
      data: try BuiltInData.dataSet(), tongue: tongue,
      files: FileAccess(read: { path, _ in
        .failure(DataFailure(code: "E401", file: path, message: Localized(same: path)))
      }), interrupt: Interrupt())
  }

  /// A query in a tongue, its names and values with it.
  private static func printed(_ query: String, _ tongue: Tongue, _ engine: Engine) -> String {
    let source = SourceText(name: "<prompt>", text: query)
    let replacements = Dictionary(
      engine.prepare(source).translations.map { ($0.span, $0.forms[tongue]) },
      uniquingKeysWith: { first, _ in first })
    return Printer.print(
      Parser.parse(source).script, source: source, tongue: tongue, replacements: replacements)
  }

  /// The places of a query whose word is not one that the query itself makes up.
  private static func places(of query: String, _ tongue: Tongue) -> [Place] {
    let source = SourceText(name: "<prompt>", text: query)
    let classes = Dictionary(
      Highlighter.spans(of: source).map { ($0.0.start, $0.1) }, uniquingKeysWith: { $1 })
    var places: [Place] = []
    for token in Lexer.lex(source).tokens {
      let text = source.text(token.span)
      let before = String(decoding: source.bytes.prefix(Int(token.span.start)), as: UTF8.self)
      switch token.kind {
      case .name where classes[token.span.start] != .error:
        places.append(Place(before: before, word: text, tongue: tongue, isText: false))
      case .text:
        places.append(
          Place(
            before: before + text.prefix(1), word: String(text.dropFirst()), tongue: tongue,
            isText: true))
      default: break
      }
    }
    return places
  }

  /// Names that a query makes up: what `let`, `param`, `derive`, `rename`, `as` and definitions
  /// name, before and after.
  private static func madeNames(in query: String) -> Set<String> {
    let tokens = Lexer.lex(SourceText(name: "", text: query)).tokens
    var made: Set<String> = []
    func name(at index: Int) -> String? {
      guard tokens.indices.contains(index), case .name(let text) = tokens[index].kind else {
        return nil
      }
      return TextFold.fold(text)
    }
    for index in tokens.indices {
      guard let text = name(at: index) else { continue }
      let defines = tokens[index].words.contains {
        [.letStatement, .paramStatement, .as].contains($0)
      }
      if defines, let next = name(at: index + 1) { made.insert(next) }
      if case .symbol(.equal) = tokens[min(index + 1, tokens.count - 1)].kind { made.insert(text) }
      // The parameters of a definition: `let f(a, b) =`.
      if defines, case .symbol(.openParenthesis) = tokens[min(index + 2, tokens.count - 1)].kind {
        var inner = index + 3
        while inner < tokens.count, tokens[inner].kind != .symbol(.closeParenthesis) {
          if let parameter = name(at: inner) { made.insert(parameter) }
          inner += 1
        }
      }
    }
    return made
  }

  /// True for a query that defines something with parameters: `let f(a, b) = …`.
  private static func hasParameters(_ query: String) -> Bool {
    let tokens = Lexer.lex(SourceText(name: "", text: query)).tokens
    return tokens.indices.dropLast(2).contains { index in
      tokens[index].words.contains(.letStatement)
        && tokens[index + 2].kind == .symbol(.openParenthesis)
    }
  }

  /// True behind `contains` and `matches`, which take a part of a value.
  private static func isSought(_ before: String) -> Bool {
    let word = before.dropLast().split(separator: " ").last.map(String.init) ?? ""
    return Catalogue.words(word).contains { $0 == .contains || $0 == .matches }
  }

  @Test(arguments: Tongue.allCases)
  func whatStandsInAQueryIsOffered(tongue: Tongue) throws {
    let engine = try Self.engine(tongue)
    var tried = 0
    var texts = 0
    var missing: [String] = []
    for query in Self.queries {
      let query = Self.printed(query, tongue, engine)
      // In the body of a definition with parameters nothing is known of the rows.
      if Self.hasParameters(query) { continue }
      let made = Self.madeNames(in: query)
      for place in Self.places(of: query, tongue) where !made.contains(TextFold.fold(place.word)) {
        let source = SourceText(name: "<prompt>", text: place.before + place.word.prefix(1))
        let found = engine.candidates(at: source.bytes.count, in: source)
        // A text of the query's own is no value of the data, and a part of one is none.
        if place.isText, found.items.isEmpty || Self.isSought(place.before) { continue }
        tried += 1
        let key = TextFold.fold(place.word)
        let isOffered = found.items.contains { candidate in
          let text = TextFold.fold(candidate.text)
          return text == key || text == key + "(" || text.hasPrefix(key + "\"")
            || Catalogue.words(place.word).contains { word in
              TextFold.fold(Catalogue.form(word, tongue)) == text
                || TextFold.fold(Catalogue.plural(word, tongue)) == text
                || TextFold.fold(Catalogue.form(word, tongue)) + "(" == text
            }
        }
        if isOffered { texts += place.isText ? 1 : 0 }
        // A text may be an id, or a name in the other tongue.
        if !isOffered, !place.isText {
          missing.append("\(place.before)⟨\(place.word)⟩ \(found.items.prefix(6).map(\.text))")
        }
      }
    }
    #expect(tried > 300)
    #expect(texts > 20)
    #expect(missing.isEmpty, "\(missing.count)\n\(missing.prefix(40).joined(separator: "\n"))")
  }

  /// What is offered reads: no word of it is misplaced; and a verb suits the rows.
  @Test(arguments: Tongue.allCases)
  func whatIsOfferedMayStandThere(tongue: Tongue) throws {
    let engine = try Self.engine(tongue)
    var seen: Set<String> = []
    var wrong: [String] = []
    var tried = 0
    for query in Self.queries {
      let query = Self.printed(query, tongue, engine)
      for place in Self.places(of: query, tongue) where !place.isText {
        // A place like one that was tried tells nothing new.
        let tail = place.before.split(separator: " ").suffix(2).joined(separator: " ")
        guard seen.insert(tail).inserted else { continue }
        let source = SourceText(name: "<prompt>", text: place.before)
        for candidate in Self.sample(engine.candidates(at: source.bytes.count, in: source).items) {
          tried += 1
          let faults = Self.faults(of: place.before, candidate, engine)
          if let fault = faults.first {
            wrong.append("\(place.before)⟨\(candidate.text)⟩ \(fault)")
          }
        }
      }
    }
    #expect(tried > 500)
    #expect(wrong.isEmpty, "\(wrong.count)\n\(wrong.prefix(40).joined(separator: "\n"))")
  }

  /// A few candidates of each kind, the words all.
  private static func sample(_ items: [Candidate]) -> [Candidate] {
    var counts: [Candidate.Kind: Int] = [:]
    return items.filter { candidate in
      counts[candidate.kind, default: 0] += 1
      switch candidate.kind {
      case .column, .function, .table: return counts[candidate.kind, default: 0] <= 4
      case .value: return counts[candidate.kind, default: 0] <= 2
      default: return true
      }
    }
  }

  /// The faults of a candidate behind a text that no further text would cure: those that the parser
  /// finds in it, and for a verb what the rows lack.
  private static func faults(
    of before: String, _ candidate: Candidate, _ engine: Engine
  ) -> [String] {
    var text = candidate.text
    while text.last == " " { text.removeLast() }
    let source = SourceText(name: "<prompt>", text: before + text)
    let (start, end) = (UInt32(before.utf8.count), UInt32(source.bytes.count))
    return engine.prepare(source).diagnostics.map(\.diagnostic).filter { diagnostic in
      let (code, span) = (diagnostic.code.text, diagnostic.label.span)
      // «not» is nothing without what it denies.
      let isNot = Catalogue.word(candidate.text, as: .infix) == .not
      let isMisplaced = code.hasPrefix("E1") && !isNot && span.end > start && span.start < end
      let isUnsuited = candidate.kind == .verb && code == "E210" && span.start == start
      return isMisplaced || isUnsuited
    }.map { "\($0.code.text) \($0.message.english)" }
  }
}
