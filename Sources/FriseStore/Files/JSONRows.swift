import FriseBase
import FriseModel

/// The rows of a JSON file: a list of objects, objects one a line, or objects nested by `children`.
/// Members of an object inside a row become columns of their own, `start_date.year`.
struct JSONRows {
  /// Parts the items of a list inside a cell: no text holds it.
  static let itemMark: UInt8 = 0x1F

  var scanner: JSONScanner
  private var nodes: [Node] = []
  private var nodeIndices: [NodeKey: Int] = [:]
  private var lineNumbers: [Int32] = []
  /// The row that holds each row among its `children`, -1 for none.
  private(set) var parents: [Int32] = []
  private(set) var isNested = false
  /// True when the names of members are the units: `{"Africa": {"Eastern Africa": ["Kenya"]}}`.
  private var isOfNames = false
  /// Columns some cell of which is a list of lists or objects, kept as JSON text.
  private(set) var rawColumns: Set<String> = []
  /// The member of the outermost object that holds the rows.
  private(set) var member: String?
  /// The other members of that object, which are no rows.
  private(set) var otherMembers: [String] = []
  let isStopped: @Sendable () -> Bool
  /// Is told how many bytes are read, and how many there are.
  private let progress: @Sendable (Int, Int) -> Void

  /// A name on the way to a cell.
  private struct Node {
    let parent: Int
    let key: [UInt8]
    let path: String
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    var isList = false
    /// True once some row has a value here, perhaps `null`.
    var isLeaf = false
  }

  private struct NodeKey: Hashable {
    let parent: Int
    let key: [UInt8]
  }

  init(
    _ bytes: [UInt8], file: String, isStopped: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) {
    scanner = JSONScanner(bytes, file: file)
    self.isStopped = isStopped
    self.progress = progress
  }

  /// Reads the whole text.
  /// - Throws: `DataFailure` E410 when it ends too early, E418 when it is no JSON or has no rows.
  mutating func read() throws(DataFailure) {
    // Each value has its name: the places of the cells, grown by doubling, and their storage.
    let count = scanner.bytes.count { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") }
    try FileOpening.checkMemory(count * 48, scanner.file)
    switch scanner.peek() {
    case UInt8(ascii: "["): try readList(parent: -1)
    case UInt8(ascii: "{"): try readObjects()
    case nil: throw .empty(scanner.file)
    default: throw .noRows(scanner.file)
    }
    if scanner.peek() != nil {
      throw scanner.fault(Localized(en: "nothing more expected", fr: "plus rien n’est attendu"))
    }
  }

  /// One object that holds the rows, or objects one after the other.
  private mutating func readObjects() throws(DataFailure) {
    let start = (scanner.index, scanner.lineNumber)
    try scanner.skip()
    let isAlone = scanner.peek() == nil
    (scanner.index, scanner.lineNumber) = start
    guard isAlone else {
      while scanner.peek() != nil { try readRow(parent: -1, depth: 0) }
      return
    }
    guard let (place, line, name) = try rowsMember() else {
      (scanner.index, scanner.lineNumber) = start
      if try holdsNames() {
        (scanner.index, scanner.lineNumber) = start
        return try readNames(parent: -1)
      }
      (scanner.index, scanner.lineNumber) = start
      // A lone object: the root of a tree, or a table of one row.
      try readRow(parent: -1, depth: 0)
      return
    }
    (scanner.index, scanner.lineNumber) = (place, line)
    member = name
    otherMembers.removeAll { $0 == name }
    try readList(parent: -1)
    scanner.index = scanner.bytes.count
  }

  /// The member of the outermost object that is a list of objects: `events`, or the first.
  private mutating func rowsMember() throws(DataFailure) -> (Int, Int, String)? {
    var found: (Int, Int, String)?
    scanner.index += 1
    if scanner.take(UInt8(ascii: "}")) { return nil }
    repeat {
      let name = try scanner.nameAhead()
      if name == "children" { return nil }
      otherMembers.append(name)
      let place = (scanner.index, scanner.lineNumber)
      if scanner.take(UInt8(ascii: "[")), scanner.peek() == UInt8(ascii: "{") {
        if found == nil || name == "events" { found = (place.0, place.1, name) }
      }
      (scanner.index, scanner.lineNumber) = place
      try scanner.skip()
    } while scanner.take(UInt8(ascii: ","))
    return found
  }

  private mutating func readList(parent: Int32, depth: Int = 0) throws(DataFailure) {
    try scanner.expect(UInt8(ascii: "["))
    if scanner.take(UInt8(ascii: "]")) { return }
    repeat { try readRow(parent: parent, depth: depth) } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"))
  }

  private mutating func readRow(parent: Int32, depth: Int) throws(DataFailure) {
    if lineNumbers.count & 0xFFF == 0 {
      if isStopped() { throw .stopped(scanner.file) }
      progress(scanner.index, scanner.bytes.count)
    }
    guard scanner.peek() == UInt8(ascii: "{") else {
      if scanner.peek() == nil { throw scanner.fault(Localized(same: "")) }
      throw .noRows(scanner.file)
    }
    guard lineNumbers.count < Int(Int32.max) - 1 else { throw .tooManyRows(scanner.file) }
    let row = lineNumbers.count
    lineNumbers.append(Int32(clamping: scanner.lineNumber))
    parents.append(parent)
    try readObject(row: row, node: -1, depth: depth)
    scanner.lastGoodLine = scanner.lineNumber
  }

  private mutating func readObject(row: Int, node: Int, depth: Int) throws(DataFailure) {
    guard depth < JSONScanner.depthMax else { return _ = try scanner.skip(depth: depth) }
    try scanner.expect(UInt8(ascii: "{"))
    if scanner.take(UInt8(ascii: "}")) { return }
    var hint = node
    repeat {
      let key = try scanner.name()
      if node == -1, scanner.peek() == UInt8(ascii: "["),
        scanner.bytes[key].elementsEqual("children".utf8)
      {
        isNested = true
        try readList(parent: Int32(clamping: row), depth: depth + 1)
        continue
      }
      let child = try index(of: key, in: node, after: hint)
      hint = child
      try readValue(row: row, node: child, depth: depth)
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"))
  }

  private mutating func readValue(row: Int, node: Int, depth: Int) throws(DataFailure) {
    switch scanner.peek() {
    case UInt8(ascii: "{"): try readObject(row: row, node: node, depth: depth + 1)
    case UInt8(ascii: "["): try readItems(row: row, node: node)
    case UInt8(ascii: "\""): set(try scanner.string(), row, node)
    default: set(try scanner.literal(), row, node)
    }
  }

  /// A list inside a cell: its items one after the other, each with a mark behind it.
  private mutating func readItems(row: Int, node: Int) throws(DataFailure) {
    let start = scanner.index
    let line = scanner.lineNumber
    if try scanner.skip() {
      rawColumns.insert(nodes[node].path)
      return set(start..<scanner.index, row, node)
    }
    (scanner.index, scanner.lineNumber) = (start + 1, line)
    nodes[node].isList = true
    var write = start
    if !scanner.take(UInt8(ascii: "]")) {
      repeat {
        let item =
          scanner.peek() == UInt8(ascii: "\"") ? try scanner.string() : try scanner.literal()
        for offset in item {
          scanner.bytes[write] = scanner.bytes[offset]
          write += 1
        }
        scanner.bytes[write] = JSONRows.itemMark
        write += 1
      } while scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "]"))
    }
    set(start..<max(start, write - 1), row, node)
  }

