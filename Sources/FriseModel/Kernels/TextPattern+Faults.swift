internal import CPCRE2
import FriseBase

extension TextPattern {
  /// What an error of PCRE2 says: in English the library's own words, in French ours, since the
  /// library speaks English alone.
  static func explanation(of errorCode: Int32) -> Localized {
    Localized(en: message(errorCode), fr: french(errorCode))
  }

  /// The library's words for an error.
  private static func message(_ errorCode: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe pcre2_get_error_message_8(errorCode, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }

  /// What can be wrong with a pattern of a person's; the rest in one sentence.
  private static func french(_ errorCode: Int32) -> String {
    switch errorCode {
    case PCRE2_ERROR_END_BACKSLASH, PCRE2_ERROR_END_BACKSLASH_C:
      "rien ne suit la barre oblique inverse finale"
    case PCRE2_ERROR_UNKNOWN_ESCAPE, PCRE2_ERROR_UNSUPPORTED_ESCAPE_SEQUENCE:
      "ce qui suit la barre oblique inverse n’a pas de sens"
    case PCRE2_ERROR_ESCAPE_INVALID_IN_CLASS, PCRE2_ERROR_BACKSLASH_N_IN_CLASS:
      "cette séquence ne peut se trouver entre crochets"
    case PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER:
      "dans {m,n}, le premier nombre dépasse le second"
    case PCRE2_ERROR_QUANTIFIER_TOO_BIG: "le nombre entre { } est trop grand (65 535 au plus)"
    case PCRE2_ERROR_QUANTIFIER_INVALID: "rien à répéter avant * + ? ou { }"
    case PCRE2_ERROR_MISSING_SQUARE_BRACKET: "il manque le crochet fermant ]"
    case PCRE2_ERROR_CLASS_RANGE_ORDER: "entre crochets, l’intervalle va à rebours"
    case PCRE2_ERROR_CLASS_INVALID_RANGE:
      "entre crochets, un bout de l’intervalle n’est pas un signe"
    case PCRE2_ERROR_POSIX_CLASS_NOT_IN_CLASS:
      "une classe comme [:alpha:] s’écrit entre crochets : [[:alpha:]]"
    case PCRE2_ERROR_UNKNOWN_POSIX_CLASS: "pas de classe de ce nom ; connues : alpha, digit, space…"
    case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS, PCRE2_ERROR_MISSING_COMMENT_CLOSING,
      PCRE2_ERROR_MISSING_CONDITION_CLOSING:
      "il manque la parenthèse fermante"
    case PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS: "une parenthèse fermante est de trop"
    case PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP, PCRE2_ERROR_PARENTHESES_STACK_CHECK:
      "trop de parenthèses l’une dans l’autre"
    case PCRE2_ERROR_INVALID_AFTER_PARENS_QUERY, PCRE2_ERROR_UNRECOGNIZED_AFTER_QUERY_P,
      PCRE2_ERROR_ALPHA_ASSERTION_UNKNOWN, PCRE2_ERROR_VERB_UNKNOWN:
      "ce qui suit la parenthèse ouvrante n’a pas de sens"
    case PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE, PCRE2_ERROR_BAD_RELATIVE_REFERENCE,
      PCRE2_ERROR_ZERO_RELATIVE_REFERENCE:
      "renvoi à un groupe qui n’existe pas"
    case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH, PCRE2_ERROR_LOOKBEHIND_TOO_COMPLICATED,
      PCRE2_ERROR_LOOKBEHIND_TOO_LONG:
      "ce que (?<= regarde en arrière n’a pas de longueur fixe"
    case PCRE2_ERROR_MISSING_NAME_TERMINATOR, PCRE2_ERROR_SUBPATTERN_NAME_EXPECTED,
      PCRE2_ERROR_INVALID_SUBPATTERN_NAME, PCRE2_ERROR_SUBPATTERN_NAME_TOO_LONG:
      "le nom du groupe est mal écrit"
    case PCRE2_ERROR_DUPLICATE_SUBPATTERN_NAME: "deux groupes ont le même nom"
    case PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY, PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY:
      "pas de propriété Unicode de ce nom après \\p"
    case PCRE2_ERROR_CODE_POINT_TOO_BIG, PCRE2_ERROR_UNICODE_DISALLOWED_CODE_POINT,
      PCRE2_ERROR_INVALID_HEXADECIMAL, PCRE2_ERROR_INVALID_OCTAL,
      PCRE2_ERROR_MISSING_OCTAL_OR_HEX_DIGITS, PCRE2_ERROR_BACKSLASH_O_MISSING_BRACE:
      "le numéro de caractère est mal écrit"
    case PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED: "\\C n’est pas admis"
    case PCRE2_ERROR_PATTERN_TOO_LARGE, PCRE2_ERROR_PATTERN_TOO_COMPLICATED,
      PCRE2_ERROR_PATTERN_STRING_TOO_LONG:
      "le motif est trop grand"
    default: "une construction est mal écrite (erreur \(errorCode) de PCRE2)"
    }
  }
}
