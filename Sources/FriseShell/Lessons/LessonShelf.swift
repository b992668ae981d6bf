import FriseBase
import FriseLanguage
import FriseLessons
import FriseModel
import FriseStore
import FriseSyntax
import Glibc

/// The lessons that ship, and those in files. They are read when asked for, not before.
enum LessonShelf {
  private static let folder = "lessons/"
  private static let ending = ".lesson"

  /// The names of the lessons that ship, in the order of teaching.
  static var names: [String] {
    EmbeddedFiles.names.compactMap { name in
      guard name.hasPrefix(folder), name.hasSuffix(ending) else { return nil }
      return String(name.dropFirst(folder.count).dropLast(ending.count))
    }
  }

  /// True for names of files that hold lessons.
  static func isFileName(_ word: String) -> Bool { word.hasSuffix(ending) }

  /// What may stand after `.lesson`: commands of lessons, then names of lessons.
  static func words(_ tongue: Tongue) -> [String] {
    LessonCommandEntry.all.map { $0.forms[tongue] } + names
  }

  /// The lessons that ship, read.
  static var lessons: [Lesson] { names.compactMap { reading(ofShipped: $0)?.lesson } }

  /// A lesson that ships, by its name.
  private static func reading(ofShipped name: String) -> LessonReading? {
    EmbeddedFiles.bytes(of: folder + name + ending).map {
      LessonReader.read(name: name + ending, bytes: $0)
    }
  }

  /// A lesson by its name, its number in the list, its title in either tongue, or the path of a
  /// file.
  /// - Throws: `SystemError` when it is none of these and cannot be read as a file.
  static func reading(of word: String, isSafe: Bool) throws(SystemError) -> LessonReading {
    let key = TextFold.fold(word)
    let names = names
    if let number = Int(word), names.indices.contains(number - 1),
      let reading = reading(ofShipped: names[number - 1])
    {
      return reading
    }
    if let name = names.first(where: { TextFold.fold($0) == key }),
      let reading = reading(ofShipped: name)
    {
      return reading
    }
    if !FileBytes.exists(word),
      let lesson = lessons.first(where: { lesson in
        Tongue.allCases.contains { TextFold.fold(lesson.title[$0]) == key }
      })
    {
      return LessonReading(source: lesson.source, lesson: lesson)
    }
    if isSafe, FileBytes.exists(word), !FileReader.isBelowCurrentFolder(word) {
      throw SystemError(number: EACCES)
    }
    let bytes = try FileBytes.read(path: word, isStopped: { Signals.isStopped })
    return LessonReader.read(name: word, bytes: bytes)
  }

  /// The names most like one that was not found.
  static func nearest(to word: String) -> [String] {
    Suggestions.nearest(to: word, among: names)
  }

  /// The words that lessons had better not use.
  static var vocabulary: Vocabulary {
    Vocabulary(EmbeddedFiles.bytes(of: folder + "vocabulary.tsv") ?? [])
  }
}
