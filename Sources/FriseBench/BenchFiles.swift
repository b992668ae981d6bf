import FriseModel
import Glibc

/// The generated rows as CSV files that every engine reads: events with their first and last day,
/// units, periods to ask for.
enum BenchFiles {
  /// Writes the files that are not there yet into a folder.
  static func write(_ size: BenchSize, into folder: String) -> Bool {
    let events = size.rows.lazy.map { row -> [String?] in
      let event = GeneratedEvent(row)
      return [
        "\(event.id)", day(event.firstDay), day(event.lastDay), event.title, event.place,
        event.country, event.people.map { "\($0)" }, event.topic,
        event.unit(of: size.units).map { "\($0)" },
      ]
    }
    let units = GeneratedUnit.all(count: size.units).lazy.map { unit -> [String?] in
      ["\(unit.id)", unit.parent.map { "\($0)" }, unit.name, unit.kind]
    }
    let periods = (0..<UInt64(size.periods)).lazy.map { row -> [String?] in
      let period = GeneratedPeriod(row)
      return ["\(row)", day(period.firstDay), day(period.lastDay)]
    }
    // As a person writes them, for what opens files of dates: start and end in EDTF.
    let written = size.rows.lazy.map { row -> [String?] in
      let event = GeneratedEvent(row)
      let sides = event.edtf?.split(separator: "/", omittingEmptySubsequences: false) ?? []
      return [
        "\(event.id)", sides.first.map(String.init), sides.dropFirst().first.map(String.init),
        event.title, event.place, event.country, event.people.map { "\($0)" }, event.topic,
        event.unit(of: size.units).map { "\($0)" },
      ]
    }
    return write(events, "id,start,end,title,place,country,people,topic,unit", folder, "events")
      && write(written, "id,start,end,title,place,country,people,topic,unit", folder, "edtf")
      && write(units, "id,parent,name,kind", folder, "units")
      && write(periods, "qid,qs,qe", folder, "periods")
  }

  private static func day(_ number: Int64?) -> String? {
    number.map { CalendarDay(number: $0).text }
  }

  /// Writes a file beside its place and moves it there once it is whole.
  private static func write(
    _ rows: some Sequence<[String?]>, _ header: String, _ folder: String, _ name: String
  ) -> Bool {
    let path = "\(folder)/\(name).csv"
    guard unsafe access(path, F_OK) != 0 else { return true }
    let unfinished = path + ".part"
    let descriptor = unsafe open(unfinished, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return false }
    var bytes = Array((header + "\n").utf8)
    var isWritten = true
    for row in rows where isWritten {
      for (index, field) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        if let field { bytes.append(contentsOf: quoted(field).utf8) }
      }
      bytes.append(UInt8(ascii: "\n"))
      guard bytes.count >= 1 << 20 else { continue }
      isWritten = Report.put(bytes, on: descriptor)
      bytes.removeAll(keepingCapacity: true)
    }
    isWritten = isWritten && Report.put(bytes, on: descriptor)
    isWritten = close(descriptor) == 0 && isWritten
    guard isWritten else { return false }
    return unsafe rename(unfinished, path) == 0
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
