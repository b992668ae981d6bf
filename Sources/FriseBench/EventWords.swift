/// The words that the generated events are made of. Their order is part of the data.
enum EventWords {
  static let kinds = words(
    """
    Révolte|Siège|Bataille|Traité|Fondation|Congrès|Émeute|Grève|Procès|Élection|Expédition|\
    Épidémie|Séisme|Incendie|Couronnement|Abdication|Exposition|Concile|Édit|Déclaration|Mutinerie|\
    Soulèvement|Armistice|Inauguration|Découverte|Famine|Exil|Retour|Mariage|Assassinat|Naufrage|\
    Marche
    """)
  static let links = [" de ", " à ", " près de ", " contre "]
  static let tails = [
    "", "", "", ", première phase", ", seconde phase", ", dite « la grande »", " (le \"vrai\")",
    ", d'après la chronique",
  ]
  static let countries = words(
    """
    France|Haïti|Royaume-Uni|Allemagne|Espagne|Italie|États-Unis|Canada|Suisse|Belgique|Sénégal|\
    Côte d'Ivoire|Brésil|Colombie|Pérou|Mexique|Cuba|Russie|Pologne|Suède|Norvège|Islande|Turquie|\
    Grèce|Égypte|Algérie|Tunisie|Maroc|Mali|Bénin|Tanzanie|Thaïlande|Viêt Nam|Inde|Japon|Chine|\
    Autriche|Tchéquie|Irlande|Danemark
    """)
  static let topics = words(
    """
    révolution|guerre|traité|économie|esclavage|religion|science|art|littérature|musique|épidémie|\
    famine|séisme|exploration|commerce|droit|éducation|migration|élection|grève|industrie|\
    agriculture|architecture|sport
    """)

  /// 512 places: every prefix before every town.
  static let places = ["", "Saint-", "Fort-", "Port-", "Nouvelle-", "Cap-", "Mont-", "Vieux "]
    .flatMap { prefix in towns.map { prefix + $0 } }

  /// 16 384 surnames of three syllables, by number: five bits, five bits, four bits.
  static let surnames = (0..<16_384).map { number in
    let name =
      firstSyllables[number & 31] + middleSyllables[number >> 5 & 31] + lastSyllables[number >> 10]
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  static let unitKinds = words(
    """
    état|ministère|direction|armée|corps|division|brigade|régiment|bataillon|compagnie|section|\
    groupe|équipe|poste
    """)

  static let towns = words(
    """
    Paris|Lyon|Haïti|Marseille|Port-au-Prince|Québec|Genève|Liège|Cap-Haïtien|Saint-Domingue|\
    Cologne|Zürich|Köln|Málaga|Bogotá|São Paulo|Córdoba|Dakar|Abidjan|Gorée|Nantes|Bordeaux|\
    Orléans|Nîmes|Besançon|Alès|Béziers|Évreux|Épinal|Édimbourg|Londres|Dublin|Vienne|Prague|\
    Kraków|Łódź|Gdańsk|Århus|Tromsø|Malmö|Göteborg|Reykjavík|Istanbul|Athènes|Alexandrie|Alger|\
    Tunis|Fès|Tombouctou|Bénin|Zanzibar|Cotonou|Bangkok|Hué|Hanoï|Pondichéry|Nagasaki|Kyoto|\
    Nankin|Lima|Cuzco|Mexico|La Havane|Baton Rouge
    """)
  private static let firstSyllables = words(
    """
    ba|be|bo|bran|bré|cha|clé|cor|da|del|du|é|fa|fer|flo|ga|gué|jo|la|lam|lé|mar|mé|mon|na|no|pa|\
    per|ro|san|ta|vi
    """)
  private static let middleSyllables = words(
    """
    bar|bel|ber|cal|chi|cin|da|den|dor|fan|gar|go|la|lan|lé|li|lo|ma|men|mi|nar|né|pé|pi|que|ran|\
    ré|ri|sa|tan|ti|va
    """)
  private static let lastSyllables = words(
    "ard|aud|bert|eau|elle|er|ette|eux|ier|in|l|mont|ois|ot|ville|y")

  private static func words(_ list: String) -> [String] {
    list.split(separator: "|").map(String.init)
  }
}
