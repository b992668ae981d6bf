import CSystemShim
package import FriseBase
import FriseSyntax
import Glibc
import Synchronization

/// Reads the command line by `getopt_long`, from `OptionEntry.all`. Words may come in any order;
/// `--` ends the options. Everything wrong is reported, not only the first thing.
package struct ArgumentReader {
  package private(set) var arguments = Arguments()
  /// What is wrong with the command line; with anything in it nothing is run.
  package private(set) var faults: [Localized] = []
  private var queries: [[UInt8]] = []
  private var operands: [String] = []
  private var given: [CommandLineOption] = []

  /// - Parameter words: The argument vector without the name of the program, any bytes.
  package init(_ words: [[UInt8]]) {
    Self.turn.withLock { _ in readWords(words) }
    settleAction()
  }

  /// `getopt_long` keeps its place in variables of the whole process: one reader at a time.
  private static let turn = Mutex<Void>(())

  /// Codes of long options begin here, out of the way of letters.
  private static let firstCode: Int32 = 1000

  private mutating func readWords(_ words: [[UInt8]]) {
    var vector: [UnsafeMutablePointer<CChar>?] =
      unsafe (Array<[UInt8]>([Array("frise".utf8)]) + words)
      .map { unsafe strdup($0.map { CChar(bitPattern: $0) } + [0]) }
    unsafe vector.append(nil)
    let owned = unsafe vector
    var table = unsafe Self.longOptions()
    defer {
      unsafe owned.forEach { unsafe free($0) }
      unsafe table.forEach { unsafe free(UnsafeMutableRawPointer(mutating: $0.name)) }
    }
    let count = Int32(clamping: words.count + 1)
    frise_options_begin()
    while true {
      let code = unsafe getopt_long(count, &vector, Self.letters, &table, nil)
      if code < 0 { break }
      let value = unsafe frise_options_value()
      let bytes = unsafe value.map { unsafe String(cString: $0).utf8.map { $0 } } ?? []
      let raw = unsafe value.map { unsafe Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }
      switch code {
      case Int32(UInt8(ascii: "?")), Int32(UInt8(ascii: ":")):
        let index = Int(max(1, frise_options_index() - 1))
        let near = unsafe vector[index..<min(index + 2, words.count + 1)].compactMap { word in
          unsafe word.map { unsafe String(cString: $0) }
        }
        refuse(near, lacksValue: code == Int32(UInt8(ascii: ":")))
      default:
        guard let entry = Self.entry(code: code) else { continue }
        let query = raw?.map { UInt8(bitPattern: $0) } ?? bytes
        take(entry, value: String(decoding: bytes, as: UTF8.self), bytes: query)
      }
    }
    for index in Int(frise_options_index())..<max(Int(frise_options_index()), words.count + 1) {
      if let word = unsafe vector[index] { operands.append(unsafe String(cString: word)) }
    }
  }

  /// The letters of `getopt`: a colon first, to tell a missing value from an unknown option.
  private static var letters: String {
    OptionEntry.all.reduce(":") { letters, entry in
      guard let short = entry.short else { return letters }
      return letters + String(short) + (entry.argument == nil ? "" : ":")
    }
  }

  /// The table of `getopt_long`, its names from `malloc`, closed by an empty entry.
  private static func longOptions() -> [option] {
    var table: [option] = unsafe []
    for (index, entry) in OptionEntry.all.enumerated() {
      guard let long = entry.long else { continue }
      unsafe table.append(
        option(
          name: strdup(long), has_arg: entry.argument == nil ? 0 : 1, flag: nil,
          val: firstCode + Int32(clamping: index)))
    }
    unsafe table.append(option())
    return unsafe table
  }

  private static func entry(code: Int32) -> OptionEntry? {
    if code >= firstCode {
      let index = Int(code - firstCode)
      return index < OptionEntry.all.count ? OptionEntry.all[index] : nil
    }
    return OptionEntry.all.first { entry in
      entry.short?.asciiValue.map { Int32($0) == code } ?? false
    }
  }

  /// Reports an option that `getopt_long` refused. It stands in the first word of `near`, or in
  /// the second when letters of it are still to be read.
  private mutating func refuse(_ near: [String], lacksValue: Bool) {
    let code = frise_options_refused()
    let entry = Self.entry(code: code)
    let word = near.first ?? ""
    let isLong = word.hasPrefix("--")
    let name = String(word.prefix { $0 != "=" })
    if let entry, lacksValue {
      faults.append(
        Localized(
          en: "\(name) needs a value: \(entry.usage(.english))",
          fr: "\(name) attend une valeur : \(entry.usage(.french))"))
    } else if entry != nil, isLong {
      faults.append(
        Localized(en: "\(name) takes no value", fr: "\(name) ne prend pas de valeur"))
    } else if (1..<0x80).contains(code) {
      report(unknown: "-" + String(Unicode.Scalar(UInt8(clamping: code))), nearest: nil)
    } else if isLong {
      let longs = OptionEntry.all.compactMap(\.long)
      let nearest = Suggestions.nearest(to: String(name.dropFirst(2)), among: longs, limit: 1)
      report(unknown: name, nearest: nearest.first)
    } else {
      // A letter beyond ASCII is refused byte by byte: the whole word is named, once.
      let whole = near.first { $0.hasPrefix("-") && !$0.utf8.allSatisfy { $0 < 0x80 } }
      report(unknown: whole ?? name, nearest: nil)
    }
  }

  private mutating func report(unknown name: String, nearest: String?) {
    let fault = Localized(
      en: "unknown option \(name)." + (nearest.map { " Did you mean --\($0)?" } ?? ""),
      fr: "option inconnue \(name)." + (nearest.map { " Peut-être --\($0)\u{202F}?" } ?? ""))
    if faults.last != fault { faults.append(fault) }
  }

  private mutating func take(_ entry: OptionEntry, value: String, bytes: [UInt8]) {
    given.append(entry.option)
    if entry.argument != nil, !entry.values.isEmpty, !entry.values.contains(value) {
      let nearest = Suggestions.nearest(to: value, among: entry.values, limit: 1).first
      let list = entry.values.joined(separator: ", ")
      let name = entry.long.map { "--\($0)" } ?? ""
      faults.append(
        Localized(
          en: "\(name) does not know \"\(value)\"; it knows \(list)."
            + (nearest.map { " Did you mean \($0)?" } ?? ""),
          fr: "\(name) ne connaît pas «\u{202F}\(value)\u{202F}» mais \(list)."
            + (nearest.map { " Peut-être \($0)\u{202F}?" } ?? "")))
      return
    }
    switch entry.option {
    case .lang: arguments.tongue = Tongue.allCases.first { $0.tag == value }
    case .output: arguments.output = value
    case .width: takeWidth(value)
    case .color: arguments.colour = ColourChoice(rawValue: value) ?? .automatic
    case .keepGoing: arguments.keepsGoing = true
    case .noInit: arguments.skipsInit = true
    case .safe: arguments.isSafe = true
    case .envelope: arguments.hasEnvelope = true
    case .ascii: arguments.isASCII = true
    case .csvGuard: arguments.guardsCSV = true
    case .force: arguments.replacesFiles = true
    case .query: queries.append(bytes)
    case .key: arguments.printsKey = true
    case .large: arguments.isLarge = true
    case .check, .write, .version, .help: break
    }
  }

  private mutating func takeWidth(_ value: String) {
    guard let width = Int(value), width > 0 else {
      faults.append(
        Localized(
          en: "--width takes a number of columns from 1, not \"\(value)\"",
          fr: "--width attend un nombre de colonnes à partir de 1, pas «\u{202F}\(value)\u{202F}»"))
      return
    }
    arguments.widthColumns = width
  }
}

