package import FriseBase
package import FriseModel
package import FriseSyntax

/// A source and the stages its rows pass, with the shape that comes out.
package struct ResolvedPipeline: Sendable {
  package let source: Source
  package let stages: [ResolvedStage]
  package let output: Output
  package let span: ByteSpan
  /// The text `span` points into: a definition may come from another file.
  package let text: SourceText

  package indirect enum Source: Sendable {
    case table(TableID)
    /// A numbered result that is a table.
    case result(Int)
    /// A `let` without parameters; run once per statement.
    case definition(DefinitionID, ResolvedPipeline)
    case pipeline(ResolvedPipeline)
    /// Rows of `table` that the rows of a pipeline point at, in its order, without doubles.
    case targets(ResolvedPipeline, Resolved, table: TableID)
    /// A value, for a pipeline that is a mere expression.
    case value(Resolved)
    /// A fault was reported.
    case invalid

    /// True when a fault was reported here or where the name was defined.
    package var isInvalid: Bool {
      switch self {
      case .invalid: true
      case .definition(_, let pipeline), .pipeline(let pipeline): pipeline.source.isInvalid
      default: false
      }
    }
  }

  /// What comes out: rows of a shape, or one value.
  package enum Output: Sendable {
    case table(Shape)
    case value(ValueType)

    package var shape: Shape? {
      if case .table(let shape) = self { shape } else { nil }
    }
  }
}

/// The identity of a `let`, so that it runs once however often it is named.
package struct DefinitionID: Sendable, Hashable {
  package let number: Int
}

/// A stage whose names and types are settled.
package struct ResolvedStage: Sendable {
  package let kind: Kind
  package let span: ByteSpan
  /// Where `span` points into.
  package let text: SourceText
  /// The rows that go in.
  package let input: Shape
  /// The rows that come out.
  package let output: Shape

  package indirect enum Kind: Sendable {
    case filter(Resolved)
    /// One entry for each output column: kept from the input, or computed.
    case project([Projection])
    case sort([ResolvedSortKey])
    case slice(Word, count: Resolved, Grouping)
    case summarise([Resolved], aggregates: [ResolvedAggregate], Grouping)
    case distinct([Resolved])
    case combine(Word, ResolvedPipeline, columns: ColumnPairing)
    case join(ResolvedJoin)
    case view(ResultView)
    case describe
    case save(SaveRequest)
    /// Relatives of the set of rows, over a structure.
    case walk(Word, link: Int)
    case follow(Resolved, table: TableID)
    case at(Resolved)
    case rollup([Resolved], aggregates: [ResolvedAggregate])
    case nearest(count: Int, Resolved)
    case gaps
    case concurrent
    case spread(TimeUnit)
  }

  package enum Projection: Sendable {
    case keep(Int)
    case compute(Resolved)
  }

  /// `by` keys and the bucket of `each`.
  package struct Grouping: Sendable {
    package let keys: [Resolved]
    package let bucket: Bucket?
    package var isEmpty: Bool { keys.isEmpty && bucket == nil }
  }

  /// `each count unit`, over the period of the pipe when it has one.
  package struct Bucket: Sendable {
    package let count: Int
    package let unit: TimeUnit
    package let date: Resolved
    /// The intersection of the constant periods the rows were filtered by.
    package let period: Period?
  }

  /// For each column of the result, where it is on the left and on the right; -1 where it is not.
  package struct ColumnPairing: Sendable {
    package let left: [Int]
    package let right: [Int]
  }
}

/// A sort key and its direction.
package struct ResolvedSortKey: Sendable {
  package let key: Resolved
  package let isDescending: Bool
}

/// An aggregate over a group: `sum(people)`. It becomes a column of the table of groups.
package struct ResolvedAggregate: Sendable {
  package let word: Word
  /// Over the rows; nil for `count()`.
  package let argument: Resolved?
  package let type: ValueType
  package let span: ByteSpan
  /// The role of each row, when a sum mixes roles.
  package let role: Int?
}

/// `join`: equal keys pair the rows; `rest` is tested on each pair.
package struct ResolvedJoin: Sendable {
  package let keepsAll: Bool
  package let right: ResolvedPipeline
  package let leftKeys: [Resolved]
  package let rightKeys: [Resolved]
  /// Over the columns of both sides, left then right.
  package let rest: Resolved?
}

/// A statement whose names and types are settled.
package indirect enum ResolvedStatement: Sendable {
  /// A definition or an include: it told the resolver all there is to tell.
  case nothing
  /// A file was read while checking: what was understood of it.
  case loaded([Localized])
  case parameter(Int, Resolved)
  case print([Resolved])
  case assert(Resolved)
  case explain(ResolvedPipeline)
  case pipeline(ResolvedPipeline)
}
