import Testing

@testable import FriseShell

/// The start-up file taken apart.
struct StartUpFileTests {
  @Test func statementsAndCommandsArePieces() {
    let text = """
      # settings
      .set hints off
      let a = 1; let b = 2
      let c =
        events
        | take 3

      .lang fr
      let broken =

      let d = 4
      """
    #expect(
      StartUpFile.pieces(of: text) == [
        .command(".set hints off", line: 2), .statements("\n\nlet a = 1; let b = 2\n"),
        .statements("\n\n\nlet c =\n  events\n  | take 3\n\n"), .command(".lang fr", line: 8),
        .statements("\n\n\n\n\n\n\n\nlet broken =\n\n"),
        .statements("\n\n\n\n\n\n\n\n\n\nlet d = 4\n"),
      ])
  }

  @Test(arguments: ["", "\n\n", "# only a remark\n", "."])
  func littleIsNoFault(text: String) {
    #expect(StartUpFile.pieces(of: text).count == (text == "." ? 1 : 0))
  }
}
