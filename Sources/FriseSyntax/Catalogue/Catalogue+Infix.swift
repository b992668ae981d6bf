import FriseBase

extension Catalogue {
  /// The words that stand between operands, and the values that are words.
  static let infix: [WordEntry] = [
    WordEntry(
      .and, .infix, "and", "et",
      usage: Localized(en: "TEST and TEST", fr: "TEST et TEST"),
      summary: Localized(
        en: "Yes when both tests are yes.",
        fr: "Oui quand les deux tests sont oui."),
      examples: [
        CatalogueExample(
          "events | where people > 100_000 and role = \"assisted\" | select id",
          prints: "id\ns01\ns04\ns07")
      ]),
    WordEntry(
      .or, .infix, "or", "ou",
      usage: Localized(en: "TEST or TEST", fr: "TEST ou TEST"),
      summary: Localized(
        en: "Yes when one test at least is yes.",
        fr: "Oui quand l’un des tests au moins est oui."),
      examples: [
        CatalogueExample(
          "events | where id = \"s01\" or id = \"s17\" | count",
          prints: "n\n2")
      ]),
    WordEntry(
      .not, .infix, "not", "non",
      usage: Localized(en: "not TEST", fr: "non TEST"),
      summary: Localized(
        en: "Turns yes into no and no into yes; undecided stays undecided.",
        fr: "Échange oui et non ; indécis reste indécis."),
      examples: [
        CatalogueExample(
          "events | where not place under \"Africa\" | count",
          prints: "n\n14")
      ]),
    WordEntry(
      .in, [.infix, .relation], "in", "dans",
      usage: Localized(en: "VALUE in LIST", fr: "VALEUR dans LISTE"),
      summary: Localized(
        en: "Yes when the value is one of the list, or lies in the range.",
        fr: "Oui quand la valeur est dans la liste ou dans l’intervalle."),
      examples: [
        CatalogueExample(
          "events | where id in [\"s01\", \"s04\"] | count",
          prints: "n\n2")
      ]),
    WordEntry(
      .is, .infix, "is", "est",
      usage: Localized(en: "VALUE is [not] none", fr: "VALEUR est [non] absent"),
      summary: Localized(
        en: "Asks whether a value is stated; the answer is always yes or no.",
        fr: "Demande si une valeur est indiquée ; répond toujours oui ou non."),
      examples: [
        CatalogueExample(
          "events | where people is none | count",
          prints: "n\n10")
      ]),
    WordEntry(
      .none, .literal, "none", "absent",
      usage: Localized(en: "none", fr: "absent"),
      summary: Localized(
        en: "A value that is not stated.",
        fr: "Une valeur qui n’est pas indiquée."),
      examples: [
        CatalogueExample(
          "none ?? 5",
          prints: "5")
      ]),
    WordEntry(
      .if, .infix, "if", "si",
      usage: Localized(
        en: "if TEST then VALUE else VALUE", fr: "si TEST alors VALEUR sinon VALEUR"),
      summary: Localized(
        en: "Gives one value or another; none when the test is undecided.",
        fr: "Donne une valeur ou une autre ; absent quand le test est indécis."),
      examples: [
        CatalogueExample(
          "if 1 < 2 then \"less\" else \"more\"",
          prints: "less")
      ]),
    WordEntry(
      .then, .infix, "then", "alors",
      usage: Localized(
        en: "if TEST then VALUE else VALUE", fr: "si TEST alors VALEUR sinon VALEUR"),
      summary: Localized(
        en: "Says what `if` gives when its test is yes.",
        fr: "Dit ce que donne `si` quand son test est oui.")),
    WordEntry(
      .else, .infix, "else", "sinon",
      usage: Localized(
        en: "if TEST then VALUE else VALUE", fr: "si TEST alors VALEUR sinon VALEUR"),
      summary: Localized(
        en: "Says what `if` gives when its test is no.",
        fr: "Dit ce que donne `si` quand son test est non.")),
    WordEntry(
      .by, .infix, "by", "par",
      usage: Localized(en: "count by VALUE, …", fr: "compter par VALEUR, …"),
      summary: Localized(
        en: "Groups the rows that have the same value.",
        fr: "Groupe les lignes qui ont la même valeur."),
      examples: [
        CatalogueExample(
          "events | count by role",
          prints: "role,n\nassisted,5\n,10\ncontext,2")
      ]),
    WordEntry(
      .each, .infix, "each", "chaque",
      usage: Localized(en: "count each [N] UNIT", fr: "compter chaque [N] UNITÉ"),
      summary: Localized(
        en: "Groups rows by stretches of time, the empty ones included.",
        fr: "Groupe par tranches de temps, tranches vides comprises."),
      examples: [
        CatalogueExample(
          "events | count each decade",
          prints: "decade,n\n199X,1\n200X,4\n201X,11\n202X,1")
      ]),
    WordEntry(
      .of, .infix, "of", "de",
      usage: Localized(en: "within N UNIT of DATE", fr: "à N UNITÉ de DATE"),
      summary: Localized(
        en: "Comes before the date that `within` measures from.",
        fr: "Précède la date à partir de laquelle `à` mesure.")),
    WordEntry(
      .to, .infix, "to", "de",
      usage: Localized(en: "nearest [N] to DATE", fr: "proches [N] de DATE"),
      summary: Localized(
        en: "Comes before the date that `nearest` looks for.",
        fr: "Précède la date que cherche `proches`.")),
    WordEntry(
      .as, .infix, "as", "comme",
      usage: Localized(
        en: "join TABLE as NAME on TEST", fr: "joindre TABLE comme NOM selon TEST"),
      summary: Localized(
        en: "Gives a name to a table that is joined or loaded.",
        fr: "Nomme une table que l’on joint ou que l’on charge.")),
    WordEntry(
      .on, .infix, "on", "selon",
      usage: Localized(en: "join TABLE on TEST", fr: "joindre TABLE selon TEST"),
      summary: Localized(
        en: "Says which rows of the two tables belong together.",
        fr: "Dit quelles lignes des deux tables vont ensemble.")),
    WordEntry(
      .all, .infix, "all", "tout",
      usage: Localized(en: "join all TABLE on TEST", fr: "joindre tout TABLE selon TEST"),
      summary: Localized(
        en: "Makes `join` keep the rows that match nothing.",
        fr: "Fait garder à `joindre` les lignes sans correspondance.")),
    WordEntry(
      .asc, .infix, "asc", "croissant",
      usage: Localized(en: "sort VALUE asc", fr: "trier VALEUR croissant"),
      summary: Localized(
        en: "Sorts from the smallest to the greatest, as without it.",
        fr: "Trie du plus petit au plus grand, comme sans ce mot.")),
    WordEntry(
      .desc, .infix, "desc", "décroissant",
      usage: Localized(en: "sort VALUE desc", fr: "trier VALEUR décroissant"),
      summary: Localized(
        en: "Sorts from the greatest to the smallest.",
        fr: "Trie du plus grand au plus petit.")),
    WordEntry(
      .it, .literal, "it", "ça",
      usage: Localized(en: "it", fr: "ça"),
      summary: Localized(
        en: "The last result, as `_`.",
        fr: "Le dernier résultat, comme `_`.")),
    WordEntry(
      .true, .literal, "true", "vrai",
      usage: Localized(en: "true", fr: "vrai"),
      summary: Localized(
        en: "The answer yes.",
        fr: "La réponse oui."),
      examples: [
        CatalogueExample(
          "true",
          prints: "yes")
      ]),
    WordEntry(
      .false, .literal, "false", "faux",
      usage: Localized(en: "false", fr: "faux"),
      summary: Localized(
        en: "The answer no.",
        fr: "La réponse non."),
      examples: [
        CatalogueExample(
          "true and false",
          prints: "no")
      ]),
    WordEntry(
      .certainly, .infix, "certainly", "certainement",
      usage: Localized(en: "certainly TEST", fr: "certainement TEST"),
      summary: Localized(
        en: "Widens approximate dates and figures, then keeps a sure yes only.",
        fr: "Élargit dates et chiffres approximatifs, ne garde que le oui sûr."),
      examples: [
        CatalogueExample(
          "events | where certainly people > 500_000 | count",
          prints: "n\n3")
      ]),
    WordEntry(
      .possibly, .infix, "possibly", "possiblement",
      usage: Localized(en: "possibly TEST", fr: "possiblement TEST"),
      summary: Localized(
        en: "Widens approximate dates and figures, then keeps undecided too.",
        fr: "Élargit dates et chiffres approximatifs, garde aussi l’indécis."),
      examples: [
        CatalogueExample(
          "events | where possibly people > 300_000 and people is not none | count",
          prints: "n\n4")
      ]),
    WordEntry(
      .during, [.infix, .relation], "during", "pendant",
      usage: Localized(en: "DATE during PERIOD", fr: "DATE pendant PÉRIODE"),
      summary: Localized(
        en: "Yes when the date lies wholly inside the period.",
        fr: "Oui quand la date est tout entière dans la période."),
      examples: [
        CatalogueExample(
          "events | during 2015 | count",
          prints: "n\n2")
      ]),
    WordEntry(
      .overlaps, [.infix, .relation], "overlaps", "chevauche",
      usage: Localized(en: "DATE overlaps PERIOD", fr: "DATE chevauche PÉRIODE"),
      summary: Localized(
        en: "Yes when the date and the period share a day.",
        fr: "Oui quand la date et la période ont un jour en commun."),
      examples: [
        CatalogueExample(
          "events | overlaps 2000 | select id",
          prints: "id\ns01\ns03")
      ]),
    WordEntry(
      .before, [.infix, .relation], "before", "avant",
      usage: Localized(en: "DATE before DATE", fr: "DATE avant DATE"),
      summary: Localized(
        en: "Yes when the first ends before the second begins.",
        fr: "Oui quand la première finit avant que la seconde commence."),
      examples: [
        CatalogueExample(
          "events | before 2001 | select id",
          prints: "id\ns01")
      ]),
    WordEntry(
      .after, [.infix, .relation], "after", "après",
      usage: Localized(en: "DATE after DATE", fr: "DATE après DATE"),
      summary: Localized(
        en: "Yes when the first begins after the second ends.",
        fr: "Oui quand la première commence après la fin de la seconde."),
      examples: [
        CatalogueExample(
          "events | after 2018 | select id",
          prints: "id\ns16\ns17")
      ]),
    WordEntry(
      .meets, [.infix, .relation], "meets", "touche",
      usage: Localized(en: "DATE meets DATE", fr: "DATE touche DATE"),
      summary: Localized(
        en: "Yes when one begins the day after the other ends.",
        fr: "Oui quand l’une commence le lendemain de la fin de l’autre."),
      examples: [
        CatalogueExample(
          "2011-12-31 meets 2012",
          prints: "yes")
      ]),
    WordEntry(
      .within, .infix, "within", "à",
      usage: Localized(en: "DATE within N UNIT of DATE", fr: "DATE à N UNITÉ de DATE"),
      summary: Localized(
        en: "Yes when the nearest ends are at most so far apart.",
        fr: "Oui quand les bouts les plus proches sont à cette distance au plus."),
      examples: [
        CatalogueExample(
          "2011-12-25 within 10 days of 2012",
          prints: "yes")
      ]),
    WordEntry(
      .under, [.infix, .relation], "under", "sous",
      usage: Localized(en: "UNIT under UNIT", fr: "UNITÉ sous UNITÉ"),
      summary: Localized(
        en: "Yes when the first lies below the second, at any depth.",
        fr: "Oui quand la première est sous la seconde, à tous les niveaux."),
      examples: [
        CatalogueExample(
          "events | where place under \"Africa\" | select id",
          prints: "id\ns02\ns07\ns10")
      ]),
    WordEntry(
      .above, [.infix, .relation], "above", "chapeaute",
      usage: Localized(en: "UNIT above UNIT", fr: "UNITÉ chapeaute UNITÉ"),
      summary: Localized(
        en: "Yes when the first is an ancestor of the second.",
        fr: "Oui quand la première est un ancêtre de la seconde."),
      examples: [
        CatalogueExample(
          "units | above \"m1.1\" | select id",
          prints: "id\noim\nm1")
      ]),
    WordEntry(
      .contains, [.infix, .relation], "contains", "contient",
      usage: Localized(en: "TEXT contains TEXT", fr: "TEXTE contient TEXTE"),
      summary: Localized(
        en: "Yes when the second text is part of the first.",
        fr: "Oui quand le second texte fait partie du premier."),
      examples: [
        CatalogueExample(
          "events | where title contains \"Syria\" | select id",
          prints: "id\ns10\ns11")
      ]),
    WordEntry(
      .about, .infix, "about", "évoque",
      usage: Localized(en: "about TEXT", fr: "évoque TEXTE"),
      summary: Localized(
        en: "Looks for every word in the titles, topics, places, actors, notes.",
        fr: "Cherche chaque mot : titres, sujets, lieux, acteurs et notes."),
      examples: [
        CatalogueExample(
          "events | about \"cholera\" | select id",
          prints: "id\ns06")
      ]),
    WordEntry(
      .matches, [.infix, .relation], "matches", "correspond",
      usage: Localized(en: "TEXT matches PATTERN", fr: "TEXTE correspond MOTIF"),
      summary: Localized(
        en: "Yes when the text fits a regular expression (PCRE2).",
        fr: "Oui quand le texte répond à une expression régulière (PCRE2)."),
      examples: [
        CatalogueExample(
          "events | where title matches \"^UN adopts\" | select id",
          prints: "id\ns12")
      ]),
    WordEntry(
      .mod, .infix, "mod", "mod",
      usage: Localized(en: "NUMBER mod NUMBER", fr: "NOMBRE mod NOMBRE"),
      summary: Localized(
        en: "The remainder of a division.",
        fr: "Le reste d’une division."),
      examples: [
        CatalogueExample(
          "7 mod 3",
          prints: "1")
      ]),
  ]
}
