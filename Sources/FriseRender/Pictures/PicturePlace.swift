/// Where a picture stands: in a file of its own, or on a page that has its title, notes and style.
package struct PicturePlace: Sendable {
  /// A file of its own, with title, notes and style.
  package static let file = PicturePlace(isStandalone: true, prefix: "fr-")

  /// A page.
  /// `prefix`: What the ids of the picture and of the table's rows begin with.
  package static func page(prefix: String) -> PicturePlace {
    PicturePlace(isStandalone: false, prefix: prefix)
  }

  let isStandalone: Bool
  let prefix: String

  /// The beginning of what can be focused for a row: on a page a link to the row of the table.
  func itemStart(row: Int?, title: String) -> String {
    let name = "<title>\(SVGText.escape(title))</title>\n"
    guard let row, !isStandalone else {
      return "<g class=\"fr-item\" role=\"listitem\" tabindex=\"0\">\(name)"
    }
    return "<g role=\"listitem\"><a class=\"fr-item\" href=\"#\(prefix)r\(row + 1)\">\(name)"
  }

  /// What closes it.
  func itemEnd(row: Int?) -> String {
    row != nil && !isStandalone ? "</a></g>\n" : "</g>\n"
  }
}
