import Glibc

/// What the bench writes on standard output, a line at a time.
enum Report {
  static func write(_ line: String) {
    put(Array((line + "\n").utf8), on: STDOUT_FILENO)
  }

  /// Writes all bytes on a descriptor; false when the system refuses.
  @discardableResult
  static func put(_ bytes: [UInt8], on descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      guard written > 0 else { return false }
      offset += written
    }
    return true
  }

  /// A number with two digits after the point.
  static func rounded(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let digits = "\(hundredths % 100)"
    return "\(hundredths / 100).\(digits.count == 1 ? "0" : "")\(digits)"
  }
}
