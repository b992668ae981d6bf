import FriseBase
import FriseModel
import Glibc
import Synchronization

/// Opens and reads whole files for `load`.
enum FileOpening {
  /// The greatest file that is read: offsets into it are 32 bits wide.
  static let bytesMax = Int(UInt32.max) - 64

  /// True when the path names a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Calls `body` with a heap that holds about what a file becomes, unless that is little.
  static func withHeap<Answer>(
    _ path: String, _ body: () throws(DataFailure) -> Answer
  ) throws(DataFailure) -> Answer {
    var status = stat()
    // Where addresses are limited, those of the heap would lack when the columns ask for theirs.
    guard unsafe stat(path, &status) == 0, status.st_size >= heapBytesMin, freeInProcess() == nil
    else { return try body() }
    // Columns take about as much as their text, what they are made of half of that again.
    let needed = min(Int(status.st_size), bytesMax) * 2 + 1 << 23
    return try LargePages.withHeap(ofBytes: needed, body)
  }

  /// From how many bytes on a file is worth the call.
  private static let heapBytesMin = 1 << 18

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
    _ path: String, isStopped: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(DataFailure) -> (bytes: [UInt8], isPacked: Bool) {
    let bytes = try read(path, isStopped: isStopped, progress: progress)
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
    _ path: String, isStopped: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(DataFailure) -> [UInt8] {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .unopenable(path, errno) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO else {
      throw .notAFile(path, isFolder: kind == S_IFDIR)
    }
    let size = kind == S_IFREG ? Int(status.st_size) : 0
    try check(size, path)
    // Nobody may write to a pipe: it is opened and read without waiting for that.
    let isPipe = kind == S_IFIFO
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | (isPipe ? O_NONBLOCK : 0))
    guard descriptor >= 0 else { throw .unopenable(path, errno) }
    defer { close(descriptor) }
    if size >= FileOpening.dividedBytesMin {
      return try readDivided(descriptor, size, path, isStopped, progress)
    }
    var bytes: [UInt8] = []
    while true {
      if isPipe { try waitForInput(descriptor, path, isStopped) }
      if isStopped() { throw .stopped(path) }
      // A file is read up to the size it had: what is written behind it meanwhile is left alone.
      let wanted = size > 0 ? min(size - bytes.count, 1 << 24) : 1 << 16
      var failure: Int32 = 0
      let before = bytes.count
      unsafe bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
          let found = unsafe Glibc.read(descriptor, buffer.baseAddress, wanted)
          count = max(0, found)
          failure = found < 0 ? errno : 0
        })
      if failure == EINTR || failure == EAGAIN { continue }
      if failure != 0 { throw .unopenable(path, failure) }
      if bytes.count == size, size > 0 { return bytes }
      if bytes.count == before {
        if size > 0 { throw .shortened(path) }
        return bytes
      }
      if bytes.count > bytesMax { throw .tooLarge(path, bytes: bytes.count, free: nil) }
    }
  }

  /// Waits until there is something to read from a pipe, or its writers are gone.
  /// - Throws: `DataFailure` E417 when stopped meanwhile.
  private static func waitForInput(
    _ descriptor: Int32, _ path: String, _ isStopped: () -> Bool
  ) throws(DataFailure) {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    repeat {
      if isStopped() { throw .stopped(path) }
    } while unsafe poll(&state, 1, 50) <= 0
  }

  /// From how many bytes on two threads read a file.
  private static let dividedBytesMin = 1 << 23

  /// The first `size` bytes of a file, which it had when it was opened: what others write behind
  /// them meanwhile is left alone. They are copied, not mapped: a mapped file that somebody cuts
  /// off ends the program.
  /// - Throws: `DataFailure` E401 when it cannot be read, E410 when it became shorter, E417.
  private static func readDivided(
    _ descriptor: Int32, _ size: Int, _ path: String, _ isStopped: @escaping @Sendable () -> Bool,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(DataFailure) -> [UInt8] {
    let failure = Mutex<DataFailure?>(nil)
    let done = Atomic<Int>(0)
    let parts = Workers.threadCount
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      LargePages.advise(Int(bitPattern: base), size)
      nonisolated(unsafe) let target = unsafe base
      Workers.run(parts) { part in
        var place = size / parts * part
        let end = part == parts - 1 ? size : size / parts * (part + 1)
        while place < end {
          let found = unsafe pread(descriptor, target + place, min(end - place, 1 << 20), place)
          if found > 0 {
            place += found
            let all = done.wrappingAdd(found, ordering: .relaxed).newValue
            if part == 0 { progress(all, size) }
          } else if found == 0 {
            return failure.withLock { $0 = .shortened(path) }
          } else if errno != EINTR {
            let number = errno
            return failure.withLock { $0 = .unopenable(path, number) }
          }
          if isStopped() { return failure.withLock { $0 = .stopped(path) } }
        }
      }
      count = failure.withLock { $0 == nil } ? size : 0
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return bytes
  }

  /// - Throws: `DataFailure` when a file of that size cannot be held.
  static func check(_ size: Int, _ path: String) throws(DataFailure) {
    // The cells and columns of a file take about as much again as its text.
    if let free = freeMemory(), size / 2 > free / 4 {
      throw .tooLarge(path, bytes: size, free: free)
    }
    if size > bytesMax { throw .tooLarge(path, bytes: size, free: nil) }
  }

  /// Sees to it that so much memory can be had, for memory that lacks ends a program.
  /// - Throws: `DataFailure` E413.
  static func checkMemory(_ needed: Int, _ path: String) throws(DataFailure) {
    if let free = freeMemory(), needed > free / 8 * 7 {
      throw .tooLittleMemory(path, needed: needed, free: free)
    }
  }

  /// How many bytes of memory can be had, as the kernel estimates it and as far as this process may
  /// have them (`ulimit -v`, a control group); nil when nothing says.
  static func freeMemory() -> Int? {
    [freeInSystem(), freeInProcess(), freeInGroup()].compactMap(\.self).min()
  }

  private static func freeInSystem() -> Int? {
    let lines = text("/proc/meminfo").split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("MemAvailable:") }) else { return nil }
    return Int(line.filter { $0.isASCII && $0.isNumber }).map { $0 &* 1024 }
  }

  /// What the limit on addresses leaves.
  private static func freeInProcess() -> Int? {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
      let most = Int(exactly: limit.rlim_cur),
      let pages = text("/proc/self/statm").split(separator: " ").first.flatMap({ Int($0) })
    else { return nil }
    return max(0, most - pages * Int(sysconf(Int32(_SC_PAGESIZE))))
  }

  /// What the control group leaves.
  private static func freeInGroup() -> Int? {
    func number(_ name: String) -> Int? {
      Int(text("/sys/fs/cgroup/memory." + name).filter { $0 != "\n" })
    }
    guard let most = number("max"), let used = number("current") else { return nil }
    return max(0, most - used)
  }

  /// The beginning of a small file of the kernel; nothing when there is none.
  private static func text(_ path: String) -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, unsafe Glibc.read(descriptor, buffer.baseAddress, 4096))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
