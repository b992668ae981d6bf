import CTerminalShim
import Glibc

/// The editor that a person has chosen: `VISUAL`, else `EDITOR`, else `vi`.
enum EditorProgram {
  /// Lets the person edit a file; comes back when the editor ends.
  /// - Throws: `SystemError` when it cannot be started.
  static func edit(_ path: String) throws(SystemError) {
    // The value may hold arguments: a shell takes it apart, as for every program that asks for it.
    let script = "exec ${VISUAL:-${EDITOR:-vi}} \"$1\""
    let words = ["sh", "-c", script, "sh", path]
    var vector: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
    unsafe vector.append(nil)
    defer { unsafe vector.forEach { unsafe free($0) } }
    // While the editor has the terminal, Ctrl-C is its own.
    var ignoring = sigaction()
    var before = sigaction()
    unsafe ignoring.__sigaction_handler.sa_handler = SIG_IGN
    _ = unsafe sigaction(SIGINT, &ignoring, &before)
    defer { _ = unsafe sigaction(SIGINT, &before, nil) }
    frise_terminal_lend()
    defer { frise_terminal_reclaim() }
    var process: pid_t = 0
    let fault = unsafe posix_spawn(&process, "/bin/sh", nil, nil, &vector, environ)
    guard fault == 0 else { throw SystemError(number: fault) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
