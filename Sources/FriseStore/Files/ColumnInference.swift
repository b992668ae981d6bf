import FriseBase
import FriseModel
import Synchronization

/// A column whose type was found, and what a person should know about it.
struct InferredColumn {
  var schema: ColumnSchema
  var column: Column
  /// The column of the file whose texts are to be made when they are asked for.
  var deferral: Deferral?
  /// The place of the column in the file, when it was read from one that is cut.
  var fileIndex: Int?
  /// Whether it is known that no value repeats and none is missing.
  var areUnique = false
  /// How many rows state nothing.
  var missingCount: Int
  /// The type in the words of people: whole number, decimal number, date…
  var kind: Localized
  var notes: [Localized] = []
}

/// The texts of a column, whose column is made when somebody asks for it.
final class Deferral: Sendable {
  /// Whether cells keep the spaces around them.
  let isWhole: Bool
  private let texts: Mutex<TextCells?>

  init(_ texts: TextCells, isWhole: Bool) {
    self.isWhole = isWhole
    self.texts = Mutex(texts)
  }

  /// The text of a row; nil when it is missing, or the texts were taken.
  func text(at row: Int) -> String? { texts.withLock { $0?.text(at: row) } }

  /// The column, once.
  func take() -> TextColumn? {
    let taken = texts.withLock { texts in
      let taken = texts
      texts = nil
      return taken
    }
    return taken?.column()
  }
}

/// Finds the type of a column by reading every cell of it (data, section 3).
struct ColumnInference {
  let file: String
  let table: CellTable
  let listSeparator: UInt8
  var notes: [Localized] = []
  private var open: DateValue?

  init(file: String, table: CellTable, listSeparator: UInt8) {
    self.file = file
    self.table = table
    self.listSeparator = listSeparator
  }

  /// The column at `index`, of the type asked for or of the type that all its cells have.
  /// - Throws: `DataFailure` E405 when a cell is not of the type asked for, E416 when days and
  ///   months stand in both orders.
  ///
  /// `open`: What `..` alone means in it: set where the column is a start or an end.
  mutating func column(
    _ index: Int, as type: LoadType?, open: DateValue? = nil
  ) throws(DataFailure) -> InferredColumn {
    begin(open)
    let cells = table.columns[index]
    if type == .text { return wholeTexts(cells) }
    if type == .number || type == nil, cells.listSeparator == nil,
      let numbers = NumberReading.plain(cells, of: table)
    {
      let missing = numbers.values.count { $0 == NumberColumn.none }
      return made(cells, .number(numbers), .number, missing, ColumnInference.kind(of: numbers))
    }
    if type == .date || type == nil, cells.listSeparator == nil,
      let (dates, missing) = plainDates(cells)
    {
      return made(cells, .date(dates), .date, missing, ColumnInference.dateKind)
    }
    let distinct = DistinctCells(cells, of: table)
    if let mark = cells.listSeparator, type == nil || type == .list {
      return lists(cells, distinct, separator: mark)
    }
    if let type { return try forced(cells, distinct, type) }
    return try inferred(cells, distinct)
  }

  /// Forgets what was told of the column before.
  mutating func begin(_ open: DateValue?) {
    notes = []
    self.open = open
  }

  /// More different texts than this that are not of a type are no few cells that spoil a column.
  static let failedTextsMax = 100

  static let dateKind = Localized(en: "date", fr: "date")
  static let textKind = Localized(en: "text", fr: "texte")
  static let wholeTextKind = Localized(en: "text, as asked", fr: "texte, comme demandé")

  static func kind(of numbers: NumberColumn) -> Localized {
    numbers.scale == 0 && numbers.wide.allSatisfy { $0.value.scale == 0 }
      ? Localized(en: "whole number", fr: "nombre entier")
      : Localized(en: "decimal number", fr: "nombre décimal")
  }

  func made(
    _ cells: CellColumn, _ column: Column, _ type: ValueType, _ missing: Int, _ kind: Localized
  ) -> InferredColumn {
    var traits: ColumnTraits = []
    if type == .number, ColumnInference.isYearOrID(cells.name.english) { traits = [.ungrouped] }
    return InferredColumn(
      schema: ColumnSchema(name: cells.name, type: type, traits: traits), column: column,
      missingCount: missing, kind: kind, notes: notes)
  }

