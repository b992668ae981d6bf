import FriseBase

extension ErrorPage {
  /// E5xx and W5xx: lesson files.
  static let lessons: [ErrorPage] = lessonReading + lessonVerifying + lessonWarnings

  private static let lessonReading: [ErrorPage] = [
    ErrorPage(
      "E501",
      Localized(
        en: "A lesson in another encoding",
        fr: "Une leçon dans un autre codage"),
      Localized(
        en: """
          A lesson file is plain text in UTF-8, with or without a byte order mark. The \
          line shown holds a byte that is none. Open the file in the editor that wrote \
          it, choose Save as, and the encoding UTF-8.
          """,
        fr: """
          Un fichier de leçon est du texte en UTF-8, avec ou sans marque d’ordre des \
          octets. La ligne montrée contient un octet qui n’en est pas. Ouvrir le \
          fichier dans l’éditeur qui l’a écrit, choisir Enregistrer sous, et le codage \
          UTF-8.
          """)),
    ErrorPage(
      "E502",
      Localized(
        en: "A line that is no line of a lesson",
        fr: "Une ligne qui n’est pas d’une leçon"),
      Localized(
        en: """
          A line is a key, a colon and a value; or @, a type and an id, which open a \
          block; or a hyphen and an item of a list; or a comment after #. A line that \
          begins with a space goes on with the one above.
          """,
        fr: """
          Une ligne est une clé, un deux-points et une valeur\u{202F}; ou @, un type et un \
          identifiant, qui ouvrent un bloc ; ou un tiret et un élément de liste ; ou un \
          commentaire après #. Une ligne qui commence par une espace continue celle du \
          dessus.
          """),
      wrong: Localized(
        en: "title.en What is counted?",
        fr: "titre.fr Que compte-t-on\u{202F}?"),
      right: Localized(
        en: "title.en: What is counted?",
        fr: "titre.fr\u{202F}: Que compte-t-on\u{202F}?")),
    ErrorPage(
      "E503",
      Localized(en: "An unknown key", fr: "Une clé inconnue"),
      Localized(
        en: """
          Keys have an English and a French form, and some stand at the head of the \
          file, others in blocks. frise help lesson-files lists them.
          """,
        fr: """
          Les clés ont une forme anglaise et une française\u{202F}; les unes sont en tête du \
          fichier, les autres dans les blocs. frise help fichiers-leçon les donne toutes.
          """),
      wrong: Localized(en: "awnser: 1952", fr: "reponce\u{202F}: 1952"),
      right: Localized(en: "answer: 1952", fr: "réponse\u{202F}: 1952")),
    ErrorPage(
      "E504",
      Localized(en: "An unknown type of question", fr: "Un type de question inconnu"),
      Localized(
        en: """
          After @ stands what a block asks: a text to read, a choice, an order, a date, \
          a query… The message lists the types.
          """,
        fr: """
          Après @ vient ce qu’un bloc demande\u{202F}: un texte à lire, un choix, un ordre, une \
          date, une requête… Le message donne les types.
          """),
      wrong: Localized(en: "@quiz first", fr: "@quiz premier"),
      right: Localized(en: "@choice first", fr: "@choix premier")),
    ErrorPage(
      "E505",
      Localized(en: "A block without an id of its own", fr: "Un bloc sans identifiant à lui"),
      Localized(
        en: """
          A block has an id, one word that no other block has: progress and results are \
          kept under it. Change it only when the question becomes another.
          """,
        fr: """
          Un bloc a un identifiant, un mot qu’aucun autre bloc n’a\u{202F}: la progression et \
          les résultats sont gardés sous ce nom. Ne le changer que si la question change.
          """),
      wrong: Localized(en: "@choice", fr: "@choix"),
      right: Localized(en: "@choice total", fr: "@choix total")),
    ErrorPage(
      "E506",
      Localized(en: "Something is missing from a block", fr: "Il manque quelque chose à un bloc"),
      Localized(
        en: """
          Each type of question needs its keys: a choice a list and right, a query an \
          answer, a path a table, a start and an end.
          """,
        fr: """
          Chaque type de question a besoin de ses clés\u{202F}: un choix d’une liste et de \
          juste, une requête d’une réponse, un chemin d’une table, d’un départ et d’une \
          arrivée.
          """)),
    ErrorPage(
      "E507",
      Localized(en: "A value that cannot be read", fr: "Une valeur illisible"),
      Localized(
        en: """
          The key is known, and its value is not what it expects: a number of an item, \
          ages as 14-18, one of a few words. The message says what is expected.
          """,
        fr: """
          La clé est connue, mais sa valeur n’est pas ce qu’elle attend\u{202F}: le numéro d’un \
          élément, des âges comme 14-18, un mot parmi quelques-uns. Le message dit ce \
          qui est attendu.
          """),
      wrong: Localized(en: "right: the first", fr: "juste\u{202F}: la première"),
      right: Localized(en: "right: 1", fr: "juste\u{202F}: 1")),
    ErrorPage(
      "E508",
      Localized(en: "A key said twice, or of no use", fr: "Une clé redite, ou sans usage"),
      Localized(
        en: """
          A key stands once in a block (also and trap as often as needed), and only in \
          blocks whose type makes use of it: a tolerance goes with @place, not with \
          @choice.
          """,
        fr: """
          Une clé est une seule fois dans un bloc (aussi et piège autant qu’on veut), et \
          seulement dans ceux dont le type s’en sert\u{202F}: une tolérance va avec @situer, \
          pas avec @choix.
          """)),
  ]

