/// What a piece of SVG or HTML is made of, read by the rules of XML but for HTML's void elements.
struct MarkupShape {
  /// An opening tag.
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  /// The text outside tags, entities as they are written.
  private(set) var text = ""
  /// What is wrong with it.
  private(set) var faults: [String] = []

  private static let voidElements: Set<String> = ["meta", "br"]

  init(_ markup: String) {
    var open: [String] = []
    var rest = markup[...]
    while let start = rest.firstIndex(of: "<") {
      take(text: rest[..<start])
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ">") else {
        faults.append("a tag without end")
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!DOCTYPE") || tag.hasPrefix("?xml") { continue }
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.popLast() != name { faults.append("</\(name)> closes another element") }
        continue
      }
      let isClosed = tag.hasSuffix("/")
      let element = read(isClosed ? tag.dropLast() : tag)
      elements.append(element)
      if element.name == "style" {
        // A style sheet holds no tag.
        guard let stop = rest.firstIndex(of: "<") else { return }
        rest = rest[stop...]
      }
      if !isClosed, !MarkupShape.voidElements.contains(element.name) { open.append(element.name) }
    }
    take(text: rest)
    if !open.isEmpty { faults.append("never closed: \(open)") }
    checkReferences()
  }

  /// Reads `name a="b" c="d"`.
  private mutating func read(_ tag: Substring) -> Element {
    var rest = tag.drop { $0.isWhitespace }
    let name = rest.prefix { !$0.isWhitespace }
    rest = rest.dropFirst(name.count).drop { $0.isWhitespace }
    var attributes: [String: String] = [:]
    while !rest.isEmpty {
      let key = rest.prefix { $0 != "=" }
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        faults.append("<\(name)>: attribute \(key) without a value in quotes")
        break
      }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 1).drop { $0.isWhitespace }
      check(entities: value)
      if attributes.updateValue(String(value), forKey: String(key)) != nil {
        faults.append("<\(name)>: \(key) twice")
      }
    }
    return Element(name: String(name), attributes: attributes)
  }

  private mutating func take(text: Substring) {
    check(entities: text)
    self.text += text
  }

  /// Every `&` begins an entity; nothing else that XML 1.0 cannot hold.
  private mutating func check(entities text: Substring) {
    for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated()
    where index > 0 {
      let name = part.prefix { $0 != ";" }
      if !["amp", "lt", "gt", "quot", "#39"].contains(name) { faults.append("&\(name)") }
    }
    for scalar in text.unicodeScalars where scalar.value < 0x20 && scalar != "\n" {
      faults.append("control \(scalar.value)")
    }
  }

  /// Ids are unique, and what refers to one finds it.
  private mutating func checkReferences() {
    var ids: Set<String> = []
    for element in elements {
      guard let id = element.attributes["id"] else { continue }
      if !ids.insert(id).inserted { faults.append("id \(id) twice") }
    }
    for element in elements {
      for (key, value) in element.attributes {
        var named: [Substring] = []
        if key == "href", value.hasPrefix("#") { named = [value.dropFirst()] }
        if key == "href", !value.hasPrefix("#") { faults.append("href \(value)") }
        if key == "aria-labelledby" { named = value.split(separator: " ") }
        if value.hasPrefix("url(#") { named = [value.dropFirst(5).dropLast()] }
        for name in named where !ids.contains(String(name)) {
          faults.append("no id \(name)")
        }
        if key.hasPrefix("on") || key == "src" { faults.append("attribute \(key)") }
      }
    }
  }
}
