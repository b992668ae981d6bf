import Glibc

/// An expected output kept beside the tests, in `Tests/Goldens/render`.
enum GoldenFile {
  /// True when outputs are to be written rather than compared.
  static var isRecording: Bool {
    unsafe getenv("FRISE_RECORD") != nil && getenv("CI") == nil
  }

  /// What the file holds, or nil.
  static func read(_ name: String) -> String? {
    guard let file = unsafe fopen(path(name), "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var byte = unsafe getc(file)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = unsafe getc(file)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func write(_ name: String, _ text: String) {
    guard let file = unsafe fopen(path(name), "wb") else { return }
    defer { unsafe fclose(file) }
    for byte in text.utf8 { unsafe putc(Int32(byte), file) }
  }

  private static func path(_ name: String) -> String {
    var parts = #filePath.split(separator: "/").map(String.init)
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/") + "/Goldens/render/" + name
  }
}
