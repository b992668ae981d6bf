import FriseBase
import FriseModel

/// Which column is the date of a loaded table (data, section 3).
extension TableAssembly {
  /// Takes the column named, else the only date column, else one called date or year, else a start
  /// and an end.
  mutating func findDate() throws(DataFailure) {
    if makeDateOfParts() { return }
    if let index = parts[.date] {
      dateColumn = index
      return
    }
    if parts[.start] != nil || parts[.end] != nil {
      return try combine(parts[.start], parts[.end], isAsked: true)
    }
    let dates = columns.indices.filter { columns[$0].schema.type == .date && !isLoneEnd($0) }
    if dates.count == 1 {
      dateColumn = dates[0]
      return
    }
    let named = ["date", "year", "annee"].compactMap { column(among: [$0]) }
    for index in named where columns[index].schema.type == .date || turnYears(index) {
      dateColumn = index
      return
    }
    guard let (start, end) = startAndEnd() else { return }
    try combine(start, end, isAsked: false)
  }

  /// Makes dates of a column of four-digit years.
  /// - Returns: False, with nothing changed, when some number is no such year.
  private mutating func turnYears(_ index: Int) -> Bool {
    guard case .number(let numbers) = columns[index].column, numbers.scale == 0,
      numbers.wide.isEmpty,
      numbers.values.allSatisfy({ $0 == NumberColumn.none || (1000...9999).contains($0) }),
      numbers.values.contains(where: { $0 != NumberColumn.none })
    else { return false }
    var known: [Int64: DateValue] = [:]
    for year in Set(numbers.values) { known[year] = EDTF.parse("\(year)") }
    var builder = DateColumnBuilder()
    builder.reserveCapacity(numbers.values.count)
    for year in numbers.values { builder.append(known[year]) }
    replace(index, .date(builder.build()), .date, kind: ColumnInference.dateKind)
    return true
  }

  private static let starts: Set<String> = [
    "start", "debut", "begin", "from", "started", "startdate", "datedebut",
  ]
  private static let ends: Set<String> = [
    "end", "fin", "until", "to", "ended", "enddate", "datefin",
  ]

  /// The folded words of a column's name.
  private func words(_ index: Int) -> [String] {
    TextFold.fold(cells.columns[index].name.english).split { !$0.isLetter }.map(String.init)
  }

  /// What `..` alone means in a column: an open end in one that is called an end or plays it, an
  /// open start in one of starts; nil elsewhere, where it is a text like any other.
  func openSide(_ index: Int) -> DateValue? {
    if index == parts[.end] { return .openEnd }
    if index == parts[.start] { return .openStart }
    let words = words(index)
    if words.contains(where: TableAssembly.ends.contains) { return .openEnd }
    return words.contains(where: TableAssembly.starts.contains) ? .openStart : nil
  }

  /// Whether a column is called the end of another one, which holds no dates.
  private func isLoneEnd(_ index: Int) -> Bool {
    let name = words(index)
    guard let mark = name.firstIndex(where: TableAssembly.ends.contains) else { return false }
    var rest = name
    rest.remove(at: mark)
    return columns.indices.contains { other in
      guard other != index, columns[other].schema.type != .date else { return false }
      let first = words(other).filter { !TableAssembly.starts.contains($0) }
      return first == rest && !(rest.isEmpty && words(other).isEmpty)
    }
  }

  /// The columns called start and end, or `x` and `x_end`, when both hold dates or years.
  private mutating func startAndEnd() -> (start: Int, end: Int)? {
    for end in columns.indices {
      let last = words(end)
      guard let mark = last.firstIndex(where: TableAssembly.ends.contains) else { continue }
      var rest = last
      rest.remove(at: mark)
      for start in columns.indices where start != end {
        var first = words(start)
        if let place = first.firstIndex(where: TableAssembly.starts.contains) {
          first.remove(at: place)
        }
        guard first == rest, words(start) != last, isDateOrYears(start), isDateOrYears(end) else {
          continue
        }
        return (start, end)
      }
    }
    return nil
  }

  private mutating func isDateOrYears(_ index: Int) -> Bool {
    columns[index].schema.type == .date || turnYears(index)
      || columns[index].missingCount == cells.rowCount
  }

