import FriseBase
import FriseModel
import FriseSyntax

/// Runs one statement: resolved tree in, rows and remarks out. Everything is done a column at a
/// time.
struct Evaluator: Sendable {
  let data: SessionTables
  let memory: SessionMemory
  let tongue: Tongue
  let interrupt: Interrupt
  /// The day that `now` is.
  let today: Int64
  /// The source that spans point into just now.
  var text: SourceText
  var remarks = Remarks()
  /// Definitions already run for this statement.
  private var known: [DefinitionID: Produced] = [:]
  /// What `explain` is told of each stage.
  var steps: [ExplainedStep]?
  /// Saves asked for on the way.
  var saves: [Saving] = []
  var view = ResultView.automatic

  init(
    data: SessionTables, memory: SessionMemory, tongue: Tongue, interrupt: Interrupt, today: Int64,
    text: SourceText
  ) {
    self.data = data
    self.memory = memory
    self.tongue = tongue
    self.interrupt = interrupt
    self.today = today
    self.text = text
  }

  /// What a pipeline gave.
  enum Produced: Sendable {
    case rows(Frame, Shape)
    case value(Value)
  }

  // MARK: Statements

  /// The outcome of a pipeline statement.
  mutating func outcome(of pipeline: ResolvedPipeline) throws(RunFailure) -> Outcome {
    switch try run(pipeline) {
    case .value(let value): return .values([value], footnotes: remarks.footnotes)
    case .rows(var frame, let shape): return .table(result(&frame, shape), saves: saves)
    }
  }

  /// Rows as they are shown or saved, with the remarks made so far.
  func result(_ frame: inout Frame, _ shape: Shape) -> ResultTable {
    ResultTable(
      table: table(&frame, shape), view: view, footnotes: remarks.footnotes,
      columnsWereChosen: shape.columnsWereChosen,
      rowLink: shape.isStructure ? shape.rowLink : nil)
  }

  /// The rows with the columns a listing may show, then the hidden ones.
  private func table(_ frame: inout Frame, _ shape: Shape) -> Table {
    var schema = TableSchema(
      id: shape.table ?? TableID(""), name: shape.name ?? Localized(same: ""),
      columns: shape.columns, dateColumn: shape.dateColumn, mainLink: shape.mainLink,
      roleColumn: shape.roleColumn, isStructure: shape.isStructure)
    if !shape.columns.contains(where: { $0.traits.contains(.main) }) {
      schema.columns = shape.columns.map { column in
        column.traits.contains(.hidden)
          ? column
          : ColumnSchema(name: column.name, type: column.type, traits: column.traits.union(.main))
      }
    }
    return Table(schema: schema, columns: frame.allColumns(), rowCount: frame.count)
  }

  /// The value of an expression outside any table.
  mutating func value(of expression: Resolved) throws(RunFailure) -> Value {
    var frame = Frame(columns: [], count: 1)
    return try evaluate(expression, &frame).value(at: 0)
  }

  // MARK: Pipelines

  mutating func run(_ pipeline: ResolvedPipeline) throws(RunFailure) -> Produced {
    let saved = text
    text = pipeline.text
    defer { text = saved }
    var produced = try source(pipeline)
    var index = 0
    while index < pipeline.stages.count {
      guard case .rows(var frame, _) = produced else { return produced }
      if interrupt.isRaised { throw interrupted(pipeline.span) }
      let stage = pipeline.stages[index]
      let clock = steps == nil ? nil : ContinuousClock.now
      let before = frame.count
      let first = index
      text = stage.text
      // `sort | take n` needs the first n rows of the order only.
      if case .sort(let keys) = stage.kind, let limit = try takeLimit(after: index, in: pipeline) {
        try sort(&frame, keys, limit: limit)
        produced = .rows(frame, stage.output)
      } else if index + 1 < pipeline.stages.count,
        let counted = try spreadCount(&frame, stage, pipeline.stages[index + 1])
      {
        index += 1
        produced = .rows(counted, pipeline.stages[index].output)
      } else if index + 1 < pipeline.stages.count,
        let reduced = try overlapSummary(&frame, stage, pipeline.stages[index + 1])
      {
        index += 1
        produced = .rows(reduced, pipeline.stages[index].output)
      } else {
        produced = .rows(try apply(stage, frame), stage.output)
      }
      if case .rows(let after, _) = produced {
        let expected = pipeline.stages[index].output.columns.count
        assert(after.columnCount == expected, "columns after \(stage.kind)")
      }
      if case .rows(let after, _) = produced, let clock {
        let step = ExplainedStep(
          text: pipeline.stages[first...index].map { stageText($0) }.joined(separator: " | "),
          rowsIn: before, rowsOut: after.count,
          duration: clock.duration(to: .now))
        steps?.append(step)
      }
      index += 1
    }
    return produced
  }

