import FriseBase
import FriseModel

/// The rows of a JSON file: a list of objects, objects one a line, or objects nested by `children`.
/// Members of an object inside a row become columns of their own, `start_date.year`.
struct JSONRows {
  /// Parts the items of a list inside a cell: no text holds it.
  static let itemMark: UInt8 = 0x1F
  /// The column of plain values, and that of the names of members; no member is called so.
  static let valueName: [UInt8] = [0x1F, 0x76]
  static let keyName: [UInt8] = [0x1F, 0x6B]

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
  /// Which member of the outermost value holds the rows.
  var member: String?
  /// The members beside it and above it, which are no rows.
  var otherMembers: [String] = []
  /// Whether the rows are the members of an object, each named by its key.
  var areKeyed = false
  /// The first of these keys that occurs again, and the line on which it does.
  var repeatedKey: (name: String, line: Int)?
  /// The first name that occurs twice in one object, and the line of that object.
  private(set) var repeated: (name: String, line: Int)?
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
    /// True once some row has a list here, which a value of the same name may have followed.
    var mayHoldLists = false
    /// Whether the cells are read as lists.
    var holdsLists = false
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
    case UInt8(ascii: "["): try readItems()
    case UInt8(ascii: "{"): try readObjects()
    case nil: throw .empty(scanner.file)
    default:
      _ = try scanner.skip()
      throw .noRows(scanner.file)
    }
    if scanner.peek() != nil {
      throw scanner.fault(Localized(en: "nothing more expected", fr: "plus rien n’est attendu"))
    }
  }

  /// Reads the first rows of a text that may go on, if they are two objects or more of plain
  /// values, in a list or one after the other.
  /// - Returns: Whether they are those of a list, and where the first begins; nil for any other
  ///   text.
  mutating func readHead(rowsMax: Int) -> (areListed: Bool, start: Int)? {
    let areListed = scanner.take(UInt8(ascii: "["))
    let start = scanner.index
    let half = scanner.bytes.count / 2
    while lineNumbers.count < rowsMax, scanner.index <= half || lineNumbers.count < 2,
      scanner.peek() == UInt8(ascii: "{")
    {
      guard (try? readRow(parent: -1, depth: 0)) != nil else { return nil }
      if areListed, !scanner.take(UInt8(ascii: ",")) { break }
    }
    let arePlain = nodes.allSatisfy { $0.parent < 0 && $0.isLeaf && !$0.mayHoldLists }
    guard lineNumbers.count >= 2, arePlain, !isNested, rawColumns.isEmpty, repeated == nil else {
      return nil
    }
    return (areListed, start)
  }

  /// Reads a list of objects.
  mutating func readList(parent: Int32, depth: Int = 0) throws(DataFailure) {
    try scanner.expect(UInt8(ascii: "["))
    if scanner.take(UInt8(ascii: "]")) { return }
    repeat { try readRow(parent: parent, depth: depth) } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"))
  }

  /// Reads an object as a row.
  mutating func readRow(parent: Int32, depth: Int) throws(DataFailure) {
    guard scanner.peek() == UInt8(ascii: "{") else {
      _ = try scanner.skip()
      throw .noRows(scanner.file)
    }
    let row = try addRow(parent)
    try readObject(row: row, node: -1, depth: depth)
    scanner.lastGoodLine = scanner.lineNumber
  }

  /// Begins a row below another, whose number is given, -1 for the top.
  mutating func addRow(_ parent: Int32) throws(DataFailure) -> Int {
    if lineNumbers.count & 0xFFF == 0 {
      if isStopped() { throw .stopped(scanner.file) }
      progress(scanner.index, scanner.bytes.count)
    }
    guard lineNumbers.count < Int(Int32.max) - 1 else { throw .tooManyRows(scanner.file) }
    lineNumbers.append(Int32(clamping: scanner.lineNumber))
    parents.append(parent)
    return lineNumbers.count - 1
  }

  mutating func readObject(row: Int, node: Int, depth: Int) throws(DataFailure) {
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

  /// Reads the value of a cell, or of the cells below a name.
  mutating func readValue(row: Int, node: Int, depth: Int) throws(DataFailure) {
    switch scanner.peek() {
    case UInt8(ascii: "{"): try readObject(row: row, node: node, depth: depth + 1)
    case UInt8(ascii: "["):
      let start = scanner.index
      let hasContainers = try scanner.skip()
      if hasContainers {
        rawColumns.insert(nodes[node].path)
      } else {
        nodes[node].mayHoldLists = true
      }
      set(start..<scanner.index, row, node)
    case UInt8(ascii: "\""): set(try scanner.string(), row, node)
    default: set(try scanner.literal(), row, node)
    }
  }

  /// Whether a cell is a list, still as it is written: a text stands behind its quote.
  private func isList(_ row: Int, _ node: Int) -> Bool {
    let start = Int(nodes[node].starts[row])
    return start > 0 && scanner.bytes[start] == UInt8(ascii: "[")
      && scanner.bytes[start - 1] != UInt8(ascii: "\"")
  }

  /// Writes the items of a list inside a cell one after the other, each with a mark behind it.
  private mutating func decodeItems(_ row: Int, _ node: Int) throws(DataFailure) {
    let start = Int(nodes[node].starts[row])
    (scanner.index, scanner.lineNumber) = (start + 1, Int(lineNumbers[row]))
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
    nodes[node].ends[row] = UInt32(truncatingIfNeeded: max(start, write - 1))
  }

  /// Makes the rows units with a name and nothing else.
  mutating func beginNames() {
    (isNested, isOfNames) = (true, true)
    nodes = [Node(parent: -1, key: Array("name".utf8), path: "name")]
  }

  /// Adds a unit below another, whose row is given, -1 for the top.
  /// - Returns: Its row.
  mutating func addName(_ name: Range<Int>, _ parent: Int32) throws(DataFailure) -> Int32 {
    let row = try addRow(parent)
    set(name, row, 0)
    return Int32(clamping: row)
  }

  mutating func set(_ range: Range<Int>, _ row: Int, _ node: Int) {
    let missing = row + 1 - nodes[node].starts.count
    // No value stands at the beginning of the text: rows that have none yet are marked by it.
    if missing <= 0, repeated == nil, nodes[node].starts[row] > 0 {
      repeated = (nodes[node].path, Int(lineNumbers[row]))
    }
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
  mutating func index(
    of key: Range<Int>, in parent: Int, after hint: Int
  ) throws(DataFailure) -> Int {
    let next = hint + 1
    if next < nodes.count, nodes[next].parent == parent,
      scanner.bytes.span.matches(key, nodes[next].key)
    {
      return next
    }
    return try index(of: Array(scanner.bytes[key]), in: parent)
  }

  /// The node of a name below another.
  mutating func index(of bytes: [UInt8], in parent: Int) throws(DataFailure) -> Int {
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

  /// The name of the column of keys, which no other column bears.
  private var keyColumnName: Localized {
    let isTaken = nodes.contains { ["key", "clé"].contains($0.path) }
    return isTaken
      ? Localized(en: "key_of_row", fr: "clé_de_ligne") : Localized(en: "key", fr: "clé")
  }

  /// The cells, in the order in which their names first occur.
  consuming func table() throws(DataFailure) -> CellTable {
    for node in nodes.indices
    where nodes[node].mayHoldLists && !rawColumns.contains(nodes[node].path) {
      for row in nodes[node].starts.indices where isList(row, node) {
        nodes[node].holdsLists = true
        try decodeItems(row, node)
      }
    }
    let rowCount = lineNumbers.count
    var columns: [CellColumn] = []
    for node in nodes where node.isLeaf {
      let missing = rowCount - node.starts.count
      let padding = [UInt32](repeating: 0, count: missing)
      let name =
        switch node.key {
        case JSONRows.valueName: Localized(en: "value", fr: "valeur")
        case JSONRows.keyName: keyColumnName
        default: isOfNames ? Localized(en: "name", fr: "nom") : Localized(same: node.path)
        }
      columns.append(
        CellColumn(
          name: name, starts: node.starts + padding,
          ends: node.ends + padding, offset: 0, stride: 1,
          listSeparator: node.holdsLists ? JSONRows.itemMark : nil))
    }
    return CellTable(
      bytes: scanner.bytes, columns: columns, lines: .listed(lineNumbers), rowCount: rowCount)
  }
}
