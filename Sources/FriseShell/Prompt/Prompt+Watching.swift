import FriseBase
import FriseSyntax

extension Prompt {
  /// Runs the last statement every so many seconds, 2 when not told, until Ctrl-C: in one place of
  /// a terminal that can move its cursor, else one below the other. What a run gives is no result
  /// of the session.
  mutating func watch(_ rest: String, _ entry: CommandEntry) {
    guard let text = lastStatement else {
      return session.console.complain(
        Localized(en: "there is no statement yet", fr: "il n’y a pas encore d’instruction"))
    }
    let seconds = rest.isEmpty ? 2 : Int(rest) ?? 0
    guard (1...86_400).contains(seconds) else { return showUsage(entry) }
    let before = (session.engine, statements, session.settings.pages)
    session.settings.pages = false
    session.namesResults = false
    let isInPlace = session.output.isTerminal && session.environment.hasUsableTerminal
    var screen = WatchedScreen()
    while !Signals.isStopped, session.output.failure == nil {
      session.beginAnswer()
      if isInPlace {
        let answer = gathering { $0.runStatements(text) }
        if Signals.isStopped { break }
        let size = Terminal.size(stream.descriptor)
        stream.write(
          screen.replace(
            with: answer, status: Self.watchStatus(seconds)[session.tongue], columns: size.columns,
            rows: size.rows))
      } else {
        runStatements(text)
      }
      stream.flush()
      (session.engine, statements) = (before.0, before.1)
      Signals.pause(seconds: seconds)
    }
    (session.engine, statements, session.settings.pages) = before
    session.namesResults = true
  }

  private static func watchStatus(_ seconds: Int) -> Localized {
    let time = Stopwatch.timeOfDay()
    return Localized(
      en: "\(time), every \(seconds) s; Ctrl-C ends",
      fr: "\(time), toutes les \(seconds)\u{202F}s\u{202F}; Ctrl-C pour finir")
  }

  /// What `body` writes.
  private mutating func gathering(_ body: (inout Prompt) -> Void) -> [UInt8] {
    let (output, errors) = (session.output, session.console.errors)
    var messages: [UInt8] = []
    let results = output.gathering {
      if errors.isTerminal {
        messages = errors.gathering { body(&self) }
      } else {
        body(&self)
      }
    }
    return results + messages
  }
}