  /// Adds a column of the intervals between two.
  /// - Throws: `DataFailure` E405 when an end lies before its start and the columns were named.
  private mutating func combine(_ start: Int?, _ end: Int?, isAsked: Bool) throws(DataFailure) {
    let starts = start.flatMap { columns[$0].column.dates }
    let ends = end.flatMap { columns[$0].column.dates }
    if let starts, let ends, let (dates, forever) = DateColumn.intervals(from: starts, to: ends) {
      return appendDate(dates, from: start, to: end, hasForever: forever)
    }
    var builder = DateColumnBuilder()
    builder.reserveCapacity(cells.rowCount)
    var hasForever = false
    for row in 0..<cells.rowCount {
      let first = starts?.date(at: row)
      let last = ends?.date(at: row)
      hasForever = hasForever || last?.text.hasPrefix("9999") == true
      if first == nil, last?.text == ".." {
        builder.appendNone()
        continue
      }
      let date = DateValue(from: first, to: last)
      if date == nil, first != nil || last != nil {
        let name = end.map { columns[$0].schema.name.english } ?? ""
        let line = cells.line(row)
        guard isAsked else {
          notes.append(
            Localized(
              en: "line \(line): \"\(last?.text ?? "")\" does not follow \"\(first?.text ?? "")\": "
                + "no interval is made of start and end",
              fr: "ligne \(line) : « \(last?.text ?? "") » ne suit pas « \(first?.text ?? "") » : "
                + "début et fin ne donnent pas d’intervalle"))
          return
        }
        throw .badCell(
          file, line: line, column: name, text: last?.text ?? "",
          expected: Localized(
            en: "after its start \(first?.text ?? "")", fr: "après son début \(first?.text ?? "")"))
      }
      builder.append(date)
    }
    appendDate(builder.build(), from: start, to: end, hasForever: hasForever)
  }

  /// Adds the date of the rows that was made of two columns.
  private mutating func appendDate(
    _ dates: DateColumn, from start: Int?, to end: Int?, hasForever: Bool
  ) {
    let name = column(among: ["date"]) == nil ? "date" : "dates"
    append(name, .date(dates), .date, kind: ColumnInference.dateKind)
    dateColumn = columns.count - 1
    datedBy = (start, end)
    let parts = [start, end].compactMap { $0.map { columns[$0].schema.name.english } }
    notes.append(
      Localized(
        en: "\(name) is made of \(parts.joined(separator: " and "))"
          + (hasForever ? "; the end 9999 is an open end" : ""),
        fr: "\(name) est fait de \(parts.joined(separator: " et "))"
          + (hasForever ? " ; la fin 9999 est une fin ouverte" : "")))
  }

  /// A unit that began and has no end is valid still, where an event without end is one of its day
  /// (data, section 3; language, section 7).
  mutating func openValidities() {
    guard isStructure, let index = dateColumn, let parts = datedBy, parts.end != nil,
      let starts = parts.start.flatMap({ columns[$0].column.dates }),
      let dates = columns[index].column.dates
    else { return }
    let ends = parts.end.flatMap { columns[$0].column.dates }
    var builder = DateColumnBuilder()
    builder.reserveCapacity(cells.rowCount)
    for row in 0..<cells.rowCount {
      let date = dates.date(at: row)
      let open =
        ends?.date(at: row) == nil
        ? starts.date(at: row).flatMap { EDTF.parse($0.text + "/") } : nil
      builder.append(open ?? date)
    }
    replace(index, .date(builder.build()), .date, kind: ColumnInference.dateKind)
  }

  /// Makes the date of columns `start_date.year`, `.month`, `.day` and those of `end_date`, as
  /// TimelineJS writes them.
  /// - Returns: False when there are none, or their cells are no dates.
  private mutating func makeDateOfParts() -> Bool {
    guard column(among: ["start_date.year"]) != nil, parts[.date] == nil,
      column(among: ["date"]) == nil
    else { return false }
    var builder = DateColumnBuilder()
    for row in 0..<cells.rowCount {
      let start = dateOfParts("start_date", row)
      let end = dateOfParts("end_date", row)
      let years = ["start_date.year", "end_date.year"].map { text($0, row) }
      if start == nil, years[0].isEmpty {
        builder.appendNone()
        continue
      }
      guard let date = DateValue(from: start, to: end), end != nil || years[1].isEmpty else {
        let line = cells.line(row)
        notes.append(
          Localized(
            en: "line \(line): start_date or end_date is no date, or ends before it starts: no "
              + "date is made of them",
            fr: "ligne \(line)\u{202F}: start_date ou end_date n’est pas une date, ou finit avant "
              + "de commencer\u{202F}: aucune date n’en est faite"))
        return false
      }
      builder.append(date)
    }
    append("date", .date(builder.build()), .date, kind: ColumnInference.dateKind)
    dateColumn = columns.count - 1
    notes.append(
      Localized(
        en: "date is made of start_date and end_date",
        fr: "date est fait de start_date et end_date"))
    return true
  }

  private func text(_ name: String, _ row: Int) -> String {
    guard let index = column(among: [name]) else { return "" }
    let span = cells.bytes.span
    return String(decoding: cells.bytes[cells.columns[index].trimmed(row, in: span)], as: UTF8.self)
  }

  private func dateOfParts(_ prefix: String, _ row: Int) -> DateValue? {
    guard let year = Int64(text(prefix + ".year", row)), (-9999...9999).contains(year) else {
      return nil
    }
    func padded(_ number: UInt64, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    var date = (year < 0 ? "-" : "") + padded(year.magnitude, 4)
    for part in [".month", ".day"] {
      guard let number = UInt64(text(prefix + part, row)), number > 0 else { break }
      date += "-" + padded(number, 2)
    }
    return EDTF.parse(date)
  }
}

extension Column {
  /// The dates of a date column.
  fileprivate var dates: DateColumn? {
    if case .date(let dates) = self { dates } else { nil }
  }
}
