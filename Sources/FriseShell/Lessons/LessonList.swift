import FriseBase
import FriseLessons
import FriseModel

/// The list of lessons as a table, so that every output format shows it.
enum LessonList {
  /// One row for each lesson that ships.
  static func table(_ session: Session) -> ResultTable {
    let tongue = session.tongue
    let lessons = LessonShelf.lessons
    let records = LessonRoom(session).records()
    let done = lessons.map { lesson in
      let settled = LessonProgress(records, lesson: lesson.name).settledCount(of: lesson)
      return Localized(
        en: "\(settled) of \(lesson.questions.count)",
        fr: "\(settled) sur \(lesson.questions.count)")[
          tongue]
    }
    let ages = lessons.map { "\($0.ages.lowerBound)-\($0.ages.upperBound)" }
    let minutes = lessons.map { ExactNumber($0.minutes) as ExactNumber? }
    let columns: [(Localized, ValueType, Column)] = [
      (
        Localized(en: "name", fr: "nom"), .text, .text(TextColumn(lessons.map(\.name)))
      ),
      (
        Localized(en: "title", fr: "titre"), .text,
        .text(TextColumn(lessons.map { $0.title[tongue] }))
      ),
      (Localized(en: "age", fr: "âge"), .text, .text(TextColumn(ages))),
      (Localized(en: "minutes", fr: "minutes"), .number, .number(NumberColumn(minutes))),
      (Localized(en: "done", fr: "faites"), .text, .text(TextColumn(done))),
    ]
    let schema = TableSchema(
      id: TableID("lessons"), name: Localized(en: "lessons", fr: "leçons"),
      columns: columns.map { ColumnSchema(name: $0.0, type: $0.1, traits: .main) })
    return ResultTable(
      table: Table(schema: schema, columns: columns.map(\.2), rowCount: lessons.count),
      columnsWereChosen: true)
  }
}
