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
    guard let path else { return [] }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileBytes.read(path: path)
    } catch {
      if error.number != ENOENT { warn(path, error) }
      return []
    }
    var entries: [String] = []
    var isDamaged = false
    for line in bytes.split(separator: 0x0A) {
      if let entry = Self.decoded(line), !entry.hasPrefix("_HiStOrY_V2_") {
        entries.append(entry)
      } else {
        isDamaged = true
      }
    }
    if isDamaged { setAside(path) }
    if isDamaged || entries.count > Self.entriesMax + Self.entriesMax / 10 {
      entries = Array(entries.suffix(Self.entriesMax))
      rewrite(path, entries)
    }
    return entries
  }

  /// Adds an entry to the file, unless it begins with a space.
  mutating func append(_ entry: String) {
    guard let path, !entry.isEmpty, !entry.hasPrefix(" ") else { return }
    do throws(SystemError) {
      let descriptor = try AppendedFile.openLocked(path)
      defer { close(descriptor) }
      try OutputStream.writeAll(Self.encoded(entry)[...], to: descriptor)
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

  private func setAside(_ path: String) {
    for number in 1...1000 {
      let aside = "\(path).damaged-\(number)"
      if !FileBytes.exists(aside) {
        _ = unsafe rename(path, aside)
        return
      }
    }
  }

  private mutating func rewrite(_ path: String, _ entries: [String]) {
    do throws(SystemError) {
      try AtomicFile.write(to: path) { write in
        for entry in entries where !write(Self.encoded(entry)) { break }
      }
      _ = unsafe chmod(path, 0o600)
    } catch {
      warn(path, error)
    }
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
