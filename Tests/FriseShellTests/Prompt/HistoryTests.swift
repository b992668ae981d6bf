import FriseTestSupport
import Testing

@testable import FriseShell

/// The history file: entries come back as they were, sessions side by side lose none, and nothing
/// in the file can stop a session.
struct HistoryTests {
  @Test(arguments: [
    "events | count", "événements | compter 移民", "a\n| b\n  | c", "back\\slash \\n", "\ttab",
    "\"…\"",
  ])
  func entriesComeBack(entry: String) {
    let line = History.encoded(entry)
    #expect(line.count { $0 == 0x0A } == 1)
    #expect(History.decoded(line.dropLast()) == entry)
  }

  @Test func appendsAtOnceAndMakesFolders() {
    let folder = TemporaryFolder()
    var first = History(path: folder.path + "/a/b/history")
    var second = History(path: folder.path + "/a/b/history")
    first.append("one")
    second.append("two")
    first.append("three\nlines")
    first.append(" kept out")
    #expect(folder.read("a/b/history") == "one\ntwo\nthree\\nlines\n")
    #expect(second.load() == ["one", "two", "three\nlines"])
    #expect(first.takeWarning() == nil)
  }

  @Test(arguments: [
    Array("_HiStOrY_V2_\nevents\\040|\\040count\n".utf8), [0x61, 0x00, 0x0A], [0xFF, 0xFE, 0x0A],
    Array("lone \\\n".utf8),
  ])
  func damagedFilesAreSetAside(bytes: [UInt8]) {
    let folder = TemporaryFolder()
    folder.write("history", bytes + Array("good\n".utf8))
    var history = History(path: folder.path + "/history")
    #expect(history.load() == ["good"])
    #expect(folder.names == ["history", "history.damaged-1"])
    #expect(folder.read("history") == "good\n")
  }

  @Test func unusableFilesAreTold() {
    let folder = TemporaryFolder()
    var history = History(path: folder.path)
    #expect(history.load().isEmpty)
    history.append("one")
    #expect(history.takeWarning() != nil)
    #expect(history.takeWarning() == nil)
  }

  @Test func longFilesAreCut() {
    let folder = TemporaryFolder()
    folder.write("history", (0..<12_000).map { "entry \($0)\n" }.joined())
    var history = History(path: folder.path + "/history")
    let entries = history.load()
    #expect(entries.count == 10_000)
    #expect(entries.last == "entry 11999")
    #expect(folder.read("history")?.hasPrefix("entry 2000\n") == true)
  }
}
