import CEditShim
import Glibc

/// Reads statements by libedit, behind its shim.
@safe final class TerminalEditor: LineEditor {
  private var editor: OpaquePointer?
  private var completer: Completer?

  /// Opens the editor, or gives nil when libedit is absent or turned off by the user's editrc.
  init?(prompt: String) {
    _ = frise_set_locale()
    let owner = unsafe frise_editor_owner(
      context: Unmanaged.passUnretained(self).toOpaque(),
      indentation: { _, text in
        Int32(clamping: Statements.indentationAfter(unsafe String(cString: text)) ?? -1)
      },
      complete: { context, text, cursor, completion in
        guard let context = unsafe context else { return }
        let editor = unsafe Unmanaged<TerminalEditor>.fromOpaque(context).takeUnretainedValue()
        let typed = unsafe String(cString: text)
        guard let found = editor.completer?.complete(typed, byteOffset: cursor) else { return }
        unsafe completion.pointee.erase = found.erasedScalars
        if let insertion = found.insertion { unsafe completion.pointee.insert = strdup(insertion) }
        if let listing = found.listing { unsafe completion.pointee.listing = strdup(listing) }
      },
      is_stopped: { _ in Signals.isStopped ? 1 : 0 })
    unsafe editor = frise_editor_open(prompt, owner)
    if unsafe editor == nil { return nil }
  }

  func read(completingBy completer: Completer) -> LineReading {
    self.completer = completer
    guard let editor = unsafe editor else { return .end }
    var reading = FRISE_READ_END
    let text = unsafe frise_editor_read(editor, &reading)
    switch reading {
    case FRISE_READ_STOPPED: return .interrupted
    case FRISE_READ_LINE: return .statement(unsafe text.map { unsafe String(cString: $0) } ?? "")
    default: return .end
    }
  }

  func remember(_ entry: String) {
    if let editor = unsafe editor { unsafe frise_editor_remember(editor, entry) }
  }

  func close() {
    if let editor = unsafe editor { unsafe frise_editor_close(editor) }
    unsafe editor = nil
  }

  deinit { close() }
}
