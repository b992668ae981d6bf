extension DateColumn {
  /// The date of one row, or nil.
  package func date(at row: Int) -> DateValue? {
    if let date = written[Int32(row)] { return date }
    return nil
  }
}
