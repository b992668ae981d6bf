import FriseBase

extension Printer {
  /// A step, without its `|`.
  func stage(_ stage: Stage) -> String {
    switch stage.kind {
    case .filter(let test): form(.whereVerb) + " " + expression(test)
    case .relation(let word, let operand, let negated):
      (negated ? form(.not) + " " : "") + form(word) + " " + expression(operand, at: .operand)
    case .within(let duration, let of): within(duration, of)
    case .about(let sought): form(.about) + " " + expression(sought, at: .operand)
    case .select(let items): form(.select) + " " + self.items(items)
    case .derive(let items): form(.derive) + " " + self.items(items)
    case .rollup(let items): form(.rollup) + " " + self.items(items)
    case .summarise(let items, let groups):
      form(.summarise) + " " + self.items(items) + self.groups(groups)
    case .drop(let names):
      form(.drop) + " " + names.map { name($0, at: .label) }.joined(separator: ", ")
    case .rename(let renamings):
      form(.rename) + " "
        + renamings.map { name($0.new, at: .label) + " = " + name($0.old, at: .label) }
        .joined(separator: ", ")
    case .sort(let keys): form(.sort) + " " + keys.map(sortKey).joined(separator: ", ")
    case .slice(let word, let count, let groups):
      form(word) + " " + expression(count) + self.groups(groups)
    case .aggregate(let word, let value, let groups):
      form(word) + (value.map { " " + expression($0) } ?? "") + self.groups(groups)
    case .distinct(let values):
      form(.distinct)
        + (values.isEmpty ? "" : " " + values.map { expression($0) }.joined(separator: ", "))
    default: furtherStage(stage)
    }
  }

  private func furtherStage(_ stage: Stage) -> String {
    switch stage.kind {
    case .combine(let word, let operand): form(word) + " " + table(operand)
    case .join(let keepsAll, let operand, let alias, let on):
      form(.join) + (keepsAll ? " " + form(.all) : "") + " " + table(operand)
        + (alias.map { " " + form(.as) + " " + name($0, at: .label) } ?? "")
        + " " + form(.on) + " " + expression(on)
    case .nearest(let count, let to):
      form(.nearest) + (count.map { " " + number($0) } ?? "") + " " + form(.to) + " "
        + expression(to, at: .operand)
    case .gaps(let groups): form(.gaps) + self.groups(groups)
    case .concurrent: form(.concurrent)
    case .spread(let unit): form(.spread) + " " + form(unit)
    case .at(let moment): form(.at) + " " + expression(moment, at: .operand)
    case .walk(let word), .view(let word): form(word)
    case .follow(let name): form(.follow) + " " + self.name(name, at: .label)
    case .bars(let value): form(.bars) + (value.map { " " + expression($0) } ?? "")
    case .describe: form(.describe)
    case .save(let path): form(.save) + " " + Quoting.text(path)
    case .call(let name, let arguments):
      self.name(name, at: .step) + "("
        + arguments.map { expression($0) }.joined(separator: ", ") + ")"
    default: source.text(stage.span)
    }
  }

  /// `within 2 years of 1989`.
  func within(_ duration: Expression, _ of: Expression) -> String {
    form(.within) + " " + expression(duration, at: .atom) + " " + form(.of) + " "
      + expression(of, at: .operand)
  }

  private func items(_ items: [Item]) -> String {
    items.map(item).joined(separator: ", ")
  }

  /// An item that is a test of equality of a name is put in parentheses: `a = b` would name it.
  private func item(_ item: Item) -> String {
    let text = expression(item.expression)
    if let name = item.name { return self.name(name, at: .label) + " = " + text }
    let tokens = Printer.tokens(text)
    let looksNamed =
      tokens.count > 1 && tokens[0].name != nil && tokens[1].isSymbol(.equal)
    return looksNamed ? "(" + text + ")" : text
  }

  private func sortKey(_ key: SortKey) -> String {
    expression(key.expression) + (key.isDescending ? " " + form(.desc) : "")
  }

  private func groups(_ groups: Groups) -> String {
    var text = ""
    if !groups.keys.isEmpty {
      text += " " + form(.by) + " " + groups.keys.map { expression($0) }.joined(separator: ", ")
    }
    if let bucket = groups.bucket {
      text += " " + form(.each) + " "
      text += bucket.count.map { duration($0, bucket.unit) } ?? form(bucket.unit)
    }
    return text
  }

  private func table(_ operand: TableOperand) -> String {
    switch operand {
    case .name(let name): self.name(name, at: .operand)
    case .pipeline(let value): "(" + pipeline(value) + ")"
    }
  }
}
