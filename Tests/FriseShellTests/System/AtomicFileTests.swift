import FriseTestSupport
import Glibc
import Testing

@testable import FriseShell

/// Files that appear whole or not at all.
struct AtomicFileTests {
  private func write(_ text: String, to path: String) -> SystemError? {
    do throws(SystemError) {
      try AtomicFile.write(to: path) { write in _ = write(Array(text.utf8)) }
      return nil
    } catch {
      return error
    }
  }

  @Test func writesAndReplaces() {
    let folder = TemporaryFolder()
    #expect(write("one", to: folder.path + "/a") == nil)
    #expect(folder.read("a") == "one")
    #expect(write("two", to: folder.path + "/a") == nil)
    #expect(folder.read("a") == "two")
    #expect(folder.names == ["a"])
  }

  @Test func keepsPermissions() {
    let folder = TemporaryFolder()
    let path = folder.write("a", "old")
    #expect(unsafe chmod(path, 0o640) == 0)
    #expect(write("new", to: path) == nil)
    var status = stat()
    #expect(unsafe stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func followsLinks() {
    let folder = TemporaryFolder()
    folder.write("target", "old")
    #expect(unsafe symlink("target", folder.path + "/link") == 0)
    #expect(write("new", to: folder.path + "/link") == nil)
    #expect(folder.read("target") == "new")
    var status = stat()
    #expect(unsafe lstat(folder.path + "/link", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func leavesNothingBehind() {
    let folder = TemporaryFolder()
    #expect(write("x", to: folder.path + "/no/a")?.number == ENOENT)
    #expect(write("x", to: folder.path)?.number == EISDIR)
    #expect(folder.names.isEmpty)
    #expect(write(String(repeating: "x", count: 100_000), to: "/dev/full")?.number == ENOSPC)
  }
}
