import FriseBase
import FriseLanguage
import FriseModel
import FriseStore
import Testing

/// Ctrl-C: how often a running query looks at the flag, counted, and what is left when it stops.
struct InterruptTests {
  private static let join = "history | join history as b on 1 = 1 | count"

  private static func run(_ text: String, _ interrupt: Interrupt) throws -> (RunFailure?, Int) {
    var engine = Engine(
      data: try BuiltInData.dataSet(), tongue: .english,
      files: FileAccess(read: { path, _ in
        .failure(DataFailure(code: "E401", file: path, message: Localized(same: path)))
      }), interrupt: interrupt)
    let statements = engine.prepare(SourceText(name: "q", text: text)).statements
    for statement in statements {
      do throws(RunFailure) {
        _ = try engine.run(statement)
      } catch {
        return (error, engine.results.count)
      }
    }
    return (nil, engine.results.count)
  }

  @Test func aJoinLooksTheMoreOftenTheMorePairsItMakes() throws {
    let (few, many) = (Interrupt(), Interrupt())
    let query = "regions | union regions | union regions | take N | join regions as b on 1 = 1"
    let (failure, results) = try Self.run(query.replacing("N", with: "10"), few)
    #expect(failure == nil && results == 1)
    _ = try Self.run(query.replacing("N", with: "10000"), many)
    #expect(many.lookCount > few.lookCount, "\(many.lookCount) \(few.lookCount)")
  }

  @Test func wheneverTheFlagIsRaisedTheStatementEndsAndGivesNothing() throws {
    let counting = Interrupt()
    _ = try Self.run(Self.join, counting)
    for looks in 0..<counting.lookCount {
      let (failure, results) = try Self.run(Self.join, Interrupt(raisedAfter: looks))
      #expect(failure?.located.diagnostic.code.text == "E307", "after \(looks) looks")
      #expect(results == 0)
    }
  }
}
