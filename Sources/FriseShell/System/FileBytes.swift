import Glibc

/// Reading whole files, pipes and the standard input.
enum FileBytes {
  /// The bytes of a file, a pipe or a device.
  /// - Throws: `SystemError`, `EISDIR` for a folder, `EINTR` when `isStopped` after a signal.
  static func read(path: String, isStopped: () -> Bool = { false }) throws(SystemError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, isStopped: isStopped)
  }

  /// What is left to read from a descriptor, up to its end.
  /// - Throws: `SystemError`; `EINTR` when a signal came and `isStopped` then holds.
  static func read(
    descriptor: Int32, isStopped: () -> Bool = { false }
  ) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        guard errno == EINTR, !isStopped() else { throw .last }
        continue
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// True when the path names a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// True when something bears that path, a broken link too.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// The path without links, `.` and `..`, or nil when it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}
