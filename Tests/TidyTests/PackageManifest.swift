import FriseTestSupport

/// What `Package.swift` says of who may import whom.
enum PackageManifest {
  /// The modules each target depends on.
  static let dependencies: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    let manifest = Repository.text(of: "Package.swift") ?? ""
    for target in manifest.split(separator: "arget(").dropFirst() {
      guard let name = quoted(between: "name:", and: ",", in: target).first else { continue }
      table[name] = Set(quoted(between: "dependencies: [", and: "]", in: target))
    }
    return table
  }()

  /// The texts between quotation marks from one mark to the next other.
  private static func quoted(
    between start: String, and end: Character, in text: Substring
  ) -> [String] {
    let parts = text.split(separator: start, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return [] }
    let words = parts[1].prefix { $0 != end }
      .split(separator: "\"", omittingEmptySubsequences: false)
    return stride(from: 1, to: words.count, by: 2).map { String(words[$0]) }
  }
}
