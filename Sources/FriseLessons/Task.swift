package import FriseBase

/// What a block asks for, and what settles the answer.
package enum Task: Sendable {
  case reading
  /// `right` holds indices into the options; with `allowsSeveral` exactly those must be given.
  case choice([Option], right: Set<Int>, allowsSeveral: Bool)
  /// Things to put in order. An item level with the one before it shares its rank.
  case ordering([OrderedItem])
  /// A date, and how many years beside it are still right.
  case place(Expected, toleranceYears: Int)
  /// A period, and the share (0…1) of what is common in all that either covers.
  case interval(Expected, share: Double)
  /// Each item with its partner.
  case matching([(item: LessonText, partner: LessonText)])
  case query(ReferenceQuery)
  case estimate(Expected)
  /// Ids of facts, any one of which answers.
  case citation([FactReference])
  /// The units of a structure from one to another.
  case path(table: String, start: String, end: String)
  /// A text of the pupil's own; the criteria are for the teacher.
  case free(criteria: [LessonText])
  /// Answers none of which the sources allow: «we cannot know» is right.
  case unknown([Option])
}

/// One of several answers, with what is said to who takes it.
package struct Option: Sendable {
  package let text: LessonText
  package let reply: LessonText?

  package init(_ text: LessonText, reply: LessonText? = nil) {
    self.text = text
    self.reply = reply
  }
}

/// A thing to put in order: a text, or a row of the data with its own title and date.
package enum OrderedItem: Sendable {
  case text(LessonText, isLevelWithPrevious: Bool)
  case fact(FactReference)
}

/// An answer written in the file, computed from the data, or both (`verify` then compares them).
package struct Expected: Sendable {
  package let written: String?
  package let span: ByteSpan
  package let computed: LessonQuery?

  package init(written: String?, span: ByteSpan = ByteSpan(0, 0), computed: LessonQuery? = nil) {
    self.written = written
    self.span = span
    self.computed = computed
  }
}

/// The query that answers a question, and what of its result counts.
package struct ReferenceQuery: Sendable {
  package let query: LessonQuery
  package let comparison: Comparison
  package let columns: ColumnRule

  package init(query: LessonQuery, comparison: Comparison, columns: ColumnRule = .any) {
    self.query = query
    self.comparison = comparison
    self.columns = columns
  }

  /// What of two results is compared.
  package enum Comparison: Sendable, Hashable {
    case value
    /// Rows as a multiset.
    case rows
    /// Rows in their order.
    case order
    /// Rows as a multiset, and the order of one column of the reference's result.
    case orderBy(String)
  }

  /// Which columns a result may have.
  package enum ColumnRule: Sendable, Hashable {
    /// The reference's in any order, and others.
    case any
    /// The reference's in their order, and others.
    case strict
    /// The reference's in any order, and no other.
    case exact
  }
}
