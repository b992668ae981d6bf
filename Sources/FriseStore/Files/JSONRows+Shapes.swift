import FriseBase
import FriseModel

/// Where the rows are in a JSON text, which interfaces and programs write in many shapes.
extension JSONRows {
  private typealias Place = (index: Int, line: Int)

  /// What TimelineJS calls the list of its events, now and formerly.
  private static let rowsNames: Set<String> = ["events", "date"]

  private var place: Place {
    get { (scanner.index, scanner.lineNumber) }
    set { (scanner.index, scanner.lineNumber) = newValue }
  }

  // MARK: In an object

  /// One object that holds the rows, or objects one after the other.
  mutating func readObjects() throws(DataFailure) {
    let start = place
    try scanner.skip()
    let isAlone = scanner.peek() == nil
    place = start
    guard isAlone else {
      while scanner.peek() != nil { try readRow(parent: -1, depth: 0) }
      return
    }
    if let rows = try rowsMember(above: "") {
      (place, member) = (rows.place, rows.name)
      otherMembers.removeAll { $0 == rows.name }
      try readList(parent: -1)
      scanner.index = scanner.bytes.count
      return
    }
    otherMembers = []
    place = start
    let areNames = try holdsNames()
    place = start
    if areNames { return try readNames(parent: -1) }
    let areKeyed = try holdsAlikeObjects()
    place = start
    if areKeyed { return try readKeyed() }
    // A lone object: the root of a tree, or a table of one row.
    try readRow(parent: -1, depth: 0)
  }

  /// The member of the object ahead that is a list of objects: `events`, or the first; else one in
  /// its members that are objects, `response.docs`. Nil when there is none, or the object is a unit
  /// with `children`.
  private mutating func rowsMember(
    above path: String, depth: Int = 0
  ) throws(DataFailure) -> (place: Place, name: String)? {
    guard depth < 4 else { return nil }
    var found: (place: Place, name: String)?
    var objects: [(place: Place, name: String)] = []
    scanner.index += 1
    if scanner.take(UInt8(ascii: "}")) { return nil }
    repeat {
      let own = try scanner.nameAhead()
      if own == "children" { return nil }
      let name = path + own
      otherMembers.append(name)
      let isObject = scanner.peek() == UInt8(ascii: "{")
      let start = place
      if isObject { objects.append((start, name)) }
      if scanner.take(UInt8(ascii: "[")), scanner.peek() == UInt8(ascii: "{") {
        if found == nil || JSONRows.rowsNames.contains(own) { found = (start, name) }
      }
      place = start
      try scanner.skip()
    } while scanner.take(UInt8(ascii: ","))
    if let found { return found }
    for object in objects {
      place = object.place
      let others = otherMembers
      otherMembers.removeAll { $0 == object.name }
      if let rows = try rowsMember(above: object.name + ".", depth: depth + 1) { return rows }
      otherMembers = others
    }
    return nil
  }

  /// Whether the object ahead has two members or more, all objects, each with a name of the first.
  private mutating func holdsAlikeObjects() throws(DataFailure) -> Bool {
    var names: Set<String> = []
    var count = 0
    try scanner.expect(UInt8(ascii: "{"))
    if scanner.take(UInt8(ascii: "}")) { return false }
    repeat {
      _ = try scanner.nameAhead()
      guard scanner.take(UInt8(ascii: "{")) else { return false }
      var own: Set<String> = []
      if !scanner.take(UInt8(ascii: "}")) {
        repeat {
          own.insert(try scanner.nameAhead())
          try scanner.skip()
        } while scanner.take(UInt8(ascii: ","))
        try scanner.expect(UInt8(ascii: "}"))
      }
      if count == 0 { names = own }
      guard !names.isDisjoint(with: own) else { return false }
      count += 1
    } while scanner.take(UInt8(ascii: ","))
    return count > 1
  }

