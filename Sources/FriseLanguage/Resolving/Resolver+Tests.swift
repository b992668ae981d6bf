import FriseBase
import FriseModel
import FriseSyntax

/// Tests: comparisons, relations of time and tree, membership, texts.
extension Resolver {
  // MARK: Comparisons

  /// `left sign right`, by what stands on both sides (language, sections 5.1 to 5.3).
  mutating func compare(
    _ sign: BinaryOperator, _ left: Resolved, _ right: Expression, operatorSpan: ByteSpan,
    at span: ByteSpan
  ) -> Resolved {
    probe?.note(left: left, of: right.span, rows)
    if sign == .equal || sign == .notEqual { noteValues(right, against: left) }
    let right = operand(right, against: left)
    if isInvalid(left) || isInvalid(right) { return invalid(span) }
    if sign == .notEqual { return not(equal(left, right, at: span), at: span) }
    if sign == .equal { return equal(left, right, at: span) }
    if left.type.item == .date || right.type.item == .date {
      return dateComparison(sign, left, right, at: span)
    }
    let (first, second) = (left.type.item, right.type.item)
    let isOrdered =
      (first.isNumeric && second.isNumeric) || (first.isText && second.isText)
      || (first == .duration && second == .duration) || first == .none || second == .none
    guard isOrdered, let comparison = Comparison(sign) else {
      report(
        .notComparable(
          left.type, right.type, at: operatorSpan, notes: comparisonNotes(left, right)))
      return invalid(span)
    }
    return Resolved(.test(.compare(comparison, left, right)), .truth, span)
  }

  /// `=`; also `in` for each item of a list.
  private mutating func equal(_ left: Resolved, _ right: Resolved, at span: ByteSpan) -> Resolved {
    if case .constant(.none) = right.node {
      return Resolved(.test(.isNone(left)), .truth, span)
    }
    if case .constant(.none) = left.node {
      return Resolved(.test(.isNone(right)), .truth, span)
    }
    if left.type.item == .date || right.type.item == .date {
      return dateComparison(.equal, left, right, at: span)
    }
    if case .numberRange(let lower, let upper) = right.node {
      guard expect(left, left.type.item.isNumeric, .number) else { return invalid(span) }
      return Resolved(.test(.inRange(left, lower: lower, upper: upper)), .truth, span)
    }
    guard areEquatable(left.type.item, right.type.item) else {
      report(.notComparable(left.type, right.type, at: span, notes: comparisonNotes(left, right)))
      return invalid(span)
    }
    return Resolved(.test(.compare(.equal, left, right)), .truth, span)
  }

  private func areEquatable(_ left: ValueType, _ right: ValueType) -> Bool {
    switch (left, right) {
    case (.none, _), (_, .none): true
    case (.link, .text), (.text, .link), (.link, .bilingual), (.bilingual, .link): true
    case (let first, let second) where first.isNumeric && second.isNumeric: true
    case (let first, let second) where first.isText && second.isText: true
    default: left == right
    }
  }

  private func comparisonNotes(_ left: Resolved, _ right: Resolved) -> [Localized] {
    for value in [left, right] {
      guard case .constant(.text(let text)) = value.node else { continue }
      let other = value.span == left.span ? right : left
      let isReadable =
        other.type.item.isNumeric && ExactNumber(parsing: text) != nil
        || other.type.item == .date && EDTF.parse(text) != nil
      if isReadable {
        return [
          Localized(
            en: "without the quotation marks: \(text)", fr: "sans les guillemets : \(text)")
        ]
      }
    }
    return []
  }

  /// The right side of a comparison: tables count as sets of values.
  /// `isSet`: True after `in`, where the one column of a table is a set of values.
  mutating func operand(
    _ expression: Expression, against left: Resolved, isSet: Bool = false
  ) -> Resolved {
    switch expression.kind {
    case .group(let pipeline) where !pipeline.stages.isEmpty:
      let table = nested(pipeline)
      guard table.output.shape != nil, isSet || left.type.isLink else {
        return cell(of: table, at: expression.span)
      }
      return set(of: table, at: expression.span)
    default: return resolve(expression)
    }
  }

  // MARK: Dates

