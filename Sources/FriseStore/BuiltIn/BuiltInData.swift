package import FriseModel

/// The data set that Frise ships: the history of the International Organization for Migration
/// (spec data, section 2), read from the embedded files.
package enum BuiltInData {
  /// The built-in data set: its schemas now, the rows of a table when it is first asked for.
  /// - Throws: `DataFailure` when the manifest is malformed, which the tests exclude.
  package static func dataSet() throws(DataFailure) -> DataSet {
    let name = "iom.frise-data"
    let manifest = try Manifest(reading: try read(name), file: name)
    return DataSet(manifest: manifest, isValidated: true, read: read)
  }

  private static func read(_ name: String) throws(DataFailure) -> [UInt8] {
    guard let bytes = EmbeddedFiles.bytes(of: name) else { throw .missingFile(name) }
    return bytes
  }
}
