package import FriseBase
package import FriseLanguage
import FriseSyntax

/// What reading a lesson file gave: the lesson, unless something is wrong with it.
package struct LessonReading: Sendable {
  package let source: SourceText
  /// Nil when there is an error among the diagnostics.
  package let lesson: Lesson?
  package let diagnostics: [LocatedDiagnostic]

  package init(source: SourceText, lesson: Lesson?, diagnostics: [LocatedDiagnostic] = []) {
    self.source = source
    self.lesson = lesson
    self.diagnostics = diagnostics
  }
}

/// Reads lesson files (lessons, section 1): scans the lines, then makes a question of each block.
/// Every fault is reported, not only the first.
package struct LessonReader {
  let source: SourceText
  var sink: DiagnosticSink

  /// Reads the bytes of a lesson file.
  /// - Parameters:
  ///   - name: What diagnostics call the file.
  ///   - bytes: Any bytes; those that are not UTF-8 are an error with its line.
  /// - Returns: The lesson, or none, and all that is wrong with it.
  package static func read(name: String, bytes: [UInt8]) -> LessonReading {
    let source = SourceText(name: name, bytes: bytes)
    if let offset = SourceText.firstBadByte(bytes) {
      return LessonReading(
        source: source, lesson: nil,
        diagnostics: [
          LocatedDiagnostic(source: source, diagnostic: .otherEncoding(bytes, at: offset))
        ])
    }
    let scanner = LessonScanner(source)
    var reader = LessonReader(source: source, sink: scanner.sink)
    let lesson = reader.lesson(scanner.sections)
    let found = reader.sink.diagnostics.sorted { $0.label.span.start < $1.label.span.start }
    return LessonReading(
      source: source, lesson: reader.sink.hasErrors ? nil : lesson,
      diagnostics: found.map { LocatedDiagnostic(source: source, diagnostic: $0) })
  }

  // MARK: The head

  private mutating func lesson(_ sections: [LessonSection]) -> Lesson? {
    guard let head = sections.first else { return nil }
    let what = Localized(en: "A lesson", fr: "Une leçon")
    let place = head.entries.first?.keySpan ?? ByteSpan(0, 0)
    if let item = head.items.first { sink.report(.notALine(at: item.span)) }
    let title = text(.title, head)
    let question = text(.question, head)
    let name = head.entry(.lesson).map { $0.text(in: source) }
    for (term, isMissing) in [
      (LessonTerm.lesson, name == nil), (.title, title == nil), (.question, question == nil),
    ] where isMissing { sink.report(.missingKey(term, for: what, at: place)) }
    if let name { check(name: name, head.entry(.lesson)?.span ?? place) }
    let version = wholeNumber(.version, head, least: 1) ?? 1
    let (ages, minutes) = (ages(head), minutes(head))
    let blocks = sections.dropFirst().compactMap { block($0) }
    guard let name, let title, let question else { return nil }
    return Lesson(
      source: source, name: name, version: version, title: title, ages: ages, minutes: minutes,
      centralQuestion: question, blocks: blocks)
  }

  /// The name of a lesson, which is typed and kept in files: letters, digits and hyphens.
  private mutating func check(name: String, _ span: ByteSpan) {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    if name.isEmpty || !isPlain {
      sink.report(
        .unreadableValue(
          .lesson, name,
          remedy: Localized(
            en: "A name has letters, digits and hyphens: what-is-counted.",
            fr: "Un nom a des lettres, des chiffres et des traits d’union\u{202F}: que-compte-t-on."
          ),
          at: span))
    }
  }

  private mutating func ages(_ head: LessonSection) -> ClosedRange<Int> {
    guard let entry = head.entry(.age) else {
      sink.report(
        .missingKey(
          .age, for: Localized(en: "A lesson", fr: "Une leçon"),
          at: head.entries.first?.keySpan ?? ByteSpan(0, 0)))
      return 14...18
    }
    let text = entry.text(in: source)
    let numbers = Self.numbers(text)
    if let first = numbers.first, let last = numbers.last, numbers.count <= 2, first <= last {
      return first...last
    }
    sink.report(
      .unreadableValue(
        .age, text,
        remedy: Localized(en: "Write it as 14-18.", fr: "L’écrire comme 14-18."), at: entry.span))
    return 14...18
  }

  private mutating func minutes(_ head: LessonSection) -> Int {
    guard let entry = head.entry(.duration) else { return 0 }
    let text = entry.text(in: source)
    if let number = Self.numbers(text).first, Self.numbers(text).count == 1 { return number }
    sink.report(
      .unreadableValue(
        .duration, text,
        remedy: Localized(en: "Write it as 50 min.", fr: "L’écrire comme 50 min."),
        at: entry.span))
    return 0
  }

  // MARK: Pieces

  /// The runs of digits in a text.
  static func numbers(_ text: String) -> [Int] {
    text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
  }

  /// A text with its tongues, or nil where neither is there. `key:` alone serves both.
  func text(_ term: LessonTerm, number: Int? = nil, _ section: LessonSection) -> LessonText? {
    text(term, number: number, section.entries)
  }

  func text(_ term: LessonTerm, number: Int? = nil, _ entries: [LessonEntry]) -> LessonText? {
    func find(_ term: LessonTerm, _ tongue: Tongue?) -> LessonEntry? {
      entries.first { $0.term == term && $0.number == number && $0.tongue == tongue }
    }
    let both = find(term, nil)
    let english = term == .english ? find(.english, .english) : find(term, .english) ?? both
    let french = term == .english ? find(.french, .french) : find(term, .french) ?? both
    guard let span = (english ?? french)?.span else { return nil }
    func value(_ entry: LessonEntry?) -> String? {
      let text = entry?.text(in: source)
      return text?.isEmpty == true ? nil : text
    }
    guard value(english) != nil || value(french) != nil else { return nil }
    return LessonText(english: value(english), french: value(french), span: span)
  }

  func query(_ entry: LessonEntry?) -> LessonQuery? {
    guard let entry else { return nil }
    let text = entry.text(in: source)
    return text.isEmpty ? nil : LessonQuery(text: text, pieces: entry.pieces)
  }

  mutating func wholeNumber(_ term: LessonTerm, _ section: LessonSection, least: Int) -> Int? {
    guard let entry = section.entry(term) else { return nil }
    let text = entry.text(in: source)
    let digits = term == .overlap ? text.filter { $0 != "%" && !$0.isWhitespace } : text
    if let number = Int(digits), number >= least { return number }
    sink.report(
      .unreadableValue(
        term, text,
        remedy: Localized(
          en: "A whole number from \(least) is expected.",
          fr: "Un nombre entier à partir de \(least) est attendu."), at: entry.span))
    return nil
  }

  /// The words of an entry that commas, semicolons or spaces part, each with its place.
  func references(_ entry: LessonEntry?) -> [FactReference] {
    guard let entry else { return [] }
    var found: [FactReference] = []
    for piece in entry.pieces {
      var start: Int?
      for offset in Int(piece.start)...Int(piece.end) {
        let isSeparator =
          offset == Int(piece.end) || [0x20, 0x09, 0x2C, 0x3B].contains(source.bytes[offset])
        if !isSeparator, start == nil { start = offset }
        if isSeparator, let begun = start {
          let span = ByteSpan(begun, offset)
          found.append(FactReference(source.text(span), span: span))
          start = nil
        }
      }
    }
    return found
  }
}
