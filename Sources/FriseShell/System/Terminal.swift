import CTerminalShim
import Glibc

/// What is known of a terminal.
enum Terminal {
  /// Columns and rows of the terminal behind a descriptor; 80 by 24 when it does not say.
  static func size(_ descriptor: Int32) -> (columns: Int, rows: Int) {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), max(1, Int(size.ws_row)))
  }

  /// Does something with the terminal as it was found: lines with echo, for a question or another
  /// program.
  static func lent<Answer>(_ body: () -> Answer) -> Answer {
    frise_terminal_lend()
    defer { frise_terminal_reclaim() }
    return body()
  }
}