  /// Whether the name says that the digits of a number are not to be grouped.
  private static func isYearOrID(_ name: String) -> Bool {
    let words = TextFold.fold(name).split { !$0.isLetter }
    return words.contains { ["year", "annee", "an", "id", "code", "annees", "years"].contains($0) }
  }

  // MARK: Straight into storage

  /// Dates that are EDTF in every cell, at least one more than four digits; nil for anything else.
  private func plainDates(_ cells: CellColumn) -> (DateColumn, missing: Int)? {
    var builder = DateColumnBuilder()
    builder.reserveCapacity(table.rowCount)
    let span = table.bytes.span
    var missing = 0
    var hasForm = false
    for row in 0..<table.rowCount {
      let cell = cells.trimmed(row, in: span)
      if cell.isEmpty {
        builder.appendNone()
        missing += 1
        continue
      }
      if let open, span.extracting(cell).isOpenMark {
        builder.append(open)
        hasForm = true
        continue
      }
      guard cell.count >= 4, builder.append(span.extracting(cell)) else { return nil }
      hasForm = hasForm || cell.count > 4
    }
    return hasForm ? (builder.build(), missing) : nil
  }

  /// Texts with every character of their cells.
  private func wholeTexts(_ cells: CellColumn) -> InferredColumn {
    var builder = StringPoolBuilder()
    var missing = 0
    let span = table.bytes.span
    let codes = [Int32](capacity: table.rowCount) { output in
      for row in 0..<table.rowCount {
        let cell = cells.whole(row)
        missing += cell.isEmpty ? 1 : 0
        output.append(cell.isEmpty ? -1 : builder.add(span.extracting(cell)))
      }
    }
    let column = TextColumn(codes: codes, pool: builder.build())
    return made(cells, .text(column), .text, missing, ColumnInference.wholeTextKind)
  }

  // MARK: By distinct texts

  /// The type that all cells have.
  mutating func inferred(
    _ cells: CellColumn, _ distinct: DistinctCells
  ) throws(DataFailure) -> InferredColumn {
    guard distinct.statedCount > 0 else { return texts(cells, distinct) }
    if let truths = truths(cells, distinct) { return truths }
    let failedMax = min(5 + distinct.pool.count / 100, ColumnInference.failedTextsMax)
    let marks = NumberReading.Marks(distinct)
    var hasZero = false
    let numbers = Attempt(distinct, failedMax: failedMax) { text in
      hasZero = hasZero || NumberReading.hasLeadingZero(text)
      return hasZero ? nil : ColumnInference.number(text, marks)
    }
    if numbers.isClean, !marks.isContradictory {
      tell(marks, of: cells)
      return numberColumn(cells, distinct, numbers.elements)
    }
    let figures = Attempt(distinct, failedMax: failedMax) { text in
      NumberReading.hasLeadingZero(text) ? nil : Figure(reading: text)
    }
    var dates = DateInference(
      distinct, failedMax: failedMax, acceptsShortYears: false, open: open)
    if !dates.attempt.isClean, !figures.isClean, !hasZero {
      dates = DateInference(
        distinct, failedMax: failedMax, acceptsShortYears: true, open: open)
    }
    if dates.attempt.isClean, dates.hasForm {
      return try dateColumn(cells, distinct, dates)
    }
    if figures.isClean { return figureColumn(cells, distinct, figures.elements) }
    if !hasZero, let amounts = amounts(cells, distinct) { return amounts }
    if let lists = inferredLists(cells, distinct) { return lists }
    if !hasZero {
      tellNearMiss(cells, distinct, numbers, Localized(en: "numbers", fr: "des nombres"), "number")
    }
    if dates.hasForm {
      tellNearMiss(cells, distinct, dates.attempt, Localized(en: "dates", fr: "des dates"), "dates")
    }
    if !hasZero, !numbers.isComplete {
      tellNearMiss(
        cells, distinct, figures, Localized(en: "figures", fr: "des chiffres"), "figure")
    }
    return texts(cells, distinct)
  }

