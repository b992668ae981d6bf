import FriseBase
import FriseRender

/// How a session speaks and shows: from the command line, changed at the prompt by `.set`.
struct SessionSettings {
  /// The format of `--output`.
  var format: OutputFormat = .table
  /// The view of `--output tree` and its like, for results that ask for none.
  var view: ForcedView?
  /// `--width`; without it, the width of the terminal, and none elsewhere.
  var widthColumns: Int?
  var colour: ColourChoice = .automatic
  var isASCII = false
  var guardsCSV = false
  var hasEnvelope = false
  var replacesFiles = false
  var isSafe = false
  /// False after `.set edit off`: lines are read as the terminal edits them.
  var editsLines = true
  /// False after `.set hints off`: nothing is suggested behind the line.
  var showsHints = true
  /// False after `.set pager off`, and while results are watched.
  var pages = true
  /// `.timer on`.
  var showsTiming = false
  /// Rows shown of a long result on a terminal; `.last` shows all.
  var rowsMax = 40

  /// A view asked for on the command line.
  enum ForcedView: String {
    case tree, timeline, bars
  }

  init(_ arguments: Arguments, _ environment: ShellEnvironment) {
    if environment.isAccessible { format = .linear }
    if let name = arguments.output {
      view = ForcedView(rawValue: name)
      format = OutputFormat(named: name) ?? .table
    }
    widthColumns = arguments.widthColumns
    colour = arguments.colour
    isASCII = arguments.isASCII || !environment.isUTF8
    guardsCSV = arguments.guardsCSV
    hasEnvelope = arguments.hasEnvelope
    replacesFiles = arguments.replacesFiles
    isSafe = arguments.isSafe
  }
}
