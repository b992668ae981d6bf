/// How names stand in queries.
package enum NameWriting {
  /// A name as a query writes it: between backquotes when it is no plain word.
  package static func written(_ name: String) -> String {
    let isPlain =
      name.first?.isLetter == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isPlain ? name : "`\(name)`"
  }
}
