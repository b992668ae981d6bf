import FriseBase

extension Catalogue {
  /// The functions over values, dates, figures, texts and trees.
  static let functions: [WordEntry] = [
    WordEntry(
      .exact, .function, "exact", "exact",
      usage: Localized(
        en: "exact(FIGURE), exact(TEXT, TEXT)", fr: "exact(CHIFFRE), exact(TEXTE, TEXTE)"),
      summary: Localized(
        en: "The plain number of a figure, or strict equality of two texts.",
        fr: "Le nombre nu d’un chiffre, ou l’égalité stricte de deux textes."),
      examples: [
        CatalogueExample(
          "exact(\"Genève\", \"Geneve\")",
          prints: "no")
      ]),
    WordEntry(
      .running, .function, "running", "cumul",
      usage: Localized(en: "running(VALUE [, KEY])", fr: "cumul(VALEUR [, CLÉ])"),
      summary: Localized(
        en: "The sum up to this row, among the rows of its key.",
        fr: "La somme jusqu’à cette ligne, parmi celles de même clé."),
      examples: [
        CatalogueExample(
          "events | count each decade | derive total = running(n)",
          prints: "decade,n,total\n199X,1,1\n200X,4,5\n201X,11,16\n202X,1,17")
      ]),
    WordEntry(
      .previous, .function, "previous", "précédent",
      usage: Localized(en: "previous(VALUE [, KEY])", fr: "précédent(VALEUR [, CLÉ])"),
      summary: Localized(
        en: "The value on the row before, of the same key.",
        fr: "La valeur de la ligne d’avant, de même clé."),
      examples: [
        CatalogueExample(
          "events | take 2 | derive earlier = previous(id) | select id, earlier",
          prints: "id,earlier\ns01,\ns02,s01")
      ]),
    WordEntry(
      .next, .function, "next", "suivant",
      usage: Localized(en: "next(VALUE [, KEY])", fr: "suivant(VALEUR [, CLÉ])"),
      summary: Localized(
        en: "The value on the row after, of the same key.",
        fr: "La valeur de la ligne d’après, de même clé."),
      examples: [
        CatalogueExample(
          "events | take 2 | derive later = next(id) | select id, later",
          prints: "id,later\ns01,s02\ns02,")
      ]),
    WordEntry(
      .share, .function, "share", "part",
      usage: Localized(en: "share(VALUE [, KEY])", fr: "part(VALEUR [, CLÉ])"),
      summary: Localized(
        en: "The value divided by the sum over the rows of its key.",
        fr: "La valeur divisée par la somme des lignes de même clé."),
      examples: [
        CatalogueExample(
          "events | during 2014/2015 | count each year | derive part = share(n)",
          prints: "year,n,part\n2014,2,0.5\n2015,2,0.5")
      ]),
    WordEntry(
      .round, .function, "round", "arrondi",
      usage: Localized(en: "round(NUMBER [, DECIMALS])", fr: "arrondi(NOMBRE [, DÉCIMALES])"),
      summary: Localized(
        en: "The nearest whole number, or the nearest with so many decimals.",
        fr: "L’entier le plus proche, ou le nombre à tant de décimales."),
      examples: [
        CatalogueExample(
          "round(2.71, 1)",
          prints: "2.7")
      ]),
    WordEntry(
      .floor, .function, "floor", "plancher",
      usage: Localized(en: "floor(NUMBER)", fr: "plancher(NOMBRE)"),
      summary: Localized(
        en: "The greatest whole number that is not above.",
        fr: "Le plus grand entier qui ne dépasse pas."),
      examples: [
        CatalogueExample(
          "floor(2.7)",
          prints: "2")
      ]),
    WordEntry(
      .abs, .function, "abs", "abs",
      usage: Localized(en: "abs(NUMBER)", fr: "abs(NOMBRE)"),
      summary: Localized(
        en: "The number without its sign.",
        fr: "Le nombre sans son signe."),
      examples: [
        CatalogueExample(
          "abs(-3)",
          prints: "3")
      ]),
    WordEntry(
      .lower, .function, "lower", "minuscules",
      usage: Localized(en: "lower(TEXT)", fr: "minuscules(TEXTE)"),
      summary: Localized(
        en: "The text in small letters.",
        fr: "Le texte en minuscules."),
      examples: [
        CatalogueExample(
          "lower(\"Haïti\")",
          prints: "haïti")
      ]),
    WordEntry(
      .upper, .function, "upper", "majuscules",
      usage: Localized(en: "upper(TEXT)", fr: "majuscules(TEXTE)"),
      summary: Localized(
        en: "The text in capitals.",
        fr: "Le texte en majuscules."),
      examples: [
        CatalogueExample(
          "upper(\"Haïti\")",
          prints: "HAÏTI")
      ]),
    WordEntry(
      .words, .function, "words", "mots",
      usage: Localized(en: "words(TEXT)", fr: "mots(TEXTE)"),
      summary: Localized(
        en: "The list of the words of a text.",
        fr: "La liste des mots d’un texte."),
      examples: [
        CatalogueExample(
          "count(words(\"by ship, road and plane\"))",
          prints: "5")
      ]),
    WordEntry(
      .length, .function, "length", "durée",
      usage: Localized(en: "length(DATE)", fr: "durée(DATE)"),
      summary: Localized(
        en: "How long a date lasts, first and last day included.",
        fr: "La durée d’une date, premier et dernier jour compris."),
      examples: [
        CatalogueExample(
          "length(@1956-11-04/1956-11-04)",
          prints: "1 day")
      ]),
    WordEntry(
      .start, .function, "start", "début",
      usage: Localized(en: "start(DATE)", fr: "début(DATE)"),
      summary: Localized(
        en: "The date at which a period begins.",
        fr: "La date à laquelle une période commence."),
      examples: [
        CatalogueExample(
          "start(@1951/1975)",
          prints: "1951")
      ]),
    WordEntry(
      .end, .function, "end", "fin",
      usage: Localized(en: "end(DATE)", fr: "fin(DATE)"),
      summary: Localized(
        en: "The date at which a period ends.",
        fr: "La date à laquelle une période finit."),
      examples: [
        CatalogueExample(
          "end(@1951/1975)",
          prints: "1975")
      ]),
    WordEntry(
      .year, .function, "year", "année", otherForms: ["an"],
      usage: Localized(en: "year(DATE)", fr: "année(DATE)"),
      summary: Localized(
        en: "The year in which a date begins, as a number.",
        fr: "L’année où commence une date, en nombre."),
      examples: [
        CatalogueExample(
          "year(1956-11-04)",
          prints: "1956")
      ]),
    WordEntry(
      .month, .function, "month", "mois",
      usage: Localized(en: "month(DATE)", fr: "mois(DATE)"),
      summary: Localized(
        en: "The month in which a date begins, from 1 to 12.",
        fr: "Le mois où commence une date, de 1 à 12."),
      examples: [
        CatalogueExample(
          "month(1956-11-04)",
          prints: "11")
      ]),
    WordEntry(
      .day, .function, "day", "jour",
      usage: Localized(en: "day(DATE)", fr: "jour(DATE)"),
      summary: Localized(
        en: "The day of the month on which a date begins.",
        fr: "Le jour du mois où commence une date."),
      examples: [
        CatalogueExample(
          "day(1956-11-04)",
          prints: "4")
      ]),
    WordEntry(
      .decade, .function, "decade", "décennie",
      usage: Localized(en: "decade(DATE)", fr: "décennie(DATE)"),
      summary: Localized(
        en: "The decade in which a date begins, as a date.",
        fr: "La décennie où commence une date, en date."),
      examples: [
        CatalogueExample(
          "decade(1956-11-04)",
          prints: "195X")
      ]),
    WordEntry(
      .century, .function, "century", "siècle",
      usage: Localized(en: "century(DATE)", fr: "siècle(DATE)"),
      summary: Localized(
        en: "The hundred years in which a date begins, as a date.",
        fr: "Les cent ans où commence une date, en date."),
      examples: [
        CatalogueExample(
          "century(1956-11-04)",
          prints: "19XX")
      ]),
    WordEntry(
      .years, .function, "years", "années",
      usage: Localized(en: "years(DATE)", fr: "années(DATE)"),
      summary: Localized(
        en: "The list of the years that a date touches.",
        fr: "La liste des années que touche une date."),
      examples: [
        CatalogueExample(
          "count(years(@1999/2002))",
          prints: "4")
      ]),
    WordEntry(
      .lca, .function, "lca", "ancêtre_commun",
      usage: Localized(en: "lca(UNIT, …)", fr: "ancêtre_commun(UNITÉ, …)"),
      summary: Localized(
        en: "The nearest unit that is above all of these, or one of them.",
        fr: "La plus proche unité qui les chapeaute toutes, ou l’une d’elles."),
      examples: [
        CatalogueExample(
          "events | where id = \"s04\" | derive common = lca(place) | select id, common",
          prints: "id,common\ns04,034")
      ]),
    WordEntry(
      .list, .function, "list", "liste",
      usage: Localized(en: "list(VALUE)", fr: "liste(VALEUR)"),
      summary: Localized(
        en: "The values of a group, as one list.",
        fr: "Les valeurs d’un groupe, en une seule liste."),
      examples: [
        CatalogueExample(
          "acts | take 3 | summarise ids = list(id)",
          prints: "ids\ns05a;s06a;s06b")
      ]),
    WordEntry(
      .now, .function, "now", "maintenant",
      usage: Localized(en: "now()", fr: "maintenant()"),
      summary: Localized(
        en: "Today's date.",
        fr: "La date du jour."),
      examples: [
        CatalogueExample(
          "now() > 2024",
          prints: "yes")
      ]),
    WordEntry(
      .date, .function, "date", "date",
      usage: Localized(en: "date(TEXT)", fr: "date(TEXTE)"),
      summary: Localized(
        en: "Reads a date in the forms people type; none when it cannot.",
        fr: "Lit une date sous les formes usuelles ; absent si impossible."),
      examples: [
        CatalogueExample(
          "date(\"4 novembre 1956\")",
          prints: "1956-11-04")
      ]),
    WordEntry(
      .edtf, .function, "edtf", "edtf",
      usage: Localized(en: "edtf(TEXT)", fr: "edtf(TEXTE)"),
      summary: Localized(
        en: "Reads a date in strict EDTF (ISO 8601-2); none when it cannot.",
        fr: "Lit une date en EDTF strict (ISO 8601-2) ; absent si impossible."),
      examples: [
        CatalogueExample(
          "edtf(\"1956-11~\")",
          prints: "1956-11~")
      ]),
    WordEntry(
      .figure, .function, "figure", "chiffre",
      usage: Localized(en: "figure(TEXT)", fr: "chiffre(TEXTE)"),
      summary: Localized(
        en: "Reads a figure: a number with its word, if it has one.",
        fr: "Lit un chiffre : un nombre avec son mot, s’il en a un."),
      examples: [
        CatalogueExample(
          "exact(figure(\"more than 200,000\"))",
          prints: "200000")
      ]),
    WordEntry(
      .word, .function, "word", "mot",
      usage: Localized(en: "word(FIGURE)", fr: "mot(CHIFFRE)"),
      summary: Localized(
        en: "The word of a figure, such as about, over or nearly.",
        fr: "Le mot d’un chiffre, comme environ, plus de ou près de."),
      examples: [
        CatalogueExample(
          "word(figure(\"more than 200,000\"))",
          prints: "over")
      ]),
    WordEntry(
      .low, .function, "low", "bas",
      usage: Localized(en: "low(FIGURE)", fr: "bas(CHIFFRE)"),
      summary: Localized(
        en: "The low end of a figure.",
        fr: "La borne basse d’un chiffre."),
      examples: [
        CatalogueExample(
          "low(figure(\"nearly 850,000\"))",
          prints: "840000")
      ]),
    WordEntry(
      .high, .function, "high", "haut",
      usage: Localized(en: "high(FIGURE)", fr: "haut(CHIFFRE)"),
      summary: Localized(
        en: "The high end of a figure.",
        fr: "La borne haute d’un chiffre."),
      examples: [
        CatalogueExample(
          "high(figure(\"more than 200,000\"))",
          prints: "250000")
      ]),
    WordEntry(
      .earliest, .function, "earliest", "au_plus_tôt",
      usage: Localized(en: "earliest(DATE)", fr: "au_plus_tôt(DATE)"),
      summary: Localized(
        en: "The first day that a date may touch.",
        fr: "Le premier jour que peut toucher une date."),
      examples: [
        CatalogueExample(
          "earliest(1956-11)",
          prints: "1956-11-01")
      ]),
    WordEntry(
      .latest, .function, "latest", "au_plus_tard",
      usage: Localized(en: "latest(DATE)", fr: "au_plus_tard(DATE)"),
      summary: Localized(
        en: "The last day that a date may touch.",
        fr: "Le dernier jour que peut toucher une date."),
      examples: [
        CatalogueExample(
          "latest(1956-11)",
          prints: "1956-11-30")
      ]),
    WordEntry(
      .text, .function, "text", "texte",
      usage: Localized(en: "text(VALUE)", fr: "texte(VALEUR)"),
      summary: Localized(
        en: "Any value written as a text.",
        fr: "N’importe quelle valeur, écrite en texte."),
      examples: [
        CatalogueExample(
          "text(5)",
          prints: "5")
      ]),
    WordEntry(
      .number, .function, "number", "nombre",
      usage: Localized(en: "number(TEXT)", fr: "nombre(TEXTE)"),
      summary: Localized(
        en: "Reads a number; none when it cannot.",
        fr: "Lit un nombre ; absent si impossible."),
      examples: [
        CatalogueExample(
          "number(\"1,234.5\")",
          prints: "1234.5")
      ]),
  ]
}
