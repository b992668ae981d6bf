import Glibc

/// A case of a golden test: a Markdown file with a fenced section for each stage (`# META`,
/// `# SOURCE`, `# DIAGNOSTICS`, `# PLAN`, `# OUTPUT`…).
///
/// A test compares what it got with a section and ends with `save`. A missing section is written
/// *and fails*; with `FRISE_RECORD=1` sections that differ are rewritten and pass. Under `CI`
/// nothing is ever written.
package struct GoldenFile: Sendable {
  /// A titled text; it ends with a line end unless it is empty.
  package struct Section: Sendable, Hashable {
    package let title: String
    /// What follows the opening fence: the tongue of the text, for whoever reads the file.
    package let kind: String
    package var text: String
  }

  /// The file, relative to the root of the repository.
  package let path: String
  package private(set) var sections: [Section]
  /// True when a comparison changed a section.
  package private(set) var isChanged = false
  /// True when sections that differ are to be rewritten.
  private let isRecording: Bool

  /// A case read from its file; without sections when there is none.
  package init(path: String) {
    self.init(
      path: path, markdown: Repository.text(of: path) ?? "",
      isRecording: GoldenFile.hasVariable("FRISE_RECORD") && !GoldenFile.hasVariable("CI"))
  }

  /// A case read from its text.
  package init(path: String, markdown: String, isRecording: Bool) {
    self.path = path
    self.sections = GoldenFile.parse(markdown)
    self.isRecording = isRecording
  }

  /// The paths of all cases of a folder (relative to the root), sorted.
  package static func cases(in folder: String) -> [String] {
    Repository.files(below: folder, suffix: ".md")
  }

  /// The text of a section, or nil.
  package subscript(title: String) -> String? {
    sections.first { $0.title == title }?.text
  }

  /// Compares what a test got with a section; the text is taken with one line end at its end.
  /// Returns what is wrong, or nil.
  package mutating func compare(
    _ title: String, with actual: String, kind: String = ""
  ) -> String? {
    let actual = actual.isEmpty || actual.hasSuffix("\n") ? actual : actual + "\n"
    guard let index = sections.firstIndex(where: { $0.title == title }) else {
      sections.append(Section(title: title, kind: kind, text: actual))
      isChanged = true
      return "\(path): the section \(title) was missing; it is written now, to be read"
    }
    // Compared by bytes: texts that are only canonically equivalent differ.
    if sections[index].text.utf8.elementsEqual(actual.utf8) { return nil }
    if isRecording {
      sections[index].text = actual
      isChanged = true
      return nil
    }
    return "\(path): \(title)\n--- expected\n\(sections[index].text)--- got\n\(actual)"
  }

  /// Writes the file if a comparison changed a section, but never under `CI`.
  package func save() {
    if isChanged, !GoldenFile.hasVariable("CI") { Repository.write(markdown, to: path) }
  }

  /// The file's text.
  package var markdown: String {
    sections.map { section in
      var longest = 2
      for line in section.text.split(separator: "\n") where line.hasPrefix("~") {
        longest = max(longest, line.prefix { $0 == "~" }.count)
      }
      let fence = String(repeating: "~", count: longest + 1)
      return "# \(section.title)\n\(fence)\(section.kind)\n\(section.text)\(fence)\n"
    }.joined()
  }

  /// The sections of a file's text; what lies outside of fences is dropped.
  private static func parse(_ markdown: String) -> [Section] {
    var sections: [Section] = []
    var title = ""
    var fence: Substring?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if line == open {
          fence = nil
        } else {
          sections[sections.count - 1].text += line + "\n"
        }
      } else if line.hasPrefix("# ") {
        title = String(line.dropFirst(2))
      } else if line.hasPrefix("~~~") {
        let open = line.prefix { $0 == "~" }
        fence = open
        sections.append(
          Section(title: title, kind: String(line.dropFirst(open.count)), text: ""))
      }
    }
    return sections
  }

  private static func hasVariable(_ name: String) -> Bool {
    unsafe getenv(name) != nil
  }
}
