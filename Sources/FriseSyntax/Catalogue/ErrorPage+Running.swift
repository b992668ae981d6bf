import FriseBase

extension ErrorPage {
  /// E3xx and W3xx: what fails while a query runs.
  static let running: [ErrorPage] = [
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
          enregistrer tire le format de l'extension : csv, tsv, json, jsonl, md, html, \
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
          Un fichier n'est jamais remplacé par surprise. Donner un autre nom, ou \
          exécuter le script avec --force. L'invite le demande.
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
          Le message donne la raison du système. Le résultat est d'abord écrit à côté, \
          puis mis en place une fois complet : rien ne reste écrit à moitié.
          """)),
    ErrorPage(
      "E374",
      Localized(
        en: "No file is written with --safe",
        fr: "Aucun fichier n'est écrit avec --safe"),
      Localized(
        en: """
          With --safe a script writes no file and starts no program. Run it without \
          the option to let it save.
          """,
        fr: """
          Avec --safe, un script n'écrit aucun fichier et ne lance aucun programme. \
          L'exécuter sans l'option pour qu'il enregistre.
          """)),
    ErrorPage(
      "E390",
      Localized(
        en: "The query was interrupted",
        fr: "La requête a été interrompue"),
      Localized(
        en: """
          The query was stopped before its end, and gave no result. The session and \
          its earlier results are kept.
          """,
        fr: """
          La requête a été arrêtée avant la fin et n'a pas donné de résultat. La \
          session et ses résultats précédents sont gardés.
          """)),
  ]
}