  private mutating func dateComparison(
    _ sign: BinaryOperator, _ left: Resolved, _ right: Resolved, at span: ByteSpan
  ) -> Resolved {
    // A literal on the left is the period: turn the comparison round.
    if left.isLiteral, !right.isLiteral, let turned = sign.mirrored {
      return dateComparison(turned, right, left, at: span)
    }
    guard let relation = DateRelation(sign), let (left, right) = dates(left, right) else {
      return invalid(span)
    }
    // Between two dates of data `=` compares the four bounds; with a literal it is `during`.
    let settled = sign == .equal && !right.isLiteral ? .equals : relation
    return Resolved(.test(.date(settled, left, right)), .truth, span)
  }

  /// Both sides as dates: a whole number serves as a year.
  private mutating func dates(_ left: Resolved, _ right: Resolved) -> (Resolved, Resolved)? {
    guard let left = date(left), let right = date(right) else { return nil }
    return (left, right)
  }

  /// A value as a date, or nil with a fault reported.
  mutating func date(_ value: Resolved) -> Resolved? {
    if isInvalid(value) { return nil }
    switch value.node {
    case .constant(.number(let number)):
      if let year = Resolver.yearText(number), let date = EDTF.parse(year) {
        return Resolved(.constant(.date(date)), .date, value.span)
      }
    case .constant(.list(let items)):
      let dates = items.map { item -> Value? in
        guard case .number(let number) = item else { return item }
        return Resolver.yearText(number).flatMap { EDTF.parse($0) }.map(Value.date)
      }
      if value.type.item == .number, dates.allSatisfy({ $0 != nil }) {
        return Resolved(.constant(.list(dates.compactMap { $0 })), .list(.date), value.span)
      }
    case .numberRange(let lower, let upper):
      let first = lower.map { Resolver.yearText($0) } ?? ".."
      let last = upper.map { Resolver.yearText($0) } ?? ".."
      if let first, let last, let date = EDTF.parse("\(first)/\(last)") {
        return Resolved(.constant(.date(date)), .date, value.span)
      }
    default: break
    }
    if value.type.item == .date || value.type == .none { return value }
    report(
      .typeMismatch(
        found: value.type, expected: ValueType.date.described, at: value.span,
        notes: dateNotes(value)))
    return nil
  }

  private func dateNotes(_ value: Resolved) -> [Localized] {
    if case .constant(.text(let text)) = value.node, EDTF.parse(text) != nil {
      return [
        Localized(en: "without the quotation marks: \(text)", fr: "sans les guillemets : \(text)")
      ]
    }
    if case .arithmetic = value.node {
      return [
        Localized(
          en: "a date or a period has no spaces: 1956-11-04, 2010/2015; date(…) reads other forms",
          fr:
            "une date ou une période n’a pas d’espaces : 1956-11-04, 2010/2015 ; date(…) lit "
            + "d’autres formes")
      ]
    }
    return value.type.isText
      ? [Localized(en: "date(x) reads a text", fr: "date(x) lit un texte")] : []
  }

  mutating func withinTest(
    _ left: Resolved, _ length: Expression, _ right: Expression, operatorSpan: ByteSpan,
    at span: ByteSpan
  ) -> Resolved {
    let length = resolve(length)
    let right = operand(right, against: left)
    guard let (first, second) = dates(left, right) else { return invalid(span) }
    guard case .constant(.duration(let duration)) = length.node else {
      _ = expect(length, false, .duration)
      return invalid(span)
    }
    return Resolved(.test(.within(first, duration, second)), .truth, span)
  }

  // MARK: Relations

  /// `left word right` for the relation words.
  mutating func relation(
    _ word: Word, _ left: Resolved, _ right: Expression, operatorSpan: ByteSpan, at span: ByteSpan
  ) -> Resolved {
    probe?.note(left: left, of: right.span, rows)
    if word == .in || word == .under || word == .above { noteValues(right, against: left) }
    let right = operand(right, against: left, isSet: word == .in)
    if isInvalid(left) || isInvalid(right) { return invalid(span) }
    switch word {
    case .during, .overlaps, .before, .after, .meets:
      guard let relation = DateRelation(word), let (left, right) = dates(left, right) else {
        return invalid(span)
      }
      return Resolved(.test(.date(relation, left, right)), .truth, span)
    case .in: return membership(left, right, at: span)
    case .under, .above: return tree(word, left, right, at: span)
    case .contains: return contains(left, right, at: span)
    default: return matches(left, right, at: span)
    }
  }

