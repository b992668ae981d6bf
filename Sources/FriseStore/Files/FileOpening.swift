import FriseBase
import FriseModel
import Glibc

/// Opens and reads whole files for `load`.
enum FileOpening {
  /// The greatest file that is read: offsets into it are 32 bits wide.
  static let bytesMax = Int(UInt32.max) - 64

  /// True when the path names a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted, without those that begin with a point.
  static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file or a pipe, unpacked when they are gzip.
  /// - Throws: `DataFailure` as `read` and `GzipFile.unpack` do.
  static func contents(
    _ path: String, isStopped: @Sendable () -> Bool
  ) throws(DataFailure) -> (bytes: [UInt8], isPacked: Bool) {
    let bytes = try read(path, isStopped: isStopped)
    guard GzipFile.isGzip(bytes) else { return (bytes, false) }
    let free = freeMemory().map { $0 / 2 } ?? bytesMax
    let unpacked = try GzipFile.unpack(
      bytes, file: path, bytesMax: min(bytesMax, free), isStopped: isStopped)
    return (unpacked, true)
  }

  /// The bytes of a file or a pipe.
  /// - Throws: `DataFailure`: E401 when it cannot be opened or read, E411 for a folder or a device,
  ///   E413 when it is larger than the memory that is free, E417 when `isStopped`.
  static func read(
    _ path: String, isStopped: @Sendable () -> Bool
  ) throws(DataFailure) -> [UInt8] {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .unopenable(path, errno) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO else {
      throw .notAFile(path, isFolder: kind == S_IFDIR)
    }
    let size = kind == S_IFREG ? Int(status.st_size) : 0
    try check(size, path)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unopenable(path, errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      if isStopped() { throw .stopped(path) }
      let wanted = max(1 << 16, min(size - bytes.count + 1, 1 << 24))
      var failure: Int32 = 0
      let before = bytes.count
      unsafe bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
          let found = unsafe Glibc.read(descriptor, buffer.baseAddress, wanted)
          count = max(0, found)
          failure = found < 0 ? errno : 0
        })
      if failure == EINTR { continue }
      if failure != 0 { throw .unopenable(path, failure) }
      if bytes.count == before { return bytes }
      if bytes.count > bytesMax { throw .tooLarge(path, bytes: bytes.count, free: nil) }
    }
  }

  /// - Throws: `DataFailure` when a file of that size cannot be held.
  private static func check(_ size: Int, _ path: String) throws(DataFailure) {
    // The cells and columns of a file take about as much again as its text.
    if let free = freeMemory(), size / 2 > free / 4 {
      throw .tooLarge(path, bytes: size, free: free)
    }
    if size > bytesMax { throw .tooLarge(path, bytes: size, free: nil) }
  }

  /// How many bytes of memory can be had, as the kernel estimates it; nil when it does not say.
  static func freeMemory() -> Int? {
    let descriptor = unsafe open("/proc/meminfo", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, unsafe Glibc.read(descriptor, buffer.baseAddress, 4096))
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("MemAvailable:") }) else { return nil }
    let digits = line.filter { $0.isASCII && $0.isNumber }
    return Int(digits).map { $0 &* 1024 }
  }
}
