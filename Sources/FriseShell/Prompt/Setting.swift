import FriseBase
import FriseRender

/// A setting of the prompt: its names, and how it is read and changed.
struct Setting: Sendable {
  /// What `.set` calls it in both tongues.
  let name: Localized
  /// Its value as `.set` takes it.
  let value: @Sendable (_ settings: SessionSettings, _ tongue: Tongue) -> String
  /// Changes it; false when the word is no value of it.
  let change: @Sendable (_ settings: inout SessionSettings, _ word: String) -> Bool

  /// Its values where they are few, for completion.
  let choices: @Sendable (_ tongue: Tongue) -> [String]

  /// The setting of a name in either tongue.
  static func named(_ name: String) -> Setting? {
    let key = TextFold.fold(name)
    return all.first {
      TextFold.fold($0.name.english) == key || TextFold.fold($0.name.french) == key
    }
  }

  /// The settings whose name is most like the one typed, nearest first.
  static func nearest(to name: String, tongue: Tongue) -> [String] {
    Suggestions.nearest(to: name, among: all.map { $0.name[tongue] })
  }

  /// Every setting, in the order `.set` shows them.
  static let all: [Setting] = [
    Setting(
      name: Localized(en: "output", fr: "sortie"),
      value: { settings, tongue in settings.format.name[tongue] },
      change: { settings, word in
        guard let format = OutputFormat(named: word) else { return false }
        settings.format = format
        settings.view = nil
        return true
      },
      choices: { tongue in OutputFormat.allCases.map { $0.name[tongue] } }),
    Setting(
      name: Localized(en: "width", fr: "largeur"),
      value: { settings, _ in settings.widthColumns.map(String.init) ?? "auto" },
      change: { settings, word in
        let width = Int(word)
        guard word == "auto" || (width ?? 0) > 0 else { return false }
        settings.widthColumns = width
        return true
      },
      choices: { _ in ["auto"] }),
    Setting(
      name: Localized(en: "rows", fr: "lignes"),
      value: { settings, _ in String(settings.rowsMax) },
      change: { settings, word in
        guard let rows = Int(word), rows > 0 else { return false }
        settings.rowsMax = rows
        return true
      },
      choices: { _ in [] }),
    Setting(
      name: Localized(en: "color", fr: "couleur"),
      value: { settings, _ in settings.colour.rawValue },
      change: { settings, word in
        guard let choice = ColourChoice(rawValue: word) else { return false }
        settings.colour = choice
        return true
      },
      choices: { _ in ColourChoice.allCases.map(\.rawValue) }),
    .switching(Localized(same: "ascii"), \.isASCII),
    .switching(Localized(en: "timer", fr: "minuteur"), \.showsTiming),
    .switching(Localized(en: "edit", fr: "édition"), \.editsLines),
    .switching(Localized(en: "hints", fr: "suggestions"), \.showsHints),
    .switching(Localized(en: "pager", fr: "pageur"), \.pages),
  ]

  /// A setting that is on or off.
  private static func switching(
    _ name: Localized, _ path: any WritableKeyPath<SessionSettings, Bool> & Sendable
  ) -> Setting {
    Setting(
      name: name,
      value: { settings, tongue in
        switches(tongue)[settings[keyPath: path] ? 0 : 1]
      },
      change: { settings, word in
        guard let isOn = Prompt.truth(word) else { return false }
        settings[keyPath: path] = isOn
        return true
      },
      choices: switches)
  }

  /// What turns a setting on, and what turns it off.
  static func switches(_ tongue: Tongue) -> [String] {
    [Localized(en: "on", fr: "oui")[tongue], Localized(en: "off", fr: "non")[tongue]]
  }
}
