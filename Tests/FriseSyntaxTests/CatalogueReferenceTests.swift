import FriseBase
import FriseSyntax
import FriseTestSupport
import Glibc
import Testing

@Suite("The reference")
struct CatalogueReferenceTests {
  private static let path = "Docs/language.md"

  @Test func holdsTheGeneratedPart() throws {
    let page = try #require(Repository.text(of: Self.path))
    let start = try #require(page.firstRange(of: ReferencePage.startMarker)).upperBound
    let end = try #require(page.firstRange(of: ReferencePage.endMarker)).lowerBound
    let generated = "\n" + ReferencePage.markdown()
    let isCurrent = page[start..<end] == generated[...]
    if !isCurrent, unsafe getenv("FRISE_RECORD") != nil, unsafe getenv("CI") == nil {
      Repository.write(String(page[..<start] + generated + page[end...]), to: Self.path)
    }
    #expect(isCurrent, "FRISE_RECORD=1 writes the words into Docs/language.md")
  }

  @Test func showsEveryWordAndExample() {
    let page = ReferencePage.markdown()
    for entry in Catalogue.entries {
      #expect(page.contains(entry.summary.english))
      for example in entry.examples { #expect(page.contains(example.query)) }
    }
  }
}

@Suite("The pages of the error codes")
struct CatalogueErrorPageTests {
  /// The codes that stand between quotation marks in the sources, the pages themselves left out.
  private static let usedCodes: Set<String> = {
    var codes: Set<String> = []
    for path in Repository.files(below: "Sources", suffix: ".swift")
    where !path.contains("/Catalogue/") {
      let bytes = Repository.bytes(of: path) ?? []
      for start in bytes.indices.dropLast(5) where isCode(bytes[start..<start + 6]) {
        codes.insert(String(decoding: bytes[start + 1..<start + 5], as: UTF8.self))
      }
    }
    return codes
  }()

  /// True for a quotation mark, E or W, three digits, a quotation mark.
  private static func isCode(_ bytes: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(bytes)
    let quote = UInt8(ascii: "\"")
    return bytes[0] == quote && bytes[5] == quote
      && (bytes[1] == UInt8(ascii: "E") || bytes[1] == UInt8(ascii: "W"))
      && bytes[2...4].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  @Test func explainsEveryCodeInUse() {
    let missing = Self.usedCodes.subtracting(ErrorPage.all.map(\.code))
    #expect(missing.isEmpty, "no page for \(missing.sorted())")
  }

  @Test func explainsNoCodeOutOfUse() {
    let unused = Set(ErrorPage.all.map(\.code)).subtracting(Self.usedCodes)
    #expect(unused.isEmpty, "no diagnostic has \(unused.sorted())")
  }

  @Test func ordersThePagesWithoutDoubles() {
    let codes = ErrorPage.all.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: ErrorPage.all)
  func isCompleteInBothTongues(page: ErrorPage) {
    for text in [page.title, page.explanation] {
      #expect(!text.english.isEmpty && !text.french.isEmpty)
      #expect(text.english != text.french)
    }
    #expect((page.wrong == nil) == (page.right == nil))
    #expect(page.title.english.count <= 66 && page.title.french.count <= 66)
  }
}
