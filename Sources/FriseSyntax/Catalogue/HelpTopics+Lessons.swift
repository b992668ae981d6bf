import FriseBase

/// The pages on lessons, made from the tables of their commands and words.
extension HelpTopic {
  static let lessons = HelpTopic(
    name: Localized(en: "lessons", fr: "leçons"),
    title: Localized(en: "Lessons", fr: "Leçons"),
    body: Localized(en: lessonLines(.english), fr: lessonLines(.french)))

  static let lessonFiles = HelpTopic(
    name: Localized(en: "lesson-files", fr: "fichiers-leçon"),
    title: Localized(en: "Lesson files", fr: "Fichiers de leçon"),
    body: Localized(en: fileLines(.english), fr: fileLines(.french)))

  private static func lessonLines(_ tongue: Tongue) -> String {
    var lines = [
      Localized(
        en: "After .lesson at the prompt; those with * also after frise lesson:",
        fr: "Après .leçon à l’invite\u{202F}; celles avec * aussi après frise lesson\u{202F}:")[
          tongue]
    ]
    for entry in LessonCommandEntry.all {
      lines.append("  " + entry.usage(tongue) + (entry.isForCommandLine ? " *" : ""))
      lines.append("      " + entry.summary[tongue])
    }
    lines += HelpLayout.wrapped(
      Localized(
        en: """
          In a lesson any query works. An answer is judged by what it means: a number, a word or a \
          query, as the question asks. Hints cost nothing. What was done is kept in one text file \
          on this machine, and nothing is sent anywhere.
          """,
        fr: """
          Dans une leçon, toute requête marche. Une réponse est jugée sur son sens : un nombre, un \
          mot ou une requête, selon la question. Les indices ne coûtent rien. Ce qui est fait est \
          gardé dans un fichier texte de cette machine, et rien n’est envoyé nulle part.
          """)[tongue])
    return lines.joined(separator: "\n")
  }

  private static func fileLines(_ tongue: Tongue) -> String {
    let titles: [(LessonTermEntry.Position, Localized)] = [
      (.fileKey, Localized(en: "At the head of the file", fr: "En tête du fichier")),
      (.type, Localized(en: "Types of blocks, after @", fr: "Types de blocs, après @")),
      (.blockKey, Localized(en: "Keys of blocks", fr: "Clés des blocs")),
      (.value, Localized(en: "Values", fr: "Valeurs")),
    ]
    var lines = HelpLayout.wrapped(
      Localized(
        en: """
          A lesson is plain text: "key: value", "@type id" opens a block, "- item" a line of a \
          list, # a comment; a line that begins with a space goes on with the one above. Keys of \
          texts end in .en or .fr. Docs/lessons.md has an example.
          """,
        fr: """
          Une leçon est du texte : « clé : valeur », « @type id » \
          ouvre un bloc, « - élément » est une ligne de liste, # un commentaire ; \
          une ligne qui commence par une espace continue la précédente. Les clés des textes \
          finissent en .fr ou .en. Docs/lessons.md donne un exemple.
          """)[tongue])
    for (position, title) in titles {
      lines.append(title[tongue])
      for entry in LessonTermEntry.all where entry.position == position {
        lines += HelpLayout.wrapped(
          "\(entry.forms[tongue]): \(entry.summary[tongue])", indent: "  ")
      }
    }
    return lines.joined(separator: "\n")
  }
}
