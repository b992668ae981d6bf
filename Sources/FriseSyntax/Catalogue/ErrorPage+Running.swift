import FriseBase

extension ErrorPage {
  /// E3xx and W3xx: what fails while a query runs.
  static let running: [ErrorPage] = [
    ErrorPage(
      "E301",
      Localized(
        en: "An assertion does not hold",
        fr: "Une vérification ne tient pas"),
      Localized(
        en: """
          assert stops the script when its test is no, and also when it is undecided. \
          Print the two sides to see why.
          """,
        fr: """
          vérifier arrête le script quand son test est non, et aussi quand il est \
          indécis. Afficher les deux côtés pour voir pourquoi.
          """),
      wrong: Localized(
        en: "assert (events | count) = 18",
        fr: "vérifier (événements | compter) = 18"),
      right: Localized(
        en: "assert (events | count) = 17",
        fr: "vérifier (événements | compter) = 17")),
    ErrorPage(
      "E302",
      Localized(
        en: "Several rows where one value is meant",
        fr: "Plusieurs lignes là où il faut une valeur"),
      Localized(
        en: """
          A query in parentheses serves as a value when it yields a single row. This \
          one gave several. End it with take 1 or with an aggregate.
          """,
        fr: """
          Une requête entre parenthèses vaut une valeur quand elle donne une seule \
          ligne. Celle-ci en a donné plusieurs. La finir par prendre 1 ou par un \
          agrégat.
          """),
      wrong: Localized(
        en: "print (events | select title)",
        fr: "afficher (événements | choisir titre)"),
      right: Localized(
        en: "print (events | select title | take 1)",
        fr: "afficher (événements | choisir titre | prendre 1)")),
    ErrorPage(
      "E303",
      Localized(
        en: "A number that grew too large",
        fr: "Un nombre devenu trop grand"),
      Localized(
        en: """
          Numbers are exact up to 128 bits, some 38 digits. The message names the row \
          where the result passes them.
          """,
        fr: """
          Les nombres sont exacts jusqu’à 128 bits, soit quelque 38 chiffres. Le \
          message nomme la ligne où le résultat les dépasse.
          """)),
    ErrorPage(
      "E304",
      Localized(
        en: "The result to go on from is missing",
        fr: "Le résultat à continuer manque"),
      Localized(
        en: """
          A line that begins with a bar goes on from the statement before it. That one \
          failed, so there is nothing to go on from. Put the first error right.
          """,
        fr: """
          Une ligne qui commence par une barre continue l’instruction précédente. \
          Celle-ci a échoué : il n’y a rien à continuer. Corriger d’abord la première \
          erreur.
          """)),
    ErrorPage(
      "E305",
      Localized(
        en: "A number of rows that is not whole",
        fr: "Un nombre de lignes qui n’est pas entier"),
      Localized(
        en: """
          take, skip and nearest need a whole number that is not negative.
          """,
        fr: """
          prendre, sauter et proches demandent un nombre entier qui ne soit pas \
          négatif.
          """),
      wrong: Localized(
        en: "events | take 1.5",
        fr: "événements | prendre 1.5"),
      right: Localized(
        en: "events | take 2",
        fr: "événements | prendre 2")),
    ErrorPage(
      "E306",
      Localized(
        en: "A pattern that takes too long",
        fr: "Un motif trop long à essayer"),
      Localized(
        en: """
          Some regular expressions try so many ways that they would not end. The \
          search was stopped at its limit. Make the pattern simpler: avoid repeats \
          inside repeats.
          """,
        fr: """
          Certaines expressions régulières essaient tant de chemins qu’elles n’en \
          finiraient pas. La recherche s’est arrêtée à sa limite. Simplifier le \
          motif : éviter les répétitions dans des répétitions.
          """)),
    ErrorPage(
      "E307",
      Localized(
        en: "The query was interrupted",
        fr: "La requête a été interrompue"),
      Localized(
        en: """
          The query was stopped before its end, and gave no result. The session and \
          its earlier results are kept.
          """,
        fr: """
          La requête a été arrêtée avant la fin et n’a pas donné de résultat. La \
          session et ses résultats précédents sont gardés.
          """)),
    ErrorPage(
      "E309",
      Localized(
        en: "Too many rows, or pairs of rows",
        fr: "Trop de lignes, ou de paires de lignes"),
      Localized(
        en: """
          A result has at most 50 million rows, its lists 50 million units in all and its \
          paths 500 megabytes; a join by something else than = compares at most 2 billion \
          pairs. Filter the tables before they are joined or spread, join by =, and ask for \
          ancestors, descendants and paths of fewer units.
          """,
        fr: """
          Un résultat a au plus 50 millions de lignes, ses listes 50 millions d’unités en tout \
          et ses chemins 500 mégaoctets\u{202F}; une jointure autrement que par = compare au \
          plus 2 milliards de paires. Filtrer les tables avant de les joindre ou de les \
          étaler, joindre par =, et demander ancêtres, descendants et chemins de moins \
          d’unités.
          """)),
    ErrorPage(
      "E371",
      Localized(
        en: "A file whose format is unknown",
        fr: "Un fichier au format inconnu"),
      Localized(
        en: """
          save takes the format from the extension: csv, tsv, json, jsonl, md, html, \
          svg or txt.
          """,
        fr: """
          enregistrer tire le format de l’extension : csv, tsv, json, jsonl, md, html, \
          svg ou txt.
          """),
      wrong: Localized(
        en: "events | save \"out.doc\"",
        fr: "événements | enregistrer \"sortie.doc\""),
      right: Localized(
        en: "events | save \"out.csv\"",
        fr: "événements | enregistrer \"sortie.csv\"")),
    ErrorPage(
      "E372",
      Localized(
        en: "The file exists already",
        fr: "Le fichier existe déjà"),
      Localized(
        en: """
          A file is never replaced by surprise. Give another name, or run the script \
          with --force. The prompt asks.
          """,
        fr: """
          Un fichier n’est jamais remplacé par surprise. Donner un autre nom, ou \
          exécuter le script avec --force. L’invite le demande.
          """)),
    ErrorPage(
      "E373",
      Localized(
        en: "The file cannot be written",
        fr: "Le fichier ne peut être écrit"),
      Localized(
        en: """
          The message gives the reason the system states. The result is written beside \
          the file first and put in its place when complete, so nothing is left half \
          written.
          """,
        fr: """
          Le message donne la raison du système. Le résultat est d’abord écrit à côté, \
          puis mis en place une fois complet : rien ne reste écrit à moitié.
          """)),
    ErrorPage(
      "E374",
      Localized(
        en: "No file is written with --safe",
        fr: "Aucun fichier n’est écrit avec --safe"),
      Localized(
        en: """
          With --safe a script writes no file and starts no program. Run it without \
          the option to let it save.
          """,
        fr: """
          Avec --safe, un script n’écrit aucun fichier et ne lance aucun programme. \
          L’exécuter sans l’option pour qu’il enregistre.
          """)),
    ErrorPage(
      "E375",
      Localized(
        en: "Rows that are not drawn, saved as a picture",
        fr: "Des lignes qui ne sont pas dessinées, enregistrées en image"),
      Localized(
        en: """
          An svg file holds a picture, and only a view makes one: timeline needs a date, \
          bars a number, tree units of a structure. Name the view before save; the rows \
          themselves go into csv, json, md or html.
          """,
        fr: """
          Un fichier svg contient une image, et seule une vue en fait une\u{202F}: frise demande \
          une date, barres un nombre, arbre des unités d’une structure. Nommer la vue \
          avant enregistrer\u{202F}; les lignes elles-mêmes vont en csv, json, md ou html.
          """),
      wrong: Localized(
        en: "events | save \"out.svg\"",
        fr: "événements | enregistrer \"sortie.svg\""),
      right: Localized(
        en: "events | timeline | save \"out.svg\"",
        fr: "événements | frise | enregistrer \"sortie.svg\"")),
  ]
}
