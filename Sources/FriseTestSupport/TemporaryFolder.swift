import Glibc

/// A folder of a test's own, gone with its last reference.
package final class TemporaryFolder {
  package let path: String

  package init() {
    var template = Array("/tmp/frise-test-XXXXXX".utf8CString)
    _ = unsafe mkdtemp(&template)
    self.path = String(
      decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    _ = ChildProcess.run("/bin/rm", ["-rf", path])
  }

  /// Writes a file into it and gives its path.
  @discardableResult
  package func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  /// Writes a file into it and gives its path.
  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) -> String {
    let file = path + "/" + name
    let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = unsafe Glibc.write(descriptor, bytes, bytes.count)
    close(descriptor)
    return file
  }

  /// The text of a file in it, or nil when there is none.
  package func read(_ name: String) -> String? {
    readBytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a file in it, or nil when there is none.
  package func readBytes(_ name: String) -> [UInt8]? {
    let descriptor = unsafe open(path + "/" + name, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// The names in it, sorted.
  package var names: [String] {
    ChildProcess.run("/bin/ls", ["-A", path]).output.split(separator: "\n").map(String.init)
  }
}
