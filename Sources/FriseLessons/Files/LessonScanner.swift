import FriseBase
import FriseSyntax

/// Takes the lines of a lesson file apart: keys with their values, list items, blocks, comments.
/// Whatever is wrong is reported and left out; the scan goes on to the end.
struct LessonScanner {
  let source: SourceText
  private(set) var sections: [LessonSection]
  private(set) var sink = DiagnosticSink()
  /// What an indented line continues.
  private var open = OpenValue.nothing

  private enum OpenValue {
    case nothing, entry, item
  }

  /// Scans a source that is valid UTF-8.
  init(_ source: SourceText) {
    self.source = source
    self.sections = [LessonSection(type: nil, id: "", span: ByteSpan(0, 0))]
    for index in source.lineStarts.indices { scan(lineIndex: index) }
  }

  private mutating func scan(lineIndex: Int) {
    let line = source.lineSpan(lineIndex)
    let content = trimmed(withoutComment(line))
    guard content.count > 0 else { return }
    let isIndented = content.start > line.start
    let first = source.bytes[Int(content.start)]
    if first == UInt8(ascii: "-"), isItem(content) {
      takeItem(content)
    } else if sections.count > 1, let body = listBody(content) {
      open = .nothing
      sink.report(.itemWithoutKey(source.text(body), at: content))
    } else if isIndented {
      takeContinuation(content)
    } else if first == UInt8(ascii: "@") {
      takeBlock(content)
    } else {
      takeEntry(content)
    }
  }

  // MARK: Lines

  private mutating func takeContinuation(_ content: ByteSpan) {
    let last = sections.count - 1
    switch open {
    case .nothing: sink.report(.looseContinuation(at: content))
    case .entry: sections[last].entries[sections[last].entries.count - 1].pieces.append(content)
    case .item:
      let item = sections[last].items.count - 1
      let bar = firstField(in: content)
      let rest = trimmed(ByteSpan(start: content.start, end: bar ?? content.end))
      let field = sections[last].items[item].fields.count - 1
      if rest.count > 0, field >= 0 {
        sections[last].items[item].fields[field].pieces.append(rest)
      }
      guard let bar else { return }
      let added = fields(of: trimmed(ByteSpan(start: bar + 1, end: content.end)))
      sections[last].items[item].fields += added
    }
  }

  private mutating func takeBlock(_ content: ByteSpan) {
    open = .nothing
    let words = words(ByteSpan(start: content.start + 1, end: content.end))
    guard let typeSpan = words.first else { return sink.report(.missingType(at: content)) }
    let name = source.text(typeSpan)
    let type = LessonTermEntry.term(name, at: .type)
    if type == nil { sink.report(.unknownType(name, at: typeSpan)) }
    let idSpan = words.count > 1 ? words[1] : typeSpan
    let id = words.count > 1 ? source.text(idSpan) : ""
    if words.count != 2 { sink.report(.missingID(at: content)) }
    if let twin = sections.first(where: { !$0.id.isEmpty && $0.id == id }) {
      sink.report(.repeatedID(id, at: idSpan, first: twin.span))
    }
    sections.append(LessonSection(type: type, id: id, span: idSpan))
  }

  private mutating func takeItem(_ content: ByteSpan) {
    open = .item
    let body = trimmed(ByteSpan(start: content.start + 1, end: content.end))
    sections[sections.count - 1].items.append(LessonItem(span: content, fields: fields(of: body)))
  }

  private mutating func takeEntry(_ content: ByteSpan) {
    open = .nothing
    guard let colon = colon(in: content) else { return sink.report(.notALine(at: content)) }
    let position: LessonTermEntry.Position = sections.count == 1 ? .fileKey : .blockKey
    guard let entry = entry(content, colon: colon, position) else { return }
    let last = sections.count - 1
    let repeatable = entry.term == .also || entry.term == .trap
    if !repeatable,
      let twin = sections[last].entries.first(where: { $0.identity == entry.identity })
    {
      sink.report(.repeatedKey(source.text(entry.keySpan), at: entry.keySpan, first: twin.keySpan))
      return
    }
    sections[last].entries.append(entry)
    open = .entry
  }

  /// `key: value`, or nil after reporting why the key cannot stand here.
  private mutating func entry(
    _ content: ByteSpan, colon: UInt32, _ position: LessonTermEntry.Position
  ) -> LessonEntry? {
    let keySpan = trimmed(ByteSpan(start: content.start, end: colon))
    let name = source.text(keySpan)
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let word = parts.first, let term = LessonTermEntry.term(word, at: position) else {
      sink.report(.unknownKey(name, at: keySpan, position))
      return nil
    }
    parts.removeFirst()
    var tongue = Self.tongue(term)
    if tongue == nil, let last = parts.last, let suffix = Self.tongue(named: last) {
      tongue = suffix
      parts.removeLast()
    }
    var number: Int?
    if let last = parts.first, let value = Int(last) {
      number = value
      parts.removeFirst()
    }
    guard parts.isEmpty else {
      sink.report(.unknownKey(name, at: keySpan, position))
      return nil
    }
    let value = trimmed(ByteSpan(start: colon + 1, end: content.end))
    return LessonEntry(
      term: term, number: number, tongue: tongue, keySpan: keySpan,
      pieces: value.count > 0 ? [value] : [])
  }

  private static func tongue(_ term: LessonTerm) -> Tongue? {
    switch term {
    case .english: .english
    case .french: .french
    default: nil
    }
  }

