package import FriseBase
import FriseModel
import FriseSyntax

/// What the prompt asks while a statement is typed. Nothing is run, no file is opened.
extension Engine {
  /// What may stand at a byte offset of a source, by the real lexer, parser and resolver.
  ///
  /// What stands behind the offset is not looked at. The answer is empty rather than wrong where
  /// nothing is known. With false for `waits`, values of a column that is not read yet are left
  /// out.
  package func candidates(
    at byteOffset: Int, in source: SourceText, waits: Bool = true
  ) -> Candidates {
    CandidateFinder(engine: self, source: source, end: byteOffset, waits: waits).candidates()
  }

  /// The column whose values may stand at a byte offset of a source, where it is not read yet.
  package func unreadColumn(at byteOffset: Int, in source: SourceText) -> UnreadColumn? {
    guard environment.loaded.contains(where: { $0.deferred != nil }) else { return nil }
    let finder = CandidateFinder(engine: self, source: source, end: byteOffset, waits: false)
    guard let place = finder.columnOfTexts, isUnread(place.index, of: place.table) else {
      return nil
    }
    return UnreadColumn(table: place.table, index: place.index)
  }

  /// Reads a column, which takes its time: what asks for its values then has them.
  package func read(_ column: UnreadColumn) {
    _ = try? table(column.table, columns: [column.index])
  }

  /// True for a column that nobody has asked for yet.
  func isUnread(_ column: Int, of table: TableID) -> Bool {
    environment.loaded.first { $0.schema.id == table }?.deferred?.isWaiting(column) == true
  }

  /// The names of a source, whole or not, that the session does not know: tables, columns, verbs,
  /// functions, units.
  package func unknownNames(in source: SourceText) -> [ByteSpan] {
    let parsed = Parser.parse(source)
    let resolver = assistingResolver(of: parsed.script.statements, source)
    let found = resolver.diagnostics.map(\.diagnostic) + parsed.diagnostics
    return found.filter { Self.unknownNameCodes.contains($0.code.text) }.map(\.label.span)
  }

  /// A resolver that has passed over statements as far as they can be read; what would open a file
  /// is left out.
  func assistingResolver(
    of statements: [Statement], _ source: SourceText, probe: Probe? = nil
  ) -> Resolver {
    var resolver = Resolver(
      data: data, tongue: tongue, environment: environment, text: source)
    resolver.probe = probe
    for statement in statements {
      resolver.probe?.begin(statement: statement.span)
      switch statement.kind {
      case .load, .include, .invalid: continue
      default: _ = resolver.resolve(statement: statement, arguments: [])
      }
    }
    return resolver
  }

  /// A table of the session, a loaded one too; it may hold none in place of columns other than
  /// those asked for.
  func table(_ id: TableID, columns: Set<Int>) throws -> Table? {
    try SessionTables(data, loaded: environment.loaded).table(id, columns: columns)
  }

  /// Codes of the faults that are a name nobody knows.
  private static let unknownNameCodes: Set<String> = ["E113", "E201", "E202", "E203", "E207"]
}

/// A column of a file that is open, whose cells nobody has asked for yet.
package struct UnreadColumn: Sendable, Hashable {
  let table: TableID
  let index: Int
}