// MARK: - What the words ask for together

extension ArgumentReader {
  private mutating func settleAction() {
    let subcommand = queries.isEmpty ? operands.first.flatMap(Subcommand.init(named:)) : nil
    let rest = subcommand == nil ? operands : Array(operands.dropFirst())
    for option in given {
      guard let entry = OptionEntry.entry(option), let long = entry.long,
        !entry.subcommands.isEmpty, !entry.subcommands.contains(where: { $0 == subcommand })
      else { continue }
      let names = entry.subcommands.map { "frise \($0.rawValue)" }.joined(separator: ", ")
      faults.append(
        Localized(en: "--\(long) goes with \(names)", fr: "--\(long) va avec \(names)"))
    }
    if given.contains(.help) {
      arguments.action = .usage
    } else if given.contains(.version) {
      arguments.action = .version
    } else if !queries.isEmpty {
      arguments.action = .queries(queries)
      takeParameters(rest[...])
    } else {
      settle(subcommand, rest)
    }
  }

  private mutating func settle(_ subcommand: Subcommand?, _ rest: [String]) {
    switch subcommand {
    case .check, .format:
      let name = subcommand?.rawValue ?? ""
      if rest.isEmpty {
        faults.append(
          Localized(
            en: "frise \(name) needs the name of a script",
            fr: "frise \(name) attend le nom d’un script"))
      }
      arguments.action = subcommand == .check ? .check(rest) : .format(rest, formatMode())
    case .lesson: arguments.action = .lesson(rest)
    case .help: arguments.action = .help(topic: rest.joined(separator: " "))
    case .run where rest.isEmpty:
      faults.append(
        Localized(
          en: "frise run needs the name of a script", fr: "frise run attend le nom d’un script"))
    case .run, nil:
      guard let script = rest.first else { return }
      arguments.action = script == "-" ? .standardInput : .script(path: script)
      takeParameters(rest.dropFirst(), of: subcommand == nil ? script : nil)
    }
  }

  private mutating func formatMode() -> Arguments.FormatMode {
    if given.contains(.check), given.contains(.write) {
      faults.append(
        Localized(
          en: "--check changes nothing and --write does: one of the two",
          fr: "--check ne change rien et --write récrit : l’un ou l’autre"))
    }
    return given.contains(.check) ? .check : given.contains(.write) ? .write : .print
  }

  /// Takes the operands after the script as `NAME=VALUE`. What stands first may be a subcommand
  /// that was mistyped: `frise chekc q.frise`.
  private mutating func takeParameters(_ words: ArraySlice<String>, of script: String? = nil) {
    let near = script.flatMap { Subcommand.nearest(to: $0) }
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        faults.append(
          Localized(
            en: "\"\(word)\" is not a parameter: NAME=VALUE is expected here"
              + (near.map { ". Did you mean frise \($0)?" } ?? ""),
            fr: "«\u{202F}\(word)\u{202F}» n’est pas un paramètre : NOM=VALEUR est attendu ici"
              + (near.map { ". Peut-être frise \($0)\u{202F}?" } ?? "")))
        continue
      }
      arguments.parameters.append(
        (String(word[..<equals]), String(word[word.index(after: equals)...])))
    }
  }
}
