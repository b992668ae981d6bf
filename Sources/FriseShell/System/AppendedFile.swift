import Glibc

/// Files that grow at their end, side by side with other processes.
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

  private static func makeFolders(of path: String) {
    for (index, character) in zip(path.indices, path).dropFirst() where character == "/" {
      _ = unsafe mkdir(String(path[..<index]), 0o700)
    }
  }
}
