import Glibc
import Synchronization

/// A file that appears whole or not at all: written beside its final place, then renamed.
enum AtomicFile {
  /// The descriptor and path of what is being written, for a process that must end in its middle.
  private static let unfinished = Atomic<UnsafeMutablePointer<CChar>?>(nil)

  /// Writes a file in place of whatever bears that path, following links; its permissions are those
  /// of the file it replaces, else those of the umask.
  /// - Throws: `SystemError`; nothing is left behind, and an existing file is untouched.
  static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let target = FileBytes.resolved(path) ?? path
    guard !FileBytes.isFolder(target) else { throw SystemError(number: EISDIR) }
    var status = stat()
    let existed = unsafe stat(target, &status) == 0
    // A device or a pipe cannot be replaced: it is written to.
    if existed, status.st_mode & S_IFMT != S_IFREG { return try append(bytes, to: target) }
    let (temporary, descriptor) = try create(beside: target)
    defer { unfinished.store(nil, ordering: .relaxed) }
    do throws(SystemError) {
      defer { close(descriptor) }
      if existed { fchmod(descriptor, status.st_mode & 0o7777) }
      try OutputStream.writeAll(bytes[...], to: descriptor)
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
    guard unsafe rename(temporary, target) == 0 else {
      let failure = SystemError.last
      _ = unsafe unlink(temporary)
      throw failure
    }
  }

  /// Takes away what a write in progress has made so far; safe within a signal handler.
  static func removeUnfinished() {
    if let path = unsafe unfinished.load(ordering: .relaxed) { _ = unsafe unlink(path) }
  }

  private static func append(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try OutputStream.writeAll(bytes[...], to: descriptor)
  }

  /// A new file of a name nobody has, in the folder of `target`.
  private static func create(
    beside target: String
  ) throws(SystemError) -> (path: String, descriptor: Int32) {
    for attempt in 0..<100 {
      let path = "\(target).\(getpid())-\(attempt).part"
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        unsafe unfinished.store(strdup(path), ordering: .relaxed)
        return (path, descriptor)
      }
      guard errno == EEXIST else { throw .last }
    }
    throw SystemError(number: EEXIST)
  }
}
