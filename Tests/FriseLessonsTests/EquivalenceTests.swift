import FriseBase
import FriseLanguage
import FriseLessons
import Testing

/// What counts as the same result, and what is said of others.
@Suite struct EquivalenceTests {
  private static func verdict(
    _ given: String, _ reference: String, _ comparison: ReferenceQuery.Comparison = .rows,
    _ columns: ReferenceQuery.ColumnRule = .any, tongue: Tongue = .english
  ) -> QueryJudge.Verdict {
    var judge = QueryJudge(LessonBench.engine(tongue), seed: "test")
    let trial = judge.follow(given)
    return judge.verdict(
      on: trial,
      ReferenceQuery(
        query: LessonQuery(text: reference), comparison: comparison, columns: columns))
  }

  private static let stated = "events | where people is not none | select id, people"

  @Test(arguments: [
    stated,
    "events | where not people is none",
    "événements | où personnes est non absent | choisir personnes, id",
    "events | where people > 0 | select who = people, title, id | sort who",
    "events | where people is not none | derive id2 = id | select id2, exact(people)",
    "events | where people is not none | select title, people",
  ])
  func takesEveryQueryThatAnswers(query: String) {
    #expect(Self.verdict(query, Self.stated) == .right)
  }

  @Test(arguments: [
    "events | where id in [\"s01\", \"s02\", \"s04\", \"s07\", \"s11\", \"s14\", \"s16\"]",
    "events | where role is not none",
    "events | where people > 20_000",
  ])
  func refusesWhatIsRightHereOnly(query: String) {
    #expect(Self.verdict(query, Self.stated) == .rightHereOnly)
  }

  @Test func refusesATypedConstant() {
    #expect(Self.verdict("17", "events | count", .value) == .rightHereOnly)
    #expect(Self.verdict("events | count", "events | count", .value) == .right)
    #expect(Self.verdict("events | summarise count()", "events | count", .value) == .right)
  }

  /// Tables that merely name things are altered too, and queries that name what is gone are not
  /// held against anybody.
  @Test func refusesATypedConstantOfATableOfNames() {
    let count = "topics | count"
    #expect(Self.verdict("topics | count id", count, .value) == .right)
    #expect(Self.verdict("45", count, .value) == .rightHereOnly)
    #expect(Self.verdict("topics | take 45 | count", count, .value) == .rightHereOnly)
    let africa = "regions | where parent = \"Africa\" | select id"
    #expect(Self.verdict("regions | where name = \"Africa\" | children", africa) == .right)
    let own = "events | where place = \"Libya\" | select id"
    #expect(Self.verdict("events | where place.name = \"Libya\"", own) == .right)
  }

  @Test(
    arguments: [
      ("events | where people > 100_000 | select id, people", [ResultDifference.missingRows(2)]),
      ("events | select id, people", [.tooManyRows(10)]),
      ("events | where people > 9_000_000", [.empty]),
      (
        "events | where people is not none | select id",
        [.missingColumn(Localized(en: "people", fr: "personnes"))]
      ),
      (
        "events | where people is not none | select people",
        [.missingColumn(Localized(same: "id"))]
      ),
      (
        "events | where people is not none | select date, people",
        [.absentColumn(Localized(same: "id"))]
      ),
      (
        "events | where people is not none | select id, role",
        [.absentColumn(Localized(en: "people", fr: "personnes"))]
      ),
      (
        "events | where people is not none | select id, people = 2 * people",
        [.otherColumn(Localized(en: "people", fr: "personnes"))]
      ),
      (
        "events | select title",
        [.missingColumn(Localized(en: "people", fr: "personnes")), .tooManyRows(10)]
      ),
      (
        "events | count",
        [
          .missingColumn(Localized(same: "id")),
          .missingColumn(
            Localized(en: "people", fr: "personnes")),
        ]
      ),
      (
        "events | union events | where people is not none | select id, people",
        [.repeatedRows(7)]
      ),
    ] as [(String, [ResultDifference])])
  func saysWhatDiffers(query: String, differences: [ResultDifference]) {
    #expect(Self.verdict(query, Self.stated) == .different(differences))
  }