  /// Makes a row of each member of the object ahead, with a column of their names.
  private mutating func readKeyed() throws(DataFailure) {
    areKeyed = true
    let key = try index(of: JSONRows.keyName, in: -1)
    var keys: Set<[UInt8]> = []
    try scanner.expect(UInt8(ascii: "{"))
    repeat {
      let name = try scanner.name()
      _ = scanner.peek()
      if !keys.insert(Array(scanner.bytes[name])).inserted, repeatedKey == nil {
        repeatedKey = (String(decoding: scanner.bytes[name], as: UTF8.self), scanner.lineNumber)
      }
      let row = try addRow(-1)
      set(name, row, key)
      try readObject(row: row, node: -1, depth: 0)
      scanner.lastGoodLine = scanner.lineNumber
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"))
  }

  // MARK: In a list

  /// A list of objects, of lists, or of plain values; or of one object about the rows, and the list
  /// of them.
  mutating func readItems() throws(DataFailure) {
    let start = place
    scanner.index += 1
    let first = scanner.peek()
    if first == UInt8(ascii: "{") {
      try scanner.skip()
      if scanner.take(UInt8(ascii: ",")), scanner.peek() == UInt8(ascii: "[") {
        let second = place
        scanner.index += 1
        if scanner.peek() == UInt8(ascii: "{") {
          (place, member, otherMembers) = (second, "[2]", ["[1]"])
          try readList(parent: -1)
          return try scanner.expect(UInt8(ascii: "]"))
        }
      }
    }
    place = start
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "]"): try readList(parent: -1)
    case UInt8(ascii: "["): try readLists()
    default: try readValues()
    }
  }

  /// Makes a row of each plain value, in one column.
  private mutating func readValues() throws(DataFailure) {
    let node = try index(of: JSONRows.valueName, in: -1)
    try scanner.expect(UInt8(ascii: "["))
    repeat {
      guard !scanner.isContainer else { throw .noRows(scanner.file) }
      let row = try addRow(-1)
      try readValue(row: row, node: node, depth: 0)
      scanner.lastGoodLine = scanner.lineNumber
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"))
  }

  /// Makes a row of each list. The first holds the names of the columns, as texts.
  private mutating func readLists() throws(DataFailure) {
    try scanner.expect(UInt8(ascii: "["))
    var columns: [Int] = []
    try scanner.expect(UInt8(ascii: "["))
    repeat {
      guard scanner.peek() == UInt8(ascii: "\"") else {
        if scanner.peek() != UInt8(ascii: "]") { _ = try scanner.skip() }
        throw .noNames(scanner.file, line: scanner.lineNumber)
      }
      let column = try index(of: scanner.string(), in: -1, after: -1)
      guard !columns.contains(column) else {
        throw .noNames(scanner.file, line: scanner.lineNumber)
      }
      columns.append(column)
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"))
    while scanner.take(UInt8(ascii: ",")) {
      guard scanner.peek() == UInt8(ascii: "[") else {
        _ = try scanner.skip()
        throw .noRows(scanner.file)
      }
      let row = try addRow(-1)
      try scanner.expect(UInt8(ascii: "["))
      var count = 0
      repeat {
        guard count < columns.count, scanner.peek() != UInt8(ascii: "]") else {
          // One value too many, none, or a comma with none behind it.
          count = 0
          break
        }
        try readValue(row: row, node: columns[count], depth: 0)
        count += 1
      } while scanner.take(UInt8(ascii: ","))
      guard count == columns.count, scanner.take(UInt8(ascii: "]")) else {
        throw scanner.fault(
          Localized(
            en: "a list of \(columns.count) values expected, as many as the first list has names",
            fr: "une liste de \(columns.count) valeurs attendue, autant que la première liste a "
              + "de noms"))
      }
      scanner.lastGoodLine = scanner.lineNumber
    }
    try scanner.expect(UInt8(ascii: "]"))
  }
}
