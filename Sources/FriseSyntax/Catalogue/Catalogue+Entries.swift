extension Catalogue {
  /// Every word, by family. The only list of words there is.
  package static let entries: [WordEntry] = []
}
