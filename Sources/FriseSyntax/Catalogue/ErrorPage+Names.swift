import FriseBase

extension ErrorPage {
  /// E2xx and W2xx: names and types.
  static let names: [ErrorPage] = [
    ErrorPage(
      "E201",
      Localized(
        en: "No column bears this name",
        fr: "Aucune colonne ne porte ce nom"),
      Localized(
        en: """
          A name in a verb is a column of the rows that reach it, or a parameter, or a \
          name given by let. This one is none of them; a column that select or drop \
          took away is gone for the verbs that follow. Names are compared without case \
          or accents. A text is written between quotation marks.
          """,
        fr: """
          Un nom dans un verbe est une colonne des lignes qui y parviennent, ou un \
          paramètre, ou un nom donné par soit. Celui-ci n’en est pas ; une colonne \
          enlevée par choisir ou ôter n’existe plus pour les verbes suivants. Les noms \
          se comparent sans casse ni accents. Un texte s’écrit entre guillemets.
          """),
      wrong: Localized(
        en: "events | where peple > 1000",
        fr: "événements | où persones > 1000"),
      right: Localized(
        en: "events | where people > 1000",
        fr: "événements | où personnes > 1000")),
    ErrorPage(
      "E202",
      Localized(
        en: "No table bears this name",
        fr: "Aucune table ne porte ce nom"),
      Localized(
        en: """
          A query begins with a table: one of the built-in data, one that load opened, \
          or one that let named. .tables lists them. A file is opened with load before \
          it is used.
          """,
        fr: """
          Une requête commence par une table : l’une de celles des données fournies, \
          une table ouverte par charger, ou nommée par soit. .tables les liste. Un \
          fichier s’ouvre par charger avant de servir.
          """),
      wrong: Localized(
        en: "event | count",
        fr: "événement | compter"),
      right: Localized(
        en: "events | count",
        fr: "événements | compter")),
    ErrorPage(
      "E203",
      Localized(
        en: "No function bears this name",
        fr: "Aucune fonction ne porte ce nom"),
      Localized(
        en: """
          A name followed by a parenthesis is a function of the language or one that \
          let defines. help lists them.
          """,
        fr: """
          Un nom suivi d’une parenthèse est une fonction du langage ou une fonction \
          définie par soit. aide en donne la liste.
          """),
      wrong: Localized(
        en: "events | derive y = yeer(date)",
        fr: "événements | calculer a = anée(date)"),
      right: Localized(
        en: "events | derive y = year(date)",
        fr: "événements | calculer a = année(date)")),
    ErrorPage(
      "E204",
      Localized(
        en: "A value of another type is needed",
        fr: "Il faut une valeur d’un autre type"),
      Localized(
        en: """
          Every operator, function and verb takes values of certain types; the message \
          says which was found and which is expected. number(), date(), figure() and \
          text() turn a text into another type, and back.
          """,
        fr: """
          Chaque opérateur, fonction ou verbe prend des valeurs de certains types ; le \
          message dit lequel est là et lequel il faut. nombre(), date(), chiffre() et \
          texte() font passer d’un texte à un autre type, et retour.
          """),
      wrong: Localized(
        en: "events | where title + 1 > 2",
        fr: "événements | où titre + 1 > 2"),
      right: Localized(
        en: "events | where people + 1 > 2",
        fr: "événements | où personnes + 1 > 2")),
    ErrorPage(
      "E205",
      Localized(
        en: "Two values that cannot be compared",
        fr: "Deux valeurs qui ne se comparent pas"),
      Localized(
        en: """
          Both sides of a comparison have one type: numbers with numbers or figures, \
          dates with dates, texts with texts, units with their names. A number serves \
          as a year beside a date.
          """,
        fr: """
          Les deux côtés d’une comparaison ont le même type : nombres avec nombres ou \
          chiffres, dates avec dates, textes avec textes, unités avec leurs noms. Un \
          nombre vaut une année à côté d’une date.
          """),
      wrong: Localized(
        en: "events | where people > \"many\"",
        fr: "événements | où personnes > \"beaucoup\""),
      right: Localized(
        en: "events | where people > 1000",
        fr: "événements | où personnes > 1000")),
    ErrorPage(
      "E206",
      Localized(
        en: "A function with too few or too many arguments",
        fr: "Une fonction avec trop ou trop peu d’arguments"),
      Localized(
        en: """
          The message shows how the function is written. Its help page gives an \
          example.
          """,
        fr: """
          Le message montre comment s’écrit la fonction. Sa page d’aide en donne un \
          exemple.
          """),
      wrong: Localized(
        en: "print round()",
        fr: "afficher arrondi()"),
      right: Localized(
        en: "print round(2.7)",
        fr: "afficher arrondi(2.7)")),
    ErrorPage(
      "E207",
      Localized(
        en: "No unit bears this name",
        fr: "Aucune unité ne porte ce nom"),
      Localized(
        en: """
          A text compared with a unit is looked up among the names of the tree, in \
          both languages, its ids and its aliases, without case or accents. None fits; \
          the nearest are offered.
          """,
        fr: """
          Un texte comparé à une unité est cherché parmi les noms de l’arbre, dans les \
          deux langues, ses identifiants et ses autres noms, sans casse ni accents. \
          Aucun ne répond ; les plus proches sont proposés.
          """),
      wrong: Localized(
        en: "events | where place under \"Afrca\"",
        fr: "événements | où lieu sous \"Afrque\""),
      right: Localized(
        en: "events | where place under \"Africa\"",
        fr: "événements | où lieu sous \"Afrique\"")),
    ErrorPage(
      "E208",
      Localized(
        en: "Several units bear this name",
        fr: "Plusieurs unités portent ce nom"),
      Localized(
        en: """
          The name alone does not say which unit is meant; the message lists the path \
          of each. Write the id of the right one instead.
          """,
        fr: """
          Le nom seul ne dit pas de quelle unité il s’agit ; le message donne le \
          chemin de chacune. Écrire plutôt l’identifiant de la bonne.
          """)),
    ErrorPage(
      "E209",
      Localized(
        en: "The table has no date",
        fr: "La table n’a pas de date"),
      Localized(
        en: """
          during, overlaps, before, gaps and the like take the date of the table. This \
          one has none, or several without a main one. Name the date in where, or say \
          which column it is when the file is loaded.
          """,
        fr: """
          pendant, chevauche, avant, trous et les mots de ce genre prennent la date de \
          la table. Celle-ci n’en a pas, ou en a plusieurs sans date principale. \
          Nommer la date dans où, ou dire quelle colonne l’est en chargeant le \
          fichier.
          """),
      wrong: Localized(
        en: "topics | during 1956",
        fr: "sujets | pendant 1956"),
      right: Localized(
        en: "events | during 2015",
        fr: "événements | pendant 2015")),
    ErrorPage(
      "E210",
      Localized(
        en: "The rows are no units and link to none",
        fr: "Les lignes ne sont pas des unités et n’en désignent aucune"),
      Localized(
        en: """
          under, above and the verbs of a tree need rows that are units of a \
          structure, or that a column links to one.
          """,
        fr: """
          sous, chapeaute et les verbes d’arbre demandent des lignes qui soient des \
          unités d’une structure, ou qu’une colonne y relie.
          """),
      wrong: Localized(
        en: "membership | under \"Africa\"",
        fr: "adhésions | sous \"Afrique\""),
      right: Localized(
        en: "events | under \"Africa\"",
        fr: "événements | sous \"Afrique\"")),
    ErrorPage(
      "E211",
      Localized(
        en: "An aggregate outside a group",
        fr: "Un agrégat hors d’un groupe"),
      Localized(
        en: """
          count(), sum() and the like work over the rows of a group in summarise, \
          rollup and the aggregate verbs. Elsewhere a row is alone, and they work over \
          a list or a link of that row.
          """,
        fr: """
          compter(), somme() et les autres portent sur les lignes d’un groupe dans \
          résumer, totaliser et les verbes d’agrégat. Ailleurs la ligne est seule, et \
          ils portent sur une liste ou un lien de cette ligne.
          """),
      wrong: Localized(
        en: "events | derive total = sum(people)",
        fr: "événements | calculer total = somme(personnes)"),
      right: Localized(
        en: "events | summarise total = sum(people)",
        fr: "événements | résumer total = somme(personnes)")),
    ErrorPage(
      "E212",
      Localized(
        en: "A value of a row where a group is meant",
        fr: "Une valeur de ligne là où il faut un groupe"),
      Localized(
        en: """
          In summarise every column has one value for the whole group. A value that \
          differs from row to row is put after by, or inside first(), max(), list() \
          and the like.
          """,
        fr: """
          Dans résumer, chaque colonne a une seule valeur pour tout le groupe. Une \
          valeur qui change d’une ligne à l’autre se met après par, ou dans premier(), \
          max(), liste() ou un autre agrégat.
          """),
      wrong: Localized(
        en: "events | summarise title, n = count() by role",
        fr: "événements | résumer titre, n = compter() par rôle"),
      right: Localized(
        en: "events | summarise first(title), n = count() by role",
        fr: "événements | résumer premier(titre), n = compter() par rôle")),
    ErrorPage(
      "E213",
      Localized(
        en: "Two columns of one name",
        fr: "Deux colonnes du même nom"),
      Localized(
        en: """
          A result has one column of each name. Give one of the two another name with \
          NAME = before it.
          """,
        fr: """
          Un résultat n’a qu’une colonne de chaque nom. Donner à l’une un autre nom \
          avec NOM = devant elle.
          """),
      wrong: Localized(
        en: "events | select title, title",
        fr: "événements | choisir titre, titre"),
      right: Localized(
        en: "events | select title, again = title",
        fr: "événements | choisir titre, bis = titre")),
    ErrorPage(
      "E214",
      Localized(
        en: "No result to go on from",
        fr: "Aucun résultat à continuer"),
      Localized(
        en: """
          A line that begins with a bar goes on from the last result, and _3 is the \
          third result of the session. There is none yet. Begin with a table.
          """,
        fr: """
          Une ligne qui commence par une barre continue le dernier résultat, et _3 est \
          le troisième de la session. Il n’y en a pas encore. Commencer par une table.
          """),
      wrong: Localized(
        en: "| count",
        fr: "| compter"),
      right: Localized(
        en: "events | count",
        fr: "événements | compter")),
    ErrorPage(
      "E215",
      Localized(
        en: "A table where one value is meant",
        fr: "Une table là où il faut une valeur"),
      Localized(
        en: """
          A query in parentheses serves as a value when it yields one cell: one row \
          and one column. End it with count or another aggregate.
          """,
        fr: """
          Une requête entre parenthèses vaut une valeur quand elle donne une seule \
          cellule : une ligne, une colonne. La finir par compter ou un autre agrégat.
          """),
      wrong: Localized(
        en: "assert events = 17",
        fr: "vérifier événements = 17"),
      right: Localized(
        en: "assert (events | count) = 17",
        fr: "vérifier (événements | compter) = 17")),
    ErrorPage(
      "E216",
      Localized(
        en: "A value where a table is meant",
        fr: "Une valeur là où il faut une table"),
      Localized(
        en: """
          A verb works on the rows of a table; what stands before the bar is a single \
          value.
          """,
        fr: """
          Un verbe travaille sur les lignes d’une table ; ce qui précède la barre \
          n’est qu’une valeur.
          """),
      wrong: Localized(
        en: "5 | count",
        fr: "5 | compter"),
      right: Localized(
        en: "events | count",
        fr: "événements | compter")),
    ErrorPage(
      "E217",
      Localized(
        en: "A text that is no date",
        fr: "Un texte qui n’est pas une date"),
      Localized(
        en: """
          After @ stands a date in EDTF (ISO 8601-2). For the forms people type, use \
          date("…").
          """,
        fr: """
          Après @ vient une date en EDTF (ISO 8601-2). Pour les formes usuelles, \
          employer date("…").
          """),
      wrong: Localized(
        en: "events | before @11/1956",
        fr: "événements | avant @11/1956"),
      right: Localized(
        en: "events | before 1956-11",
        fr: "événements | avant 1956-11")),
    ErrorPage(
      "E218",
      Localized(
        en: "A range in the wrong place",
        fr: "Un intervalle mal placé"),
      Localized(
        en: """
          A range of numbers is no value: it stands after in, after = or after a word of \
          time. By itself a range of years or dates is a period: 1951..1975 is 1951/1975.
          """,
        fr: """
          Un intervalle de nombres n’est pas une valeur : il se place après dans, après = ou \
          après un mot de temps. Seul, un intervalle d’années ou de dates est une \
          période : 1951..1975 est 1951/1975.
          """),
      wrong: Localized(
        en: "events | derive r = 10..20",
        fr: "événements | calculer r = 10..20"),
      right: Localized(
        en: "events | where people in 10..20",
        fr: "événements | où personnes dans 10..20")),
    ErrorPage(
      "E219",
      Localized(
        en: "A word in the wrong place",
        fr: "Un mot mal placé"),
      Localized(
        en: """
          The word exists but cannot stand there; the message says where it may.
          """,
        fr: """
          Le mot existe mais ne peut se trouver là ; le message dit où il le peut.
          """)),
    ErrorPage(
      "E220",
      Localized(
        en: "A pattern that cannot be read",
        fr: "Un motif illisible"),
      Localized(
        en: """
          matches takes a regular expression in the notation of PCRE2. The message \
          gives what its reader found wrong. A sign such as ( or . is taken as itself \
          after a backslash, which a text writes twice.
          """,
        fr: """
          correspond prend une expression régulière dans la notation de PCRE2. Le \
          message donne ce que son lecteur a trouvé de fautif. Un signe comme ( ou . \
          est pris pour lui-même après une barre oblique inverse, que l’on double dans \
          un texte.
          """),
      wrong: Localized(
        en: "events | where title matches \"(UN\"",
        fr: "événements | où titre correspond \"(ONU\""),
      right: Localized(
        en: "events | where title matches \"\\\\(UN\"",
        fr: "événements | où titre correspond \"\\\\(ONU\"")),
    ErrorPage(
      "E231",
      Localized(
        en: "A parameter without a value",
        fr: "Un paramètre sans valeur"),
      Localized(
        en: """
          A parameter declared without a value must be given one on the command line, \
          as NAME=VALUE after the script.
          """,
        fr: """
          Un paramètre déclaré sans valeur doit en recevoir une sur la ligne de \
          commande : NOM=VALEUR après le script.
          """),
      wrong: Localized(
        en: "param country",
        fr: "param pays"),
      right: Localized(
        en: "param country = \"Haiti\"",
        fr: "param pays = \"Haïti\"")),
    ErrorPage(
      "E232",
      Localized(
        en: "A value for a parameter the script does not have",
        fr: "Une valeur pour un paramètre que le script n’a pas"),
      Localized(
        en: """
          Each NAME=VALUE of the command line belongs to a param of the script. The \
          message lists those there are.
          """,
        fr: """
          Chaque NOM=VALEUR de la ligne de commande répond à un param du script. Le \
          message liste ceux qui existent.
          """)),
    ErrorPage(
      "E233",
      Localized(
        en: "A value of another type than its parameter",
        fr: "Une valeur d’un autre type que son paramètre"),
      Localized(
        en: """
          A parameter has the type of its default. The value given on the command line \
          is read as that type and could not be.
          """,
        fr: """
          Un paramètre a le type de sa valeur par défaut. La valeur donnée sur la \
          ligne de commande est lue dans ce type et n’a pu l’être.
          """)),
    ErrorPage(
      "E234",
      Localized(
        en: "An included script that cannot be read",
        fr: "Un script inclus illisible"),
      Localized(
        en: """
          The path of include is relative to the script that includes it. Check that \
          the file is there and may be read.
          """,
        fr: """
          Le chemin d’inclure part du script qui inclut. Vérifier que le fichier \
          existe et qu’il est lisible.
          """)),
    ErrorPage(
      "E235",
      Localized(
        en: "Scripts that include one another in a circle",
        fr: "Des scripts qui s’incluent en cercle"),
      Localized(
        en: """
          A script may not include itself, even through others. Move what both need \
          into a third script.
          """,
        fr: """
          Un script ne peut s’inclure lui-même, même à travers d’autres. Mettre dans \
          un troisième script ce dont les deux ont besoin.
          """)),
    ErrorPage(
      "E236",
      Localized(
        en: "A let function with too few or too many arguments",
        fr: "Une fonction de soit avec trop ou trop peu d’arguments"),
      Localized(
        en: """
          A function made by let takes as many arguments as its definition names; used \
          as a verb, the rows are the first.
          """,
        fr: """
          Une fonction faite par soit prend autant d’arguments que sa définition en \
          nomme ; employée comme verbe, les lignes sont le premier.
          """)),
    ErrorPage(
      "E237",
      Localized(
        en: "Functions that unfold too far",
        fr: "Des fonctions qui se déplient trop loin"),
      Localized(
        en: """
          Functions made by let are replaced by their definitions before the query \
          runs. Here this gives too many calls. Name a result in between with let.
          """,
        fr: """
          Les fonctions faites par soit sont remplacées par leurs définitions avant \
          l’exécution. Cela donne ici trop d’appels. Nommer un résultat intermédiaire \
          avec soit.
          """)),
    ErrorPage(
      "E238",
      Localized(
        en: "An option that load does not have",
        fr: "Une option que charger n’a pas"),
      Localized(
        en: """
          What stands after with is one of the options of load; the message lists \
          them.
          """,
        fr: """
          Ce qui suit avec est l’une des options de charger ; le message les énumère.
          """)),
    ErrorPage(
      "E239",
      Localized(
        en: "An option of load with a value it does not take",
        fr: "Une option de charger avec une valeur qu’elle ne prend pas"),
      Localized(
        en: """
          id, parent, name, date, start, end, place and people take the name of a \
          column; text, number, figure, dates and list a list of names; missing a list \
          of texts; header true or false; the others a text. Each stands once, and a \
          column has one type.
          """,
        fr: """
          id, parent, nom, date, début, fin, lieu et personnes prennent le nom d’une \
          colonne ; texte, nombre, chiffre, dates et liste une liste de noms ; \
          manquant une liste de textes ; entête vrai ou faux ; les autres un texte. \
          Chacune figure une fois, et une colonne a un seul type.
          """)),
    ErrorPage(
      "W201",
      Localized(
        en: "A name hides another",
        fr: "Un nom en cache un autre"),
      Localized(
        en: """
          In a verb, a column comes before a parameter, a parameter before a let, a \
          let before a table. The name given here is one of several, and only the \
          first is reached. Choose another name to reach both.
          """,
        fr: """
          Dans un verbe, une colonne passe avant un paramètre, un paramètre avant un \
          soit, un soit avant une table. Le nom donné ici en désigne plusieurs, et \
          seul le premier est atteint. Prendre un autre nom pour atteindre les deux.
          """)),
  ]
}
