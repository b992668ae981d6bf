package import FriseBase
import FriseModel
import Glibc

/// The environment variables the shell looks at.
package struct ShellEnvironment: Sendable {
  private let variables: [String: String]

  /// - Parameter variables: Names and values; an empty value counts as none.
  package init(_ variables: [String: String]) { self.variables = variables }

  /// The variables of this process.
  package static var current: ShellEnvironment {
    let names = [
      "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "NO_COLOR", "TERM", "HOME", "XDG_STATE_HOME",
      "XDG_CONFIG_HOME", "FRISE_ACCESSIBLE", "FRISE_NOW", "EDITRC",
    ]
    var variables: [String: String] = [:]
    for name in names {
      if let value = unsafe getenv(name) { variables[name] = unsafe String(cString: value) }
    }
    return ShellEnvironment(variables)
  }

  /// The value of a variable, or nil when it is unset or empty.
  package subscript(name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  /// The tongue of messages: LC_ALL, LC_MESSAGES, LANG, else English.
  package var tongue: Tongue {
    let locale = self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] ?? ""
    let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }
    return language == "fr" ? .french : .english
  }

  /// True when the locale's characters are UTF-8: LC_ALL, LC_CTYPE, LANG.
  package var isUTF8: Bool {
    let locale = self["LC_ALL"] ?? self["LC_CTYPE"] ?? self["LANG"] ?? ""
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// True when the terminal can move its cursor, as far as its name tells.
  package var hasUsableTerminal: Bool {
    guard let terminal = self["TERM"] else { return false }
    return terminal != "dumb" && terminal != "unknown"
  }

  /// True for a person who listens to the screen: results are linear, and a line is not painted
  /// again at each key.
  package var isAccessible: Bool { !["", "0"].contains(self["FRISE_ACCESSIBLE"] ?? "") }

  /// Whether a stream is coloured: the option, then `NO_COLOR`, then `TERM`, then the stream.
  package func usesColour(_ choice: ColourChoice, isTerminal: Bool) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .automatic: self["NO_COLOR"] == nil && hasUsableTerminal && isTerminal
    }
  }

  /// Where the history is kept, or nil without a home.
  package var historyPath: String? {
    stateFolder.map { $0 + "/frise/history" }
  }

  /// Where lessons are kept, or nil without a home.
  package var lessonsPath: String? {
    stateFolder.map { $0 + "/frise/lessons" }
  }

  /// The start-up file, or nil without a home.
  package var initPath: String? {
    let folder = self["XDG_CONFIG_HOME"] ?? self["HOME"].map { $0 + "/.config" }
    return folder.map { $0 + "/frise/init.frise" }
  }

  /// The day that `now` is fixed to by `FRISE_NOW`, counted from 1970-01-01; nil when that is unset
  /// or is no day in EDTF.
  package var fixedDay: Int64? {
    guard let bounds = self["FRISE_NOW"].flatMap({ EDTF.parse($0) })?.bounds,
      bounds.earliestStart == bounds.latestEnd
    else { return nil }
    return bounds.earliestStart
  }

  private var stateFolder: String? {
    self["XDG_STATE_HOME"] ?? self["HOME"].map { $0 + "/.local/state" }
  }
}

/// What `--color` says.
package enum ColourChoice: String, Sendable, Hashable, CaseIterable {
  case automatic = "auto"
  case always
  case never
}
