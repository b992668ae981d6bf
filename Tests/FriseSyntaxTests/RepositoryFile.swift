import Glibc

/// The repository's own files, for the tests that compare them with the tables they come from.
enum RepositoryFile {
  /// The folder that holds `Sources` and `Tests`, found from this file.
  static let root =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// A file as text, or nil when it cannot be read.
  static func read(_ path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func write(_ text: some StringProtocol, to path: String) {
    guard let file = unsafe fopen(path, "w") else { return }
    defer { unsafe fclose(file) }
    let bytes = Array(text.utf8)
    _ = unsafe fwrite(bytes, 1, bytes.count, file)
  }

  /// The paths of the Swift files below `folder`, in no order.
  static func swiftFiles(under folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var paths: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      if unsafe entry.pointee.d_type == UInt8(DT_DIR) {
        paths += swiftFiles(under: folder + "/" + name)
      } else if name.hasSuffix(".swift") {
        paths.append(folder + "/" + name)
      }
    }
    return paths
  }
}
