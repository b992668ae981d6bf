import FriseBase

extension ErrorPage {
  /// E4xx and W4xx: data files.
  static let files: [ErrorPage] = [
    ErrorPage(
      "E401",
      Localized(
        en: "A file that cannot be opened",
        fr: "Un fichier qui ne s’ouvre pas"),
      Localized(
        en: """
          The path is relative to the script, else to the current folder. Check its \
          spelling and that it may be read.
          """,
        fr: """
          Le chemin part du script, sinon du dossier courant. Vérifier qu’il est bien \
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
          Le fichier contient des octets qui ne sont pas du texte UTF-8. L’enregistrer \
          de nouveau en UTF-8 depuis le programme qui l’a fait, ou indiquer son \
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
          cell, or one missing, shifts the rest of the row: a cell that holds one stands in \
          quotes, an empty cell keeps its separator. When the names stand below a title, \
          header = LINE says where.
          """,
        fr: """
          Chaque ligne a autant de cellules que l’en-tête a de noms. Un séparateur \
          dans une cellule, ou un qui manque, décale la suite de la ligne : une cellule \
          qui en contient est entre guillemets, une cellule vide garde son séparateur. Quand les \
          noms sont sous un titre, entête = LIGNE dit où.
          """)),
    ErrorPage(
      "E404",
      Localized(
        en: "A column is missing from the header",
        fr: "Une colonne manque à l’en-tête"),
      Localized(
        en: """
          A column that is asked for is not in the first line of the file. The message \
          lists those that are.
          """,
        fr: """
          Une colonne demandée n’est pas dans la première ligne du fichier. Le message \
          liste celles qui y sont.
          """)),
    ErrorPage(
      "E405",
      Localized(
        en: "A cell that is not of its column's type",
        fr: "Une cellule qui n’est pas du type de sa colonne"),
      Localized(
        en: """
          One cell could not be read as its column is. It is never changed silently: \
          correct the cell, or settle the type of the column when loading, with text = \
          [column].
          """,
        fr: """
          Une cellule n’a pu être lue comme sa colonne. Elle n’est jamais changée en \
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
          Le message nomme l’autre ligne.
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
          ses lignes. Cette cellule n’en nomme aucune, ou plusieurs.
          """)),
    ErrorPage(
      "E408",
      Localized(
        en: "Units that stand above one another in a circle",
        fr: "Des unités placées l’une au-dessus de l’autre en cercle"),
      Localized(
        en: """
          A structure is a tree: going from parent to parent leads to a root. Here it \
          leads back to the start; one of the parents is wrong. Nothing was loaded.
          """,
        fr: """
          Une structure est un arbre : de parent en parent on arrive à une racine. Ici \
          on revient au départ ; l’un des parents est faux. Rien n’a été chargé.
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
    ErrorPage(
      "E410",
      Localized(
        en: "A file that ends too early",
        fr: "Un fichier qui s’arrête trop tôt"),
      Localized(
        en: """
          The last row or value is not whole: the file was cut while it was copied or \
          written. The message names the last row that is whole. Nothing was loaded; \
          fetch the file again, or cut it off behind that row.
          """,
        fr: """
          La dernière ligne ou valeur n’est pas entière : le fichier a été coupé \
          pendant une copie ou une écriture. Le message nomme la dernière ligne \
          entière. Rien n’a été chargé ; récupérer le fichier, ou le couper après \
          cette ligne.
          """)),
    ErrorPage(
      "E411",
      Localized(
        en: "A folder or a device in place of a file",
        fr: "Un dossier ou un périphérique au lieu d’un fichier"),
      Localized(
        en: """
          load opens a file, or a folder that holds one .frise-data file which \
          describes a data set. Name a file in the folder.
          """,
        fr: """
          charger ouvre un fichier, ou un dossier qui contient un seul fichier \
          .frise-data décrivant un jeu de données. Nommer un fichier du dossier.
          """)),
    ErrorPage(
      "E412",
      Localized(
        en: "A file that is not text",
        fr: "Un fichier qui n’est pas du texte"),
      Localized(
        en: """
          Spreadsheets, archives, PDF files and databases are not read. Open the file \
          in its own program, save the table as CSV in UTF-8, and load that.
          """,
        fr: """
          Les classeurs, archives, fichiers PDF et bases de données ne sont pas lus. \
          Ouvrir le fichier dans son programme, enregistrer le tableau en CSV UTF-8, \
          et charger celui-ci.
          """)),
    ErrorPage(
      "E413",
      Localized(
        en: "A file, a row or a table that is too large",
        fr: "Un fichier, une ligne ou une table trop grande"),
      Localized(
        en: """
          A file is read whole, which takes about twice its size in memory; a row may \
          have 64 MB, a table 16,384 columns. Keep the rows and columns that are \
          needed.
          """,
        fr: """
          Un fichier est lu en entier, ce qui prend environ deux fois sa taille en \
          mémoire ; une ligne peut avoir 64 Mo, une table 16 384 colonnes. Ne garder \
          que les lignes et colonnes utiles.
          """)),
    ErrorPage(
      "E414",
      Localized(
        en: "An empty file",
        fr: "Un fichier vide"),
      Localized(
        en: """
          A table has at least a row of names. The file has no byte, or nothing but \
          blank lines.
          """,
        fr: """
          Une table a au moins une ligne de noms. Le fichier n’a aucun octet, ou que \
          des lignes vides.
          """)),
    ErrorPage(
      "E415",
      Localized(
        en: "An encoding or a separator that is not known",
        fr: "Un codage ou un séparateur inconnu"),
      Localized(
        en: """
          encoding is one of UTF-8, UTF-16LE, UTF-16BE, Windows-1252. A separator is \
          one sign: "," ";" "|" or a tab. Both are found when they are left out.
          """,
        fr: """
          Le codage est l’un de UTF-8, UTF-16LE, UTF-16BE, Windows-1252. Un séparateur \
          est un seul signe : "," ";" "|" ou une tabulation. L’un et l’autre sont \
          trouvés quand on les omet.
          """)),
    ErrorPage(
      "E416",
      Localized(
        en: "Days and months in both orders",
        fr: "Jours et mois dans les deux ordres"),
      Localized(
        en: """
          In one column, one date can only be read with the day first and another only \
          with the month first. Which is meant elsewhere cannot be known. Write the \
          dates alike, as 1956-11-04, or keep the column as text.
          """,
        fr: """
          Dans une colonne, une date ne se lit qu’avec le jour en tête et une autre \
          qu’avec le mois. On ne peut savoir ce qui vaut ailleurs. Écrire les dates de \
          même façon, comme 1956-11-04, ou garder la colonne comme texte.
          """)),
    ErrorPage(
      "E417",
      Localized(
        en: "A load that was stopped",
        fr: "Un chargement arrêté"),
      Localized(
        en: """
          Ctrl-C came while a file was being read. Nothing of it was kept.
          """,
        fr: """
          Ctrl-C est venu pendant la lecture d’un fichier. Rien n’en a été gardé.
          """)),
    ErrorPage(
      "E418",
      Localized(
        en: "JSON that holds no table",
        fr: "Du JSON sans table"),
      Localized(
        en: """
          A table in JSON is a list of objects, or one object a line. The message says \
          what was expected and on which line.
          """,
        fr: """
          Une table en JSON est une liste d’objets, ou un objet par ligne. Le message \
          dit ce qui était attendu et à quelle ligne.
          """)),
    ErrorPage(
      "E419",
      Localized(
        en: "A file outside the current folder",
        fr: "Un fichier hors du dossier courant"),
      Localized(
        en: """
          With --safe nothing outside the current folder is read. Copy the file there, \
          or leave --safe out.
          """,
        fr: """
          Avec --safe rien n’est lu hors du dossier courant. Y copier le fichier, ou \
          omettre --safe.
          """)),
    ErrorPage(
      "E420",
      Localized(
        en: "A gzip file that is damaged",
        fr: "Un fichier gzip abîmé"),
      Localized(
        en: """
          The file begins as gzip does, and what follows cannot be unpacked: a byte was \
          changed on its way, or it is no gzip file. Fetch it again; gzip -t tests it.
          """,
        fr: """
          Le fichier commence comme un gzip, et la suite ne se décompresse pas : un \
          octet a changé en chemin, ou ce n’est pas un gzip. Le récupérer à nouveau ; \
          gzip -t le vérifie.
          """)),
  ]
}
