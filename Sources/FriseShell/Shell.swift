import FriseBase
import FriseLanguage
import FriseModel
import FriseRender
import FriseStore
import FriseSyntax
import Glibc

/// The program: takes the command line apart and does what it asks.
package struct Shell {
  let arguments: Arguments
  let environment: ShellEnvironment
  let output = OutputStream(descriptor: STDOUT_FILENO)
  private let errors = OutputStream(descriptor: STDERR_FILENO)
  let tongue: Tongue

  private init(_ arguments: Arguments, _ environment: ShellEnvironment) {
    self.arguments = arguments
    self.environment = environment
    self.tongue = arguments.tongue ?? environment.tongue
  }

  /// Runs the program.
  /// - Parameter words: The argument vector without the name of the program, any bytes.
  /// - Returns: The exit code.
  package static func main(_ words: [[UInt8]]) -> Int32 {
    LargePages.settleHeap()
    let reader = ArgumentReader(words)
    let shell = Shell(reader.arguments, ShellEnvironment.current)
    guard reader.faults.isEmpty else { return shell.refuse(reader.faults) }
    return shell.perform()
  }

  /// The words of this process, as they were given.
  package static var processArguments: [[UInt8]] {
    var words: [[UInt8]] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = unsafe CommandLine.unsafeArgv[index] else { break }
      words.append(
        unsafe UnsafeBufferPointer(start: word, count: strlen(word)).map { UInt8(bitPattern: $0) })
    }
    return words
  }

  private func refuse(_ faults: [Localized]) -> Int32 {
    for fault in faults { console.complain(fault) }
    console.write(
      Markup(
        Localized(
          en: "frise --help lists what it can do.\n",
          fr: "frise --help dit ce qu’il sait faire.\n")[
            tongue], .dim))
    return ExitCode.usage
  }

  private func perform() -> Int32 {
    switch arguments.action {
    case .usage: return print(HelpText.commandLine(tongue: tongue))
    case .version: return print(["frise \(Version.text)"])
    case .help(let topic): return help(topic)
    case .lesson(let words): return lesson(words)
    case .session:
      if isatty(STDIN_FILENO) == 1 { return runPrompt() }
      return runStandardInput()
    case .standardInput: return runStandardInput()
    case .script(let path): return runScript(path)
    case .queries(let queries):
      // Each is a statement of its own: without the semicolon a pipe would go on into the next.
      let bytes = Array(queries.joined(separator: Array(";\n".utf8)))
      return run(name: "<query>", bytes: bytes)
    case .check(let paths): return check(paths)
    case .format(let paths, let mode): return format(paths, mode)
    }
  }

  var console: Console {
    Console(
      output: output, errors: errors, tongue: tongue,
      coloursErrors: environment.usesColour(arguments.colour, isTerminal: errors.isTerminal),
      isASCII: arguments.isASCII || !environment.isUTF8, isLinear: environment.isAccessible)
  }

  /// A session over the built-in data.
  /// - Throws: `DataFailure` when its manifest cannot be read.
  private func makeSession(isInteractive: Bool) throws(DataFailure) -> Session {
    let data = try BuiltInData.dataSet()
    let reader = FileReader(
      isSafe: arguments.isSafe,
      showsProgress: errors.isTerminal && environment.hasUsableTerminal,
      // A failure of the built-in table is told where a query reads it.
      places: { try? data.table(TableID("regions"))?.registry }, interrupt: Signals.interrupt)
    return Session(
      engine: Engine(
        data: data, tongue: tongue, files: reader.access, interrupt: reader.interrupt,
        today: environment.fixedDay ?? Stopwatch.localDay()),
      reader: reader, settings: SessionSettings(arguments, environment), environment: environment,
      output: output,
      errors: errors, isInteractive: isInteractive)
  }

  /// Does something with a new session, or tells why there can be none.
  func withSession(
    isInteractive: Bool = false, _ body: (inout Session) -> Int32
  ) -> Int32 {
    if let fixed = environment["FRISE_NOW"], environment.fixedDay == nil {
      console.complain(
        Localized(
          en: "FRISE_NOW is no day: \(fixed). Write it as 2026-11-24.",
          fr: "FRISE_NOW n’est pas un jour\u{202F}: \(fixed). L’écrire comme 2026-11-24."))
      return ExitCode.usage
    }
    if isInteractive { Signals.installForPrompt() } else { Signals.installForBatch() }
    do throws(DataFailure) {
      var session = try makeSession(isInteractive: isInteractive)
      return body(&session)
    } catch {
      console.report(error)
      return ExitCode.dataFile
    }
  }

  /// Prints lines on the output.
  private func print(_ lines: [String]) -> Int32 {
    for line in lines { output.write(line + "\n") }
    return console.finishOutput() ?? ExitCode.success
  }

  private func help(_ topic: String) -> Int32 {
    if topic.isEmpty { return print(HelpText.overview(tongue: tongue)) }
    if HelpTopic.named(topic)?.isManual == true, !output.isTerminal {
      output.write(ManualPage.roff(tongue: tongue))
      return console.finishOutput() ?? ExitCode.success
    }
    let page = HelpText.page(for: topic, tongue: tongue) { HelpExamples.shown($0, in: tongue) }
    if let page { return print(page) }
    for line in HelpText.unknown(topic, tongue: tongue) { errors.write(line + "\n") }
    errors.flush()
    return ExitCode.usage
  }

  func runPrompt() -> Int32 {
    withSession(isInteractive: true) { session in
      var prompt = Prompt(session: session, arguments: arguments)
      return prompt.run()
    }
  }
}

