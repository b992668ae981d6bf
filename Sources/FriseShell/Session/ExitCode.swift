import FriseBase
import FriseLanguage

/// How the process ends (shell, section 2).
enum ExitCode {
  static let success: Int32 = 0
  /// A statement failed while running, or an `assert` did not hold.
  static let failure: Int32 = 1
  /// Usage, reading, name or type error.
  static let usage: Int32 = 2
  /// A data file could not be read or is malformed.
  static let dataFile: Int32 = 3
  static let interrupted: Int32 = 130
  /// What a shell reports of a process that SIGPIPE ended.
  static let brokenPipe: Int32 = 141

  /// The code of what reading and checking found: a fault of the script outweighs one of its data.
  static func code(of diagnostics: [LocatedDiagnostic]) -> Int32 {
    let errors = diagnostics.filter { $0.diagnostic.severity == .error }
    guard !errors.isEmpty else { return success }
    let isData = errors.allSatisfy { $0.diagnostic.code.text.hasPrefix("E4") }
    return isData ? dataFile : usage
  }
}
