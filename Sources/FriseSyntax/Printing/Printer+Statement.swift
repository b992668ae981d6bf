import FriseBase

extension Printer {
  /// A statement as its head and its steps.
  func pieces(_ statement: Statement) -> [PrintedPiece] {
    switch statement.kind {
    case .definition(let name, let parameters, let value):
      var head = form(.letStatement) + " " + self.name(name, at: .label)
      if let parameters {
        head += "(" + parameters.map { self.name($0, at: .label) }.joined(separator: ", ") + ")"
      }
      return pieces(value, head: head + " =", from: statement.span)
    case .explain(let value):
      return pieces(value, head: form(.explainStatement), from: statement.span)
    case .pipeline(let value):
      var printer = self
      printer.headSpan = value.source.flatMap(leftmostName)?.span
      return printer.pieces(value, head: "", from: statement.span)
    default:
      return [PrintedPiece(text: line(statement), span: statement.span)]
    }
  }

  /// A statement that is never broken.
  private func line(_ statement: Statement) -> String {
    switch statement.kind {
    case .param(let name, let value):
      return form(.paramStatement) + " " + self.name(name, at: .label)
        + (value.map { " = " + expression($0) } ?? "")
    case .include(let path, _):
      return form(.includeStatement) + " " + Quoting.text(path)
    case .load(let path, _, let alias, let options):
      var text = form(.loadStatement) + " " + Quoting.text(path)
      if let alias { text += " " + form(.as) + " " + name(alias, at: .label) }
      if !options.isEmpty {
        let written = options.map { name($0.name, at: .label) + " = " + expression($0.value) }
        text += " " + form(.with) + " " + written.joined(separator: ", ")
      }
      return text
    case .print(let values):
      return form(.printStatement) + " " + values.map { expression($0) }.joined(separator: ", ")
    case .assert(let test):
      return form(.assertStatement) + " " + expression(test)
    default:
      return source.text(statement.span)
    }
  }

  /// `head`, the source, then the steps; `head` and the source are one piece.
  private func pieces(_ pipeline: Pipeline, head: String, from span: ByteSpan) -> [PrintedPiece] {
    var first = head
    if let source = pipeline.source {
      first += (head.isEmpty ? "" : " ") + expression(source)
    }
    let end = pipeline.source?.span.end ?? span.start
    var pieces = [PrintedPiece(text: first, span: ByteSpan(start: span.start, end: end))]
    for stage in pipeline.stages {
      pieces.append(PrintedPiece(text: "| " + self.stage(stage), span: stage.span))
    }
    return pieces
  }

  /// A pipeline on one line.
  func pipeline(_ pipeline: Pipeline) -> String {
    let source = pipeline.source.map { [expression($0)] } ?? []
    return (source + pipeline.stages.map { "| " + stage($0) }).joined(separator: " ")
  }

  /// The name that an expression begins with when nothing stands before it.
  private func leftmostName(_ expression: Expression) -> Name? {
    switch expression.kind {
    case .name(let name), .call(let name, _): name
    case .member(let base, _): leftmostName(base)
    case .binary(_, let left, _, _), .relation(_, let left, _, _, _), .within(let left, _, _, _),
      .isNone(let left, _):
      leftmostName(left)
    case .group(let inner) where inner.stages.isEmpty: inner.source.flatMap(leftmostName)
    default: nil
    }
  }
}
