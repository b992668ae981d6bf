package import FriseBase
import FriseSyntax

/// What the command line asks for.
package struct Arguments: Sendable {
  /// What to do.
  package var action: Action = .session
  /// `--lang`.
  package var tongue: Tongue?
  /// `--output`, a name of `OptionEntry.outputFormats`.
  package var output: String?
  /// `--width`, in columns, at least 1.
  package var widthColumns: Int?
  package var colour: ColourChoice = .automatic
  package var isASCII = false
  package var keepsGoing = false
  package var skipsInit = false
  package var isSafe = false
  package var hasEnvelope = false
  package var guardsCSV = false
  package var replacesFiles = false
  /// `--key`: the answers of a lesson instead of its sheet.
  package var printsKey = false
  /// `--large`: large print.
  package var isLarge = false
  /// `NAME=VALUE` pairs, in order.
  package var parameters: [(name: String, value: String)] = []

  package init() {}

  package enum Action: Sendable, Hashable {
    /// The prompt, or a script from standard input when that is no terminal.
    case session
    case script(path: String)
    case standardInput
    /// The texts of `-c`, any bytes.
    case queries([[UInt8]])
    case check([String])
    case format([String], FormatMode)
    case lesson([String])
    case help(topic: String)
    case usage
    case version
  }

  /// What `format` does with the canonical text of a file.
  package enum FormatMode: Sendable, Hashable {
    case print, check, write
  }
}
