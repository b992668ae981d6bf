package import FriseBase
import FriseModel

/// The answers of a lesson: for people, and as somebody would type them.
extension AnswerJudge {
  /// The answer in words, in a tongue: for the solution and the key. Empty for a text to read.
  package func solution(_ block: LessonBlock, _ tongue: Tongue) -> String {
    switch block.task {
    case .reading: return ""
    case .choice(let options, let right, _):
      return right.sorted().map { "\($0 + 1). \(options[$0].text[tongue])" }
        .joined(separator: "\u{2003}")
    case .unknown(let options):
      return "\(options.count + 1). \(QuestionForm.cannotKnow[tongue])"
    case .ordering, .matching: return typedAnswer(block) ?? ""
    case .place(let expected, _), .interval(let expected, _):
      return date(expected)?.humanText(tongue) ?? ""
    case .estimate(let expected):
      return number(expected).map { ValueText.number($0, tongue) } ?? ""
    case .query(let reference):
      return QueryText.shown(reference.query.text, in: tongue, queries.engine)
    case .citation(let ids):
      return ids.map { id in
        let source = facts.fact(id.name)?.sources.first
        return id.name + (source.map { " (\($0))" } ?? "")
      }.joined(separator: Localized(en: " or ", fr: " ou ")[tongue])
    case .path(let table, let start, let end):
      return units(table, start, end)?.text(tongue) ?? ""
    case .free(let criteria): return criteria.map { "– " + $0[tongue] }.joined(separator: " ")
    }
  }

  /// An answer as it is typed, which its own test must pass; nil where any text passes or the
  /// answer cannot be had.
  package func typedAnswer(_ block: LessonBlock) -> String? {
    switch block.task {
    case .reading, .free: nil
    case .choice(_, let right, _): right.sorted().map { "\($0 + 1)" }.joined(separator: ", ")
    case .unknown(let options): "\(options.count + 1)"
    case .ordering:
      {
        let ranks = form(block).solution
        let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        return order.map { "\($0 + 1)" }.joined(separator: " ")
      }()
    case .matching:
      form(block).solution.enumerated()
        .map { "\($0.offset + 1)\(ListAnswer.letter($0.element))" }.joined(separator: " ")
    case .place(let expected, _), .interval(let expected, _): date(expected)?.text
    case .estimate(let expected): number(expected)?.plainText
    case .query(let reference): reference.query.text
    case .citation(let ids):
      ids.first.flatMap { id in
        facts.fact(id.name)?.sources.first.map { "\(id.name) \($0)" }
      }
    case .path(let table, let start, let end):
      units(table, start, end).map { path in
        path.rows.map { path.registry.id($0) }.joined(separator: " > ")
      }
    }
  }

  /// Judges an answer of any type that stands by itself; a query is run.
  func judgeAny(_ text: String, _ block: LessonBlock) -> Judgement? {
    guard case .query(let reference) = block.task else { return judge(text, block) }
    return queries.verdict(on: text, reference)?.judgement
  }
}