  static func number(
    _ text: Span<UInt8>, _ marks: NumberReading.Marks
  ) -> ExactNumber? {
    let first = text[0]
    let canBegin =
      first &- 48 < 10 || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
      || first == UInt8(ascii: ".") || first == 0xE2
    return canBegin ? marks.number(text) : nil
  }

  /// The type asked for.
  mutating func forced(
    _ cells: CellColumn, _ distinct: DistinctCells, _ type: LoadType
  ) throws(DataFailure) -> InferredColumn {
    switch type {
    case .text: return wholeTexts(cells)
    case .list: return lists(cells, distinct, separator: listSeparator)
    case .number:
      let marks = NumberReading.Marks(distinct)
      let numbers = Attempt(distinct, failedMax: 0) { ColumnInference.number($0, marks) }
      if !numbers.isClean, let amounts = amounts(cells, distinct) { return amounts }
      try settle(
        numbers, cells, distinct, Localized(en: "a plain number", fr: "un nombre simple"))
      tell(marks, of: cells)
      return numberColumn(cells, distinct, numbers.elements)
    case .figure:
      let figures = Attempt(distinct, failedMax: 0) { Figure(reading: $0) }
      try settle(figures, cells, distinct, Localized(en: "a figure", fr: "un chiffre"))
      return figureColumn(cells, distinct, figures.elements)
    case .date:
      let dates = DateInference(
        distinct, failedMax: 0, acceptsShortYears: true, open: open)
      try settle(dates.attempt, cells, distinct, Localized(en: "a date", fr: "une date"))
      return try dateColumn(cells, distinct, dates)
    }
  }

  /// - Throws: `DataFailure` E405 naming the first cell that could not be read.
  private func settle<Element>(
    _ attempt: Attempt<Element>, _ cells: CellColumn, _ distinct: DistinctCells,
    _ expected: Localized
  ) throws(DataFailure) {
    guard let code = attempt.failedCodes.first else { return }
    throw .badCell(
      file, line: line(code, distinct), column: cells.name.english,
      text: distinct.pool[Int32(clamping: code)], expected: expected)
  }

  private func line(_ code: Int, _ distinct: DistinctCells) -> Int {
    table.line(distinct.firstRow(of: code))
  }

  private func missingCount(_ distinct: DistinctCells) -> Int {
    table.rowCount - distinct.statedCount
  }
}

// MARK: - The columns

extension ColumnInference {
  private func numberColumn(
    _ cells: CellColumn, _ distinct: DistinctCells, _ numbers: [ExactNumber?]
  ) -> InferredColumn {
    let column = NumberColumn(distinct.codes.map { $0 < 0 ? nil : numbers[Int($0)] })
    return made(
      cells, .number(column), .number, missingCount(distinct), ColumnInference.kind(of: column))
  }

  /// Numbers each of which has the same sign beside it, `12,5 %` or `$1,000`; nil when some cell is
  /// anything else.
  private mutating func amounts(
    _ cells: CellColumn, _ distinct: DistinctCells
  ) -> InferredColumn? {
    guard let (sign, bare) = AmountSign.taken(from: distinct) else { return nil }
    let marks = NumberReading.Marks(bare)
    let numbers = Attempt(bare, failedMax: 0) { text in
      NumberReading.hasLeadingZero(text) ? nil : ColumnInference.number(text, marks)
    }
    guard numbers.isClean, !marks.isContradictory else { return nil }
    let name = cells.name.english
    notes.append(
      Localized(
        en: "\(name): the sign \(sign) beside its numbers is left out; text = [`\(name)`] keeps it",
        fr: "\(name)\u{202F}: le signe \(sign) à côté des nombres est laissé de côté\u{202F}; "
          + "texte = [`\(name)`] le garde"))
    tell(marks, of: cells)
    return numberColumn(cells, bare, numbers.elements)
  }

  private func figureColumn(
    _ cells: CellColumn, _ distinct: DistinctCells, _ figures: [Figure?]
  ) -> InferredColumn {
    let column = FigureColumn(distinct.codes.map { $0 < 0 ? nil : figures[Int($0)] })
    return made(
      cells, .figure(column), .figure, missingCount(distinct),
      Localized(en: "figure", fr: "chiffre"))
  }

