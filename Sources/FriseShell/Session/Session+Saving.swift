import FriseBase
import FriseLanguage
import FriseModel
import FriseRender
import Glibc

extension Session {
  /// Writes a result into the file a `save` names, in the format of its extension.
  /// - Throws: `StatementFailure` when it may not or cannot be written; no half of a file is left.
  mutating func save(
    _ result: ResultTable, _ request: SaveRequest, of statement: CheckedStatement
  ) throws(StatementFailure) {
    let form = try savedForm(request, statement)
    if form == .picture, !PictureRenderer.draws(result) {
      throw StatementFailure(.noPicture(request), of: statement)
    }
    if settings.isSafe { throw StatementFailure(.unsafeSave(request), of: statement) }
    if FileBytes.isFolder(request.path) {
      throw StatementFailure(.unwritable(request, SystemError(number: EISDIR)), of: statement)
    }
    if FileBytes.exists(request.path), !settings.replacesFiles, !mayReplace(request.path) {
      throw StatementFailure(.existing(request), of: statement)
    }
    // A drawing has the width of a page, a table that of its rows.
    let isDrawn = form == .format(.table) && PictureRenderer.draws(result)
    let options = RenderOptions(
      tongue: tongue, width: isDrawn ? settings.widthColumns ?? Session.drawnWidth : nil,
      isASCII: settings.isASCII && form == .format(.table),
      csvGuard: settings.guardsCSV,
      isEnvelope: settings.hasEnvelope, isDocument: true)
    do throws(SystemError) {
      try AtomicFile.write(to: request.path) { write in
        var sink = ByteSink { bytes in !Signals.isStopped && write(bytes) }
        switch form {
        case .format(let format): Renderer.write(result, as: format, options, to: &sink)
        case .picture: _ = PictureRenderer.writeSVG(result, options, to: &sink)
        }
        sink.flush()
      }
    } catch {
      throw StatementFailure(.unwritable(request, error), of: statement)
    }
    if isInteractive {
      console.write(
        Markup(
          Localized(en: "written to \(request.path)\n", fr: "écrit dans \(request.path)\n")[tongue],
          .dim))
    }
  }

  /// What a file holds.
  private enum SavedForm: Equatable {
    case format(OutputFormat)
    /// The view as SVG.
    case picture
  }

  /// How wide a drawing is that is saved as text.
  private static let drawnWidth = 80

  /// The extension of pictures.
  fileprivate static let pictureExtension = "svg"

  /// What the extension of a path asks for.
  private func savedForm(
    _ request: SaveRequest, _ statement: CheckedStatement
  ) throws(StatementFailure) -> SavedForm {
    let name = request.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 ? String(parts[parts.count - 1]) : ""
    if TextFold.fold(ending) == Session.pictureExtension { return .picture }
    guard let format = OutputFormat(fileExtension: ending) else {
      throw StatementFailure(.unknownEnding(request, ending), of: statement)
    }
    return .format(format)
  }

  /// Asks at the prompt whether a file may be replaced; in a batch the answer is no.
  func mayReplace(_ path: String) -> Bool {
    guard isInteractive else { return false }
    return confirms(
      Localized(
        en: "\(path) exists. Replace it? [y/N] ", fr: "\(path) existe. Le remplacer ? [o/N] "))
  }

  /// Asks a question that is answered yes or no; only at the prompt.
  func confirms(_ question: Localized) -> Bool {
    console.write(Markup(question[tongue]))
    let answer = Terminal.lent { TextFold.fold(PlainEditor.readLine() ?? "") }
    return ["y", "yes", "o", "oui"].contains(answer)
  }
}

extension Diagnostic {
  fileprivate static func unknownEnding(_ request: SaveRequest, _ ending: String) -> Diagnostic {
    let formats = OutputFormat.allCases.map(\.fileExtension) + [Session.pictureExtension]
    let endings = Set(formats).sorted().joined(separator: ", ")
    return Diagnostic(
      "E371",
      ending.isEmpty
        ? Localized(
          en: "The format of a saved file is its extension, and \"\(request.path)\" has none.",
          fr: "Le format d’un fichier enregistré est son extension, et "
            + "«\u{202F}\(request.path)\u{202F}» n’en a pas.")
        : Localized(
          en: "No format has the extension \"\(ending)\".",
          fr: "Aucun format n’a l’extension «\u{202F}\(ending)\u{202F}»."),
      at: request.pathSpan,
      notes: [Localized(en: "Known: \(endings).", fr: "Connues : \(endings).")])
  }

  fileprivate static func existing(_ request: SaveRequest) -> Diagnostic {
    Diagnostic(
      "E372",
      Localized(
        en: "\"\(request.path)\" exists already and is left as it is.",
        fr: "«\u{202F}\(request.path)\u{202F}» existe déjà et reste tel quel."),
      at: request.pathSpan,
      notes: [
        Localized(en: "With --force it is replaced.", fr: "Avec --force il est remplacé.")
      ])
  }

  fileprivate static func unwritable(_ request: SaveRequest, _ error: SystemError) -> Diagnostic {
    Diagnostic(
      "E373",
      Localized(
        en: "\"\(request.path)\" cannot be written: \(error.reason.english).",
        fr: "«\u{202F}\(request.path)\u{202F}» ne peut pas être écrit : \(error.reason.french)."),
      at: request.pathSpan)
  }

  fileprivate static func noPicture(_ request: SaveRequest) -> Diagnostic {
    Diagnostic(
      "E375",
      Localized(
        en: "\"\(request.path)\" would be a picture, and these rows are not drawn.",
        fr: "«\u{202F}\(request.path)\u{202F}» serait une image, et ces lignes ne sont pas "
          + "dessinées."),
      at: request.pathSpan,
      notes: [
        Localized(
          en: "Say how before save: | timeline, | bars or | tree.",
          fr: "Dire comment avant enregistrer\u{202F}: | frise, | barres ou | arbre.")
      ])
  }

  fileprivate static func unsafeSave(_ request: SaveRequest) -> Diagnostic {
    Diagnostic(
      "E374",
      Localized(
        en: "With --safe no file is written.", fr: "Avec --safe aucun fichier n’est écrit."),
      at: request.pathSpan)
  }
}
