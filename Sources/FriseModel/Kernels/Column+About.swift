import FriseBase

extension Answers {
  /// Yes for rows in which every word of `query` begins some word of some of the columns; undecided
  /// where no column has a text (language, section 6).
  package static func about(_ query: String, in columns: [Column], count: Int) -> Answers {
    var answers = Answers.constant(.yes, count: count)
    for word in TextWords.split(TextFold.fold(query)) {
      var found = Answers.constant(.undecided, count: count)
      for column in columns { found = found.either(column.hasWord(beginning: word)) }
      answers = answers.and(found)
    }
    return answers
  }
}

extension Column {
  /// Whether some word of the row's text, of its items, or of the names of the row it links to
  /// begins
  /// with `prefix`, itself a fold; undecided where there is no text.
  fileprivate func hasWord(beginning prefix: String) -> Answers {
    switch self {
    case .text(let column): column.hasWord(beginning: prefix)
    case .bilingual(let english, let french):
      english.hasWord(beginning: prefix).either(french.hasWord(beginning: prefix))
    case .list(let column): column.reduced(column.items.hasWord(beginning: prefix))
    case .link(let column):
      column.answers(holding: column.registry.rows(withWordBeginning: prefix))
    case .number, .figure, .date, .duration, .truth, .none:
      .constant(.undecided, count: count)
    }
  }
}

extension TextColumn {
  /// Whether some word of the row's text begins with `prefix`, itself a fold.
  fileprivate func hasWord(beginning prefix: String) -> Answers {
    answers(holding: pool.folds.codes(withWordBeginning: prefix.utf8.span))
  }
}

extension Registry {
  /// For each row, whether a word of its names or aliases begins with `prefix`, itself a fold.
  fileprivate func rows(withWordBeginning prefix: String) -> [Bool] {
    let names = englishNames.hasWord(beginning: prefix)
      .either(frenchNames.hasWord(beginning: prefix)).bytes
    var rows = names.map { $0 == Truth.yes.rawValue }
    let aliasNames = TextColumn(aliases.map(\.name))
    for (alias, answer) in zip(aliases, aliasNames.hasWord(beginning: prefix).bytes)
    where answer == Truth.yes.rawValue {
      rows[Int(alias.row)] = true
    }
    return rows
  }
}
