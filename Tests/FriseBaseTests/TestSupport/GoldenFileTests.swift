import FriseBase
import FriseTestSupport
import Testing

@Suite struct GoldenFileTests {
  private let markdown = """
    # META
    ~~~
    a case
    ~~~
    # SOURCE
    ~~~frise
    events | count
    ~~~

    """

  @Test func readsAndWritesTheSameText() {
    let file = GoldenFile(path: "x.md", markdown: markdown, isRecording: false)
    #expect(file["META"] == "a case\n")
    #expect(file["SOURCE"] == "events | count\n")
    #expect(file["OUTPUT"] == nil)
    #expect(file.sections[1].kind == "frise")
    #expect(file.markdown == markdown)
  }

  @Test func aMissingSectionIsWrittenAndFails() {
    var file = GoldenFile(path: "x.md", markdown: markdown, isRecording: false)
    #expect(file.compare("OUTPUT", with: "17") != nil)
    #expect(file.isChanged)
    #expect(file["OUTPUT"] == "17\n")
    #expect(file.compare("OUTPUT", with: "17\n") == nil)
  }

  @Test func aDifferenceFailsUnlessRecording() {
    var file = GoldenFile(path: "x.md", markdown: markdown, isRecording: false)
    #expect(file.compare("META", with: "another")?.contains("another") == true)
    #expect(!file.isChanged)
    var recording = GoldenFile(path: "x.md", markdown: markdown, isRecording: true)
    #expect(recording.compare("META", with: "another") == nil)
    #expect(recording.isChanged)
    #expect(recording["META"] == "another\n")
  }

  @Test func fencesInsideATextAreKept() {
    var file = GoldenFile(path: "x.md", markdown: "", isRecording: false)
    _ = file.compare("OUTPUT", with: "~~~\n# not a title\n\n~~~~\n", kind: "text")
    let again = GoldenFile(path: "x.md", markdown: file.markdown, isRecording: false)
    #expect(again.sections == file.sections)
  }

  @Test func composedAndDecomposedLettersDiffer() {
    var file = GoldenFile(path: "x.md", markdown: "# A\n~~~\né\n~~~\n", isRecording: false)
    #expect(file.compare("A", with: "e\u{301}") != nil)
  }

  @Test func theRepositoryIsFound() {
    #expect(Repository.exists("Package.swift"))
    #expect(Repository.text(of: "Package.swift")?.contains("frise") == true)
    #expect(Repository.bytes(of: "no such file") == nil)
    let sources = Repository.files(below: "Sources/FriseTestSupport", suffix: ".swift")
    #expect(sources.contains("Sources/FriseTestSupport/Repository.swift"))
    #expect(sources == sources.sorted())
  }

  @Test func markedSourcesLoseTheirMarks() {
    let marked = MarkedSource("a⟦b⟦é⟧⟧⟦⟧c")
    #expect(marked.source.text(marked.spans[0]) == "bé")
    #expect(marked.source.text(marked.spans[1]) == "é")
    #expect(marked.spans[2].count == 0)
    #expect(String(decoding: marked.source.bytes, as: UTF8.self) == "abéc")
  }
}
