import CUTF8Proc

/// Letters and marks as one code point where Unicode has one (its form C).
package enum CanonicalComposition {
  /// The code point that a base and a combining mark make together, or nil.
  package static func composed(
    _ base: Unicode.Scalar, _ mark: Unicode.Scalar
  ) -> Unicode.Scalar? {
    var scalars: [UTF8ProcScalar] = [UTF8ProcScalar(base.value), UTF8ProcScalar(mark.value)]
    let count = unsafe scalars.withUnsafeMutableBufferPointer { buffer in
      unsafe utf8proc_normalize_utf32(buffer.baseAddress, buffer.count, UTF8PROC_COMPOSE)
    }
    guard count == 1 else { return nil }
    return Unicode.Scalar(UInt32(bitPattern: scalars[0]))
  }

  /// A code point as utf8proc takes it.
  private typealias UTF8ProcScalar = utf8proc_int32_t

  /// A text with its letters and marks composed.
  package static func composed(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if UnicodeData.isMark(scalar.value), let last = view.last, let one = composed(last, scalar) {
        view.removeLast()
        view.append(one)
      } else {
        view.append(scalar)
      }
    }
    return String(view)
  }
}
