import FriseBase
import FriseLanguage
import FriseLessons
import FriseSyntax
import Testing

/// The reader of lesson files: what it accepts, and what it says of the rest.
@Suite struct LessonReaderTests {
  private static let head = """
    lesson: test
    title.en: T
    title.fr: T
    age: 14-18
    question.en: Q?
    question.fr: Q ?

    """

  private static let choice = "@choice a\nen: Q\n- en: x | fr: x\n- en: y | fr: y\n"

  @Test func readsTheExampleOfTheSpecification() throws {
    let text =
      Self.head + """
        @query stated
        en: Show the events that state
          a number of people.   # a remark
        fr: Affichez-les.
        answer: events | where people is not none
          | select id, people
        compare: rows                     # value | rows | order | order-by KEY
        hint.3: events | where ___ is not none

        @choice total
        en: Can they be added up?
        fr: Peut-on les additionner ?
        - en: no, #1 is mixed | fr: non
        - en: yes | fr: oui | reply.en: They are not alike.
        right: 1
        """
    let reading = LessonBench.read(text)
    let found = LessonBench.text(reading.diagnostics)
    #expect(found == "")
    guard let lesson = reading.lesson else { throw LessonBench.Missing() }
    #expect(lesson.blocks.map(\.id) == ["stated", "total"])
    #expect(lesson.blocks[0].text[.english] == "Show the events that state a number of people.")
    guard case .query(let reference) = lesson.blocks[0].task,
      case .choice(let options, let right, false) = lesson.blocks[1].task
    else { throw LessonBench.Missing() }
    #expect(reference.query.text == "events | where people is not none | select id, people")
    #expect(reference.comparison == .rows)
    #expect(options.map { $0.text[.english] } == ["no, #1 is mixed", "yes"])
    #expect(options[1].reply?[.french] == "They are not alike.")
    #expect(right == [0])
  }

  /// The same lesson in French keys, with a byte order mark and the line ends of Windows.
  @Test func readsFrenchKeysBOMAndCRLF() throws {
    let text = """
      leçon : que-compte
      titre.fr : Que compte-t-on ?
      âge : 14-18
      durée : 50 min
      question.fr : Pourquoi ?

      @requête premier
      fr : Le premier ?
      réponse : événements | trier date | prendre 1
      comparer : ordre-par date
      colonnes : exactes
      indice.1.fr : Trier.
      mentions : décès
      """
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
    let reading = LessonReader.read(name: "x", bytes: bytes)
    let found = LessonBench.text(reading.diagnostics)
    #expect(found == "")
    guard let lesson = reading.lesson else { throw LessonBench.Missing() }
    #expect(lesson.name == "que-compte")
    #expect(lesson.minutes == 50)
    // A missing text falls back, and is known to be missing.
    #expect(lesson.title[.english] == "Que compte-t-on ?")
    #expect(lesson.title.missing == .english)
    guard case .query(let reference) = lesson.blocks[0].task else { throw LessonBench.Missing() }
    #expect(reference.comparison == .orderBy("date"))
    #expect(reference.columns == .exact)
    #expect(lesson.blocks[0].tags == [.deaths])
  }

