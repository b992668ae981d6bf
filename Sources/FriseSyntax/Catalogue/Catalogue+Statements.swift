import FriseBase

extension Catalogue {
  /// The words that begin a statement, and `with`.
  static let statements: [WordEntry] = [
    WordEntry(
      .letStatement, .statement, "let", "soit",
      usage: Localized(en: "let NAME[(NAME, …)] = PIPELINE", fr: "soit NOM[(NOM, …)] = REQUÊTE"),
      summary: Localized(
        en: "Gives a name to a value, a table or a chain of verbs.",
        fr: "Donne un nom à une valeur, à une table ou à une suite de verbes."),
      examples: [
        CatalogueExample(
          "let big = 500_000; events | where people > big | count",
          prints: "n\n3")
      ]),
    WordEntry(
      .paramStatement, .statement, "param", "param",
      usage: Localized(en: "param NAME [= VALUE]", fr: "param NOM [= VALEUR]"),
      summary: Localized(
        en: "Declares a value that the command line may give to the script.",
        fr: "Déclare une valeur que la ligne de commande peut donner au script."),
      examples: [
        CatalogueExample(
          "param country = \"Haiti\"; events | where place = country | count",
          prints: "n\n1")
      ]),
    WordEntry(
      .includeStatement, .statement, "include", "inclure",
      usage: Localized(en: "include \"FILE.frise\"", fr: "inclure \"FICHIER.frise\""),
      summary: Localized(
        en: "Runs another script first and keeps the names it defines.",
        fr: "Exécute d’abord un autre script et garde les noms qu’il définit.")),
    WordEntry(
      .loadStatement, .statement, "load", "charger",
      usage: Localized(
        en: "load \"FILE\" [as NAME] [with OPTION = VALUE, …]",
        fr: "charger \"FICHIER\" [comme NOM] [avec OPTION = VALEUR, …]"),
      summary: Localized(
        en: "Opens a data file as a table and tells what it understood.",
        fr: "Ouvre un fichier de données comme table et dit ce qu’il a compris.")),
    WordEntry(
      .printStatement, .statement, "print", "afficher",
      usage: Localized(en: "print VALUE, …", fr: "afficher VALEUR, …"),
      summary: Localized(
        en: "Writes values on one line.",
        fr: "Écrit des valeurs sur une ligne."),
      examples: [
        CatalogueExample(
          "print 2 + 3",
          prints: "5")
      ]),
    WordEntry(
      .assertStatement, .statement, "assert", "vérifier",
      usage: Localized(en: "assert TEST", fr: "vérifier TEST"),
      summary: Localized(
        en: "Stops the script unless the test holds; undecided does not hold.",
        fr: "Arrête le script si le test ne tient pas ; indécis ne suffit pas."),
      examples: [
        CatalogueExample(
          "assert (events | count) = 17",
          prints: "")
      ]),
    WordEntry(
      .explainStatement, .statement, "explain", "expliquer",
      usage: Localized(en: "explain PIPELINE", fr: "expliquer REQUÊTE"),
      summary: Localized(
        en: "Shows how a query is understood and run, without its result.",
        fr: "Montre comment une requête est comprise et exécutée, sans résultat.")),
    WordEntry(
      .with, .infix, "with", "avec",
      usage: Localized(
        en: "load \"FILE\" with OPTION = VALUE, …",
        fr: "charger \"FICHIER\" avec OPTION = VALEUR, …"),
      summary: Localized(
        en: "Settles how a file is read: its columns, types and separators.",
        fr: "Fixe la lecture d’un fichier : colonnes, types et séparateurs.")),
  ]
}
