import FriseTestSupport
import Glibc

/// Measures the prompt as a person meets it: keys go into a pseudo-terminal, and a clock runs until
/// the answer has come out of it.
struct PromptBench {
  /// The built program.
  let program: String
  /// Where generated rows are kept.
  let folder: String
  /// How often each thing is measured.
  let rounds: Int

  private static let cursorShown = "\u{1B}[?25h"

  // MARK: Typing

  /// A key press in a text of 200 lines that the screen shows whole, at its end and in its middle:
  /// from the key to the end of the painting.
  func keys() -> [String] {
    guard let session = open(rows: 220, columns: 120) else { return ["keys: no terminal"] }
    session.type("\u{1B}[200~" + Self.longQuery(lines: 200) + "\u{1B}[201~")
    _ = session.rest(quietMilliseconds: 400)
    let atEnd = keyTimes(" | sort people desc | select title, date, place, people", in: session)
    for _ in 0..<100 { session.type("\u{1B}[A") }
    _ = session.rest(quietMilliseconds: 400)
    let inMiddle = keyTimes(" or place = \"Chad\" and people < 100k or title matches", in: session)
    return [("at the end", atEnd), ("in the middle", inMiddle)].map { place, times in
      "a key \(place) of a text of 200 lines is painted within "
        + "\(Self.rounded(times.quantile(0.95))) ms (95th percentile of \(times.count); median "
        + "\(Self.rounded(times.quantile(0.5))) ms; goal 5 ms)"
    }
  }

  /// How long each key of a text takes, typed twice.
  private func keyTimes(_ keys: String, in session: TerminalSession) -> [Double] {
    (keys + keys).compactMap { key in
      milliseconds {
        session.type(String(key))
        return session.expect(Self.cursorShown)
      }
    }
  }

  /// A query of so many lines that is whole.
  private static func longQuery(lines: Int) -> String {
    (["events"]
      + (1..<lines).map { number in
        "  | where people > \(number) or place = \"Haiti\" and date during 2001..2010"
      }).joined(separator: "\n")
  }

  // MARK: Completion

  /// Tab within a text that is compared with a column of a million distinct names, typed at 25 keys
  /// a second: from the key to the end of the painting, the first time and later.
  func completion() -> [String] {
    let path = folder + "/million-names.csv"
    guard Self.writeNames(to: path, count: 1_000_000), let session = open(rows: 24, columns: 100)
    else { return ["completion: no file or no terminal"] }
    session.type("load \"\(path)\" as names\r")
    guard session.expect("frise> ", timeoutSeconds: 60) else { return ["completion: not loaded"] }
    _ = session.rest(quietMilliseconds: 500)
    var times: [Double] = []
    for round in 0..<(rounds + 1) {
      let number = 123_450 + 37 * round
      for key in "names | where name = \"Name \(number) o" {
        session.type(String(key))
        if round == 0 { _ = session.rest(quietMilliseconds: 40) }
      }
      _ = session.rest(quietMilliseconds: 100)
      let time = milliseconds {
        session.type("\t")
        return session.expect("Name \(number) of")
      }
      guard let time else { return ["completion: nothing was completed"] }
      times.append(time)
      session.type("\u{15}")
      _ = session.rest(quietMilliseconds: 50)
    }
    let later = Array(times.dropFirst())
    return [
      "a completion among 1,000,000 distinct values: first \(Self.rounded(times[0])) ms, then "
        + "\(Self.rounded(later.quantile(0.5))) ms (95th percentile "
        + "\(Self.rounded(later.quantile(0.95))) ms; goal 20 ms)"
    ]
  }

  /// Writes a table of distinct names, unless it is there.
  private static func writeNames(to path: String, count: Int) -> Bool {
    if unsafe access(path, R_OK) == 0 { return true }
    var bytes = Array("name,number\n".utf8)
    for number in 0..<count { bytes += Array("Name \(number) of many,\(number)\n".utf8) }
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return false }
    guard let file = unsafe fdopen(descriptor, "w") else { return false }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    return unsafe fclose(file) == 0 && written == bytes.count
  }

  // MARK: Beside sqlite3

  /// From the start of the program to its first prompt.
  func firstPrompt() -> [String] {
    let own = (0..<rounds).compactMap { _ in
      milliseconds { open(rows: 24, columns: 80, waits: false)?.expect("frise> ") == true }
    }
    let other = (0..<rounds).compactMap { _ in
      milliseconds { Self.openSQLite()?.expect("sqlite> ") == true }
    }
    return [Self.compare("first prompt", own, other, goal: "2.0")]
  }

  /// From Enter behind a trivial query to the prompt after its answer.
  func roundTrip() -> [String] {
    let own = open(rows: 24, columns: 80).map { roundTrips(in: $0, "6 * 7\r", "frise> ") } ?? []
    let other = Self.openSQLite().map { session in
      _ = session.expect("sqlite> ")
      return roundTrips(in: session, "select 6 * 7;\r", "sqlite> ")
    }
    return [Self.compare("round trip of a trivial query", own, other ?? [], goal: "1.5")]
  }

  private func roundTrips(in session: TerminalSession, _ query: String, _ prompt: String)
    -> [Double]
  {
    (0..<(2 * rounds)).compactMap { _ in
      session.type(String(query.dropLast()))
      _ = session.rest(quietMilliseconds: 30)
      session.skip()
      return milliseconds {
        session.type("\r")
        return session.expect("42") && session.expect(prompt)
      }
    }
  }

  private static func compare(
    _ what: String, _ own: [Double], _ other: [Double], goal: String
  ) -> String {
    guard !own.isEmpty else { return "\(what): frise gave no answer" }
    let mine = own.quantile(0.5)
    guard !other.isEmpty else {
      return "\(what): frise \(Self.rounded(mine)) ms; sqlite3 is not installed"
    }
    let theirs = other.quantile(0.5)
    return "\(what): frise \(Self.rounded(mine)) ms, sqlite3 \(Self.rounded(theirs)) ms, "
      + "ratio \(Self.rounded(mine / theirs)) (goal \(goal))"
  }

  // MARK: Sessions

  private func open(rows: UInt16, columns: UInt16, waits: Bool = true) -> TerminalSession? {
    let session = TerminalSession(
      program, ["--lang", "en", "--no-init"], environment: Self.environment, folder: folder,
      rows: rows, columns: columns)
    guard waits else { return session }
    return session?.expect("frise> ") == true ? session : nil
  }

  private static func openSQLite() -> TerminalSession? {
    unsafe access("/usr/bin/sqlite3", X_OK) == 0
      ? TerminalSession("/usr/bin/sqlite3", [":memory:"], environment: environment) : nil
  }

  private static let environment: [String: String] = [
    "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm",
  ]

  /// A number with two digits after the point.
  private static func rounded(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let digits = hundredths % 100
    return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }

  /// How long `body` took, or nil when it failed.
  private func milliseconds(_ body: () -> Bool) -> Double? {
    let start = ContinuousClock.now
    guard body() else { return nil }
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) * 1000 + Double(attoseconds) / 1e15
  }
}

extension [Double] {
  /// The value below which so much of the sample lies; zero for an empty sample.
  fileprivate func quantile(_ part: Double) -> Double {
    let ordered = sorted()
    return ordered.isEmpty ? 0 : ordered[Swift.min(count - 1, Int(Double(count) * part))]
  }
}
