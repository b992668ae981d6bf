import FriseBase
import FriseShell
import Testing

/// What the shell takes from the environment.
struct ShellEnvironmentTests {
  @Test(arguments: [
    ([:], Tongue.english),
    (["LANG": "fr_FR.UTF-8"], .french),
    (["LANG": "fr"], .french),
    (["LANG": "fr.UTF-8"], .french),
    (["LANG": "fry_NL"], .english),
    (["LANG": "fr_FR", "LC_MESSAGES": "en_GB"], .english),
    (["LANG": "en_GB", "LC_MESSAGES": "fr_CA@euro"], .french),
    (["LANG": "fr_FR", "LC_MESSAGES": "fr_FR", "LC_ALL": "C"], .english),
    (["LANG": "fr_FR", "LC_ALL": ""], .french),
  ])
  func tongues(variables: [String: String], tongue: Tongue) {
    #expect(ShellEnvironment(variables).tongue == tongue)
  }

  @Test(arguments: [
    ([:], false), (["LANG": "C"], false), (["LANG": "fr_FR"], false),
    (["LANG": "fr_FR.UTF-8"], true), (["LANG": "C.utf8"], true),
    (["LANG": "C.UTF-8", "LC_ALL": "C"], false), (["LANG": "C", "LC_CTYPE": "C.UTF-8"], true),
  ])
  func characterSets(variables: [String: String], isUTF8: Bool) {
    #expect(ShellEnvironment(variables).isUTF8 == isUTF8)
  }

  @Test(arguments: [
    (["TERM": "xterm"], ColourChoice.automatic, true, true),
    (["TERM": "xterm"], .automatic, false, false),
    (["TERM": "dumb"], .automatic, true, false),
    ([:], .automatic, true, false),
    (["TERM": "xterm", "NO_COLOR": "1"], .automatic, true, false),
    (["TERM": "xterm", "NO_COLOR": ""], .automatic, true, true),
    (["TERM": "dumb", "NO_COLOR": "1"], .always, false, true),
    (["TERM": "xterm"], .never, true, false),
  ])
  func colours(
    variables: [String: String], choice: ColourChoice, isTerminal: Bool, isColoured: Bool
  ) {
    let environment = ShellEnvironment(variables)
    #expect(environment.usesColour(choice, isTerminal: isTerminal) == isColoured)
  }

  @Test(
    arguments: [
      ("1970-01-01", 0), ("2026-11-24", 20_781), ("", nil), ("2026", nil), ("2026-11", nil),
      ("tomorrow", nil), ("2026-11-24/2026-11-25", nil), ("2026-02-30", nil),
    ] as [(String, Int64?)])
  func fixedDays(text: String, day: Int64?) {
    #expect(ShellEnvironment(["FRISE_NOW": text]).fixedDay == day)
  }

  @Test func places() {
    let home = ShellEnvironment(["HOME": "/h"])
    #expect(home.historyPath == "/h/.local/state/frise/history")
    #expect(home.initPath == "/h/.config/frise/init.frise")
    let named = ShellEnvironment(["HOME": "/h", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/c"])
    #expect(named.historyPath == "/s/frise/history")
    #expect(named.initPath == "/c/frise/init.frise")
    #expect(ShellEnvironment([:]).historyPath == nil)
    #expect(ShellEnvironment([:]).initPath == nil)
  }
}
