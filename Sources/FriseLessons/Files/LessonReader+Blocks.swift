import FriseBase
import FriseSyntax

/// Making a question of a block.
extension LessonReader {
  /// The block of a section, or nil after reporting what it lacks.
  mutating func block(_ section: LessonSection) -> LessonBlock? {
    guard let type = section.type else { return nil }
    let what = Self.name(of: section)
    refuseIdleKeys(section, type, what)
    let own = text(.english, section)
    if own == nil { sink.report(.missingKey(.english, for: what, at: section.span)) }
    guard let task = task(section, type, what), let own else { return nil }
    return LessonBlock(
      id: section.id, type: type, span: section.span, text: own, task: task,
      hints: hints(section), reply: text(.reply, section),
      facts: references(section.entry(.facts)),
      source: section.entry(.source).map { $0.text(in: source) }, tags: tags(section),
      alsoRight: section.entries.filter { $0.term == .also }.compactMap { query($0) },
      traps: section.entries.filter { $0.term == .trap }.compactMap { query($0) })
  }

  /// How diagnostics call a block: `@choice total`.
  private static func name(of section: LessonSection) -> Localized {
    let forms = section.type.flatMap { LessonTermEntry.entry($0) }?.forms ?? Localized(same: "")
    return Localized(en: "@\(forms.english) \(section.id)", fr: "@\(forms.french) \(section.id)")
  }

  /// The keys that a type makes use of, beside those all have.
  private static func keys(of type: LessonTerm) -> Set<LessonTerm> {
    switch type {
    case .choice, .choices: [.right]
    case .place: [.answer, .computed, .tolerance]
    case .interval: [.answer, .computed, .overlap]
    case .query: [.answer, .compare, .columns]
    case .estimate: [.answer, .computed]
    case .cite: [.answer]
    case .path: [.table, .start, .end]
    default: []
    }
  }

  private mutating func refuseIdleKeys(
    _ section: LessonSection, _ type: LessonTerm, _ what: Localized
  ) {
    var known: Set<LessonTerm> = [.english, .french, .reply, .facts, .source, .tags]
    if type != .text { known.formUnion([.hint, .also, .trap]) }
    known.formUnion(Self.keys(of: type))
    for entry in section.entries where !known.contains(entry.term) {
      sink.report(.idleKey(source.text(entry.keySpan), of: what, at: entry.keySpan))
    }
    let lists: Set<LessonTerm> = [.choice, .choices, .order, .match, .free, .unknown]
    if !lists.contains(type), let item = section.items.first {
      sink.report(.idleKey("-", of: what, at: item.span))
    }
  }

  private mutating func task(
    _ section: LessonSection, _ type: LessonTerm, _ what: Localized
  ) -> Task? {
    switch type {
    case .choice, .choices: return choice(section, what)
    case .order: return order(section, what)
    case .place:
      let tolerance = wholeNumber(.tolerance, section, least: 0) ?? 0
      return expected(section, what).map { .place($0, toleranceYears: tolerance) }
    case .interval:
      let percent = wholeNumber(.overlap, section, least: 1) ?? 90
      return expected(section, what).map { .interval($0, share: Double(percent) / 100) }
    case .match: return match(section, what)
    case .query: return reference(section, what).map(Task.query)
    case .estimate: return expected(section, what).map(Task.estimate)
    case .cite:
      let ids = references(section.entry(.answer))
      if ids.isEmpty { sink.report(.missingKey(.answer, for: what, at: section.span)) }
      return ids.isEmpty ? nil : .citation(ids)
    case .path: return path(section, what)
    case .free:
      return .free(criteria: section.items.compactMap { text(.english, $0.fields) })
    case .unknown:
      let options = options(section, what, least: 1)
      return options.isEmpty ? nil : .unknown(options)
    default: return .reading
    }
  }

  // MARK: Lists

  private mutating func options(
    _ section: LessonSection, _ what: Localized, least: Int
  ) -> [Option] {
    let options = section.items.compactMap { item in
      text(.english, item.fields).map { Option($0, reply: text(.reply, item.fields)) }
    }
    if options.count < least || options.count < section.items.count {
      sink.report(.missingList(for: what, least: least, at: section.span))
      return []
    }
    return options
  }

  private mutating func choice(_ section: LessonSection, _ what: Localized) -> Task? {
    let options = options(section, what, least: 2)
    guard let entry = section.entry(.right) else {
      sink.report(.missingKey(.right, for: what, at: section.span))
      return nil
    }
    let value = entry.text(in: source)
    let numbers = Self.numbers(value)
    let isSingle = section.type == .choice
    let isFitting = numbers.allSatisfy { (1...max(1, options.count)).contains($0) }
    guard !numbers.isEmpty, isFitting, !isSingle || numbers.count == 1 else {
      if !options.isEmpty {
        sink.report(
          .unreadableValue(
            .right, value,
            remedy: isSingle
              ? Localized(
                en: "One number from 1 to \(options.count) is expected.",
                fr: "Un numéro de 1 à \(options.count) est attendu.")
              : Localized(
                en: "Numbers from 1 to \(options.count) are expected: 1, 3.",
                fr: "Des numéros de 1 à \(options.count) sont attendus\u{202F}: 1, 3."),
            at: entry.span))
      }
      return nil
    }
    return options.isEmpty
      ? nil : .choice(options, right: Set(numbers.map { $0 - 1 }), allowsSeveral: !isSingle)
  }