// MARK: - Scripts

extension Shell {
  private func run(name: String, bytes: [UInt8]) -> Int32 {
    guard let source = console.checkedSource(name: name, bytes: bytes) else {
      return ExitCode.usage
    }
    return withSession { session in
      let code = session.run(
        source, parameters: arguments.parameters, keepsGoing: arguments.keepsGoing)
      return console.finishOutput() ?? code
    }
  }

  private func runStandardInput() -> Int32 {
    Signals.installForBatch()
    do throws(SystemError) {
      let bytes = try FileBytes.read(descriptor: STDIN_FILENO, isStopped: { Signals.isStopped })
      return run(name: "<stdin>", bytes: bytes)
    } catch {
      if Signals.isStopped { return ExitCode.interrupted }
      return complain(of: "<stdin>", error)
    }
  }

  private func runScript(_ path: String) -> Int32 {
    Signals.installForBatch()
    guard let bytes = read(script: path) else {
      return Signals.isStopped ? ExitCode.interrupted : ExitCode.usage
    }
    return run(name: path, bytes: bytes)
  }

  /// The bytes of a script, or nil after telling why it cannot be read.
  func read(script path: String) -> [UInt8]? {
    do throws(SystemError) {
      if arguments.isSafe, FileBytes.exists(path), !FileReader.isBelowCurrentFolder(path) {
        throw SystemError(number: EACCES)
      }
      return try FileBytes.read(path: path, isStopped: { Signals.isStopped })
    } catch {
      if !Signals.isStopped { _ = complain(of: path, error) }
      return nil
    }
  }

  private func complain(of path: String, _ error: SystemError) -> Int32 {
    let nearest = error.number == ENOENT ? Subcommand.nearest(to: path) : nil
    console.complain(
      Localized(
        en: "\(path): \(error.reason.english)."
          + (nearest.map { " Did you mean frise \($0)?" } ?? ""),
        fr: "\(path) : \(error.reason.french)."
          + (nearest.map { " Peut-être frise \($0)\u{202F}?" } ?? "")))
    return ExitCode.usage
  }

  /// Reads and checks scripts and reports every error; runs nothing.
  private func check(_ paths: [String]) -> Int32 {
    var worst = ExitCode.success
    for path in paths {
      let code = withSource(path) { source, session in
        let diagnostics = session.engine.prepare(source, arguments: []).diagnostics
        console.report(diagnostics)
        return ExitCode.code(of: diagnostics)
      }
      // A fault of a script outweighs one of its data.
      if worst == ExitCode.success || code == ExitCode.usage { worst = code }
    }
    return worst
  }

  /// Prints scripts in their canonical form, or checks or rewrites them.
  private func format(_ paths: [String], _ mode: Arguments.FormatMode) -> Int32 {
    var worst = ExitCode.success
    for path in paths {
      let code = withSource(path) { source, session in
        guard let text = session.canonicalText(of: source, in: arguments.tongue) else {
          return ExitCode.usage
        }
        return settle(Array(text.utf8), path, source, mode)
      }
      worst = max(worst, code)
    }
    return console.finishOutput() ?? worst
  }

  /// Does with the canonical text of a script what `format` was asked for.
  private func settle(
    _ canonical: [UInt8], _ path: String, _ source: SourceText, _ mode: Arguments.FormatMode
  ) -> Int32 {
    if mode == .print { output.write(canonical) }
    guard mode != .print, canonical != source.bytes else { return ExitCode.success }
    if mode == .write { return rewrite(path, canonical) }
    console.complain(
      Localized(
        en: "\(path) is not in canonical form.", fr: "\(path) n’est pas en forme canonique."))
    return ExitCode.failure
  }

  /// Does something with a script and a new session, when the script can be read.
  private func withSource(
    _ path: String, _ body: (SourceText, inout Session) -> Int32
  ) -> Int32 {
    Signals.installForBatch()
    guard let bytes = read(script: path),
      let source = console.checkedSource(name: path, bytes: bytes)
    else {
      return Signals.isStopped ? ExitCode.interrupted : ExitCode.usage
    }
    return withSession { session in body(source, &session) }
  }

  private func rewrite(_ path: String, _ bytes: [UInt8]) -> Int32 {
    do throws(SystemError) {
      if arguments.isSafe { throw SystemError(number: EACCES) }
      try AtomicFile.write(to: path) { write in _ = write(bytes) }
      return ExitCode.success
    } catch {
      console.complain(
        Localized(
          en: "\(path) cannot be written: \(error.reason.english).",
          fr: "\(path) ne peut pas être écrit : \(error.reason.french)."))
      return ExitCode.failure
    }
  }
}
