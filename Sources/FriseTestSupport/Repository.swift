import Glibc

/// The files of this repository, found from where this source lies: tests read nothing else.
package enum Repository {
  /// The folder that holds `Package.swift`, without a slash at the end.
  package static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The bytes of a file, its path relative to the root; nil when it cannot be read.
  package static func bytes(of path: String) -> [UInt8]? {
    guard let file = unsafe fopen(root + "/" + path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The text of a file, its path relative to the root; nil when it cannot be read.
  package static func text(of path: String) -> String? {
    bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file, its path relative to the root; its folder must exist.
  @discardableResult
  package static func write(_ text: String, to path: String) -> Bool {
    guard let file = unsafe fopen(root + "/" + path, "wb") else { return false }
    let bytes = Array(text.utf8)
    let count = unsafe fwrite(bytes, 1, bytes.count, file)
    return unsafe fclose(file) == 0 && count == bytes.count
  }

  /// True when there is a file or folder at a path relative to the root.
  package static func exists(_ path: String) -> Bool {
    unsafe access(root + "/" + path, F_OK) == 0
  }

  /// The paths, relative to the root and sorted, of all files below a folder whose names end so;
  /// hidden ones left out.
  package static func files(below folder: String, suffix: String = "") -> [String] {
    guard let directory = unsafe opendir(root + "/" + folder) else { return [] }
    defer { unsafe closedir(directory) }
    var found: [String] = []
    while let entry = unsafe readdir(directory) {
      let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = folder + "/" + name
      if isFolder {
        found += files(below: path, suffix: suffix)
      } else if name.hasSuffix(suffix) {
        found.append(path)
      }
    }
    return found.sorted()
  }
}
