internal import CFriseData

/// The plain files of `Sources/CFriseData/data`, embedded in the program at build time.
package enum EmbeddedFiles {
  /// The paths of all files, below `data/`.
  package static var names: [String] {
    (0..<frise_data_file_count()).map { index in
      unsafe String(cString: frise_data_file_at(index).pointee.name)
    }
  }

  /// The bytes of a file, or nil when there is none of that name.
  package static func bytes(of name: String) -> [UInt8]? {
    for index in 0..<frise_data_file_count() {
      let file = unsafe frise_data_file_at(index).pointee
      if unsafe String(cString: file.name) == name {
        return unsafe [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.count))
      }
    }
    return nil
  }
}