  /// Makes the rows units with a name and nothing else.
  mutating func beginNames() {
    (isNested, isOfNames) = (true, true)
    nodes = [Node(parent: -1, key: Array("name".utf8), path: "name")]
  }

  /// Adds a unit below another, whose row is given, -1 for the top.
  /// - Returns: Its row.
  mutating func addName(_ name: Range<Int>, _ parent: Int32) throws(DataFailure) -> Int32 {
    if lineNumbers.count & 0xFFF == 0, isStopped() { throw .stopped(scanner.file) }
    guard lineNumbers.count < Int(Int32.max) - 1 else { throw .tooManyRows(scanner.file) }
    let row = lineNumbers.count
    lineNumbers.append(Int32(clamping: scanner.lineNumber))
    parents.append(parent)
    set(name, row, 0)
    return Int32(clamping: row)
  }

  private mutating func set(_ range: Range<Int>, _ row: Int, _ node: Int) {
    let missing = row + 1 - nodes[node].starts.count
    if missing > 0 {
      nodes[node].starts.append(contentsOf: repeatElement(0, count: missing))
      nodes[node].ends.append(contentsOf: repeatElement(0, count: missing))
    }
    nodes[node].isLeaf = true
    nodes[node].starts[row] = UInt32(truncatingIfNeeded: range.lowerBound)
    nodes[node].ends[row] = UInt32(truncatingIfNeeded: range.upperBound)
  }

  /// The node of a name below another; rows mostly have the same names in the same order, so the
  /// one behind `hint` is tried first.
  private mutating func index(
    of key: Range<Int>, in parent: Int, after hint: Int
  ) throws(DataFailure) -> Int {
    let next = hint + 1
    if next < nodes.count, nodes[next].parent == parent,
      scanner.bytes.span.matches(key, nodes[next].key)
    {
      return next
    }
    let bytes = Array(scanner.bytes[key])
    let known = NodeKey(parent: parent, key: bytes)
    if let index = nodeIndices[known] { return index }
    guard nodes.count < SeparatedScanner.columnsMax else {
      throw .tooManyColumns(scanner.file, found: nodes.count + 1)
    }
    let name = String(decoding: bytes, as: UTF8.self)
    let path = parent < 0 ? name : nodes[parent].path + "." + name
    nodes.append(Node(parent: parent, key: bytes, path: path))
    nodeIndices[known] = nodes.count - 1
    return nodes.count - 1
  }

  /// The cells, in the order in which their names first occur.
  consuming func table() -> CellTable {
    let rowCount = lineNumbers.count
    var columns: [CellColumn] = []
    for node in nodes where node.isLeaf {
      let missing = rowCount - node.starts.count
      let padding = [UInt32](repeating: 0, count: missing)
      let name =
        isOfNames ? Localized(en: "name", fr: "nom") : Localized(same: node.path)
      columns.append(
        CellColumn(
          name: name, starts: node.starts + padding,
          ends: node.ends + padding, offset: 0, stride: 1,
          listSeparator: node.isList && !rawColumns.contains(node.path)
            ? JSONRows.itemMark : nil))
    }
    return CellTable(
      bytes: scanner.bytes, columns: columns, lines: .listed(lineNumbers), rowCount: rowCount)
  }
}
