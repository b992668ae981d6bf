import FriseBase
import FriseLessons
import Glibc

/// The file in which lessons are kept: one line for each thing that happened, appended under a
/// lock and handed to the system at once, so that a process that is killed loses nothing.
struct ProgressFile {
  /// Nil to keep nothing.
  let path: String?

  /// What was kept so far, and how many lines were no records.
  /// - Throws: `SystemError` when there is a file that cannot be read.
  func read() throws(SystemError) -> (records: [ProgressRecord], damaged: Int) {
    guard let path else { return ([], 0) }
    do throws(SystemError) {
      return ProgressRecord.read(try FileBytes.read(path: path))
    } catch {
      if error.number == ENOENT { return ([], 0) }
      throw error
    }
  }

  /// Adds records.
  /// - Throws: `SystemError` when they cannot be written.
  func append(_ records: [ProgressRecord]) throws(SystemError) {
    guard let path, !records.isEmpty else { return }
    try AppendedFile.append(Array(records.map(\.line).joined().utf8), to: path)
  }

  /// Erases what was kept of a lesson, or of all lessons and cards when nil.
  /// - Throws: `SystemError`; the file is then as it was.
  func forget(lesson: String?) throws(SystemError) {
    guard let path, FileBytes.exists(path) else { return }
    // Nobody appends meanwhile.
    let descriptor = try AppendedFile.openLocked(path)
    defer { close(descriptor) }
    let lines = try FileBytes.read(path: path).split(separator: 0x0A).filter { line in
      guard let lesson else { return false }
      return ProgressRecord(line: String(decoding: line, as: UTF8.self))?.lesson != lesson
    }
    try AtomicFile.write(to: path) { write in
      for line in lines where !write(Array(line) + [0x0A]) { break }
    }
    _ = unsafe chmod(path, 0o600)
  }
}