  private mutating func order(_ section: LessonSection, _ what: Localized) -> Task? {
    let items = section.items.compactMap { item -> OrderedItem? in
      if let fact = references(item.fields.first { $0.term == .fact }).first { return .fact(fact) }
      let isLevel = item.fields.first { $0.term == .tie }.map {
        LessonTermEntry.term($0.text(in: source), at: .value) == .yes
      }
      return text(.english, item.fields).map {
        .text($0, isLevelWithPrevious: isLevel ?? false)
      }
    }
    guard items.count > 1, items.count == section.items.count else {
      sink.report(.missingList(for: what, least: 2, at: section.span))
      return nil
    }
    return .ordering(items)
  }

  private mutating func match(_ section: LessonSection, _ what: Localized) -> Task? {
    var pairs: [(item: LessonText, partner: LessonText)] = []
    for item in section.items {
      guard let own = text(.english, item.fields) else { continue }
      guard let partner = text(.answer, item.fields) else {
        sink.report(
          .missingKey(
            .answer, for: Localized(en: "An item to match", fr: "Un élément à associer"),
            at: item.span))
        return nil
      }
      pairs.append((own, partner))
    }
    guard pairs.count > 1, pairs.count == section.items.count else {
      sink.report(.missingList(for: what, least: 2, at: section.span))
      return nil
    }
    return .matching(pairs)
  }

  // MARK: Answers

  private mutating func expected(_ section: LessonSection, _ what: Localized) -> Expected? {
    let written = section.entry(.answer)
    let computed = query(section.entry(.computed))
    if written == nil, computed == nil {
      sink.report(.missingKey(.answer, for: what, at: section.span))
      return nil
    }
    return Expected(
      written: written.map { $0.text(in: source) },
      span: written?.span ?? computed?.span ?? section.span, computed: computed)
  }

  private mutating func path(_ section: LessonSection, _ what: Localized) -> Task? {
    let terms: [LessonTerm] = [.table, .start, .end]
    let values = terms.map { term in section.entry(term).map { $0.text(in: source) } ?? "" }
    for (term, value) in zip(terms, values) where value.isEmpty {
      sink.report(.missingKey(term, for: what, at: section.span))
    }
    guard !values.contains("") else { return nil }
    return .path(table: values[0], start: values[1], end: values[2])
  }

  private mutating func reference(
    _ section: LessonSection, _ what: Localized
  ) -> ReferenceQuery? {
    guard let query = query(section.entry(.answer)) else {
      sink.report(.missingKey(.answer, for: what, at: section.span))
      return nil
    }
    return ReferenceQuery(
      query: query, comparison: comparison(section.entry(.compare)),
      columns: columns(section.entry(.columns)))
  }

  private mutating func comparison(_ entry: LessonEntry?) -> ReferenceQuery.Comparison {
    guard let entry else { return .rows }
    let words = entry.text(in: source).split(separator: " ").map(String.init)
    let term = words.first.flatMap { LessonTermEntry.term($0, at: .value) }
    switch (term, words.count) {
    case (.value, 1): return .value
    case (.rows, 1): return .rows
    case (.inOrder, 1): return .order
    case (.orderBy, 2): return .orderBy(words[1])
    default:
      sink.report(
        .unreadableValue(
          .compare, words.joined(separator: " "),
          remedy: Localized(
            en: "value, rows, order, or order-by and a column: order-by date.",
            fr: "valeur, lignes, ordre, ou ordre-par et une colonne\u{202F}: ordre-par date."),
          at: entry.span))
      return .rows
    }
  }

  private mutating func columns(_ entry: LessonEntry?) -> ReferenceQuery.ColumnRule {
    guard let entry else { return .any }
    let text = entry.text(in: source)
    switch LessonTermEntry.term(text, at: .value) {
    case .strict: return .strict
    case .exact: return .exact
    default:
      sink.report(
        .unreadableValue(
          .columns, text,
          remedy: Localized(en: "strict or exact.", fr: "strictes ou exactes."), at: entry.span))
      return .any
    }
  }

  // MARK: Hints and tags

  private mutating func hints(_ section: LessonSection) -> [LessonBlock.Hint] {
    for entry in section.entries where entry.term == .hint {
      guard let number = entry.number, (1...3).contains(number) else {
        sink.report(
          .unreadableValue(
            .hint, source.text(entry.keySpan),
            remedy: Localized(
              en: "There are three hints: hint.1.en, hint.2.en, hint.3.",
              fr: "Il y a trois indices\u{202F}: indice.1.fr, indice.2.fr, indice.3."),
            at: entry.keySpan))
        continue
      }
    }
    return (1...3).compactMap { number in
      // A hint without a tongue is a query: it is shown with the words of the pupil's.
      if let query = query(section.entry(.hint, number: number)) { return .query(query) }
      return text(.hint, number: number, section).map(LessonBlock.Hint.text)
    }
  }

  private mutating func tags(_ section: LessonSection) -> Set<LessonBlock.Tag> {
    var tags: Set<LessonBlock.Tag> = []
    for reference in references(section.entry(.tags)) {
      switch LessonTermEntry.term(reference.name, at: .value) {
      case .deaths: tags.insert(.deaths)
      case .claim: tags.insert(.claim)
      default:
        sink.report(
          .unreadableValue(
            .tags, reference.name,
            remedy: Localized(en: "deaths or claim.", fr: "décès ou affirmation."),
            at: reference.span))
      }
    }
    return tags
  }
}
