import FriseBase
import FriseModel
import FriseStore
import FriseTestSupport
import Testing

/// Gzip files are unpacked; what is wrong with one is an error.
@Suite struct GzipTests {
  private let folder = TemporaryFolder()

  /// Packs a text with the system's gzip.
  private func packed(_ text: String, _ name: String) -> [UInt8] {
    let path = folder.write(name, text)
    _ = ChildProcess.run("/bin/gzip", ["-nf", path])
    return folder.readBytes(name + ".gz") ?? []
  }

  /// The table of a file with these bytes.
  private func load(_ bytes: [UInt8], _ name: String) throws -> LoadedFile {
    folder.write(name, bytes)
    return try FileLoader().load(folder.path + "/" + name, as: nil, LoadOptions())
  }

  private func code(_ bytes: [UInt8], _ name: String) -> String? {
    folder.write(name, bytes)
    do throws(DataFailure) {
      _ = try FileLoader().load(folder.path + "/" + name, as: nil, LoadOptions())
      return nil
    } catch {
      return error.code
    }
  }

  @Test func theTableIsThatOfTheFileInside() throws {
    let bytes = packed("a\tb\nx\t1\n", "t.tsv")
    let loaded = try load(bytes, "t.tsv.gz")
    #expect(loaded.tables[0].schema.name.english == "t")
    #expect(loaded.tables[0].rowCount == 1)
    #expect(loaded.report[0].english.contains("a tab, UTF-8, gzip"))
    #expect(try load(packed("[{\"a\":1}]", "t.json"), "t.json.gz").tables[0].rowCount == 1)
  }

  @Test func membersFollowOneAnother() throws {
    let bytes = packed("a,b\n1,2\n", "1.csv") + packed("3,4\n", "2.csv")
    #expect(try load(bytes + [0, 0, 0], "t.csv.gz").tables[0].rowCount == 2)
  }

  @Test func faultsLoadNothing() {
    let bytes = packed("a,b\n" + String(repeating: "1,2\n3,45\n", count: 500), "t.csv")
    #expect(code(Array(bytes.dropLast(9)), "cut.csv.gz") == "E410")
    #expect(code(Array(bytes.prefix(5)), "head.csv.gz") == "E410")
    var changed = bytes
    changed[bytes.count - 6] ^= 0xFF
    #expect(code(changed, "changed.csv.gz") == "E420")
    #expect(code(bytes + Array("junk".utf8), "tail.csv.gz") == "E420")
    #expect(code([0x1F, 0x8B, 9, 9, 9, 9, 9, 9, 9, 9, 9], "not.csv.gz") == "E420")
  }
}
