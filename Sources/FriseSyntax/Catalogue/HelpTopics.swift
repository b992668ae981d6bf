package import FriseBase

/// A subject of help that is neither a word nor a command: `frise help keys`.
package struct HelpTopic: Sendable {
  /// What the reader types.
  package let name: Localized
  package let title: Localized
  /// Plain lines, at most 76 columns each.
  package let body: Localized

  /// The topic that `text` names, in either tongue and whatever its accents.
  package static func named(_ text: String) -> HelpTopic? {
    let name = TextFold.fold(text)
    return all.first {
      TextFold.fold($0.name.english) == name || TextFold.fold($0.name.french) == name
    }
  }

  /// Every topic, in the order help shows them.
  package static let all: [HelpTopic] = [
    keys, exit, formats, dates, figures, truth, lessons, lessonFiles, manual,
  ]

  /// True for the topic that is the whole manual: where its page goes to a file or another program,
  /// it is the man page itself.
  package var isManual: Bool { name == HelpTopic.manual.name }

  private static let manual = HelpTopic(
    name: Localized(en: "manual", fr: "manuel"),
    title: Localized(en: "The man page", fr: "La page de manuel"),
    body: Localized(
      en: """
        frise help manual | man -l -   shows all of this as a man page
        frise help manual > frise.1    writes it to a file
        """,
      fr: """
        frise help manuel | man -l -   montre tout ceci en page de manuel
        frise help manuel > frise.1    l’écrit dans un fichier
        """))

  private static let keys = HelpTopic(
    name: Localized(en: "keys", fr: "touches"),
    title: Localized(en: "Keys of the prompt", fr: "Touches de l’invite"),
    body: Localized(
      en: """
        Enter        runs the query when it is complete, else opens a line
        Alt-Enter    always opens a line
        Tab          completes; a second Tab lists what may stand here
        Right        takes the suggestion shown in dim; Alt-F takes a word of it
        Up, Down     move in the query, then through history; what is typed
                     before the cursor narrows the search
        Ctrl-R       searches history, whatever the case and the accents
        Ctrl-A, -E   go to the start, to the end of the line
        Ctrl-W, -U   erase the word before the cursor, the line
        Ctrl-X Ctrl-E  edits the query in the editor of the environment
        Ctrl-C       drops the query being typed, or stops the one that runs
        Ctrl-D       on an empty line, ends the session
        A line that begins with | goes on from the last result.
        A space before a line keeps it out of history.
        """,
      fr: """
        Entrée       exécute la requête si elle est complète, sinon ouvre une ligne
        Alt-Entrée   ouvre toujours une ligne
        Tab          complète ; un second Tab liste ce qui peut venir ici
        Droite       prend la suggestion grisée ; Alt-F n’en prend qu’un mot
        Haut, Bas    vont dans la requête, puis dans l’historique ; ce qui précède
                     le curseur resserre la recherche
        Ctrl-R       cherche dans l’historique, sans égard à la casse ni aux accents
        Ctrl-A, -E   vont au début, à la fin de la ligne
        Ctrl-W, -U   effacent le mot avant le curseur, la ligne
        Ctrl-X Ctrl-E  ouvre la requête dans l’éditeur de l’environnement
        Ctrl-C       abandonne la saisie, ou arrête la requête en cours
        Ctrl-D       sur une ligne vide, termine la session
        Une ligne qui commence par | continue le dernier résultat.
        Une espace au début d’une ligne la tient hors de l’historique.
        """))

  private static let exit = HelpTopic(
    name: Localized(en: "exit", fr: "sortie"),
    title: Localized(en: "Exit codes", fr: "Codes de sortie"),
    body: Localized(
      en: """
        0    all statements ran
        1    a statement failed while running, or an assert did not hold
        2    wrong usage, or an error of reading, of name or of type
        3    a data file could not be read, or is malformed
        130  interrupted
        A script with a reading, name or type error runs nothing at all. A script
        stops at its first failing statement, unless --keep-going is given; the code
        is then still not 0. A session at the prompt always ends with 0.
        """,
      fr: """
        0    toutes les instructions ont été exécutées
        1    une instruction a échoué, ou un test de vérifier n’a pas tenu
        2    usage fautif, ou erreur de lecture, de nom ou de type
        3    un fichier de données est illisible ou mal formé
        130  interrompu
        Un script qui a une erreur de lecture, de nom ou de type n’exécute rien.
        Un script s’arrête à la première instruction en échec, sauf avec
        --keep-going ; le code reste alors différent de 0. Une session à l’invite
        finit toujours par 0.
        """))

  private static let formats = HelpTopic(
    name: Localized(en: "formats", fr: "formats"),
    title: Localized(en: "Output formats", fr: "Formats de sortie"),
    body: Localized(
      en: """
        table      boxes, fitted to the width (the usual one)
        record     one field a line
        linear     for screen readers: the count first, then label: value
        csv        comma-separated, RFC 4180; plain numbers
        tsv        tab-separated
        json       one array of objects
        jsonl      one object a line
        markdown   a table for a Markdown page
        html       a table for a web page
        tree, timeline, bars   the views of the same names
        Choose with -o FORMAT on the command line, or .set output FORMAT. A figure
        column gives four columns in csv, tsv and json: people, people_low,
        people_high, people_word. A date is written in EDTF; none is an empty cell,
        null in json. Footnotes go to standard error; --envelope puts them in json.
        """,
      fr: """
        table      cadres, ajustés à la largeur (le format ordinaire)
        record     un champ par ligne
        linear     pour lecteurs d’écran : le compte d’abord, puis nom : valeur
        csv        séparé par des virgules, RFC 4180 ; nombres nus
        tsv        séparé par des tabulations
        json       un tableau d’objets
        jsonl      un objet par ligne
        markdown   un tableau pour une page Markdown
        html       un tableau pour une page web
        tree, timeline, bars   les vues arbre, frise et barres
        On choisit par -o FORMAT en ligne de commande, ou par .régler sortie FORMAT.
        Une colonne de chiffres en donne quatre en csv, tsv et json : personnes,
        puis ses bornes basse et haute et son mot. Une date s’écrit en EDTF ;
        absent est une cellule vide, null en json. Les notes vont sur la sortie
        d’erreur ; --envelope les met dans le json.
        """))

  private static let dates = HelpTopic(
    name: Localized(en: "dates", fr: "dates"),
    title: Localized(en: "Dates", fr: "Dates"),
    body: Localized(
      en: """
        1956   1956-11   1956-11-04       a year, a month, a day
        195X   1990s                      a decade
        1951/1975   1951/..   1985/       a period; still open; end unknown
        1956~   1956?   1956%             about; uncertain; both
        @2001-21   @-0044   @[1667,1668]  with @, any EDTF text
        A date in the data is some time in 1956; a period in a query is all of 1956.
        So an event dated 1956 is during 1956, and during 1956-11 is undecided.
          during    wholly inside        overlaps  shares a day
          before    ends before          after     begins after
          meets     next day             within 2 years of
        1956-11 is November 1956; 1956 - 11, with spaces, is 1945.
        """,
      fr: """
        1956   1956-11   1956-11-04       une année, un mois, un jour
        195X   années 1990                une décennie
        1951/1975   1951/..   1985/       une période ; en cours ; fin inconnue
        1956~   1956?   1956%             environ ; incertain ; les deux
        @2001-21   @-0044   @[1667,1668]  avec @, tout texte EDTF
        Une date des données est un moment de 1956 ; une période d’une requête est
        tout 1956. Un événement daté 1956 est donc pendant 1956, et pendant 1956-11
        est indécis.
          pendant   tout entière dans    chevauche  partage un jour
          avant     finit avant          après      commence après
          touche    le lendemain         à 2 ans de
        1956-11 est novembre 1956 ; 1956 - 11, avec des espaces, fait 1945.
        """))

  private static let figures = HelpTopic(
    name: Localized(en: "figures", fr: "chiffres"),
    title: Localized(en: "Figures", fr: "Chiffres"),
    body: Localized(
      en: """
        A figure is a number with its word: exact, about, over, nearly, below,
        at_least, at_most, between. The word is kept, shown, and carried by sums.
          about 140,000           is taken as 140,000
          more than 200,000       lies above 200,000, by 50,000 at most
          nearly 850,000          lies below 850,000, by 10,000 at most
        So "more than 200,000" is > 200k: yes; > 220k: undecided; > 300k: no; and
        possibly > 300k: yes. exact(x) is the plain number, word(x) its word, low(x)
        and high(x) its ends. In csv and json a figure takes four columns.
        A sum is rounded as coarsely as its least precise part: about 1,190,000. A
        footnote says how many rows state nothing: people: 2 of 14 not stated.
        """,
      fr: """
        Un chiffre est un nombre avec son mot : exact, environ, plus de, près de,
        moins de, au moins, jusqu’à, entre. Le mot est gardé, montré et suivi dans
        les sommes.
          environ 140 000         compte pour 140 000
          plus de 200 000         dépasse 200 000, de 50 000 au plus
          près de 850 000         reste sous 850 000, de 10 000 au plus
        « plus de 200 000 » est donc > 200k : oui ; > 220k : indécis ;
        > 300k : non ; et possiblement > 300k : oui. exact(x) est le nombre nu,
        mot(x) son mot, bas(x) et haut(x) ses bornes. Un chiffre prend quatre
        colonnes en csv et json.
        Une somme s’arrondit à sa part la moins précise, comme environ 1 190 000, et
        une note dit combien de lignes n’indiquent rien : 2 sur 14 sans valeur.
        """))

  private static let truth = HelpTopic(
    name: Localized(en: "truth", fr: "vérité"),
    title: Localized(en: "Yes, no, undecided", fr: "Oui, non, indécis"),
    body: Localized(
      en: """
        A test has three answers. where keeps the yes; a footnote counts the
        undecided and says why. A test is undecided when
          - a value it compares is not stated (none);
          - a date may lie inside the period or not;
          - a figure may lie on either side of the number;
          - the end of a period is unknown (1985/).
        not swaps yes and no and leaves undecided. certainly keeps what is sure;
        possibly also keeps the undecided: both first widen what ~, ? or a figure's
        word makes approximate. is none and is not none always answer yes or no.
        if gives none on undecided; assert then fails.
        """,
      fr: """
        Un test a trois réponses. où garde le oui ; une note compte les indécises
        et dit pourquoi. Un test est indécis quand
          - une valeur qu’il compare n’est pas indiquée (absent) ;
          - une date peut être dans la période ou non ;
          - un chiffre peut être d’un côté ou de l’autre du nombre ;
          - la fin d’une période est inconnue (1985/).
        non échange oui et non et laisse l’indécis. certainement garde ce qui est
        sûr ; possiblement garde aussi l’indécis : tous deux élargissent d’abord ce
        que ~, ? ou le mot d’un chiffre rend approximatif. est absent et est non
        absent répondent toujours oui ou non. si donne absent sur un indécis ;
        vérifier échoue alors.
        """))
}
