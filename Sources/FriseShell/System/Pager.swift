import CSystemShim
import CTerminalShim
import Glibc

/// The program that shows what is longer than the screen: `PAGER`, else `less -R`.
enum Pager {
  /// Lets the person read a text in the pager; comes back when it ends.
  /// - Returns: False when there is no such program: nothing was shown.
  static func show(_ bytes: [UInt8]) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard unsafe frise_pipe(&ends) == 0 else { return false }
    guard let process = start(input: ends[0]) else {
      for end in ends { close(end) }
      return false
    }
    close(ends[0])
    frise_terminal_lend()
    // A pager that is left early closes its pipe; while it runs, Ctrl-C is its own.
    let signals = [SIGPIPE, SIGINT]
    let before = signals.map { handle($0, SIG_IGN) }
    try? OutputStream.writeAll(bytes[...], to: ends[1])
    close(ends[1])
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    for index in signals.indices {
      var action = before[index]
      _ = unsafe sigaction(signals[index], &action, nil)
    }
    frise_terminal_reclaim()
    // What a shell says of a program that is not there or cannot be run.
    let code = (status >> 8) & 0xFF
    return status & 0x7F != 0 || (code != 126 && code != 127)
  }

  private static func start(input: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    _ = unsafe posix_spawn_file_actions_init(&actions)
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // The value may hold options: a shell takes it apart. What it says of itself is of no use here.
    let words = ["sh", "-c", "exec 2>/dev/null ${PAGER:-less -R}"]
    var vector: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
    unsafe vector.append(nil)
    defer { unsafe vector.forEach { unsafe free($0) } }
    var process: pid_t = 0
    return unsafe posix_spawn(&process, "/bin/sh", &actions, nil, &vector, environ) == 0
      ? process : nil
  }

  /// Takes a handler for a signal, and gives what was there.
  private static func handle(_ number: Int32, _ handler: (@convention(c) (Int32) -> Void)?)
    -> sigaction
  {
    var action = sigaction()
    var before = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    _ = unsafe sigaction(number, &action, &before)
    return before
  }
}
