import FriseBase
import FriseLanguage
import FriseModel
import FriseRender
import FriseStore
import FriseSyntax

/// The examples of help in a tongue: the catalogue keeps them in English, and both what is typed
/// and what it prints have names of the data, which only a session knows.
enum HelpExamples {
  /// An example with the words of `tongue`, run on the built-in data; as it is kept where that
  /// fails.
  static func shown(_ example: CatalogueExample, in tongue: Tongue) -> CatalogueExample {
    guard tongue != .english, let data = try? BuiltInData.dataSet() else { return example }
    return DeepStack.run {
      var engine = Engine(
        data: data, tongue: tongue,
        files: FileAccess(read: { path, _ in
          .failure(DataFailure(code: "E401", file: path, message: Localized(same: path)))
        }),
        interrupt: Signals.interrupt)
      let source = SourceText(name: "<help>", text: example.query)
      let preparation = engine.prepare(source)
      guard !preparation.hasErrors, let output = output(of: preparation.statements, in: &engine)
      else { return example }
      let replacements = Dictionary(
        preparation.translations.map { ($0.span, $0.forms[tongue]) },
        uniquingKeysWith: { first, _ in first })
      let query = Printer.print(
        Parser.parse(source).script, source: source, tongue: tongue, replacements: replacements)
      return CatalogueExample(withoutLastLineEnd(query), prints: output)
    }
  }

  /// What statements print as csv, a blank line between two; nil when one fails.
  private static func output(
    of statements: [CheckedStatement], in engine: inout Engine
  ) -> String? {
    let options = RenderOptions(tongue: engine.tongue)
    var outputs: [String] = []
    for statement in statements {
      var bytes: [UInt8] = []
      var sink = ByteSink { piece in
        bytes += piece
        return true
      }
      do throws(RunFailure) {
        switch try engine.run(statement) {
        case .nothing, .loaded, .held: continue
        case .values(let values, _):
          Renderer.write(values: values, as: .csv, options, to: &sink)
        case .table(let result, _): Renderer.write(result, as: .csv, options, to: &sink)
        case .plan(let lines):
          for line in lines { sink.write(line[engine.tongue] + "\n") }
        }
      } catch {
        return nil
      }
      sink.flush()
      outputs.append(withoutLastLineEnd(String(decoding: bytes, as: UTF8.self)))
    }
    return outputs.joined(separator: "\n\n")
  }

  private static func withoutLastLineEnd(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
