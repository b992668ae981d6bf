package import FriseBase

/// One cell. Columns hold data in bulk; a `Value` is made only at the edges: literals, one-line
/// answers, the keys of a group, what a renderer prints.
package indirect enum Value: Sendable {
  case none
  case number(ExactNumber)
  case figure(Figure)
  case text(String)
  /// A text in both tongues: compared in both, shown in the session's.
  case bilingual(Localized)
  case date(DateValue)
  case duration(CalendarDuration)
  case truth(Truth)
  /// A row of a linked table: a unit of a structure, an event.
  case link(Registry, row: Int32)
  case list([Value])
}

/// The type of a column or of an expression, known before any row is read.
package indirect enum ValueType: Sendable, Hashable {
  /// The literal `none` alone: fits everywhere.
  case none
  case number
  case figure
  case text
  case bilingual
  case date
  case duration
  case truth
  case link(TableID)
  case list(ValueType)
}

/// What a table is called inside the session: its English name, or the user's own.
package struct TableID: Sendable, Hashable {
  package let name: String
  package init(_ name: String) { self.name = name }
}