  private mutating func takeLimit(
    after index: Int, in pipeline: ResolvedPipeline
  ) throws(RunFailure) -> Int? {
    guard index + 1 < pipeline.stages.count,
      case .slice(.take, let count, let groups) = pipeline.stages[index + 1].kind, groups.isEmpty
    else { return nil }
    return try sliceCount(count)
  }

  private mutating func source(_ pipeline: ResolvedPipeline) throws(RunFailure) -> Produced {
    switch pipeline.source {
    case .table(let id):
      let table = try table(id, pipeline.span, columns: pipeline.columnsRead)
      return .rows(Frame(table), outputShape(pipeline))
    case .result(let index):
      guard let stored = memory.results[index]?.table else {
        throw failure(.missingResult(index + 1, at: pipeline.span))
      }
      return .rows(
        Frame(columns: stored.table.columns, count: stored.table.rowCount), outputShape(pipeline))
    case .definition(let id, let inner):
      if let cached = known[id] { return cached }
      let produced = try run(inner)
      known[id] = produced
      return produced
    case .pipeline(let inner): return try run(inner)
    case .targets(let inner, let link, let table):
      guard case .rows(var frame, _) = try run(inner) else { return .value(.none) }
      let units = try evaluate(link, &frame)
      return .rows(
        try targets(of: units, table, frame.count, pipeline.span), outputShape(pipeline))
    case .value(let value): return .value(try self.value(of: value))
    case .invalid: throw failure(.missingResult(0, at: pipeline.span))
    }
  }

  /// The shape of the source's rows: what the first stage takes in, else what comes out.
  private func outputShape(_ pipeline: ResolvedPipeline) -> Shape {
    pipeline.stages.first?.input ?? pipeline.output.shape ?? Shape(columns: [])
  }

  /// A table of the data set, read at first use.
  func table(
    _ id: TableID, _ span: ByteSpan, columns: Set<Int>? = nil
  ) throws(RunFailure) -> Table {
    do {
      guard let table = try data.table(id, columns: columns) else {
        throw DataFailure(
          code: "E401", file: id.name,
          message: Localized(en: "no such table", fr: "pas de telle table"))
      }
      return table
    } catch let problem as DataFailure {
      throw RunFailure(
        kind: .dataFile,
        located: LocatedDiagnostic(
          source: text, diagnostic: .dataUnreadable(problem, at: span)),
        footnotes: [])
    } catch {
      throw interrupted(span)
    }
  }

  /// The one cell a pipeline yields; none when it yields no row.
  mutating func cell(of pipeline: ResolvedPipeline, at span: ByteSpan) throws(RunFailure) -> Value {
    switch try nested(pipeline) {
    case .value(let value): return value
    case .rows(var frame, let shape):
      guard let column = shape.visibleColumns.first, frame.count > 0 else { return .none }
      guard frame.count == 1 else { throw failure(.severalRows(frame.count, at: span)) }
      return frame.column(column).value(at: 0)
    }
  }

  /// Runs a pipeline inside an expression: its views and saves are its own.
  mutating func nested(_ pipeline: ResolvedPipeline) throws(RunFailure) -> Produced {
    let saved = (steps, view)
    steps = nil
    defer { (steps, view) = saved }
    return try run(pipeline)
  }

  // MARK: Failures

  func failure(_ diagnostic: Diagnostic) -> RunFailure {
    RunFailure(
      kind: .failed, located: LocatedDiagnostic(source: text, diagnostic: diagnostic),
      footnotes: remarks.footnotes)
  }

  /// Reckons what must be known of texts before they are compared, which may take long.
  func prepare(_ vector: Vector, _ need: TextNeed, _ span: ByteSpan) throws(RunFailure) {
    guard case .column(let column) = vector, !column.prepare(need, interrupt) else { return }
    throw interrupted(span)
  }

  func interrupted(_ span: ByteSpan) -> RunFailure {
    RunFailure(
      kind: .interrupted,
      located: LocatedDiagnostic(source: text, diagnostic: .interrupted(at: span)),
      footnotes: [])
  }
}

extension [Int32] {
  /// The same without doubles and without -1, in order of first appearance.
  func distinct() -> [Int32] {
    var seen: Set<Int32> = []
    return filter { $0 >= 0 && seen.insert($0).inserted }
  }
}
