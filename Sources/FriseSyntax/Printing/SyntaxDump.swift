/// The tree as text, one statement a line, without spans: for tests and the hidden dump flag.
///
/// Two sources that mean the same in two tongues have one dump: words are shown by their concept,
/// names as typed, and mere groupings not at all.
package enum SyntaxDump {
  package static func dump(_ script: Script) -> String {
    script.statements.map { statement($0.kind) }.joined(separator: "\n")
  }

  private static func form(_ head: String, _ parts: [String]) -> String {
    "(" + ([head] + parts).joined(separator: " ") + ")"
  }

  private static func list(_ parts: [String]) -> String {
    "[" + parts.joined(separator: " ") + "]"
  }

  private static func statement(_ kind: Statement.Kind) -> String {
    switch kind {
    case .definition(let name, let parameters, let value):
      form(
        "let",
        [name.text] + (parameters.map { [list($0.map(\.text))] } ?? []) + [pipeline(value)])
    case .param(let name, let value):
      form("param", [name.text] + (value.map { [expression($0)] } ?? []))
    case .include(let path, _): form("include", [Quoting.text(path)])
    case .load(let path, _, let alias, let options):
      form(
        "load",
        [Quoting.text(path), alias?.text ?? "-"]
          + options.map { form($0.name.text, [expression($0.value)]) })
    case .print(let values): form("print", values.map(expression))
    case .assert(let test): form("assert", [expression(test)])
    case .explain(let value): form("explain", [pipeline(value)])
    case .pipeline(let value): pipeline(value)
    case .invalid: "invalid"
    }
  }

  private static func pipeline(_ pipeline: Pipeline) -> String {
    if let source = pipeline.source, pipeline.stages.isEmpty { return expression(source) }
    return form(
      "pipe", [pipeline.source.map(expression) ?? "last"] + pipeline.stages.map { stage($0.kind) })
  }

  private static func stage(_ kind: Stage.Kind) -> String {
    switch kind {
    case .filter(let test): form("where", [expression(test)])
    case .relation(let word, let operand, let negated):
      form((negated ? "not-" : "") + "\(word)", [expression(operand)])
    case .within(let duration, let of): form("within", [expression(duration), expression(of)])
    case .about(let sought): form("about", [expression(sought)])
    case .select(let items): form("select", items.map(item))
    case .derive(let items): form("derive", items.map(item))
    case .rollup(let items): form("rollup", items.map(item))
    case .drop(let names): form("drop", names.map(\.text))
    case .rename(let renamings):
      form("rename", renamings.map { "\($0.new.text)=\($0.old.text)" })
    case .sort(let keys):
      form("sort", keys.map { expression($0.expression) + ($0.isDescending ? " desc" : "") })
    case .slice(let word, let count, let groups):
      form("\(word)", [expression(count)] + self.groups(groups))
    case .summarise(let items, let groups):
      form("summarise", items.map(item) + self.groups(groups))
    case .aggregate(let word, let value, let groups):
      form("\(word)", (value.map { [expression($0)] } ?? []) + self.groups(groups))
    case .distinct(let values): form("distinct", values.map(expression))
    default: furtherStage(kind)
    }
  }

  private static func furtherStage(_ kind: Stage.Kind) -> String {
    switch kind {
    case .combine(let word, let operand): form("\(word)", [table(operand)])
    case .join(let keepsAll, let operand, let alias, let on):
      form(
        keepsAll ? "join-all" : "join", [table(operand), alias?.text ?? "-", expression(on)])
    case .nearest(let count, let to):
      form("nearest", (count.map { [number($0)] } ?? []) + [expression(to)])
    case .spread(let unit): form("spread", ["\(unit)"])
    case .at(let moment): form("at", [expression(moment)])
    case .walk(let word), .view(let word): form("\(word)", [])
    case .follow(let name): form("follow", [name.text])
    case .bars(let value): form("bars", value.map { [expression($0)] } ?? [])
    case .gaps(let groups): form("gaps", Self.groups(groups))
    case .concurrent: "(concurrent)"
    case .describe: "(describe)"
    case .save(let path): form("save", [Quoting.text(path)])
    case .call(let name, let arguments): form("do-" + name.text, arguments.map(expression))
    default: "invalid"
    }
  }

  private static func item(_ item: Item) -> String {
    (item.name.map { $0.text + "=" } ?? "") + expression(item.expression)
  }

  private static func groups(_ groups: Groups) -> [String] {
    var parts: [String] = []
    if !groups.keys.isEmpty { parts.append(form("by", groups.keys.map(expression))) }
    if let bucket = groups.bucket {
      parts.append(
        form("each", (bucket.count.map { [number($0)] } ?? []) + ["\(bucket.unit)"]))
    }
    return parts
  }

  private static func table(_ operand: TableOperand) -> String {
    switch operand {
    case .name(let name): name.text
    case .pipeline(let value): pipeline(value)
    }
  }

  private static func number(_ literal: NumberLiteral) -> String {
    literal.scale == 0 ? "\(literal.coefficient)" : "\(literal.coefficient)e-\(literal.scale)"
  }

  private static func bound(_ bound: RangeBound?) -> String {
    switch bound {
    case .number(let literal, let isNegative): (isNegative ? "-" : "") + number(literal)
    case .date(let text): "@" + text
    case nil: ""
    }
  }

  private static func expression(_ expression: Expression) -> String {
    switch expression.kind {
    case .number(let literal): number(literal)
    case .duration(let literal, let unit): form("\(unit)", [number(literal)])
    case .text(let text): Quoting.text(text)
    case .date(let text): "@" + text
    case .range(let lower, let upper): bound(lower) + ".." + bound(upper)
    case .truth(let truth): "\(truth)"
    case .none: "none"
    case .result(let position): position.map { "_\($0)" } ?? "it"
    case .name(let name): name.text
    case .list(let items): list(items.map(self.expression))
    case .group(let inner): pipeline(inner)
    case .member(let base, let name): form(".", [self.expression(base), name.text])
    case .call(let name, let arguments): form("call", [callee(name)] + arguments.map(pipeline))
    case .unary(let sign, let operand, _): form("\(sign)", [self.expression(operand)])
    case .binary(let sign, let left, let right, _):
      form("\(sign)", [self.expression(left), self.expression(right)])
    case .relation(let word, let left, let right, let negated, _):
      form(
        (negated ? "not-" : "") + "\(word)", [self.expression(left), self.expression(right)])
    case .within(let value, let duration, let of, _):
      form("within", [value, duration, of].map(self.expression))
    case .isNone(let value, let negated):
      form(negated ? "is-not-none" : "is-none", [self.expression(value)])
    case .conditional(let test, let then, let otherwise):
      form("if", [test, then, otherwise].map(self.expression))
    case .invalid: "invalid"
    }
  }

  /// A function of the language by its concept, another by its name.
  private static func callee(_ name: Name) -> String {
    guard !name.isQuoted, let word = Catalogue.function(name.text) else { return name.text }
    return "#\(word)"
  }
}

extension Catalogue {
  /// The function or aggregate of that name.
  package static func function(_ text: String) -> Word? {
    word(text, as: [.function, .aggregate])
  }
}
