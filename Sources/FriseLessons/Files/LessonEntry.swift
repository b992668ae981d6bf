import FriseBase
import FriseSyntax

/// `key: value`, its continuation lines included.
struct LessonEntry {
  /// The word the key begins with; nil when no such word may stand here (it was reported).
  let term: LessonTerm
  /// `1` of `hint.1.en`.
  let number: Int?
  /// `en` of `hint.1.en`, or the key itself where that is a tongue.
  let tongue: Tongue?
  let keySpan: ByteSpan
  /// The bytes of the value, one piece a line, without spaces around and without comments.
  var pieces: [ByteSpan]

  /// The place of the whole value; the key's when it is empty.
  var span: ByteSpan {
    guard let first = pieces.first, let last = pieces.last else { return keySpan }
    return first.union(last)
  }

  /// The value on one line.
  func text(in source: SourceText) -> String {
    pieces.map { source.text($0) }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What makes two entries of a block say the same thing.
  var identity: String {
    "\(term.rawValue).\(number ?? 0).\(tongue?.tag ?? "")"
  }
}

/// `- key: value | key: value`: an item of the list of a block.
struct LessonItem {
  let span: ByteSpan
  var fields: [LessonEntry]
}

/// A block as it stands in the file: the head of the file, or what `@type id` opens.
struct LessonSection {
  /// Nil for the head of the file, and for a type that there is not (it was reported).
  let type: LessonTerm?
  let id: String
  /// Where the id stands, or the type where there is none.
  let span: ByteSpan
  var entries: [LessonEntry] = []
  var items: [LessonItem] = []

  func entry(_ term: LessonTerm, number: Int? = nil, tongue: Tongue? = nil) -> LessonEntry? {
    entries.first { $0.term == term && $0.number == number && $0.tongue == tongue }
  }
}
