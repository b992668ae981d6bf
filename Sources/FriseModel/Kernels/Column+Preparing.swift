package import FriseBase

extension Column {
  /// Reckons what must be known of the column's texts, or of the names of the rows it links to;
  /// false once the interrupt is raised. What is prepared is kept by the texts.
  package func prepare(_ need: TextNeed, _ interrupt: Interrupt) -> Bool {
    switch self {
    case .text(let column): return column.pool.prepare(need, interrupt)
    case .bilingual(let english, let french):
      return english.pool.prepare(need, interrupt) && french.pool.prepare(need, interrupt)
    case .link(let column):
      // Links are told apart by their rows.
      guard need == .order else { return true }
      let names = column.registry.shownNames
      return names.english.pool.prepare(need, interrupt)
        && names.french.pool.prepare(need, interrupt)
    case .list(let column): return column.items.prepare(need, interrupt)
    case .number, .figure, .date, .duration, .truth, .none: return true
    }
  }
}