  private mutating func dateColumn(
    _ cells: CellColumn, _ distinct: DistinctCells, _ dates: DateInference
  ) throws(DataFailure) -> InferredColumn {
    let name = cells.name.english
    if let day = dates.dayFirstCode, let month = dates.monthFirstCode {
      func cell(_ code: Int) -> (line: Int, text: String) {
        (line(code, distinct), distinct.pool[Int32(clamping: code)])
      }
      throw .mixedDates(file, column: name, dayFirst: cell(day), monthFirst: cell(month))
    }
    let values = dates.values(distinct)
    if let code = dates.ambiguousCode, dates.dayFirstCode == nil {
      let text = distinct.pool[Int32(clamping: code)]
      let isMonth = dates.monthFirstCode != nil
      notes.append(
        Localized(
          en: "\(name): \"\(text)\" is read \(isMonth ? "month" : "day") first",
          fr: "\(name) : « \(text) » est lu \(isMonth ? "mois" : "jour") en tête"))
    }
    if let code = dates.shortYearCode {
      let text = distinct.pool[Int32(clamping: code)]
      notes.append(
        Localized(
          en: "\(name): \"\(text)\" is read as a year",
          fr: "\(name) : « \(text) » est lu comme année"
        ))
    }
    if let code = dates.timedCode {
      let text = distinct.pool[Int32(clamping: code)]
      notes.append(
        Localized(
          en: "\(name): the day counts, times of day are left out (\"\(text)\")",
          fr: "\(name)\u{202F}: le jour compte, les heures sont laissées de côté "
            + "(«\u{202F}\(text)\u{202F}»)"))
    }
    var builder = DateColumnBuilder()
    builder.reserveCapacity(distinct.codes.count)
    for code in distinct.codes { builder.append(code < 0 ? nil : values[Int(code)]) }
    return made(
      cells, .date(builder.build()), .date, missingCount(distinct), ColumnInference.dateKind)
  }

  /// Tells how many cells had spaces around them.
  mutating func tellTrimmed(_ count: Int, of cells: CellColumn) {
    guard count > 0 else { return }
    let name = cells.name.english
    notes.append(
      Localized(
        en: "\(name): spaces at the ends of cells are left out (\(count)); "
          + "text = [`\(name)`] keeps them",
        fr: "\(name)\u{202F}: les espaces aux bouts des cellules sont ôtées "
          + "(\(count))\u{202F}; texte = [`\(name)`] les garde"))
  }

  private mutating func texts(_ cells: CellColumn, _ distinct: DistinctCells) -> InferredColumn {
    tellTrimmed(distinct.trimmedCount, of: cells)
    let column = TextColumn(codes: distinct.codes, pool: distinct.pool)
    let kind =
      distinct.statedCount == 0
      ? Localized(en: "nothing stated", fr: "rien n’est dit") : ColumnInference.textKind
    return made(cells, .text(column), .text, missingCount(distinct), kind)
  }

  /// `true false yes no oui non vrai faux`; nil when some cell says anything else.
  private func truths(_ cells: CellColumn, _ distinct: DistinctCells) -> InferredColumn? {
    guard distinct.pool.count <= 12 else { return nil }
    let known: [String: Truth] = [
      "true": .yes, "yes": .yes, "oui": .yes, "vrai": .yes, "false": .no, "no": .no, "non": .no,
      "faux": .no, "undecided": .undecided, "indecis": .undecided,
    ]
    let truths = (0..<distinct.pool.count).map {
      known[TextFold.fold(distinct.pool[Int32(clamping: $0)])]
    }
    guard truths.allSatisfy({ $0 != nil }), truths.contains(where: { $0 != .undecided }) else {
      return nil
    }
    let answers = distinct.codes.map { code in
      (code < 0 ? nil : truths[Int(code)])?.rawValue ?? Truth.undecided.rawValue
    }
    return made(
      cells, .truth(TruthColumn(answers: answers)), .truth, missingCount(distinct),
      Localized(en: "truth", fr: "vérité"))
  }

