import FriseBase
import Glibc

/// The statements of earlier sessions: a file with one entry a line, a line end within an entry
/// written `\n` and a backslash `\\`. Each entry is appended under a lock as it is run, so that
/// sessions side by side lose nothing.
struct History {
  private let path: String?
  /// Entries kept; the file is made smaller when it holds a tenth more.
  private static let entriesMax = 10_000
  /// Why the file cannot be used, until it was told.
  private var warning: Localized?
  private var wasWarned = false

  /// - Parameter path: The file, or nil to keep nothing.
  init(path: String?) { self.path = path }

  /// The entries of the file, oldest first. A file that is no history is set aside, its good lines
  /// kept; a file that cannot be read is no history.
  mutating func load() -> [String] {
    guard let path, FileBytes.exists(path) else { return [] }
    do throws(SystemError) {
      return try Self.load(path)
    } catch {
      warn(path, error)
      return []
    }
  }

  /// Reads the file, and makes it anew where it is damaged or too long: under its lock, so that
  /// what another session adds meanwhile goes into the new one. A file that may only be read is
  /// left as it is.
  private static func load(_ path: String) throws(SystemError) -> [String] {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .last }
    // A pipe would wait for its other end.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SystemError(number: FileBytes.isFolder(path) ? EISDIR : EINVAL)
    }
    let descriptor = unsafe access(path, W_OK) == 0 ? try AppendedFile.openLocked(path) : nil
    defer { if let descriptor { close(descriptor) } }
    let bytes = try FileBytes.read(path: path)
    var entries: [String] = []
    var isDamaged = false
    for line in bytes.split(separator: 0x0A) {
      if let entry = decoded(line), !entry.hasPrefix("_HiStOrY_V2_") {
        entries.append(entry)
      } else {
        isDamaged = true
      }
    }
    guard isDamaged || entries.count > entriesMax + entriesMax / 10 else { return entries }
    entries = Array(entries.suffix(entriesMax))
    if descriptor != nil {
      if isDamaged { setAside(path) }
      try rewrite(path, entries)
    }
    return entries
  }

  /// Adds an entry to the file, unless it begins with a space.
  mutating func append(_ entry: String) {
    guard let path, !entry.isEmpty, !entry.hasPrefix(" ") else { return }
    do throws(SystemError) {
      try AppendedFile.append(Self.encoded(entry), to: path)
    } catch {
      warn(path, error)
    }
  }

  /// A line of the file, its end included.
  static func encoded(_ entry: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in entry.utf8 {
      switch byte {
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
      default: bytes.append(byte)
      }
    }
    return bytes + [0x0A]
  }

  /// The entry of a line, or nil when the line is none: not UTF-8, a NUL, a lone backslash.
  static func decoded(_ line: ArraySlice<UInt8>) -> String? {
    guard SourceText.firstBadByte(Array(line)) == nil else { return nil }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      switch (isEscaped, byte) {
      case (true, UInt8(ascii: "n")): bytes.append(0x0A)
      case (true, 0x5C): bytes.append(0x5C)
      case (true, _): return nil
      case (false, 0x5C):
        isEscaped = true
        continue
      case (false, _): bytes.append(byte)
      }
      isEscaped = false
    }
    return isEscaped ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Gives the file a second name, so that what takes its place loses nothing of it; its own name
  /// to another where a file cannot have two.
  private static func setAside(_ path: String) {
    for number in 1...1000 {
      let aside = "\(path).damaged-\(number)"
      if unsafe link(path, aside) == 0 { return }
      if errno == EEXIST { continue }
      _ = unsafe rename(path, aside)
      return
    }
  }

  private static func rewrite(_ path: String, _ entries: [String]) throws(SystemError) {
    try AtomicFile.write(to: path) { write in
      for entry in entries where !write(encoded(entry)) { break }
    }
    _ = unsafe chmod(path, 0o600)
  }

  private mutating func warn(_ path: String, _ error: SystemError) {
    warning = Localized(
      en: "the history is not kept: \(path): \(error.reason.english)",
      fr: "l’historique n’est pas conservé : \(path) : \(error.reason.french)")
  }

  /// Why the history is not kept, the first time it is asked.
  mutating func takeWarning() -> Localized? {
    defer { wasWarned = wasWarned || warning != nil }
    return wasWarned ? nil : warning
  }
}
