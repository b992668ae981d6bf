import Glibc
import Synchronization

/// A file that appears whole or not at all: written beside its final place, then renamed.
enum AtomicFile {
  /// The address of the path of what is being written, for a process that must end in its middle.
  private static let unfinished = Atomic<UInt>(0)

  /// Writes a file in place of whatever bears that path, following links; its permissions are those
  /// of the file it replaces, else those of the umask.
  /// - Parameters:
  ///   - path: Where the file shall stand.
  ///   - body: Hands on pieces of the content; a false answer says no more is taken.
  /// - Throws: `SystemError`; nothing is left behind, and an existing file is untouched.
  static func write(
    to path: String, _ body: (_ write: @escaping ([UInt8]) -> Bool) -> Void
  ) throws(SystemError) {
    let target = FileBytes.resolved(path) ?? path
    var status = stat()
    let existed = unsafe stat(target, &status) == 0
    // A device or a pipe cannot be replaced: it is written to.
    if existed, status.st_mode & S_IFMT != S_IFREG { return try append(to: target, body) }
    let (temporary, descriptor) = try create(beside: target)
    // Out of the handler's sight first, then freed.
    defer {
      let address = unfinished.exchange(0, ordering: .relaxed)
      unsafe free(UnsafeMutableRawPointer(bitPattern: address))
    }
    do throws(SystemError) {
      defer { close(descriptor) }
      if existed { fchmod(descriptor, status.st_mode & 0o7777) }
      try fill(descriptor, body)
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
    let address = unfinished.load(ordering: .relaxed)
    if let path = unsafe UnsafePointer<CChar>(bitPattern: address) { _ = unsafe unlink(path) }
  }

  private static func append(
    to path: String, _ body: (_ write: @escaping ([UInt8]) -> Bool) -> Void
  ) throws(SystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try fill(descriptor, body)
  }

  private static func fill(
    _ descriptor: Int32, _ body: (_ write: @escaping ([UInt8]) -> Bool) -> Void
  ) throws(SystemError) {
    let stream = OutputStream(descriptor: descriptor)
    body { bytes in
      stream.write(bytes)
      return stream.failure == nil
    }
    stream.flush()
    if let failure = stream.failure { throw failure }
    if Signals.isStopped { throw SystemError(number: EINTR) }
  }

  /// A new file of a name nobody has, in the folder of `target`.
  private static func create(
    beside target: String
  ) throws(SystemError) -> (path: String, descriptor: Int32) {
    // Past the greatest size a file may have, a write shall fail rather than end the program.
    _ = signal(SIGXFSZ, SIG_IGN)
    for attempt in 0..<100 {
      let path = "\(target).\(getpid())-\(attempt).part"
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        unfinished.store(UInt(bitPattern: unsafe strdup(path)), ordering: .relaxed)
        return (path, descriptor)
      }
      guard errno == EEXIST else { throw .last }
    }
    throw SystemError(number: EEXIST)
  }
}
