import FriseBase
import FriseStore
import Testing

/// The embedded files are the plain files of `Sources/CFriseData/data`.
struct EmbeddedFilesTests {
  @Test func filesAreUTF8WithUnixLineEnds() throws {
    #expect(EmbeddedFiles.names.contains("iom.frise-data"))
    for name in EmbeddedFiles.names {
      let bytes = try #require(EmbeddedFiles.bytes(of: name))
      #expect(SourceText.firstBadByte(bytes) == nil, "\(name)")
      #expect(!bytes.contains(UInt8(ascii: "\r")), "\(name)")
      #expect(bytes.last == UInt8(ascii: "\n"), "\(name)")
    }
  }

  @Test func anUnknownNameGivesNothing() {
    #expect(EmbeddedFiles.bytes(of: "absent.tsv") == nil)
  }
}
