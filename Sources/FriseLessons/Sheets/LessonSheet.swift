import FriseBase
package import FriseLanguage
import FriseModel
import FriseRender
import FriseSyntax

/// A lesson on paper: the questions with room to answer and a blank timeline at true scale, or the
/// key with answers, sources and grids (lessons, section 4).
package struct LessonSheet {
  let lesson: Lesson
  let judge: AnswerJudge
  let tongue: Tongue
  /// True for the key.
  let isKey: Bool
  let isLarge: Bool

  /// - Parameters:
  ///   - lesson: What is printed.
  ///   - engine: The session, for its tongue and data.
  ///   - isKey: True for the answers, false for the sheet.
  ///   - isLarge: True for large print.
  package init(_ lesson: Lesson, engine: Engine, isKey: Bool, isLarge: Bool) {
    self.lesson = lesson
    self.judge = AnswerJudge(lesson: lesson.name, engine: engine)
    self.tongue = engine.tongue
    self.isKey = isKey
    self.isLarge = isLarge
  }

  func say(_ english: String, _ french: String) -> String {
    Localized(en: english, fr: french)[tongue]
  }

  // MARK: What both forms hold

  var heading: String {
    let title = lesson.title[tongue]
    return isKey ? say("Answer key: \(title)", "Corrigé\u{202F}: \(title)") : title
  }

  var details: String {
    say(
      "Ages \(lesson.ages.lowerBound) to \(lesson.ages.upperBound), about \(lesson.minutes) "
        + "minutes",
      "De \(lesson.ages.lowerBound) à \(lesson.ages.upperBound) ans, environ \(lesson.minutes) "
        + "minutes")
  }

  /// What a block says of itself before it is read.
  func notice(_ block: LessonBlock) -> String? {
    guard block.tags.contains(.deaths) else { return nil }
    return say(
      "This question speaks of people who died; it may be passed over without loss.",
      "Cette question parle de personnes mortes\u{202F}; on peut la passer sans perte.")
  }

  /// How many empty lines a block leaves for an answer.
  func blankLineCount(_ block: LessonBlock) -> Int {
    switch block.task {
    case .reading: 0
    case .free: 6
    case .query, .path: 2
    default: 1
    }
  }

  /// What the key says of a question, each with its label: answer, reply, hints, sources.
  func keyLines(_ block: LessonBlock) -> [(label: String, text: String, isQuery: Bool)] {
    var lines: [(label: String, text: String, isQuery: Bool)] = []
    if case .free(let criteria) = block.task {
      for criterion in criteria {
        lines.append((say("Grid", "Grille"), "☐ " + criterion[tongue], false))
      }
    } else {
      var isQuery = false
      if case .query = block.task { isQuery = true }
      lines.append((say("Answer", "Réponse"), judge.solution(block, tongue), isQuery))
      for also in block.alsoRight where isQuery {
        let text = QueryText.shown(also.text, in: tongue, judge.queries.engine)
        lines.append((say("Also", "Aussi"), text, true))
      }
    }
    if let reply = block.reply { lines.append((say("Reply", "Retour"), reply[tongue], false)) }
    for (index, hint) in block.hints.enumerated() {
      let label = say("Hint \(index + 1)", "Indice \(index + 1)")
      switch hint {
      case .text(let text): lines.append((label, text[tongue], false))
      case .query(let query):
        let text = QueryText.shown(query.text, in: tongue, judge.queries.engine)
        lines.append((label, text, true))
      }
    }
    for line in FactLines.lines(of: block, judge.facts, tongue) {
      lines.append((say("Fact", "Fait"), line, false))
    }
    if block.tags.contains(.claim) {
      lines.append(
        (
          say("Care", "Égards"),
          say("claim of the organisation itself", "affirmation de l’organisation elle-même"), false
        ))
    }
    return lines
  }

  /// The stretch of days that the facts of the lesson cover, in whole years; nil without dates.
  var scale: TimeScale? {
    var extent = TimeExtent()
    for reference in lesson.blocks.flatMap(\.facts) {
      let facts =
        judge.facts.facts(of: reference.name)
        ?? [judge.facts.fact(reference.name)].compactMap { $0 }
      for fact in facts {
        if let date = fact.date { extent.add(date.bounds) }
      }
    }
    return extent.scale
  }

  // MARK: Text

  /// The sheet as plain text.
  package func text(widthColumns: Int) -> String {
    let width = isLarge ? widthColumns / 2 : widthColumns
    var page = LessonPage()
    page.heading(heading)
    page.text(details)
    page.gap()
    page.text(lesson.centralQuestion[tongue])
    var number = 0
    for block in lesson.blocks {
      if isKey, block.type == .text { continue }
      page.gap()
      if block.type != .text { number += 1 }
      if let notice = notice(block) { page.text(notice) }
      page.text(block.type == .text ? block.text[tongue] : "\(number). \(block.text[tongue])")
      let form = judge.form(block)
      for (index, item) in form.items.enumerated() { page.item("\(index + 1).", item[tongue]) }
      for (index, partner) in form.partners.enumerated() {
        page.item("\(ListAnswer.letter(index)).", partner[tongue])
      }
      if isKey {
        for line in keyLines(block) {
          if line.isQuery {
            page.text(line.label + ":")
            page.query(line.text)
          } else {
            page.item(line.label + ":", line.text)
          }
        }
      } else {
        for _ in 0..<blankLineCount(block) {
          page.gap()
          page.query(String(repeating: "_", count: width - 4))
        }
      }
    }
    var text = page.markup(widthColumns: width).text
    if !isKey, let scale { text += "\n" + blankAxis(scale, width) }
    return text
  }

  /// An empty axis at a constant scale, its years under it.
  private func blankAxis(_ scale: TimeScale, _ width: Int) -> String {
    let ticks = scale.ticks(
      width: Double(width - 6), gap: 2, tongue: tongue, measure: { Double($0.count) })
    var axis = [Character](repeating: "-", count: width)
    var labels = [Character](repeating: " ", count: width)
    for tick in ticks {
      let column = Int((scale.position(tick.day) * Double(width - 6)).rounded())
      axis[column] = "+"
      for (offset, character) in tick.label.enumerated() where column + offset < width {
        labels[column + offset] = character
      }
    }
    let title = say(
      "Timeline, every year as long as any other", "Frise, chaque année de même longueur")
    return title + "\n" + String(repeating: "\n", count: 6) + String(axis) + "\n" + String(labels)
      + "\n"
  }
}
