import FriseModel
import Glibc

/// A file that is read part by part, as long as it was when it was opened: what others write behind
/// that end meanwhile is left alone. It is read, not mapped: a mapped file that somebody cuts off
/// ends the program.
final class OpenFile: Sendable {
  let path: String
  /// How many bytes it had.
  let size: Int
  private let descriptor: Int32
  private let changed: (seconds: Int, nanoseconds: Int)

  /// Opens a file. Nil when it is a pipe, which cannot be read part by part.
  /// - Throws: `DataFailure`: E401 when it cannot be opened, E411 for a folder or a device.
  init?(_ path: String) throws(DataFailure) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .unopenable(path, errno) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO else {
      throw .notAFile(path, isFolder: kind == S_IFDIR)
    }
    guard kind == S_IFREG else { return nil }
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unopenable(path, errno) }
    guard unsafe fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw .unopenable(path, errno)
    }
    self.path = path
    size = Int(status.st_size)
    changed = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  deinit { close(descriptor) }

  /// Whether nobody wrote to the file since it was opened.
  var isUnchanged: Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0
      && (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) == changed
  }

  /// Reads `count` bytes that stand at a place within the size.
  /// - Throws: `DataFailure` E401, or E410 when the file became shorter.
  func read(
    into target: UnsafeMutablePointer<UInt8>, count: Int, at place: Int
  ) throws(DataFailure) {
    var done = 0
    while done < count {
      let found = unsafe pread(descriptor, target + done, count - done, off_t(place + done))
      if found > 0 {
        done += found
      } else if found == 0 {
        throw .shortened(path)
      } else if errno != EINTR {
        throw .unopenable(path, errno)
      }
    }
  }

  /// The bytes of a short range within the size.
  /// - Throws: `DataFailure` as `read(into:count:at:)` does.
  func bytes(_ range: Range<Int>) throws(DataFailure) -> [UInt8] {
    var failure: DataFailure?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      do throws(DataFailure) {
        unsafe try read(into: base, count: range.count, at: range.lowerBound)
        count = range.count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