  /// Lists, when some cells hold the separator and every item looks like one: short, not empty, no
  /// space beside the separator.
  private mutating func inferredLists(
    _ cells: CellColumn, _ distinct: DistinctCells
  ) -> InferredColumn? {
    var (isFound, isList) = (false, true)
    distinct.forEach { _, text in
      isFound = isFound || text.count(of: listSeparator) > 0
      isList = ColumnInference.isList(text, separator: listSeparator)
      return isList
    }
    guard isFound, isList else { return nil }
    return lists(cells, distinct, separator: listSeparator)
  }

  /// Whether a text may be a list: a lone item, or items that are short, not empty, and without a
  /// space beside the separator.
  static func isList(_ text: Span<UInt8>, separator: UInt8) -> Bool {
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == separator {
      let isItem =
        index > start && index - start <= 60 && text[start] != 32 && text[index - 1] != 32
      guard isItem || (start == 0 && index == text.count) else { return false }
      start = index + 1
    }
    return true
  }

  private func lists(
    _ cells: CellColumn, _ distinct: DistinctCells, separator: UInt8
  ) -> InferredColumn {
    var builder = StringPoolBuilder()
    var itemCodes: [[Int32]] = []
    distinct.forEach { _, text in
      var codes: [Int32] = []
      var start = 0
      for index in 0...text.count where index == text.count || text[index] == separator {
        let item = text.trimmed(start..<index)
        if !item.isEmpty { codes.append(builder.add(text.extracting(item))) }
        start = index + 1
      }
      itemCodes.append(codes)
      return true
    }
    var items: [Int32] = []
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(distinct.codes.count + 1)
    for code in distinct.codes {
      if code >= 0 { items += itemCodes[Int(code)] }
      offsets.append(Int32(clamping: items.count))
    }
    let column = ListColumn(
      offsets: offsets, items: .text(TextColumn(codes: items, pool: builder.build())))
    let sign = separator == JSONRows.itemMark ? "" : " (\(String(UnicodeScalar(separator))))"
    return made(
      cells, .list(column), .list(.text), missingCount(distinct),
      Localized(en: "list" + sign, fr: "liste" + sign))
  }

  // MARK: Notes

  /// Tells how `1,022` was read.
  private mutating func tell(_ marks: NumberReading.Marks, of cells: CellColumn) {
    guard let text = marks.ambiguousText else { return }
    let name = cells.name.english
    let isDecimal = marks.hasDecimalComma
    notes.append(
      Localized(
        en:
          "\(name): the comma of \"\(text)\" is "
          + (isDecimal ? "the decimal sign" : "a thousands sign"),
        fr: "\(name) : la virgule de « \(text) » est "
          + (isDecimal ? "le signe décimal" : "un séparateur de milliers")))
  }

  /// Tells that a column stays text because of a few cells.
  private mutating func tellNearMiss<Element>(
    _ cells: CellColumn, _ distinct: DistinctCells, _ attempt: Attempt<Element>,
    _ what: Localized, _ option: String
  ) {
    let read = distinct.statedCount - attempt.failedCount
    let failedTexts = attempt.failedCodes.count
    let readTexts = distinct.pool.count - failedTexts
    let isNear = readTexts >= 3 * failedTexts || failedTexts == 1
    guard attempt.isComplete, let code = attempt.failedCodes.first, isNear, readTexts > 1
    else { return }
    let name = cells.name.english
    let text = distinct.pool[Int32(clamping: code)]
    // A few words in a column of values mostly say that there is none.
    let words = attempt.failedCodes.map { distinct.pool[Int32(clamping: $0)] }
    let areWords = words.count < 5 && !words.contains { $0.contains(where: \.isNumber) }
    let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
    let missing = areWords ? ", missing = [\(list)]" : ""
    let manquant = areWords ? ", manquant = [\(list)]" : ""
    notes.append(
      Localized(
        en:
          "\(name) stays text: \(read) cells are \(what.english), not all: \(attempt.failedCount), "
          + "first \"\(text)\" on line \(line(code, distinct)); settle it with "
          + "\(option) = [`\(name)`]\(missing)",
        fr: "\(name) reste du texte : \(read) cellules sont \(what.french), "
          + "pas toutes : \(attempt.failedCount), "
          + "d’abord « \(text) » ligne \(line(code, distinct)) ; "
          + "trancher par \(option) = [`\(name)`]\(manquant)"))
  }
}