  private static func tongue(named text: String) -> Tongue? {
    LessonTermEntry.term(text, at: .blockKey).flatMap(tongue)
  }

  // MARK: Items

  /// True for a line of a list: a dash, a space, then fields.
  private func isItem(_ content: ByteSpan) -> Bool {
    guard content.count > 1, isSpace(Int(content.start) + 1) else { return false }
    return key(at: trimmed(ByteSpan(start: content.start + 1, end: content.end))) != nil
  }

  /// What stands behind a dash, a star or a bullet that begins a line without a key.
  private func listBody(_ content: ByteSpan) -> ByteSpan? {
    let marks: [[UInt8]] = [Array("-".utf8), Array("*".utf8), Array("•".utf8), Array("–".utf8)]
    let bytes = source.bytes[Int(content.start)..<Int(content.end)]
    guard let mark = marks.first(where: { bytes.starts(with: $0) }) else { return nil }
    let start = Int(content.start) + mark.count
    guard start < Int(content.end), isSpace(start) else { return nil }
    return trimmed(ByteSpan(start: UInt32(start), end: content.end))
  }

  /// The first `|` behind which a key stands.
  private func firstField(in content: ByteSpan) -> UInt32? {
    for offset in content.start..<content.end
    where source.bytes[Int(offset)] == UInt8(ascii: "|") {
      if key(at: trimmed(ByteSpan(start: offset + 1, end: content.end))) != nil { return offset }
    }
    return nil
  }

  /// The fields of an item, parted by `|` where a key follows it.
  private mutating func fields(of body: ByteSpan) -> [LessonEntry] {
    var starts: [UInt32] = []
    for offset in Int(body.start)..<Int(body.end) {
      let isStart = offset == Int(body.start)
      guard isStart || source.bytes[offset] == UInt8(ascii: "|") else { continue }
      let rest = trimmed(ByteSpan(start: UInt32(offset) + (isStart ? 0 : 1), end: body.end))
      if key(at: rest) != nil { starts.append(rest.start) }
    }
    guard starts.first == body.start else { return [] }
    var fields: [LessonEntry] = []
    for (index, start) in starts.enumerated() {
      var end = index + 1 < starts.count ? starts[index + 1] : body.end
      if index + 1 < starts.count {
        while end > start, source.bytes[Int(end) - 1] != UInt8(ascii: "|") { end -= 1 }
        end -= 1
      }
      let span = trimmed(ByteSpan(start: start, end: end))
      guard let colon = key(at: span), let entry = entry(span, colon: colon, .blockKey) else {
        continue
      }
      fields.append(entry)
    }
    return fields
  }

  /// The colon behind the key that a span begins with, or nil when it begins with no key.
  private func key(at span: ByteSpan) -> UInt32? {
    guard let colon = colon(in: span) else { return nil }
    let name = source.text(trimmed(ByteSpan(start: span.start, end: colon)))
    let word = String(name.prefix { $0 != "." })
    return LessonTermEntry.term(word, at: .blockKey) == nil ? nil : colon
  }

  // MARK: Bytes

  /// The first colon, when only letters, digits, points, hyphens and spaces stand before it.
  private func colon(in span: ByteSpan) -> UInt32? {
    for offset in Int(span.start)..<Int(span.end) {
      let byte = source.bytes[offset]
      if byte == UInt8(ascii: ":") { return offset > Int(span.start) ? UInt32(offset) : nil }
      let isLetter = byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
      let isOther = (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2D
      guard isLetter || isOther || isSpace(offset) else { return nil }
    }
    return nil
  }

  /// A line without its comment: a `#` that begins the line or has spaces around, outside
  /// quotation marks.
  private func withoutComment(_ line: ByteSpan) -> ByteSpan {
    var isQuoted = false
    for offset in Int(line.start)..<Int(line.end) {
      let byte = source.bytes[offset]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == UInt8(ascii: "#"), !isQuoted else { continue }
      let isFirst = offset == Int(line.start)
      let isFree =
        (isFirst || isSpace(offset - 1)) && (offset + 1 == Int(line.end) || isSpace(offset + 1))
      if isFirst || isFree { return ByteSpan(start: line.start, end: UInt32(offset)) }
    }
    return line
  }

  private func words(_ span: ByteSpan) -> [ByteSpan] {
    var words: [ByteSpan] = []
    var start: Int?
    for offset in Int(span.start)...Int(span.end) {
      let isInside = offset < Int(span.end) && !isSpace(offset)
      if isInside, start == nil { start = offset }
      if !isInside, let begun = start {
        words.append(ByteSpan(begun, offset))
        start = nil
      }
    }
    return words
  }

  private func trimmed(_ span: ByteSpan) -> ByteSpan {
    var start = Int(span.start)
    var end = Int(span.end)
    while start < end, isSpace(start) { start += 1 }
    while end > start, isSpace(end - 1) { end -= 1 }
    // A no-break space, which French puts before a colon: C2 A0, or E2 80 AF.
    if end - start >= 2, source.bytes[(end - 2)..<end].elementsEqual([0xC2, 0xA0]) { end -= 2 }
    if end - start >= 3, source.bytes[(end - 3)..<end].elementsEqual([0xE2, 0x80, 0xAF]) {
      end -= 3
    }
    return ByteSpan(start, end)
  }

  private func isSpace(_ offset: Int) -> Bool {
    source.bytes[offset] == 0x20 || source.bytes[offset] == 0x09
  }
}
