internal import CPCRE2
package import FriseBase

/// Why a pattern gave no answer.
package enum TextPatternFailure: Error, Sendable, Hashable {
  /// The pattern cannot be read: at which byte of it, and why.
  case invalid(byteOffset: Int, message: Localized)
  /// A text needs more steps than are allowed.
  case limitPassed
}

/// A compiled regular expression of PCRE2 over UTF-8, with a limit on its steps.
@safe package struct TextPattern: ~Copyable {
  private let code: OpaquePointer
  private let matchData: OpaquePointer
  private let context: OpaquePointer

  /// The most steps one text may take: about a second.
  private static let stepsMaximum: UInt32 = 10_000_000
  /// The most memory one text may take, in KiB.
  private static let kibibytesMaximum: UInt32 = 65_536

  /// Compiles a pattern; letters match their own case only, `(?i)` changes that.
  package init(_ text: String) throws(TextPatternFailure) {
    var errorCode: Int32 = 0
    var errorOffset = 0
    var pattern = text
    let compiled = pattern.withUTF8 { bytes in
      unsafe pcre2_compile_8(
        bytes.baseAddress, bytes.count, UInt32(PCRE2_UTF) | PCRE2_NEVER_BACKSLASH_C,
        &errorCode, &errorOffset, nil)
    }
    guard let code = unsafe compiled else {
      throw .invalid(byteOffset: errorOffset, message: TextPattern.explanation(of: errorCode))
    }
    guard let matchData = unsafe pcre2_match_data_create_from_pattern_8(code, nil),
      let context = unsafe pcre2_match_context_create_8(nil)
    else {
      unsafe pcre2_code_free_8(code)
      throw .limitPassed
    }
    unsafe pcre2_set_match_limit_8(context, TextPattern.stepsMaximum)
    unsafe pcre2_set_heap_limit_8(context, TextPattern.kibibytesMaximum)
    unsafe self.code = code
    unsafe self.matchData = matchData
    unsafe self.context = context
  }

  deinit {
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_match_data_free_8(matchData)
    unsafe pcre2_code_free_8(code)
  }

  /// True when the pattern matches somewhere in `text`, valid UTF-8.
  package func matches(_ text: Span<UInt8>) throws(TextPatternFailure) -> Bool {
    let result = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe pcre2_match_8(
        code, bytes.baseAddress, bytes.count, 0, PCRE2_NO_UTF_CHECK, matchData, context)
    }
    if result >= 0 { return true }
    if result == PCRE2_ERROR_NOMATCH { return false }
    throw .limitPassed
  }
}