  /// Which of two columns is missing is told by the values, not by where they stand.
  @Test func tellsWhichColumnIsMissing() {
    let reference =
      "membership | derive growth = members - previous(members) | "
      + "select id, members, growth"
    let growth = Localized(same: "growth")
    #expect(
      Self.verdict("membership | select members, id", reference)
        == .different([.missingColumn(growth)]))
    #expect(
      Self.verdict(
        "membership | derive d = 2 * members | select id, members, d", reference)
        == .different([.absentColumn(growth)]))
  }

  /// The name of a column that is an expression would give the answer away.
  @Test func doesNotTellAnExpression() {
    let reference = "events | count by word(people)"
    #expect(
      Self.verdict("events | select title, id, people", reference)
        == .different([.absentColumn(Localized(same: "")), .absentColumn(Localized(same: "n"))]))
    #expect(
      Self.verdict("events | count", reference)
        == .different([.missingColumn(Localized(same: "")), .otherColumn(Localized(same: "n"))]))
  }

  @Test(arguments: [
    (Tongue.english, "events | count", "A column is missing: people."),
    (.french, "événements | choisir id", "Il manque une colonne\u{202F}: personnes."),
    (.english, "events | select id, role", "No column holds the values of \"people\"."),
    (
      .french, "événements | choisir id, rôle",
      "Aucune colonne ne contient les valeurs de «\u{202F}personnes\u{202F}»."
    ),
    (.english, "events | select id, people = 1", "The values of \"people\" differ."),
    (
      .french, "événements | choisir id, personnes = 1",
      "Les valeurs de «\u{202F}personnes\u{202F}» diffèrent."
    ),
  ])
  func namesTheColumnInBothTongues(tongue: Tongue, query: String, words: String) {
    var judge = AnswerJudge(lesson: "test", engine: LessonBench.engine(tongue))
    let reference = ReferenceQuery(query: LessonQuery(text: Self.stated), comparison: .rows)
    let judgement = judge.judge(judge.queries.follow(query), reference)
    #expect(judgement.mark == .wrong)
    #expect(judgement.remarks.map { $0[tongue] }.contains(words))
  }

  @Test func comparesOrderWhereItCounts() {
    let sorted = "events | sort date | select id, date"
    #expect(Self.verdict("events | sort date desc | select id, date", sorted) == .right)
    #expect(
      Self.verdict("events | sort date desc | select id, date", sorted, .order)
        == .different([.otherOrder]))
    #expect(Self.verdict(sorted, sorted, .order) == .right)
  }

  /// Rows of one key may swap: two events of 2014 and two of 2015.
  @Test func letsLevelRowsSwap() {
    let byYear = "events | sort year(date) | select id, y = year(date)"
    let swapped = "events | sort year(date), title desc | select id, y = year(date)"
    #expect(Self.verdict(swapped, byYear, .order) == .different([.otherOrder]))
    #expect(Self.verdict(swapped, byYear, .orderBy("y")) == .right)
    #expect(
      Self.verdict("events | select id, y = year(date)", byYear, .orderBy("y"))
        == .different([.otherOrder]))
  }

  @Test func heedsColumnsWhereTheyCount() {
    let reference = "events | select id, people"
    #expect(Self.verdict("events | select people, id", reference, .rows, .any) == .right)
    #expect(
      Self.verdict("events | select people, id", reference, .rows, .strict)
        == .different([.otherColumnOrder]))
    #expect(
      Self.verdict("events | select id, people, title", reference, .rows, .exact)
        == .different([.furtherColumns(1)]))
    #expect(
      Self.verdict("events | select title, people", reference, .rows, .exact)
        == .different([.absentColumn(Localized(same: "id"))]))
    #expect(Self.verdict("events | select id, title, people", reference, .rows, .strict) == .right)
  }

  @Test func takesNumbersAndDatesByMeaning() {
    #expect(Self.verdict("events | count by year(date)", "events | count by year") == .right)
    #expect(
      Self.verdict(
        "directors | count by country.id", "directors | count by country") == .right)
    #expect(
      Self.verdict("10 / 4", "5 / 2", .value) == .right)
    let kosovo = "events | where id = \"s03\" | select "
    let touched = kosovo + "count(years(date))"
    #expect(Self.verdict(kosovo + "length(date)", touched, .value) == .right)
    #expect(
      Self.verdict(kosovo + "end(date) - start(date)", touched, .value)
        == .different([.otherValue]))
  }

  @Test func saysThatOneValueIsAsked() {
    #expect(Self.verdict("events", "events | count", .value) == .different([.manyRows(17)]))
    #expect(Self.verdict("acts | count", "events | count", .value) == .different([.otherValue]))
  }

  /// A judgement does not depend on when it is made.
  @Test func judgesAlikeEachTime() {
    let verdicts = (0..<5).map { _ in Self.verdict("events | take 17", Self.stated) }
    #expect(Set(verdicts).count == 1)
  }

  /// What was defined before counts in every world.
  @Test func followsASession() {
    var judge = QueryJudge(LessonBench.engine(), seed: "test")
    _ = judge.follow("let counted = events | where people is not none")
    _ = judge.follow("counted")
    let trial = judge.follow("| select id, people")
    let reference = ReferenceQuery(
      query: LessonQuery(text: Self.stated), comparison: .rows)
    #expect(judge.verdict(on: trial, reference) == .right)
  }
}