  private mutating func membership(
    _ left: Resolved, _ right: Resolved, at span: ByteSpan
  ) -> Resolved {
    if left.type.item == .date { return dateComparison(.equal, left, right, at: span) }
    if case .numberRange = right.node { return equal(left, right, at: span) }
    // `"return" in topics`: the list is the row's own.
    if left.isLiteral, right.type.isList, !right.isLiteral {
      return equal(right, left, at: span)
    }
    guard right.type.isList || right.type == .none else {
      report(
        .typeMismatch(
          found: right.type,
          expected: Localized(
            en: "a list, a range or a table", fr: "une liste, un intervalle ou une table"),
          at: right.span,
          notes: [Localized(en: "as in [\"Chile\", \"Peru\"]", fr: "comme [\"Chili\", \"Pérou\"]")])
      )
      return invalid(span)
    }
    for side in [left, right] {
      guard case .constant(.none) = side.node else { continue }
      return Resolved(.constant(.truth(.undecided)), .truth, span)
    }
    return equal(left, right, at: span)
  }

  /// `under`, `above`: units by name on the right.
  private mutating func tree(
    _ word: Word, _ left: Resolved, _ right: Resolved, at span: ByteSpan
  ) -> Resolved {
    guard case .link(let table) = left.type.item, schema(of: table)?.isStructure == true else {
      _ = expect(left, false, .link(TableID("")))
      return invalid(span)
    }
    guard let units = units(right, of: table) else { return invalid(span) }
    return Resolved(.test(.tree(word, left, units)), .truth, span)
  }

  /// Names as units of `table`: unknown and ambiguous ones are faults here.
  mutating func units(_ value: Resolved, of table: TableID) -> Resolved? {
    if value.type.item == .link(table) || value.type.item == .none { return value }
    let items: [Value]
    switch value.node {
    case .constant(.list(let list)): items = list
    case .constant(.text(let text)): items = [.text(text)]
    default: items = []
    }
    if items.isEmpty, value.type.item.isText {
      let type = ValueType.link(table)
      return Resolved(
        .named(value, table: table), value.type.isList ? .list(type) : type, value.span)
    }
    guard value.type.item == .text, !items.isEmpty, let registry = registry(of: table, value.span)
    else {
      report(
        .typeMismatch(
          found: value.type, expected: ValueType.link(table).described, at: value.span))
      return nil
    }
    var units: [Value] = []
    for case .text(let text) in items {
      let rows = registry.rows(named: text)
      guard rows.count == 1 else {
        report(.unit(text, found: rows, registry, tongue, at: value.span))
        return nil
      }
      units.append(.link(registry, row: rows[0]))
    }
    return value.type.isList
      ? Resolved(.constant(.list(units)), .list(.link(table)), value.span)
      : Resolved(.constant(units[0]), .link(table), value.span)
  }

  /// The ids and names of a table of the data set; nil with a fault reported when it cannot be
  /// read.
  mutating func registry(of table: TableID, _ span: ByteSpan) -> Registry? {
    do {
      return try data.table(table)?.registry
    } catch {
      report(.dataUnreadable(error, at: span))
      return nil
    }
  }

  private mutating func contains(
    _ left: Resolved, _ right: Resolved, at span: ByteSpan
  ) -> Resolved {
    guard left.type.item.isText || left.type.isLink else {
      _ = expect(left, false, .text)
      return invalid(span)
    }
    guard expect(right, right.type.item.isText, .text) else { return invalid(span) }
    return Resolved(.test(.contains(left, right)), .truth, span)
  }

  private mutating func matches(
    _ left: Resolved, _ right: Resolved, at span: ByteSpan
  ) -> Resolved {
    guard left.type.item.isText || left.type.isLink else {
      _ = expect(left, false, .text)
      return invalid(span)
    }
    guard case .constant(.text(let pattern)) = right.node else {
      _ = expect(right, false, .text)
      return invalid(span)
    }
    do {
      _ = try TextPattern(pattern)
    } catch {
      let reason =
        switch error {
        case .invalid(_, let message): message
        case .limitPassed:
          Localized(en: "it asks for too much memory", fr: "il demande trop de mémoire")
        }
      report(.badPattern(reason, at: right.span))
      return invalid(span)
    }
    return Resolved(.test(.matches(left, pattern)), .truth, span)
  }

