import FriseBase

extension ErrorPage {
  /// E4xx and W4xx: data files.
  static let files: [ErrorPage] = [
    ErrorPage(
      "E401",
      Localized(
        en: "A file that cannot be opened",
        fr: "Un fichier qui ne s'ouvre pas"),
      Localized(
        en: """
          The path is relative to the script, else to the current folder. Check its \
          spelling and that it may be read.
          """,
        fr: """
          Le chemin part du script, sinon du dossier courant. Vérifier qu'il est bien \
          écrit et que le fichier est lisible.
          """),
      wrong: Localized(
        en: "load \"evnts.csv\"",
        fr: "charger \"evnts.csv\""),
      right: Localized(
        en: "load \"events.csv\"",
        fr: "charger \"events.csv\"")),
    ErrorPage(
      "E402",
      Localized(
        en: "A file in another encoding",
        fr: "Un fichier dans un autre codage"),
      Localized(
        en: """
          The file holds bytes that are not UTF-8 text. Save it again as UTF-8 from \
          the program that made it, or state its encoding.
          """,
        fr: """
          Le fichier contient des octets qui ne sont pas du texte UTF-8. L'enregistrer \
          de nouveau en UTF-8 depuis le programme qui l'a fait, ou indiquer son \
          codage.
          """)),
    ErrorPage(
      "E403",
      Localized(
        en: "A row with too few or too many cells",
        fr: "Une ligne avec trop ou trop peu de cellules"),
      Localized(
        en: """
          Every row has as many cells as the header has names. A separator inside a \
          cell, or one missing, shifts the rest of the row.
          """,
        fr: """
          Chaque ligne a autant de cellules que l'en-tête a de noms. Un séparateur \
          dans une cellule, ou un qui manque, décale la suite de la ligne.
          """)),
    ErrorPage(
      "E404",
      Localized(
        en: "A column is missing from the header",
        fr: "Une colonne manque à l'en-tête"),
      Localized(
        en: """
          A column that is asked for is not in the first line of the file. The message \
          lists those that are.
          """,
        fr: """
          Une colonne demandée n'est pas dans la première ligne du fichier. Le message \
          liste celles qui y sont.
          """)),
    ErrorPage(
      "E405",
      Localized(
        en: "A cell that is not of its column's type",
        fr: "Une cellule qui n'est pas du type de sa colonne"),
      Localized(
        en: """
          One cell could not be read as its column is. It is never changed silently: \
          correct the cell, or settle the type of the column when loading, with text = \
          [column].
          """,
        fr: """
          Une cellule n'a pu être lue comme sa colonne. Elle n'est jamais changée en \
          silence : corriger la cellule, ou fixer le type de la colonne au chargement, \
          avec texte = [colonne].
          """)),
    ErrorPage(
      "E406",
      Localized(
        en: "An id that is missing or repeated",
        fr: "Un identifiant absent ou répété"),
      Localized(
        en: """
          Rows are told apart by their id, so each needs one of its own. The message \
          names the other row.
          """,
        fr: """
          Les lignes se distinguent par leur identifiant : chacune doit avoir le sien. \
          Le message nomme l'autre ligne.
          """)),
    ErrorPage(
      "E407",
      Localized(
        en: "A link to a row that does not exist, or to several",
        fr: "Un lien vers une ligne absente, ou vers plusieurs"),
      Localized(
        en: """
          A column that links to another table holds ids or names of its rows. This \
          cell names none, or more than one.
          """,
        fr: """
          Une colonne liée à une autre table contient des identifiants ou des noms de \
          ses lignes. Cette cellule n'en nomme aucune, ou plusieurs.
          """)),
    ErrorPage(
      "E408",
      Localized(
        en: "Units that stand above one another in a circle",
        fr: "Des unités placées l'une au-dessus de l'autre en cercle"),
      Localized(
        en: """
          A structure is a tree: going from parent to parent leads to a root. Here it \
          leads back to the start; one of the parents is wrong. Nothing was loaded.
          """,
        fr: """
          Une structure est un arbre : de parent en parent on arrive à une racine. Ici \
          on revient au départ ; l'un des parents est faux. Rien n'a été chargé.
          """)),
    ErrorPage(
      "E409",
      Localized(
        en: "A manifest that cannot be read",
        fr: "Un manifeste illisible"),
      Localized(
        en: """
          The file that describes a data set has a line that cannot be read; the \
          message names it.
          """,
        fr: """
          Le fichier qui décrit un jeu de données a une ligne illisible ; le message \
          la nomme.
          """)),
  ]
}
