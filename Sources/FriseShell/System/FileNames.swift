import FriseBase
import Glibc

/// The names in a folder.
enum FileNames {
  /// The names in a folder, folders with a `/`; none when it cannot be read. Names that are no text
  /// or hold control characters are left out: they could not be typed.
  static func list(_ folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let length = unsafe strnlen(&entry.pointee.d_name.0, 255)
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        unsafe Array(name.prefix(Int(length)))
      }
      let name = String(decoding: bytes, as: UTF8.self)
      guard SourceText.firstBadByte(bytes) == nil, name != ".", name != "..",
        !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
      else { continue }
      names.append(FileBytes.isFolder(folder + "/" + name) ? name + "/" : name)
    }
    return names
  }
}
