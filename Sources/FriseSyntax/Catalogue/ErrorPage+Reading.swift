import FriseBase

extension ErrorPage {
  /// E1xx: what cannot be read.
  static let reading: [ErrorPage] = [
    ErrorPage(
      "E100",
      Localized(
        en: "The source is not a text",
        fr: "La source n’est pas un texte"),
      Localized(
        en: """
          A script is text in UTF-8, without a NUL. The message gives the offset of \
          the first byte that is not. Nothing of such a script is run, since a part of \
          it may be missing. Save it again from its editor as UTF-8.
          """,
        fr: """
          Un script est un texte en UTF-8, sans octet nul. Le message donne le rang du \
          premier octet fautif. Rien d’un tel script n’est exécuté, car il peut en \
          manquer une partie. L’enregistrer de nouveau en UTF-8 depuis son éditeur.
          """)),
    ErrorPage(
      "E101",
      Localized(
        en: "A text is not closed",
        fr: "Un texte n’est pas fermé"),
      Localized(
        en: """
          A text begins and ends with a quotation mark: "…" or «…». The last one is \
          missing. To put a mark inside a text, write \\" or use the other pair.
          """,
        fr: """
          Un texte commence et finit par un guillemet : "…" ou «…». Le dernier manque. \
          Pour mettre un guillemet dans un texte, écrire \\" ou prendre l’autre paire.
          """),
      wrong: Localized(
        en: "events | where place = \"Haiti",
        fr: "événements | où lieu = \"Haïti"),
      right: Localized(
        en: "events | where place = \"Haiti\"",
        fr: "événements | où lieu = \"Haïti\"")),
    ErrorPage(
      "E102",
      Localized(
        en: "A backslash is followed by a sign it does not know",
        fr: "Une barre oblique inverse est suivie d’un signe inconnu"),
      Localized(
        en: """
          In a text, a backslash introduces a quotation mark, a backslash, a new line \
          (\\n), a tab (\\t) or a character by its code (\\u{e9}). A backslash itself \
          is written twice.
          """,
        fr: """
          Dans un texte, la barre oblique inverse annonce un guillemet, une barre, une \
          fin de ligne (\\n), une tabulation (\\t) ou un caractère par son code \
          (\\u{e9}). La barre elle-même s’écrit deux fois.
          """),
      wrong: Localized(
        en: "print \"C:\\data\"",
        fr: "afficher \"C:\\data\""),
      right: Localized(
        en: "print \"C:\\\\data\"",
        fr: "afficher \"C:\\\\data\"")),
    ErrorPage(
      "E103",
      Localized(
        en: "A text stands between other quotation marks",
        fr: "Un texte est entre d’autres guillemets"),
      Localized(
        en: """
          A text is written "…" or «…». The straight single mark is kept for the \
          apostrophe, as in Côte d'Ivoire, and the curly ones come from documents, so \
          they open no text.
          """,
        fr: """
          Un texte s’écrit "…" ou «…». Le guillemet simple est réservé à l’apostrophe, \
          comme dans Côte d’Ivoire ; les guillemets courbes viennent de documents et \
          n’ouvrent pas de texte.
          """),
      wrong: Localized(
        en: "events | where place = 'Haiti'",
        fr: "événements | où lieu = 'Haïti'"),
      right: Localized(
        en: "events | where place = \"Haiti\"",
        fr: "événements | où lieu = \"Haïti\"")),
    ErrorPage(
      "E104",
      Localized(
        en: "A character pasted from a document",
        fr: "Un caractère collé depuis un document"),
      Localized(
        en: """
          Word processors replace hyphens by dashes, spaces by spaces that do not \
          break, and letters by full-width forms. They look alike and mean nothing \
          here. A no-break space between groups of three digits is the one exception.
          """,
        fr: """
          Les traitements de texte changent les traits d’union en tirets, les espaces \
          en espaces insécables et les lettres en formes pleine chasse. Ils se \
          ressemblent mais n’ont pas de sens ici. Seule exception : l’espace insécable \
          entre groupes de trois chiffres.
          """),
      wrong: Localized(
        en: "events | where date during 1951–1975",
        fr: "événements | où date pendant 1951–1975"),
      right: Localized(
        en: "events | where date during 1951/1975",
        fr: "événements | où date pendant 1951/1975")),
    ErrorPage(
      "E105",
      Localized(
        en: "A character that has no meaning here",
        fr: "Un caractère qui n’a pas de sens ici"),
      Localized(
        en: """
          Outside texts and comments, a query holds names, numbers, dates and a few \
          signs. Put a text between quotation marks and an unusual name between \
          backquotes.
          """,
        fr: """
          Hors des textes et des remarques, une requête contient des noms, des \
          nombres, des dates et quelques signes. Mettre un texte entre guillemets et \
          un nom inhabituel entre accents graves.
          """),
      wrong: Localized(
        en: "events | where people > 100 €",
        fr: "événements | où personnes > 100 €"),
      right: Localized(
        en: "events | where people > 100",
        fr: "événements | où personnes > 100")),
    ErrorPage(
      "E106",
      Localized(
        en: "A number with a comma",
        fr: "Un nombre avec une virgule"),
      Localized(
        en: """
          In a query the decimal separator is the point, in both languages, because \
          the comma parts the items of a list. Digits are grouped with a low line.
          """,
        fr: """
          Dans une requête, le séparateur décimal est le point, dans les deux langues, \
          car la virgule sépare les éléments d’une liste. Les chiffres se groupent \
          avec un tiret bas.
          """),
      wrong: Localized(
        en: "print 2,5",
        fr: "afficher 2,5"),
      right: Localized(
        en: "print 2.5",
        fr: "afficher 2.5")),
    ErrorPage(
      "E107",
      Localized(
        en: "A number that cannot be read",
        fr: "Un nombre illisible"),
      Localized(
        en: """
          Only k (a thousand) and M (a million) may follow the digits of a number. A \
          unit is parted from its number by a space, and a number has at most 38 \
          digits.
          """,
        fr: """
          Seuls k (mille) et M (un million) peuvent suivre les chiffres d’un nombre. \
          Une unité est séparée de son nombre par une espace, et un nombre a 38 \
          chiffres au plus.
          """),
      wrong: Localized(
        en: "print 2020-01-31 + 3days",
        fr: "afficher 2020-01-31 + 3jours"),
      right: Localized(
        en: "print 2020-01-31 + 3 days",
        fr: "afficher 2020-01-31 + 3 jours")),
    ErrorPage(
      "E108",
      Localized(
        en: "A date that does not exist or cannot be read",
        fr: "Une date qui n’existe pas ou illisible"),
      Localized(
        en: """
          Digits joined by a hyphen are always a date: 1956-11 is November 1956. A \
          month goes from 01 to 12, a day has two digits, and a period begins before \
          it ends. A subtraction is written with spaces. Seasons and rarer forms begin \
          with @.
          """,
        fr: """
          Des chiffres joints par un trait d’union sont toujours une date : 1956-11 \
          est novembre 1956. Un mois va de 01 à 12, un jour a deux chiffres, et une \
          période commence avant de finir. Une soustraction s’écrit avec des espaces. \
          Les saisons et les formes rares commencent par @.
          """),
      wrong: Localized(
        en: "events | during 1956-13",
        fr: "événements | pendant 1956-13"),
      right: Localized(
        en: "events | during 1956-12",
        fr: "événements | pendant 1956-12")),
    ErrorPage(
      "E109",
      Localized(
        en: "A sign of another language",
        fr: "Un signe d’un autre langage"),
      Localized(
        en: """
          Frise writes some things otherwise: a test of equality is =, the tests are \
          joined by and, or and not, a remark begins with #. The message gives the \
          form to use.
          """,
        fr: """
          Frise écrit certaines choses autrement : l’égalité se teste par =, les tests \
          se joignent par et, ou et non, une remarque commence par #. Le message donne \
          la forme à employer.
          """),
      wrong: Localized(
        en: "events | where id == \"s01\" && people > 0",
        fr: "événements | où id == \"s01\" && personnes > 0"),
      right: Localized(
        en: "events | where id = \"s01\" and people > 0",
        fr: "événements | où id = \"s01\" et personnes > 0")),
    ErrorPage(
      "E110",
      Localized(
        en: "Something is missing",
        fr: "Il manque quelque chose"),
      Localized(
        en: """
          A word, a name or a value is expected there, and the message says which. A \
          statement that ends in a bar, a comma or an operator goes on with the next \
          line; at the end of a script nothing follows.
          """,
        fr: """
          Un mot, un nom ou une valeur est attendu là, et le message dit lequel. Une \
          instruction qui finit par une barre, une virgule ou un opérateur continue à \
          la ligne suivante ; à la fin d’un script, rien ne suit.
          """),
      wrong: Localized(
        en: "events | sort",
        fr: "événements | trier"),
      right: Localized(
        en: "events | sort date",
        fr: "événements | trier date")),
    ErrorPage(
      "E111",
      Localized(
        en: "Two things that cannot follow one another",
        fr: "Deux choses qui ne peuvent se suivre"),
      Localized(
        en: """
          What comes before is complete, and what follows cannot go on from it. A verb \
          stands after a bar; two tests are joined by and or or; a call has the form \
          year(x).
          """,
        fr: """
          Ce qui précède est complet, et la suite ne peut le continuer. Un verbe se \
          met après une barre ; deux tests se joignent par et ou ou ; un appel a la \
          forme année(x).
          """),
      wrong: Localized(
        en: "events sort date",
        fr: "événements trier date"),
      right: Localized(
        en: "events | sort date",
        fr: "événements | trier date")),
    ErrorPage(
      "E112",
      Localized(
        en: "A bracket without its pair",
        fr: "Une parenthèse sans sa paire"),
      Localized(
        en: """
          Every opening bracket has a closing one of the same kind: (…) or […]. Until \
          it is closed the statement goes on over the lines that follow.
          """,
        fr: """
          Chaque parenthèse ou crochet ouvert se referme par le signe de même sorte : \
          (…) ou […]. Tant qu’il ne l’est pas, l’instruction continue sur les lignes \
          suivantes.
          """),
      wrong: Localized(
        en: "events | where id in [\"s01\", \"s04\"",
        fr: "événements | où id dans [\"s01\", \"s04\""),
      right: Localized(
        en: "events | where id in [\"s01\", \"s04\"]",
        fr: "événements | où id dans [\"s01\", \"s04\"]")),
    ErrorPage(
      "E113",
      Localized(
        en: "No verb bears this name",
        fr: "Aucun verbe ne porte ce nom"),
      Localized(
        en: """
          After a bar stands a verb of the language, or a function of let with its \
          parentheses. help lists the verbs.
          """,
        fr: """
          Après une barre vient un verbe du langage, ou une fonction de soit avec ses \
          parenthèses. aide donne la liste des verbes.
          """),
      wrong: Localized(
        en: "events | wher people > 1000",
        fr: "événements | trie personnes"),
      right: Localized(
        en: "events | where people > 1000",
        fr: "événements | trier personnes")),
    ErrorPage(
      "E114",
      Localized(
        en: "A word of another language",
        fr: "Un mot d’un autre langage"),
      Localized(
        en: """
          The word belongs to SQL or to another language of queries; Frise says it \
          otherwise, and the message gives the word or the form to use.
          """,
        fr: """
          Le mot vient de SQL ou d’un autre langage de requêtes ; Frise le dit \
          autrement, et le message donne le mot ou la forme à employer.
          """),
      wrong: Localized(
        en: "events | filter people > 1000",
        fr: "événements | filtrer personnes > 1000"),
      right: Localized(
        en: "events | where people > 1000",
        fr: "événements | où personnes > 1000")),
    ErrorPage(
      "E115",
      Localized(
        en: "A test of a column in the place of a verb",
        fr: "Un test de colonne à la place d’un verbe"),
      Localized(
        en: """
          The words of time, under and above may stand after a bar by themselves, \
          since a table has one date and one main tree. in, contains and matches need \
          a column, and so they stand inside where.
          """,
        fr: """
          Les mots de temps, sous et chapeaute peuvent venir seuls après une barre, \
          car une table a une date et un arbre principal. dans, contient et correspond \
          demandent une colonne : ils se mettent dans où.
          """),
      wrong: Localized(
        en: "events | contains \"Syria\"",
        fr: "événements | contient \"Syrie\""),
      right: Localized(
        en: "events | where title contains \"Syria\"",
        fr: "événements | où titre contient \"Syrie\"")),
    ErrorPage(
      "E116",
      Localized(
        en: "A statement that is too deep or too long",
        fr: "Une instruction trop profonde ou trop longue"),
      Localized(
        en: """
          Brackets and tests may stand inside one another up to a limit, and a \
          statement may hold so many operators; the message says how many. Name the \
          inner parts with let, and test many values at once with a list.
          """,
        fr: """
          Parenthèses et tests s’emboîtent jusqu’à une limite, et une instruction n’a \
          que tant d’opérateurs ; le message dit combien. Nommer les parties \
          intérieures avec soit, et tester beaucoup de valeurs d’un coup avec une \
          liste.
          """)),
    ErrorPage(
      "E117",
      Localized(
        en: "A range that cannot be read",
        fr: "Un intervalle illisible"),
      Localized(
        en: """
          A range is two bounds joined by two points, without spaces: a..b, a.. or \
          ..b. Both ends belong to it. Its bounds are written out as numbers or dates; \
          with names, compare on both sides.
          """,
        fr: """
          Un intervalle est fait de deux bornes jointes par deux points, sans \
          espaces : a..b, a.. ou ..b. Ses deux bouts en font partie. Ses bornes sont \
          des nombres ou des dates écrits ; avec des noms, comparer des deux côtés.
          """),
      wrong: Localized(
        en: "events | where people in 10 .. 20",
        fr: "événements | où personnes dans 10 .. 20"),
      right: Localized(
        en: "events | where people in 10..20",
        fr: "événements | où personnes dans 10..20")),
    ErrorPage(
      "E118",
      Localized(
        en: "A name with its article",
        fr: "Un nom avec son article"),
      Localized(
        en: """
          Names and words stand without an article: event, not the event; année, not \
          l'année. Take the article away.
          """,
        fr: """
          Les noms et les mots s’écrivent sans article : année et non l’année, \
          événements et non les événements. Ôter l’article.
          """),
      wrong: Localized(
        en: "events | derive y = l'année(date)",
        fr: "événements | calculer a = l'année(date)"),
      right: Localized(
        en: "events | derive y = year(date)",
        fr: "événements | calculer a = année(date)")),
    ErrorPage(
      "E119",
      Localized(
        en: "A name that cannot be read",
        fr: "Un nom illisible"),
      Localized(
        en: """
          A name begins with a letter and goes on with letters, digits and low lines. \
          Any other name stands between two backquotes on one line. A low line alone \
          is the last result, _3 the third.
          """,
        fr: """
          Un nom commence par une lettre et continue par des lettres, des chiffres et \
          des tirets bas. Tout autre nom se met entre deux accents graves sur une \
          ligne. Un tiret bas seul est le dernier résultat, _3 le troisième.
          """),
      wrong: Localized(
        en: "events | rename `when = date",
        fr: "événements | renommer `quand = date"),
      right: Localized(
        en: "events | rename `when` = date",
        fr: "événements | renommer `quand` = date")),
    ErrorPage(
      "E120",
      Localized(
        en: "A file name without its quotation marks",
        fr: "Un nom de fichier sans guillemets"),
      Localized(
        en: """
          load, save and include take the name of a file as a text between quotation \
          marks, written out in full.
          """,
        fr: """
          charger, enregistrer et inclure prennent le nom d’un fichier comme un texte \
          entre guillemets, écrit en toutes lettres.
          """),
      wrong: Localized(
        en: "events | save out.csv",
        fr: "événements | enregistrer sortie.csv"),
      right: Localized(
        en: "events | save \"out.csv\"",
        fr: "événements | enregistrer \"sortie.csv\"")),
  ]
}
