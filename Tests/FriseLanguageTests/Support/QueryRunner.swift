import FriseBase
import FriseLanguage
import FriseModel
import FriseRender
import FriseStore
import FriseSyntax

/// Runs texts through the engine, as the shell does, and tells what a person would read.
struct QueryRunner {
  /// 2026-01-01, what `now` is in tests.
  static let today: Int64 = 20_454

  var tongue = Tongue.english
  var data: DataSet
  /// The files that `include` finds, by path.
  var files: [String: String] = [:]
  var arguments: [(name: String, value: String)] = []
  /// True where values are shown as people read them even beside csv tables.
  var showsValuesAsText = true

  /// What a text gave.
  struct Answer {
    /// What each statement shows: csv rows, or values on one line; without the last line end.
    var outputs: [String] = []
    var footnotes: [Footnote] = []
    /// Warnings, errors, and why a statement failed, as they are shown.
    var diagnostics = ""
    var codes: [String] = []

    /// The last output.
    var output: String { outputs.last ?? "" }
    /// The footnotes in English.
    var remarks: [String] { footnotes.map(\.text.english) }
    /// The rows of the last output, without its header.
    var rows: [String] { output.split(separator: "\n").dropFirst().map(String.init) }
  }

  /// The built-in data, read once.
  static let builtIn: DataSet? = try? BuiltInData.dataSet()

  init(_ tongue: Tongue = .english, data: DataSet? = nil) {
    self.tongue = tongue
    self.data =
      data ?? QueryRunner.builtIn
      ?? DataSet(schemas: []) { _, _ throws(DataFailure) in
        throw DataFailure(code: "E401", file: "", message: Localized(same: "no data"))
      }
  }

  /// An engine that knows the data and the files.
  var engine: Engine {
    let files = files
    return Engine(
      data: data, tongue: tongue,
      files: FileAccess(read: { path, _ in
        guard let text = files[path] else {
          let message = Localized(en: "no file \(path)", fr: "pas de fichier \(path)")
          return .failure(DataFailure(code: "E401", file: path, message: message))
        }
        return .success(Array(text.utf8))
      }),
      interrupt: Interrupt(), today: QueryRunner.today)
  }

  /// Reads, checks and runs a text up to the first failure.
  func run(_ text: String, as format: OutputFormat = .csv) -> Answer {
    var engine = engine
    return run(text, in: &engine, as: format)
  }

  /// Runs a text in a session that goes on.
  func run(_ text: String, in engine: inout Engine, as format: OutputFormat = .csv) -> Answer {
    var answer = Answer()
    let source = SourceText(name: "q.frise", text: text)
    let preparation = engine.prepare(source, arguments: arguments)
    for located in preparation.diagnostics { note(located, in: &answer) }
    guard !preparation.hasErrors else { return answer }
    for statement in preparation.statements {
      do throws(RunFailure) {
        show(try engine.run(statement), as: format, in: &answer)
      } catch {
        answer.footnotes += error.footnotes
        note(error.located, in: &answer)
        break
      }
    }
    return answer
  }

  private func note(_ located: LocatedDiagnostic, in answer: inout Answer) {
    let renderer = DiagnosticRenderer(tongue: tongue)
    answer.diagnostics += renderer.render(located.diagnostic, in: located.source).text
    answer.codes.append(located.diagnostic.code.text)
  }

  private func show(_ outcome: Outcome, as format: OutputFormat, in answer: inout Answer) {
    var bytes: [UInt8] = []
    var sink = ByteSink {
      bytes += $0
      return true
    }
    let options = RenderOptions(tongue: tongue)
    switch outcome {
    case .nothing, .loaded: return
    case .held(let footnotes):
      answer.footnotes += footnotes
      return
    case .values(let values, let footnotes):
      answer.footnotes += footnotes
      Renderer.write(
        values: values, as: showsValuesAsText ? .table : format, options, to: &sink)
    case .table(let result, _):
      answer.footnotes += result.footnotes
      var shown = result
      if format == .table { shown.footnotes = [] }
      Renderer.write(shown, as: format, options, to: &sink)
    case .plan(let lines):
      for line in lines { sink.write(line[tongue] + "\n") }
    }
    sink.flush()
    if bytes.last == 0x0A { bytes.removeLast() }
    answer.outputs.append(String(decoding: bytes, as: UTF8.self))
  }
}
