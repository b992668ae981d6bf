import FriseModel
import Glibc

/// The generated events as a CSV file with their first and last day, which every engine reads.
enum EventFile {
  /// Writes the first `count` events.
  static func write(count: Int, to path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = Array("id,start,end,title,place,country,people,topic,unit\n".utf8)
    for row in 0..<UInt64(count) {
      append(GeneratedEvent(row), to: &bytes)
      guard bytes.count >= 1 << 20 else { continue }
      if !Report.put(bytes, on: descriptor) { return false }
      bytes.removeAll(keepingCapacity: true)
    }
    return Report.put(bytes, on: descriptor)
  }

  private static func append(_ event: GeneratedEvent, to bytes: inout [UInt8]) {
    func field(_ text: String?) {
      bytes.append(UInt8(ascii: ","))
      if let text { bytes.append(contentsOf: quoted(text).utf8) }
    }
    bytes.append(contentsOf: "\(event.id)".utf8)
    field(event.firstDay.map { CalendarDay(number: $0).text })
    field(event.lastDay.map { CalendarDay(number: $0).text })
    field(event.title)
    field(event.place)
    field(event.country)
    field(event.people.map { "\($0)" })
    field(event.topic)
    field(event.unit.map { "\($0)" })
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A field, in double quotes when it holds a comma or a quote.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
      return text
    }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
