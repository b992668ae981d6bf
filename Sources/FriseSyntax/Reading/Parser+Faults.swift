import FriseBase

/// What the grammar waits for, by the name a reader knows it by.
enum Expected {
  case value
  case name
  case table
  case verb
  case text
  case unit
  case duration
  case relation
  case word(Word)
  case sign(String)

  /// With its article.
  var described: Localized {
    switch self {
    case .value: Localized(en: "a value", fr: "une valeur")
    case .name: Localized(en: "a name", fr: "un nom")
    case .table:
      Localized(
        en: "a table, or a pipe in parentheses", fr: "une table, ou un tube entre parenthèses")
    case .verb:
      Localized(
        en: "a verb, such as “where” or “sort”",
        fr: "un verbe, comme «\u{202F}où\u{202F}» ou «\u{202F}trier\u{202F}»")
    case .text: Localized(en: "a text in \"…\"", fr: "un texte entre \"…\"")
    case .unit:
      Localized(
        en: "a unit of time (year, month, week, day, decade, century)",
        fr: "une unité de temps (an, mois, semaine, jour, décennie, siècle)")
    case .duration:
      Localized(en: "a duration, such as 2 years", fr: "une durée, comme 2 ans")
    case .relation:
      Localized(
        en: "a relation, such as “during” or “under”",
        fr: "une relation, comme «\u{202F}pendant\u{202F}» ou «\u{202F}sous\u{202F}»")
    case .word(let word):
      Localized(
        en: "“\(Catalogue.form(word, .english))”",
        fr: "«\u{202F}\(Catalogue.form(word, .french))\u{202F}»")
    case .sign(let sign): Localized(en: "“\(sign)”", fr: "«\u{202F}\(sign)\u{202F}»")
    }
  }
}

extension Parser {
  /// The empty place after what was last read.
  var endOfPrevious: ByteSpan {
    guard cursor > 0 else { return ByteSpan(start: current.span.start, end: current.span.start) }
    let end = tokens[cursor - 1].span.end
    return ByteSpan(start: end, end: end)
  }

  /// What was last read, as typed; nil at the start.
  var previousText: String? {
    cursor > 0 ? source.text(tokens[cursor - 1].span) : nil
  }

  /// Something must stand here and does not.
  mutating func reportMissing(_ expected: Expected) {
    if current.kind == .invalid, !isAtEnd { return }
    if isAtEnd || isAtPipe {
      return report(.missing(expected, after: previousText, at: endOfPrevious))
    }
    var notes: [Localized] = []
    let typed = source.text(current.span)
    if case .value = expected, current.isSymbol(.dot), let name = peek().name {
      notes.append(
        Localized(
          en: "a column is called by its name alone, without the point: \(name.text)",
          fr: "une colonne se nomme sans le point\u{202F}: \(name.text)"))
    } else if case .value = expected, current.words.contains(where: { $0 == .by || $0 == .of }) {
      notes.append(
        Localized(
          en: "“\(typed)” is left out here", fr: "ici, pas de «\u{202F}\(typed)\u{202F}»"))
    } else if case .value = expected, case .name = current.kind, !current.words.isEmpty {
      notes.append(
        Localized(
          en: "a column of that name is written `\(typed)`",
          fr: "une colonne de ce nom s’écrit `\(typed)`"))
    }
    report(.expected(expected, found: typed, at: current.span, notes: notes))
  }

  /// A relation stands where what it is asked of should: `where under "Africa"`.
  /// `span`: The word, with the `not` before it.
  mutating func reportMissingSubject(of relation: Word, typed span: ByteSpan) {
    let typed = source.text(span)
    let isVerb = ![.in, .contains, .matches].contains(relation)
    let subject: Localized =
      switch relation {
      case .under, .above: Localized(en: "place", fr: "lieu")
      case .in, .contains, .matches: Localized(en: "title", fr: "titre")
      default: Localized(same: "date")
      }
    var notes = [
      Localized(
        en: "name what is asked, as in: \(subject.english) \(typed) …",
        fr: "nommer ce dont il s’agit, comme\u{202F}: \(subject.french) \(typed) …")
    ]
    if isVerb {
      notes.append(
        Localized(
          en: "or ask it of the rows, right after the bar: | \(typed) …",
          fr: "ou le demander des lignes, juste après la barre\u{202F}: | \(typed) …"))
    }
    report(.expected(.value, found: typed, at: span, notes: notes))
  }

  /// Something stands here that nothing before it asks for.
  mutating func reportUnexpected() {
    if current.kind == .invalid { return }
    let span = current.span
    let typed = source.text(span)
    switch current.kind {
    case .symbol(.closeParenthesis), .symbol(.closeList):
      return report(.strayBracket(span, typed: typed))
    case .name(let text):
      if let habit = Habits.infix(text) { return report(.habit(span, typed: typed, habit: habit)) }
      let isVerb = current.words.contains {
        !Catalogue.entry($0).roles.isDisjoint(with: [.verb, .aggregate])
      }
      if isVerb { return report(.missingBar(span, typed: typed, after: previousText)) }
      let near =
        looseSuffix(text).map { [$0] }
        ?? Diagnostic.suggestions(for: span, typed: text, among: [.infix, .relation])
      return report(
        .unexpected(
          span, typed: typed, after: previousText,
          suggestions: near.isEmpty ? misspeltStatement : near))
    default:
      return report(
        .unexpected(
          span, typed: typed, after: previousText, suggestions: misspeltStatement,
          notes: notesOnUnexpected))
    }
  }

  /// `100k` for `100 k`.
  private func looseSuffix(_ text: String) -> Suggestion? {
    guard ["k", "M"].contains(text), cursor > 0, case .number = tokens[cursor - 1].kind else {
      return nil
    }
    let number = tokens[cursor - 1].span
    return Suggestion(number.union(current.span), Localized(same: source.text(number) + text))
  }

  /// What may have been meant by a bracket or a number that nothing asks for.
  private var notesOnUnexpected: [Localized] {
    if current.isSymbol(.openList) {
      return [
        Localized(
          en: "rows are taken with a verb, a column with a point: events | take 1, events.title",
          fr:
            "les lignes se prennent par un verbe, une colonne par un point\u{202F}: "
            + "événements | prendre 1, événements.titre")
      ]
    }
    guard case .number = current.kind, cursor > 0, case .name(let word) = tokens[cursor - 1].kind
    else { return [] }
    if tokens[cursor - 1].words.contains(.decadeYears) {
      return [
        Localized(
          en: "a decade has four digits and ends in 0: années 1990",
          fr: "une décennie a quatre chiffres et finit par 0\u{202F}: années 1990")
      ]
    }
    return Habits.isSeason(word) ? [Habits.typedDate] : []
  }

  /// The words of statements near the one name that the statement begins with, when it has read no
  /// more.
  private var misspeltStatement: [Suggestion] {
    guard cursor == statementStart + 1, case .name(let text) = tokens[statementStart].kind else {
      return []
    }
    let span = tokens[statementStart].span
    return Diagnostic.suggestions(for: span, typed: text, among: .statement)
  }
}
