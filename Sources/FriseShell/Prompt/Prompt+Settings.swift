import FriseBase
import FriseSyntax
import Glibc

extension Prompt {
  /// Changes a setting, or shows one or all, as lines that set them again.
  mutating func changeSetting(_ rest: String, _ entry: CommandEntry) {
    let tongue = session.tongue
    let words = rest.split(separator: " ").map(String.init)
    let command = "." + entry.forms[tongue]
    guard let name = words.first else {
      return answer(
        Setting.all.map { "\(command) \($0.name[tongue]) \($0.value(session.settings, tongue))" })
    }
    guard let setting = Setting.named(name) else {
      let near = Setting.nearest(to: name, tongue: tongue)
      let known = near.isEmpty ? Setting.all.map { $0.name[tongue] } : near
      let list = known.joined(separator: ", ")
      return session.console.complain(
        Localized(
          en: "there is no setting \(name); there is \(list)",
          fr: "il n’y a pas de réglage \(name) ; il y a \(list)"))
    }
    guard words.count > 1 else {
      return answer([
        "\(command) \(setting.name[tongue]) \(setting.value(session.settings, tongue))"
      ])
    }
    guard words.count == 2, setting.change(&session.settings, words[1]) else {
      let value = words.dropFirst().joined(separator: " ")
      return session.console.complain(
        Localized(
          en: "\(name) cannot be \"\(value)\"",
          fr: "\(name) ne peut pas être «\u{202F}\(value)\u{202F}»"))
    }
  }

  /// Opens the last statement in the editor of the environment and runs what comes back.
  mutating func editLastStatement() {
    guard let after = edited(lastStatement ?? "") else { return }
    answer([after])
    take(after)
  }

  /// Opens a text in the editor of the environment.
  /// - Returns: What comes back, or nil when it is the same, empty, or there is no editor.
  func edited(_ text: String) -> String? {
    if session.settings.isSafe {
      session.console.complain(
        Localized(
          en: "with --safe no program is started", fr: "avec --safe aucun programme n’est lancé"))
      return nil
    }
    let path = "/tmp/frise-\(getpid()).frise"
    do throws(SystemError) {
      try AtomicFile.write(to: path) { write in _ = write(Array((text + "\n").utf8)) }
      defer { _ = unsafe unlink(path) }
      try EditorProgram.edit(path)
      let after = String(decoding: try FileBytes.read(path: path), as: UTF8.self).trimmedAtEnd
      return after == text || after.isEmpty ? nil : after
    } catch {
      session.console.complain(
        Localized(
          en: "the editor did not run: \(error.reason.english)",
          fr: "l’éditeur n’a pas pu s’exécuter : \(error.reason.french)"))
      return nil
    }
  }
}
