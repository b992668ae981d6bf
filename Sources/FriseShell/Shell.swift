import FriseBase
import FriseLanguage
import FriseRender
import FriseStore
import FriseSyntax
import Glibc

/// The program: takes the command line apart and does what it asks.
package struct Shell {
  private let arguments: Arguments
  private let environment: ShellEnvironment
  private let output = OutputStream(descriptor: STDOUT_FILENO)
  private let errors = OutputStream(descriptor: STDERR_FILENO)
  private let tongue: Tongue

  private init(_ arguments: Arguments, _ environment: ShellEnvironment) {
    self.arguments = arguments
    self.environment = environment
    self.tongue = arguments.tongue ?? environment.tongue
  }

  /// Runs the program.
  /// - Parameter words: The argument vector without the name of the program, any bytes.
  /// - Returns: The exit code.
  package static func main(_ words: [[UInt8]]) -> Int32 {
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
    let session = makeSession(isInteractive: false)
    for fault in faults { session.complain(fault) }
    session.write(
      Markup(
        Localized(
          en: "frise --help lists what it can do.\n", fr: "frise --help dit ce qu'il sait faire.\n")[
            tongue], .dim))
    return ExitCode.usage
  }

  private func perform() -> Int32 {
    switch arguments.action {
    case .usage: return print(HelpText.commandLine(tongue: tongue))
    case .version: return print(["frise \(Version.text)"])
    case .help(let topic): return help(topic)
    case .lesson:
      makeSession(isInteractive: false).complain(
        Localized(en: "no lessons in this version", fr: "pas de leçons dans cette version"))
      return ExitCode.usage
    case .session:
      if isatty(STDIN_FILENO) == 1 { return runPrompt() }
      return runStandardInput()
    case .standardInput: return runStandardInput()
    case .script(let path): return runScript(path)
    case .queries(let queries):
      let bytes = Array(queries.joined(separator: [UInt8(ascii: "\n")]))
      return run(name: "<query>", bytes: bytes)
    case .check(let paths): return check(paths)
    case .format(let paths, let mode): return format(paths, mode)
    }
  }

  private func makeSession(isInteractive: Bool) -> Session {
    Session(
      engine: Engine(
        data: BuiltInData.dataSet(), tongue: tongue,
        files: FileReader(isSafe: arguments.isSafe).access, interrupt: Signals.interrupt),
      settings: SessionSettings(arguments, environment), environment: environment, output: output,
      errors: errors, isInteractive: isInteractive)
  }

  /// Prints lines on the output.
  private func print(_ lines: [String]) -> Int32 {
    for line in lines { output.write(line + "\n") }
    return makeSession(isInteractive: false).finishOutput() ?? ExitCode.success
  }

  private func help(_ topic: String) -> Int32 {
    if topic.isEmpty { return print(HelpText.overview(tongue: tongue)) }
    if let page = HelpText.page(for: topic, tongue: tongue) { return print(page) }
    for line in HelpText.unknown(topic, tongue: tongue) { errors.write(line + "\n") }
    errors.flush()
    return ExitCode.usage
  }

  private func runPrompt() -> Int32 {
    Signals.installForPrompt()
    var prompt = Prompt(session: makeSession(isInteractive: true), arguments: arguments)
    return prompt.run()
  }
}

// MARK: - Scripts

extension Shell {
  private func run(name: String, bytes: [UInt8]) -> Int32 {
    Signals.installForBatch()
    var session = makeSession(isInteractive: false)
    guard let source = session.checkedSource(name: name, bytes: bytes) else {
      return ExitCode.usage
    }
    let code = session.run(
      source, parameters: arguments.parameters, keepsGoing: arguments.keepsGoing)
    return session.finishOutput() ?? code
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
  private func read(script path: String) -> [UInt8]? {
    do throws(SystemError) {
      if arguments.isSafe, FileBytes.exists(path), !FileReader.isBelowCurrentFolder(path) {
        throw SystemError(number: EACCES)
      }
      return try FileBytes.read(path: path, isStopped: { Signals.isStopped })
    } catch {
      _ = complain(of: path, error)
      return nil
    }
  }

  private func complain(of path: String, _ error: SystemError) -> Int32 {
    let names = Subcommand.allCases.map(\.rawValue)
    let isWord = error.number == ENOENT && !path.contains("/") && !path.contains(".")
    let nearest = isWord ? Suggestions.nearest(to: path, among: names, limit: 1).first : nil
    makeSession(isInteractive: false).complain(
      Localized(
        en: "\(path): \(error.reason.english)."
          + (nearest.map { " Did you mean frise \($0)?" } ?? ""),
        fr: "\(path) : \(error.reason.french)."
          + (nearest.map { " Peut-être frise \($0)\u{202F}?" } ?? "")))
    return ExitCode.usage
  }

  /// Reads and checks scripts and reports every error; runs nothing.
  private func check(_ paths: [String]) -> Int32 {
    Signals.installForBatch()
    var code = ExitCode.success
    for path in paths {
      let session = makeSession(isInteractive: false)
      guard let bytes = read(script: path),
        let source = session.checkedSource(name: path, bytes: bytes)
      else {
        code = ExitCode.usage
        continue
      }
      let diagnostics = session.engine.prepare(source, arguments: []).diagnostics
      session.report(diagnostics)
      let own = ExitCode.code(of: diagnostics)
      if code == ExitCode.success || own == ExitCode.usage { code = max(own, ExitCode.success) }
    }
    return code
  }

  /// Prints scripts in their canonical form, or checks or rewrites them.
  private func format(_ paths: [String], _ mode: Arguments.FormatMode) -> Int32 {
    Signals.installForBatch()
    let session = makeSession(isInteractive: false)
    var code = ExitCode.success
    for path in paths {
      guard let bytes = read(script: path),
        let source = session.checkedSource(name: path, bytes: bytes)
      else {
        code = ExitCode.usage
        continue
      }
      guard let text = session.canonicalText(of: source, in: arguments.tongue) else {
        code = ExitCode.usage
        continue
      }
      let isCanonical = Array(text.utf8) == bytes
      switch mode {
      case .print: output.write(text)
      case .check where !isCanonical:
        session.complain(
          Localized(
            en: "\(path) is not in canonical form.", fr: "\(path) n'est pas en forme canonique."))
        if code == ExitCode.success { code = ExitCode.failure }
      case .write where !isCanonical:
        if let failure = rewrite(path, text, session) { code = failure }
      case .check, .write: break
      }
    }
    return session.finishOutput() ?? code
  }

  private func rewrite(_ path: String, _ text: String, _ session: Session) -> Int32? {
    do throws(SystemError) {
      if arguments.isSafe { throw SystemError(number: EACCES) }
      try AtomicFile.write(to: path) { write in _ = write(Array(text.utf8)) }
      return nil
    } catch {
      session.complain(
        Localized(
          en: "\(path) cannot be written: \(error.reason.english).",
          fr: "\(path) ne peut pas être écrit : \(error.reason.french)."))
      return ExitCode.failure
    }
  }
}
