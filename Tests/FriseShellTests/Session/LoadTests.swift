import FriseTestSupport
import Testing

/// Files opened by the built program: streams, exit codes, paths, faults.
struct LoadTests {
  private let folder = TemporaryFolder()

  private func frise(_ arguments: [String], input: [UInt8] = []) -> ChildResult {
    var environment = ChildProcess.plainEnvironment
    environment["HOME"] = folder.path
    return ChildProcess.run(
      ChildProcess.built("frise"), arguments, input: input, environment: environment,
      folder: folder.path)
  }

  @Test func whatWasUnderstoodGoesToStandardError() {
    folder.write("t.csv", "code,n\n01,5\n2A,6\n")
    let english = frise(["-o", "csv", "-c", "load \"t.csv\"; t | sum n"])
    #expect(english.output == "n\n11\n")
    #expect(english.errors.hasPrefix("t: 2 rows, 2 columns (cells parted by a comma, UTF-8"))
    #expect(english.errors.contains("  text: code\n  whole number: n\n"))
    let french = frise(["--lang", "fr", "-o", "csv", "-c", "charger \"t.csv\"; t | somme n"])
    #expect(french.output == "n\n11\n")
    #expect(french.errors.hasPrefix("t : 2 lignes, 2 colonnes"))
  }

  /// Where a later statement is wrong nothing runs, but what was understood may say why.
  @Test func whatWasUnderstoodIsToldBeforeErrors() throws {
    folder.write("t.csv", "n\n5\n6\n7\nn/a\n")
    let result = frise(["-c", "load \"t.csv\"; t | sum n"])
    #expect(result.output.isEmpty)
    let told = try #require(result.errors.firstRange(of: "missing = [\"n/a\"]"))
    let error = try #require(result.errors.firstRange(of: "error[E204]"))
    #expect(told.upperBound < error.lowerBound)
  }

  @Test func pathsStartFromTheScript() {
    _ = ChildProcess.run("/bin/mkdir", [folder.path + "/sub"])
    folder.write("sub/t.csv", "n\n5\n")
    folder.write("sub/q.frise", "load \"t.csv\"\nt | sum n\n")
    #expect(frise(["sub/q.frise", "-o", "csv"]).output == "n\n5\n")
    #expect(frise(["check", "sub/q.frise"]).status == 0)
    #expect(frise(["check", "sub/q.frise"]).errors.isEmpty)
  }

  @Test(
    arguments: [
      ("none.csv", "E401"), (".", "E411"), ("/dev/null", "E411"), ("cut.csv", "E410"),
      ("book.xlsx", "E412"), ("empty.csv", "E414"), ("bad.csv", "E402"),
    ])
  func aFileThatCannotBeReadEndsWithThree(path: String, code: String) {
    folder.write("cut.csv", "a,b\n1,2\n3")
    folder.write("book.xlsx", "PK\u{3}\u{4}")
    folder.write("empty.csv", "")
    folder.write("bad.csv", [0x61, 0x0A, 0x81, 0x0A])
    let result = frise(["-c", "load \"\(path)\" as x; x | count"])
    #expect(result.status == 3)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("error[\(code)]"), "\(result.errors)")
    folder.write("q.frise", "load \"\(path)\" as x\nx | count\n")
    #expect(frise(["check", "q.frise"]).status == 3)
  }

  @Test func aFileLargerThanMemoryIsRefusedBeforeItIsRead() {
    _ = ChildProcess.run("/usr/bin/truncate", ["-s", "4T", folder.path + "/huge.csv"])
    let result = frise(["-c", "load \"huge.csv\""])
    #expect(result.status == 3)
    #expect(result.errors.contains("E413"))
  }

  @Test func safeReadsNothingOutsideTheFolder() {
    let other = TemporaryFolder()
    let path = other.write("t.csv", "n\n5\n")
    #expect(frise(["-c", "load \"\(path)\"; t | count", "-o", "csv"]).output == "n\n1\n")
    let safe = frise(["--safe", "-c", "load \"\(path)\""])
    #expect(safe.status == 3)
    #expect(safe.errors.contains("E419"))
    folder.write("t.csv", "n\n5\n")
    #expect(frise(["--safe", "-c", "load \"t.csv\"; t | count", "-o", "csv"]).output == "n\n1\n")
  }

  @Test func aFolderWithAManifestIsADataSet() {
    _ = ChildProcess.run("/bin/mkdir", [folder.path + "/set"])
    folder.write(
      "set/s.frise-data",
      "@table towns | villes\nfile: towns.tsv\nid: id\n- id: text\n- name | nom: bilingual\n")
    folder.write("set/towns.tsv", "id\tname.en\tname.fr\na\tGeneva\tGenève\n")
    let result = frise(["-c", "load \"set\"; towns | select name", "-o", "csv"])
    #expect(result.output == "name\nGeneva\n", "\(result.errors)")
    #expect(result.errors.contains("towns: 1 row, 2 columns"))
  }
}
