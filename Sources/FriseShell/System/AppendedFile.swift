import Glibc

/// Files of lines that grow at their end, side by side with other processes.
enum AppendedFile {
  /// Opens a file for appending under its lock, with the folders it needs; again when it was
  /// replaced meanwhile. Closing the descriptor gives the lock back.
  /// - Throws: `SystemError` when it cannot be opened.
  static func openLocked(_ path: String) throws(SystemError) -> Int32 {
    makeFolders(of: path)
    while true {
      let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
      let descriptor = unsafe open(path, flags, 0o600)
      guard descriptor >= 0 else { throw .last }
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      var here = stat()
      var there = stat()
      _ = unsafe fstat(descriptor, &here)
      if unsafe stat(path, &there) == 0, here.st_ino == there.st_ino { return descriptor }
      close(descriptor)
    }
  }

  /// Adds whole lines at the end of a file, under its lock. A last line that was cut off is ended
  /// first: it then spoils no other.
  /// - Throws: `SystemError` when they cannot be written.
  static func append(_ lines: [UInt8], to path: String) throws(SystemError) {
    let descriptor = try openLocked(path)
    defer { close(descriptor) }
    let end: [UInt8] = endsWithinLine(path) ? [0x0A] : []
    try OutputStream.writeAll((end + lines)[...], to: descriptor)
  }

  /// True when the last byte of a file is there and ends no line.
  private static func endsWithinLine(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var byte: UInt8 = 0x0A
    guard lseek(descriptor, -1, SEEK_END) >= 0 else { return false }
    _ = unsafe read(descriptor, &byte, 1)
    return byte != 0x0A
  }

  private static func makeFolders(of path: String) {
    for (index, character) in zip(path.indices, path).dropFirst() where character == "/" {
      _ = unsafe mkdir(String(path[..<index]), 0o700)
    }
  }
}
