import FriseBase
import FriseModel

/// The facts of a question with their sources and checks, one line each (lessons, section 5).
enum FactLines {
  /// Sources named on one line; more are counted.
  private static let sourcesMax = 2

  static func lines(of block: LessonBlock, _ facts: FactFinder, _ tongue: Tongue) -> [String] {
    var lines = block.facts.flatMap { reference in
      if let all = facts.facts(of: reference.name) { return [table(all, tongue)] }
      return facts.fact(reference.name).map { [line($0, tongue)] } ?? []
    }
    if let source = block.source {
      lines.append(Localized(en: "Source: \(source).", fr: "Source\u{202F}: \(source).")[tongue])
    }
    return lines
  }

  private static func line(_ fact: FactFinder.Fact, _ tongue: Tongue) -> String {
    let named = fact.sources.prefix(sourcesMax).map { name(ofSource: $0)[tongue] }
    let more = fact.sources.count - named.count
    let sources = named.joined(separator: ", ") + (more > 0 ? " (+\(more))" : "")
    let check = fact.check.map {
      Localized(en: "; check: \($0.english)", fr: "\u{202F}; vérification\u{202F}: \($0.french)")[
        tongue]
    }
    return Localized(
      en: "\(fact.id): source: \(sources)", fr: "\(fact.id)\u{202F}: source\u{202F}: \(sources)")[
        tongue] + (check ?? "") + "."
  }

  /// A table is told by how its rows are attested.
  private static func table(_ facts: [FactFinder.Fact], _ tongue: Tongue) -> String {
    var counts: [(word: String, count: Int)] = []
    for fact in facts {
      guard let word = fact.check?[tongue] else { continue }
      if let index = counts.firstIndex(where: { $0.word == word }) {
        counts[index].count += 1
      } else {
        counts.append((word, 1))
      }
    }
    let name = facts.first?.table.name[tongue] ?? ""
    let checks = counts.map { "\($0.word) \($0.count)" }.joined(separator: ", ")
    let tail =
      checks.isEmpty
      ? "" : Localized(en: "; check: ", fr: "\u{202F}; vérification\u{202F}: ")[tongue] + checks
    return Localized(
      en: "\(name): \(facts.count) rows, each with its source",
      fr: "\(name)\u{202F}: \(facts.count) lignes, chacune avec sa source")[
        tongue] + tail + "."
  }

  /// `page` is the history page from which the events were taken.
  private static func name(ofSource source: String) -> Localized {
    source == "page"
      ? Localized(en: "the organisation’s history page", fr: "la page d’histoire de l’organisation")
      : Localized(same: source)
  }
}
