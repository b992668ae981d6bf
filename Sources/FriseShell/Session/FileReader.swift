import FriseBase
import FriseLanguage
import FriseModel
import FriseStore

/// Finds and reads the files that scripts name: relative to the script that names them, else to the
/// current folder. `--safe` reads nothing outside the current folder.
struct FileReader: Sendable {
  let isSafe: Bool
  /// Whether standard error is a terminal, on which a line can be written over.
  let showsProgress: Bool
  /// The units that places link to.
  let places: @Sendable () -> Registry?
  /// Raised when reading shall stop.
  var interrupt: Interrupt

  /// What the language is given to read by.
  var access: FileAccess {
    FileAccess(
      read: { path, source in read(path, from: source) },
      name: { path, source in Self.name(of: path, from: source) },
      load: { request in load(request) })
  }

  /// Where a path named in `source` leads; `source` is a path, or `<query>` and its like.
  static func location(of path: String, from source: String) -> String {
    guard !path.hasPrefix("/"), !source.hasPrefix("<"), let slash = source.lastIndex(of: "/") else {
      return path
    }
    return String(source[...slash]) + path
  }

  /// What a file named in `source` is called: one name however it is reached, so that circles are
  /// seen; relative to the current folder when it lies below it.
  static func name(of path: String, from source: String) -> String {
    let location = location(of: path, from: source)
    guard let file = FileBytes.resolved(location), let folder = FileBytes.resolved(".") else {
      return location
    }
    return file.hasPrefix(folder + "/") ? String(file.dropFirst(folder.count + 1)) : file
  }

  /// True when `--safe` lets the path be read: links resolved, it lies below the current folder.
  static func isBelowCurrentFolder(_ path: String) -> Bool {
    guard let folder = FileBytes.resolved("."), let file = FileBytes.resolved(path) else {
      return false
    }
    return file.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  /// Why `--safe` does not let a path be read, or nil when it may be.
  private func refusal(of location: String) -> DataFailure? {
    guard isSafe, FileBytes.exists(location), !Self.isBelowCurrentFolder(location) else {
      return nil
    }
    return DataFailure(
      code: "E419", file: location,
      message: Localized(
        en: "--safe reads nothing outside the current folder.",
        fr: "--safe ne lit rien hors du dossier courant."))
  }

  /// Opens a data file.
  private func load(_ request: LoadRequest) -> Result<LoadedFile, DataFailure> {
    let location = Self.location(of: request.path, from: request.source)
    if let refusal = refusal(of: location) { return .failure(refusal) }
    let interrupt = interrupt
    let progress = LoadProgress(
      location, request.tongue, isShown: showsProgress, isStopped: { interrupt.isRaised })
    defer { progress.clear() }
    let loader = FileLoader(
      places: places, isStopped: { interrupt.isRaised },
      progress: { done, total in progress.tell(done, total) }, defersColumns: true)
    do throws(DataFailure) {
      return .success(
        try loader.load(
          location, as: request.alias, request.options,
          isTaken: { request.takenIDs.contains($0) }))
    } catch {
      return .failure(error)
    }
  }

  private func read(_ path: String, from source: String) -> Result<[UInt8], DataFailure> {
    let location = Self.location(of: path, from: source)
    if let refusal = refusal(of: location) { return .failure(refusal) }
    do throws(SystemError) {
      return .success(try FileBytes.read(path: location, isStopped: { interrupt.isRaised }))
    } catch {
      return .failure(
        DataFailure(
          code: "E401", file: location,
          message: Localized(
            en: "\(location): \(error.reason.english).",
            fr: "\(location) : \(error.reason.french).")))
    }
  }
}
