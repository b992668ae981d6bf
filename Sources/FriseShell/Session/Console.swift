import FriseBase
import FriseLanguage
import FriseModel
import Glibc

/// The streams of a session and the manner of its messages.
struct Console {
  let output: OutputStream
  let errors: OutputStream
  var tongue: Tongue
  var coloursErrors: Bool
  var isASCII: Bool
  /// True for a person who listens to the screen.
  var isLinear = false
  /// True where an error is no more than a warning: in the start-up file.
  var warnsOnly = false
  /// The file and line that a complaint is about, with a colon.
  var place = ""

  /// Writes a message on standard error, in colour where that is wanted; on a terminal its lines
  /// are broken between words.
  func write(_ markup: Markup) {
    output.flush()
    var bytes: [UInt8] = []
    let isTerminal = errors.isTerminal
    let lines =
      isTerminal ? markup.wrapped(columns: Terminal.size(errors.descriptor).columns) : markup
    AnsiPainter.paint(lines, isColored: coloursErrors, into: &bytes)
    errors.write(bytes)
    errors.flush()
  }

  /// Writes a line of the program's own about itself: `frise: …`.
  func complain(_ message: Localized) {
    var markup = Markup("frise: ", .dim)
    if warnsOnly {
      let word = Localized(en: "warning: ", fr: "avertissement\u{202F}: ")[tongue]
      markup.append(word, .warning)
    }
    markup.append(HostileText.visible(place, ascii: isASCII))
    markup.append(HostileText.visible(message[tongue], ascii: isASCII) + "\n")
    write(markup)
  }

  /// Writes diagnostics on standard error.
  func report(_ diagnostics: [LocatedDiagnostic]) {
    let width = errors.isTerminal ? Terminal.size(errors.descriptor).columns : 200
    let renderer = DiagnosticRenderer(
      tongue: tongue, widthColumnsMax: width, isASCII: isASCII, warnsOnly: warnsOnly,
      isLinear: isLinear)
    for located in diagnostics {
      write(renderer.render(located.diagnostic, in: located.source))
    }
  }

  /// Writes on standard error what was understood of a file.
  func tell(_ report: [Localized]) {
    for line in report {
      write(Markup(HostileText.visible(line[tongue], ascii: isASCII) + "\n", .dim))
    }
  }

  /// Writes footnotes on standard error.
  func remark(_ footnotes: [Footnote]) {
    for footnote in footnotes {
      write(Markup(HostileText.visible(footnote.text[tongue], ascii: isASCII) + "\n", .dim))
    }
  }

  /// Writes that a data file cannot be used.
  func report(_ failure: DataFailure) {
    complain(
      Localized(
        en: "[\(failure.code)] \(failure.message.english)",
        fr: "[\(failure.code)] \(failure.message.french)"))
  }

  /// The source of a script that was read, or nil after telling why it cannot be used.
  func checkedSource(name: String, bytes: [UInt8]) -> SourceText? {
    guard let offset = SourceText.firstBadByte(bytes) else {
      return SourceText(name: name, bytes: bytes)
    }
    let what =
      bytes[offset] == 0
      ? Localized(en: "a NUL byte", fr: "un octet nul")
      : Localized(en: "a byte that is not UTF-8", fr: "un octet qui n’est pas de l’UTF-8")
    complain(
      Localized(
        en: "\(name): \(what.english) at byte offset \(offset). Scripts are UTF-8 text.",
        fr: "\(name) : \(what.french) à l’octet \(offset). Un script est un texte UTF-8."))
    return nil
  }

  /// Hands on what is gathered.
  /// - Returns: The exit code that a stream which failed asks for, or nil when all is well.
  func finishOutput() -> Int32? {
    output.flush()
    guard let failure = output.failure else { return nil }
    if output.isBroken { return ExitCode.brokenPipe }
    if failure.number == EINTR, Signals.isStopped { return ExitCode.interrupted }
    complain(
      Localized(
        en: "the results cannot be written: \(failure.reason.english)",
        fr: "les résultats ne peuvent pas être écrits : \(failure.reason.french)"))
    return ExitCode.failure
  }
}
