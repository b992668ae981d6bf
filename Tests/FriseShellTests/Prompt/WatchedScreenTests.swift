import FriseTestSupport
import Testing

@testable import FriseShell

/// An answer shown again and again in one place.
struct WatchedScreenTests {
  private func feed(
    _ answers: [String], into screen: inout ScreenModel, rows: Int, columns: Int
  ) {
    var watched = WatchedScreen()
    for answer in answers {
      let bytes = watched.replace(
        with: Array(answer.utf8), status: "status", columns: columns, rows: rows)
      // A terminal puts a return before each line feed of a program.
      screen.feed(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n"))
    }
  }

  @Test func theNewAnswerStandsWhereTheLastOneStood() {
    var screen = ScreenModel(rows: 9, columns: 20)
    screen.feed("frise> .watch\r\n")
    feed(
      ["one\ntwo\nthree\n", "\u{1B}[34mfour\u{1B}[0m\n", "5\n6\n"], into: &screen, rows: 9,
      columns: 20)
    #expect(screen.text == ["frise> .watch", "5", "6", "status"])
    #expect(screen.cursor == (4, 0))
  }

  @Test func whatIsTooLongIsCut() {
    var screen = ScreenModel(rows: 6, columns: 10)
    let long = (1...30).map { "\($0)\n" }.joined()
    feed([long, long, "移民移民移民\nend\n"], into: &screen, rows: 6, columns: 10)
    #expect(screen.text == ["移民移民移", "民", "end", "status"])
    feed([long, long], into: &screen, rows: 6, columns: 10)
    #expect(screen.text.suffix(5) == ["1", "2", "3", "…", "status"])
  }
}
