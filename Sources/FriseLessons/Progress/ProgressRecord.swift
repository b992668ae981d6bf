import FriseBase

/// One thing that happened in a lesson: a line of the progress file.
///
/// A line has seven cells that tabs part: day, lesson, version, question, event, options taken,
/// text. Tabs, line ends and backslashes within a cell are written `\t`, `\n`, `\\`.
package struct ProgressRecord: Sendable, Hashable {
  /// The day, as 2026-11-24.
  package let day: String
  package let lesson: String
  package let version: Int
  package let question: String
  package let event: Event
  /// The options taken, from 1.
  package var chosen: [Int]
  /// What was typed.
  package var text: String

  package init(
    day: String, lesson: String, version: Int, question: String, event: Event, chosen: [Int] = [],
    text: String = ""
  ) {
    self.day = day
    self.lesson = lesson
    self.version = version
    self.question = question
    self.event = event
    self.chosen = chosen
    self.text = text
  }

  /// What happened. An answer's event is its mark.
  package enum Event: String, Sendable, Hashable, CaseIterable {
    case right, partly, wrong, kept
    case hint, solution, skip
    /// The end of a lesson was reached.
    case done

    init(_ mark: Judgement.Mark) {
      switch mark {
      case .right: self = .right
      case .partly: self = .partly
      case .wrong: self = .wrong
      case .kept: self = .kept
      }
    }

    /// True for the four marks of an answer.
    var isAnswer: Bool { Judgement.Mark(rawValue: rawValue) != nil }
  }

  /// The line, its end included.
  package var line: String {
    let cells = [
      day, lesson, "\(version)", question, event.rawValue,
      chosen.map { "\($0)" }.joined(separator: ","), text,
    ]
    return cells.map(Self.escaped).joined(separator: "\t") + "\n"
  }

  /// Reads a line without its end; nil for one that is no record.
  package init?(line: String) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 7, let version = Int(cells[2]), let event = Event(rawValue: cells[4])
    else { return nil }
    self.init(
      day: cells[0], lesson: Self.plain(cells[1]), version: version, question: Self.plain(cells[3]),
      event: event, chosen: cells[5].split(separator: ",").compactMap { Int($0) },
      text: Self.plain(cells[6]))
  }

  /// Reads a progress file; lines that are no records are counted, not lost: the file is not
  /// rewritten.
  package static func read(_ bytes: [UInt8]) -> (records: [ProgressRecord], damaged: Int) {
    var records: [ProgressRecord] = []
    var damaged = 0
    for line in bytes.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self)
      if let record = ProgressRecord(line: text) { records.append(record) } else { damaged += 1 }
    }
    return (records, damaged)
  }

  private static func escaped(_ cell: String) -> String {
    cell.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\n")
  }

  private static func plain(_ cell: String) -> String {
    var text = ""
    var isEscaped = false
    for character in cell {
      if isEscaped {
        text.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