  /// `about "a b"` over the row's titles, places, topics, actors and notes.
  mutating func about(_ words: Resolved, at span: ByteSpan) -> Resolved {
    guard let rows, aggregation == nil else {
      report(
        .wordMisplaced(
          Catalogue.form(.about, tongue),
          Localized(
            en: "it searches the rows of a table, after where",
            fr: "il cherche dans les lignes d’une table, après où"), at: span))
      return invalid(span)
    }
    guard expect(words, words.type.isText, .text) else { return invalid(span) }
    let searched = rows.visibleColumns.compactMap { index -> Resolved? in
      let schema = rows.columns[index]
      let item = schema.type.item
      guard item.isText || item.isLink, !schema.traits.contains(.ungrouped) else { return nil }
      return Resolved(.column(index), schema.type, span)
    }
    return Resolved(.test(.about(searched, words)), .truth, span)
  }

  // MARK: Values and the translator

  func isInvalid(_ value: Resolved) -> Bool {
    if case .invalid = value.node { true } else { false }
  }

  /// Literal texts compared with units, or with their names: both names, for the translator.
  private mutating func noteValues(_ literal: Expression, against value: Resolved) {
    switch literal.kind {
    case .text(let text):
      guard let table = namedTable(of: value), let registry = registry(of: table, literal.span),
        let row = registry.rows(named: text).first
      else { return }
      noteText(text, literal.span, registry.name(row))
    case .list(let items):
      for item in items { noteValues(item, against: value) }
    default: break
    }
  }

  /// The table whose rows' names a value is of: what it links to, or the table of a column in two
  /// tongues.
  private func namedTable(of value: Resolved) -> TableID? {
    if case .link(let table) = value.type.item { return table }
    guard value.type.item == .bilingual else { return nil }
    switch value.node {
    case .field(_, let table, _): return table
    case .column: return rows?.table
    default: return nil
    }
  }

  /// Keeps both forms of a text literal when it is one of the names.
  private mutating func noteText(_ text: String, _ span: ByteSpan, _ name: Localized) {
    let key = TextFold.fold(text)
    guard TextFold.fold(name.english) == key || TextFold.fold(name.french) == key,
      name.english != name.french
    else { return }
    translations.append(Translation(span: span, forms: name, isText: true))
  }
}

extension ValueType {
  /// A unit, or a list of units.
  var isLink: Bool {
    if case .link = item { true } else { false }
  }
}

extension Registry {
  /// The names nearest to a text, in one tongue where they are found in either.
  func nearestNames(to text: String, _ tongue: Tongue) -> [String] {
    var found: [String] = []
    // Past so many names the rest is left unseen: help must come at once.
    let rows = 0..<Int32(clamping: min(count, 50_000))
    let names = rows.map { name($0) }
    let forms = names.map { $0[tongue] } + names.map { $0[tongue.other] } + aliases.map(\.name)
    for form in Suggestions.nearest(to: text, among: forms, limit: 6) {
      let told = names.first { $0[tongue.other] == form }?[tongue] ?? form
      if !found.contains(told), found.count < 3 { found.append(told) }
    }
    return found
  }

  /// The paths of rows with their ids, the first ten of them: by these people tell apart units of
  /// one name.
  func told(_ rows: [Int32]) -> [Localized] {
    let shown = rows.prefix(10).map { row in
      let (path, id) = (path(row), id(row))
      return Localized(en: "\(path.english): \(id)", fr: "\(path.french)\u{202F}: \(id)")
    }
    guard rows.count > shown.count else { return shown }
    let more = rows.count - shown.count
    return shown + [Localized(en: "and \(more) more", fr: "et \(more) de plus")]
  }

  /// The names from the root down to a row; those in the middle of a long path are left out.
  func path(_ row: Int32) -> Localized {
    var rows = Array((forest?.ancestors(of: row) ?? []).reversed()) + [row]
    let isLong = rows.count > 8
    if isLong { rows = rows.prefix(4) + rows.suffix(4) }
    func joined(_ tongue: Tongue) -> String {
      var names = rows.map { name($0)[tongue] }
      if isLong { names.insert("…", at: 4) }
      return names.joined(separator: Registry.pathSeparator)
    }
    return Localized(en: joined(.english), fr: joined(.french))
  }
}