  @Test(arguments: [
    ("Que compte-t-on ?\n\u{0}", "E501"),
    ("title.en What", "E502"),
    ("@text a\n  loose", "E502"),
    ("@choice a\nen: Q\n- x\n- en: y\n- en: z\nright: 1", "E502"),
    ("@choice a\nen: Q\n* en: x\n- en: y\n- en: z\nright: 1", "E502"),
    ("awnser: 1", "E503"),
    ("answer: 1", "E503"),
    ("@quiz a\nen: Q", "E504"),
    ("@", "E504"),
    ("@text\nen: Q", "E505"),
    ("@text a\nen: Q\n@text a\nen: R", "E505"),
    ("@text a", "E506"),
    ("@choice a\nen: Q\n- en: x\nright: 1", "E506"),
    ("@choice a\nen: Q\n- en: x\n- en: y", "E506"),
    ("@query a\nen: Q", "E506"),
    ("@path a\nen: Q\ntable: organisation\nstart: dg", "E506"),
    ("@match a\nen: Q\n- en: x\n- en: y", "E506"),
    ("@choice a\nen: Q\n- en: x\n- en: y\nright: 3", "E507"),
    ("@query a\nen: Q\nanswer: events\ncompare: everything", "E507"),
    ("@place a\nen: Q\nanswer: 1952\ntolerance: some", "E507"),
    ("@query a\nen: Q\nanswer: events\nhint.4.en: H", "E507"),
    ("@text a\nen: Q\ntags: sad", "E507"),
    ("@text a\nen: Q\nen: R", "E508"),
    ("@text a\nen: Q\nright: 1", "E508"),
    ("@text a\nen: Q\n- en: x", "E508"),
  ])
  func reportsWhatIsWrong(text: String, code: String) {
    let reading = LessonBench.read(Self.head + text)
    #expect(reading.lesson == nil)
    #expect(reading.diagnostics.map(\.diagnostic.code.text).contains(code))
  }

  @Test func reportsEveryFaultOfAFileWithItsPlace() {
    let reading = LessonBench.read(
      "lesson: two words\nage: old\n@choise a\nen: Q\n@query b\nen: Q\nanser: events\n")
    let codes = reading.diagnostics.map(\.diagnostic.code.text)
    #expect(codes == ["E506", "E506", "E507", "E507", "E504", "E506", "E503"])
    let text = LessonBench.text(reading.diagnostics)
    #expect(text.contains("test.lesson:3:2: error[E504]: There is no type of question \"choise\"."))
    #expect(text.contains("Did you mean choice"))
    #expect(text.contains("test.lesson:7:1: error[E503]: \"anser\" is no key of a block."))
    #expect(text.contains("Did you mean answer?"))
  }

  @Test func namesTheLineOfAByteThatIsNotUTF8() {
    let bytes = Array("lesson: a\ntitle.fr: Le\u{E7}on".unicodeScalars.map { UInt8($0.value) })
    let text = LessonBench.text(LessonReader.read(name: "old.lesson", bytes: bytes).diagnostics)
    #expect(text.contains("old.lesson:2:"))
    #expect(text.contains("error[E501]"))
    #expect(text.contains("Save as, Encoding: UTF-8"))
  }

  /// What a page of an error calls wrong raises it in a lesson; what it calls right does not.
  @Test(arguments: ErrorPage.all.filter { $0.code.hasPrefix("E5") && $0.wrong != nil })
  func errorPagesTellTheTruth(page: ErrorPage) {
    for tongue in Tongue.allCases {
      for (line, isWrong) in [(page.wrong, true), (page.right, false)] {
        let line = line?[tongue] ?? ""
        let isHead = line.hasPrefix("tit")
        let text =
          isHead ? line : line.hasPrefix("@") ? Self.head + line : Self.head + Self.choice + line
        let codes = LessonBench.read(text).diagnostics.map(\.diagnostic.code.text)
        #expect(codes.contains(page.code) == isWrong, "\(text): \(codes)")
      }
    }
  }

  @Test func noTwoWordsAreAlikeAtOnePlace() {
    for position in LessonTermEntry.Position.allCases {
      let entries = LessonTermEntry.all.filter { $0.position == position }
      var owners: [String: Set<LessonTerm>] = [:]
      for entry in entries {
        for tongue in Tongue.allCases {
          owners[TextFold.fold(entry.forms[tongue]), default: []].insert(entry.term)
          #expect(entry.summary[tongue].count <= 72, "\(entry.summary[tongue])")
        }
      }
      #expect(owners.values.allSatisfy { $0.count == 1 })
    }
    #expect(Set(LessonTermEntry.all.map(\.term)) == Set(LessonTerm.allCases))
  }
}
