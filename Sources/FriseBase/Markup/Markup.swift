/// What a piece of a text means; how that looks is settled at the edge (`AnsiPainter`).
package enum MarkupRole: UInt8, Sendable, Hashable, CaseIterable {
  /// Nothing in particular.
  case plain
  /// The word «error» and its code.
  case error
  /// The word «warning» and its code.
  case warning
  /// The caret line under the fault.
  case caret
  /// The line under another place that matters.
  case secondary
  /// Worth a second look: a message, a title.
  case emphasis
  /// Less than the rest: frames, gutters, context.
  case dim
  /// The name of a column, a table, a unit.
  case name
  /// A number, a date.
  case number
  /// A text literal.
  case text
  /// A word of the language.
  case keyword
  /// Something to go to: a path, an address, a topic of help.
  case link
  /// A heading, a column's title.
  case heading
}

/// A text in pieces, each with its role. Pieces are never empty, and neighbours differ in role.
package struct Markup: Sendable, Hashable {
  /// A piece of text of one role.
  package struct Piece: Sendable, Hashable {
    package var text: String
    package let role: MarkupRole
  }

  package private(set) var pieces: [Piece] = []

  package init() {}

  package init(_ text: String, _ role: MarkupRole = .plain) {
    append(text, role)
  }

  /// Adds a text at the end.
  package mutating func append(_ text: String, _ role: MarkupRole = .plain) {
    guard !text.isEmpty else { return }
    if pieces.last?.role == role {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(Piece(text: text, role: role))
    }
  }

  /// Adds all pieces of another markup at the end.
  package mutating func append(_ other: Markup) {
    for piece in other.pieces { append(piece.text, piece.role) }
  }

  /// The text alone.
  package var text: String { pieces.map(\.text).joined() }

  package var isEmpty: Bool { pieces.isEmpty }
}
