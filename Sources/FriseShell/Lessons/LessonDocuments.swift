import FriseBase
import FriseLanguage
import FriseLessons
import FriseModel
import FriseRender
import FriseSyntax
import Glibc

/// What is made of lessons without playing them: what `verify`, `print` and `export` give, on the
/// command line and at the prompt alike.
struct LessonDocuments {
  let session: Session
  let arguments: Arguments
  /// The lesson being played, of which an export has the texts even if it does not ship.
  var playing: Lesson?

  /// The width of a sheet of text where none is asked: it fits a page of paper.
  private static let sheetColumns = 78

  private var console: Console { session.console }
  private var tongue: Tongue { session.tongue }

  /// Does what a command asks.
  /// - Returns: The exit code.
  func perform(_ command: LessonCommand, _ words: [String]) -> Int32 {
    switch command {
    case .verify: verify(words)
    case .print: printSheet(words)
    case .export: export(words)
    default: ExitCode.usage
    }
  }

  /// A lesson by name or path; or none and the exit code, after telling why. `commands`, as they
  /// are typed, may have been meant instead.
  func lesson(_ word: String, orCommand commands: [String] = []) -> (lesson: Lesson?, code: Int32) {
    let (reading, code) = reading(word, commands)
    guard let reading else { return (nil, code) }
    if reading.lesson == nil { console.report(reading.diagnostics) }
    return (reading.lesson, ExitCode.code(of: reading.diagnostics))
  }

  private func reading(
    _ word: String, _ commands: [String] = []
  ) -> (reading: LessonReading?, code: Int32) {
    do throws(SystemError) {
      let reading = try LessonShelf.reading(of: word, isSafe: session.settings.isSafe)
      return (reading, ExitCode.success)
    } catch {
      if Signals.isStopped { return (nil, ExitCode.interrupted) }
      let near = (commands + LessonShelf.nearest(to: word)).joined(separator: ", ")
      console.complain(
        Localized(
          en: "no lesson has that name, and \(word) cannot be read: \(error.reason.english)."
            + (near.isEmpty ? "" : " Did you mean \(near)?"),
          fr:
            "aucune leçon n’a ce nom, et \(word) ne peut pas être lu : \(error.reason.french)."
            + (near.isEmpty ? "" : " Peut-être \(near)\u{202F}?")))
      return (nil, ExitCode.usage)
    }
  }

  // MARK: verify

  /// Tries lessons and reports all that is wrong with them; without a word, those that ship.
  private func verify(_ words: [String]) -> Int32 {
    var worst = ExitCode.success
    for word in words.isEmpty ? LessonShelf.names : words {
      let (reading, code) = reading(word)
      guard let reading else {
        worst = max(worst, code)
        continue
      }
      var found = reading.diagnostics
      if let lesson = reading.lesson {
        found += LessonVerifier.verify(
          lesson, engine: session.engine, vocabulary: LessonShelf.vocabulary)
      }
      console.report(found)
      worst = max(worst, ExitCode.code(of: found))
      session.output.write(summary(word, reading.lesson, found) + "\n")
    }
    return worst
  }

  /// One line: what was tried and what was found.
  private func summary(
    _ word: String, _ lesson: Lesson?, _ found: [LocatedDiagnostic]
  ) -> String {
    let errors = found.count { $0.diagnostic.severity == .error }
    let warnings = found.count - errors
    guard let lesson else {
      return Localized(
        en: "\(word): cannot be read; errors: \(errors)",
        fr: "\(word)\u{202F}: illisible\u{202F}; erreurs\u{202F}: \(errors)")[tongue]
    }
    let questions = lesson.questions.count
    return Localized(
      en: "\(lesson.name): questions: \(questions), errors: \(errors), warnings: \(warnings)",
      fr:
        "\(lesson.name) : questions : \(questions), erreurs : \(errors), avertissements : "
        + "\(warnings)")[tongue]
  }

  // MARK: print

