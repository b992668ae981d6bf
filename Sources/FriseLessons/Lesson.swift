package import FriseBase
package import FriseSyntax

/// A lesson: what its file says, read and checked for form. Queries in it are not run yet.
package struct Lesson: Sendable {
  /// The file, for the places of what `verify` finds.
  package let source: SourceText
  /// The name by which it is played.
  package let name: String
  package let version: Int
  package let title: LessonText
  /// The ages it is for, both ends included.
  package let ages: ClosedRange<Int>
  package let minutes: Int
  /// The historical question the whole lesson serves.
  package let centralQuestion: LessonText
  package let blocks: [LessonBlock]

  /// The blocks that ask something.
  package var questions: [LessonBlock] { blocks.filter { $0.type != .text } }
}

/// A text with its places, in one tongue or both.
package struct LessonText: Sendable, Hashable {
  package let english: String?
  package let french: String?
  /// Where the text stands: that of a tongue that is there.
  package let span: ByteSpan

  package init(english: String?, french: String?, span: ByteSpan) {
    self.english = english
    self.french = french
    self.span = span
  }

  /// A text of both tongues that stands in no file.
  package init(_ text: Localized) {
    self.init(english: text.english, french: text.french, span: ByteSpan(0, 0))
  }

  /// The text in a tongue; the other tongue's where it is missing.
  package subscript(tongue: Tongue) -> String {
    (tongue == .english ? english ?? french : french ?? english) ?? ""
  }

  /// Both tongues, each with its fallback.
  package var localized: Localized { Localized(en: self[.english], fr: self[.french]) }

  /// The tongue it lacks, or nil.
  package var missing: Tongue? {
    english == nil ? .english : french == nil ? .french : nil
  }
}

/// A query of a lesson, stored once; it is shown with the words of the pupil's tongue.
package struct LessonQuery: Sendable, Hashable {
  package let text: String
  /// The bytes of the file that it is made of, one piece a line; none for a query of no file.
  package let pieces: [ByteSpan]

  package init(text: String, pieces: [ByteSpan] = []) {
    self.text = text
    self.pieces = pieces
  }

  /// Where it stands in the file.
  package var span: ByteSpan {
    guard let first = pieces.first, let last = pieces.last else { return ByteSpan(0, 0) }
    return first.union(last)
  }

  /// The query alone in its place, all else of the file blank: what is found wrong with it then
  /// bears its true line and column.
  package func inPlace(of source: SourceText) -> SourceText {
    var bytes = [UInt8](repeating: 0x20, count: source.bytes.count)
    for piece in pieces {
      let range = Int(piece.start)..<min(Int(piece.end), source.bytes.count)
      bytes.replaceSubrange(range, with: source.bytes[range])
    }
    return SourceText(name: source.name, bytes: bytes)
  }
}

/// One step of a lesson: something to read, or a question.
package struct LessonBlock: Sendable {
  package let id: String
  package let type: LessonTerm
  /// Where its `@type id` stands.
  package let span: ByteSpan
  package let text: LessonText
  package let task: Task
  /// At most three: the idea, the word, a query with a hole.
  package let hints: [Hint]
  package let reply: LessonText?
  /// Ids of rows, or names of tables, that the question rests on.
  package let facts: [FactReference]
  /// Where a fact outside the data comes from.
  package let source: String?
  package let tags: Set<Tag>
  /// Further answers that `verify` expects to pass, and answers it expects to fail.
  package let alsoRight: [LessonQuery]
  package let traps: [LessonQuery]

  package init(
    id: String, type: LessonTerm, span: ByteSpan = ByteSpan(0, 0), text: LessonText, task: Task,
    hints: [Hint] = [], reply: LessonText? = nil, facts: [FactReference] = [],
    source: String? = nil, tags: Set<Tag> = [], alsoRight: [LessonQuery] = [],
    traps: [LessonQuery] = []
  ) {
    self.id = id
    self.type = type
    self.span = span
    self.text = text
    self.task = task
    self.hints = hints
    self.reply = reply
    self.facts = facts
    self.source = source
    self.tags = tags
    self.alsoRight = alsoRight
    self.traps = traps
  }

  /// A help towards an answer.
  package enum Hint: Sendable, Hashable {
    case text(LessonText)
    /// A query with a hole, `___`.
    case query(LessonQuery)
  }

  /// What must be said of a block with care.
  package enum Tag: Sendable, Hashable {
    /// It speaks of people who died: announced, and skipped without loss.
    case deaths
    /// A superlative or self-praise of an organisation.
    case claim
  }
}

/// A row of the data by its id, or a whole table by its name.
package struct FactReference: Sendable, Hashable {
  package let name: String
  package let span: ByteSpan

  package init(_ name: String, span: ByteSpan = ByteSpan(0, 0)) {
    self.name = name
    self.span = span
  }
}

extension LessonTerm {
  /// The name that files and results use: the English form.
  var name: String { LessonTermEntry.entry(self)?.forms.english ?? "" }
}
