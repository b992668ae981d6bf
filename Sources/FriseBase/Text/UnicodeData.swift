import CUTF8Proc

/// What libutf8proc knows of a scalar. Any number may be asked about: those that are no scalar have
/// no properties.
enum UnicodeData {
  /// Calls `body` with each scalar of the full canonical decomposition, itself when there is none.
  static func forEachDecomposed(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    forEachMapped(scalar, options: UTF8PROC_DECOMPOSE, body)
  }

  /// Calls `body` with each scalar of the full case fold, decomposed, without marks.
  static func forEachCaseFolded(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    let options =
      UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_STRIPMARK.rawValue
    forEachMapped(scalar, options: utf8proc_option_t(rawValue: options), body)
  }

  /// Calls `body` with each scalar utf8proc maps `scalar` to under `options`.
  private static func forEachMapped(
    _ scalar: UInt32, options: utf8proc_option_t, _ body: (UInt32) -> Void
  ) {
    // No mapping is longer than 18 scalars (U+FDFA, and only with compatibility mappings).
    let capacity = 18
    unsafe withUnsafeTemporaryAllocation(of: utf8proc_int32_t.self, capacity: capacity) { buffer in
      var boundaryClass: Int32 = 0
      let count = unsafe utf8proc_decompose_char(
        utf8proc_int32_t(truncatingIfNeeded: scalar), buffer.baseAddress, capacity, options,
        &boundaryClass)
      guard count >= 0 else { return body(scalar) }
      for index in 0..<min(count, capacity) {
        body(UInt32(bitPattern: unsafe buffer[index]))
      }
    }
  }

  /// True for marks: nonspacing, spacing and enclosing.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch category(scalar) {
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME: true
    default: false
    }
  }

  /// True for the spaces of every width, and for tab and line ends.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case ..<0x1680: false
    default:
      switch category(scalar) {
      case UTF8PROC_CATEGORY_ZS, UTF8PROC_CATEGORY_ZL, UTF8PROC_CATEGORY_ZP: true
      default: false
      }
    }
  }

  /// True for capital letters and titlecase letters.
  static func isUpper(_ scalar: UInt32) -> Bool {
    let category = category(scalar)
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT
  }

  /// True for letters and numbers of any script.
  static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    switch category(scalar) {
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
      UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_NO:
      true
    default: false
    }
  }

  /// True for control and format characters.
  static func isIgnorable(_ scalar: UInt32) -> Bool {
    let category = category(scalar)
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF
  }

  /// The general category.
  static func category(_ scalar: UInt32) -> utf8proc_category_t {
    utf8proc_category(utf8proc_int32_t(truncatingIfNeeded: scalar))
  }
}