  /// Prints the sheet of a lesson, or its key, as text or as a page.
  private func printSheet(_ words: [String]) -> Int32 {
    guard words.count == 1, let word = words.first else {
      return refuse(
        Localized(
          en: "print takes the name of one lesson, or a file",
          fr: "imprimer attend le nom d’une leçon, ou un fichier"))
    }
    let format = arguments.output ?? "table"
    guard ["table", "linear", "html"].contains(format) else {
      return refuse(
        Localized(
          en: "a sheet is text, or a page with -o html; not \(format)",
          fr: "une fiche est du texte, ou une page avec -o html\u{202F}; pas \(format)"))
    }
    let (lesson, code) = lesson(word)
    guard let lesson else { return code }
    let width = max(40, session.settings.widthColumns ?? Self.sheetColumns)
    let sheet = LessonSheet(
      lesson, engine: session.engine, isKey: arguments.printsKey, isLarge: arguments.isLarge)
    session.output.write(format == "html" ? sheet.html() : sheet.text(widthColumns: width))
    session.output.flush()
    return ExitCode.success
  }

  // MARK: export

  /// Writes what was done. Words that end as lesson files do name lessons of one's own, whose
  /// questions are then shown in words.
  private func export(_ operands: [String]) -> Int32 {
    var lessons = LessonShelf.lessons + [playing].compactMap { $0 }
    for path in operands where LessonShelf.isFileName(path) {
      let (lesson, code) = lesson(path)
      guard let lesson else { return code }
      lessons.append(lesson)
    }
    let words = operands.filter { !LessonShelf.isFileName($0) }
    let kind = words.first.flatMap { LessonExport.named($0) }
    let records = LessonRoom(session).records()
    if kind == .journal, words.count <= 2 {
      let text = LessonJournal.markdown(records, lessons: lessons, engine: session.engine)
      return write(text, to: words.count > 1 ? words[1] : nil)
    }
    if kind == .results, (2...3).contains(words.count) {
      guard let results = LessonResults(code: words[1]) else {
        return refuse(
          Localized(
            en: "a code has letters, digits and hyphens, one digit at least, 16 signs at most: the "
              + "teacher gives it, and it is no name",
            fr:
              "un code a des lettres, des chiffres et des traits d’union, au moins un chiffre, au "
              + "plus 16 signes\u{202F}: l’enseignant le donne, et ce n’est pas un nom"))
      }
      return write(results.text(records, lessons: lessons), to: words.count > 2 ? words[2] : nil)
    }
    let usage = LessonCommandEntry.all.first { $0.command == .export }?.usage(tongue) ?? ""
    return refuse(Localized(en: "it is written \(usage)", fr: "cela s’écrit \(usage)"))
  }

  /// Writes a text on the output, or whole into a file that is not there yet.
  private func write(_ text: String, to path: String?) -> Int32 {
    guard let path else {
      session.output.write(text)
      session.output.flush()
      return ExitCode.success
    }
    if session.settings.isSafe {
      return refuse(
        Localized(
          en: "with --safe no file is written", fr: "avec --safe aucun fichier n’est écrit"))
    }
    let replaces = session.settings.replacesFiles
    if FileBytes.exists(path), !replaces, !session.mayReplace(path) {
      return refuse(
        Localized(
          en: "\(path) exists already and is left as it is; --force replaces it",
          fr: "\(path) existe déjà et reste tel quel\u{202F}; --force le remplace"))
    }
    do throws(SystemError) {
      try AtomicFile.write(to: path) { write in _ = write(Array(text.utf8)) }
      return ExitCode.success
    } catch {
      console.complain(
        Localized(
          en: "\(path) cannot be written: \(error.reason.english)",
          fr: "\(path) ne peut pas être écrit\u{202F}: \(error.reason.french)"))
      return ExitCode.failure
    }
  }

  private func refuse(_ message: Localized) -> Int32 {
    console.complain(message)
    return ExitCode.usage
  }
}