  private static let lessonVerifying: [ErrorPage] = [
    ErrorPage(
      "E509",
      Localized(en: "The data say otherwise", fr: "Les données disent autre chose"),
      Localized(
        en: """
          A query of the lesson gives another answer than the one written, or not one \
          value where compare: value asks for one.
          """,
        fr: """
          Une requête de la leçon donne une autre réponse que celle qui est écrite, ou \
          pas une seule valeur là où comparer\u{202F}: valeur en demande une.
          """)),
    ErrorPage(
      "E510",
      Localized(en: "An answer fails its own test", fr: "Une réponse échoue à son propre test"),
      Localized(
        en: """
          verify gives each answer of the lesson, and each line also, to the same test \
          as the answers of pupils. This one does not pass; the notes say why.
          """,
        fr: """
          verify soumet chaque réponse de la leçon, et chaque ligne aussi, au même test \
          que les réponses des élèves. Celle-ci ne passe pas\u{202F}; les notes disent pourquoi.
          """)),
    ErrorPage(
      "E511",
      Localized(en: "A wrong answer passes", fr: "Une mauvaise réponse passe"),
      Localized(
        en: """
          A wrong choice, or a line trap, is taken for right. Make the question \
          narrower: select the columns that matter, or compare the order too.
          """,
        fr: """
          Un mauvais choix, ou une ligne piège, est pris pour juste. Resserrer la \
          question\u{202F}: choisir les colonnes qui comptent, ou comparer aussi l’ordre.
          """)),
    ErrorPage(
      "E512",
      Localized(en: "A hint gives the answer away", fr: "Un indice donne la réponse"),
      Localized(
        en: """
          The first hint gives the idea, the second the word, the third a query with a \
          hole, ___. The solution comes after them, and is marked as seen.
          """,
        fr: """
          Le premier indice donne l’idée, le deuxième le mot, le troisième une requête à \
          trou, ___. La solution vient ensuite, et il est noté qu’on l’a vue.
          """)),
    ErrorPage(
      "E513",
      Localized(en: "A fact that is not in the data", fr: "Un fait absent des données"),
      Localized(
        en: """
          facts names rows by their id, or a whole table; each must be there and name \
          its source, which is shown with its check once the question is answered.
          """,
        fr: """
          faits nomme des lignes par leur id, ou une table entière\u{202F}; chacune doit \
          exister et nommer sa source, montrée avec sa vérification après la réponse.
          """)),
    ErrorPage(
      "E514",
      Localized(en: "A question that asks for care", fr: "Une question qui demande des égards"),
      Localized(
        en: """
          What speaks of people who died is announced, may be skipped without loss, and \
          stands only in lessons for 14 and over: tags: deaths. What an organisation \
          says in praise of itself is called a claim: tags: claim.
          """,
        fr: """
          Ce qui parle de personnes mortes est annoncé, peut être passé sans perte, et \
          n’est que dans des leçons à partir de 14 ans\u{202F}: mentions\u{202F}: décès. Ce qu’une \
          organisation dit à son propre éloge est une affirmation\u{202F}: mentions\u{202F}: \
          affirmation.
          """)),
  ]

  private static let lessonWarnings: [ErrorPage] = [
    ErrorPage(
      "W501",
      Localized(en: "A text in one language only", fr: "Un texte dans une seule langue"),
      Localized(
        en: "The other language is shown in its place. A class in one language needs no more.",
        fr: "L’autre langue est montrée à sa place. Une classe d’une seule langue s’en contente.")),
    ErrorPage(
      "W502",
      Localized(en: "A word to weigh", fr: "Un mot à peser"),
      Localized(
        en: """
          Some words liken people to a flood or a crime. The message offers another. A \
          quotation keeps its words: between quotation marks nothing is warned of.
          """,
        fr: """
          Certains mots font des personnes un flot ou un délit. Le message en propose un \
          autre. Une citation garde ses mots\u{202F}: entre guillemets, rien n’est signalé.
          """)),
    ErrorPage(
      "W503",
      Localized(en: "A question without a source", fr: "Une question sans source"),
      Localized(
        en: "Every fact shows where it comes from: facts names rows or a table, source a text.",
        fr: """
          Chaque fait montre d’où il vient\u{202F}: faits nomme des lignes ou une table, source \
          un texte.
          """)),
    ErrorPage(
      "W504",
      Localized(en: "Nothing shows a conflict", fr: "Rien ne montre un désaccord"),
      Localized(
        en: """
          In a question of the type unknown, «we cannot know» is right because sources \
          conflict: name the facts that do.
          """,
        fr: """
          Dans une question du type indécidable, « on ne peut pas le savoir » est juste \
          parce que des sources se contredisent\u{202F}: nommer ces faits.
          """)),
    ErrorPage(
      "W505",
      Localized(
        en: "A typed answer would pass", fr: "Une réponse tapée passerait"),
      Localized(
        en: """
          Answers are tried again on altered data, and this one never changes there. Ask for \
          something that rows or figures decide, or make the question a choice.
          """,
        fr: """
          Les réponses sont essayées de nouveau sur des données modifiées, et celle-ci n’y change \
          jamais. Demander ce que des lignes ou des chiffres décident, ou faire de la question un \
          choix.
          """)),
  ]
}
