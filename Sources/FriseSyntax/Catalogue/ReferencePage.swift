import FriseBase

/// The part of `Docs/language.md` that lists every word, made from the table of words.
package enum ReferencePage {
  /// The line after which the generated part stands in the page.
  package static let startMarker = "<!-- words: start -->"
  /// The line before which the generated part ends.
  package static let endMarker = "<!-- words: end -->"

  /// The generated part, without its markers; ends with a line end.
  package static func markdown() -> String {
    var lines: [String] = []
    for family in Catalogue.families {
      lines += ["### \(family.title.english) · \(family.title.french)", ""]
      for entry in family.entries { lines += section(entry) }
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The heading, the usage, the summary and the examples of a word.
  private static func section(_ entry: WordEntry) -> [String] {
    let forms =
      Set([entry.forms.english, entry.forms.french]).count == 1
      ? "`\(entry.forms.english)`" : "`\(entry.forms.english)` · `\(entry.forms.french)`"
    var lines = ["#### \(forms)", "", "```text", entry.usage.english]
    if entry.usage.french != entry.usage.english { lines.append(entry.usage.french) }
    lines += ["```", "", "\(entry.summary.english)  ", "*\(entry.summary.french)*", ""]
    if !entry.otherForms.isEmpty {
      let others = entry.otherForms.map { "`\($0)`" }.joined(separator: ", ")
      lines += ["Also accepted: \(others).", ""]
    }
    for example in entry.examples {
      lines += ["```frise", example.query, "```", ""]
      if !example.output.isEmpty { lines += ["```csv", example.output, "```", ""] }
    }
    return lines
  }
}
