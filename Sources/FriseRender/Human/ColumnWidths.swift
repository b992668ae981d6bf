/// Fits the columns of a table into a width.
enum ColumnWidths {
  /// A column is not made narrower than this, nor a heading over numbers.
  static let widthMinimum = 8

  /// The width of each column so that the whole table, frame included, takes at most `width`; nil
  /// when a row cannot fit. The widest text columns shrink first; numbers and dates are never cut,
  /// but headings wider than their numbers are, last.
  static func fit(_ columns: [HumanColumn], width: Int?) -> [Int]? {
    let natural = columns.map { max(1, max($0.nameWidth, $0.widthMax)) }
    guard let width else { return natural }
    let available = width - 1 - 3 * columns.count
    var widths = natural
    let texts = columns.indices.filter { !columns[$0].isRightAligned }
    shrink(&widths, texts, floors: natural.map { min($0, widthMinimum) }, to: available)
    let numbers = columns.indices.filter { columns[$0].isRightAligned }
    let numberFloors = columns.map { max(1, $0.widthMax, min($0.nameWidth, widthMinimum)) }
    shrink(&widths, numbers, floors: numberFloors, to: available)
    return widths.reduce(0, +) <= available ? widths : nil
  }

  /// The width of a text of its own, then of each column with `gap` before it, so that a line takes
  /// at most `width`; nil when that cannot be.
  /// `first`: The natural width of the text that stands first.
  /// `floor`: What it is not made narrower than.
  static func fit(
    first: Int, floor: Int, _ columns: [HumanColumn], gap: Int, width: Int?
  ) -> [Int]? {
    var widths = [first] + columns.map { max(1, max($0.nameWidth, $0.widthMax)) }
    guard let width else { return widths }
    let available = width - gap * columns.count
    let natural = widths
    let texts = [0] + columns.indices.filter { !columns[$0].isRightAligned }.map { $0 + 1 }
    var floors = natural.map { min($0, widthMinimum) }
    floors[0] = min(first, floor)
    shrink(&widths, texts, floors: floors, to: available)
    let numbers = columns.indices.filter { columns[$0].isRightAligned }.map { $0 + 1 }
    let numberFloors =
      [floors[0]] + columns.map { max(1, $0.widthMax, min($0.nameWidth, widthMinimum)) }
    shrink(&widths, numbers, floors: numberFloors, to: available)
    return widths.reduce(0, +) <= available ? widths : nil
  }

  /// Lowers the widest of the columns at `indices` to one level, none under its floor, until all
  /// widths together take at most `available`, or as near as the floors allow.
  private static func shrink(
    _ widths: inout [Int], _ indices: [Int], floors: [Int], to available: Int
  ) {
    let fixed = widths.indices.reduce(0) { indices.contains($1) ? $0 : $0 + widths[$1] }
    func lowered(_ index: Int, _ level: Int) -> Int {
      min(widths[index], max(floors[index], level))
    }
    func total(_ level: Int) -> Int {
      indices.reduce(fixed) { $0 + lowered($1, level) }
    }
    var low = 0
    var high = indices.reduce(0) { max($0, widths[$1]) }
    guard total(high) > available else { return }
    // The greatest level that fits lies in low..<high.
    while high - low > 1 {
      let middle = (low + high) / 2
      if total(middle) <= available { low = middle } else { high = middle }
    }
    var spare = available - total(low)
    for index in indices {
      let level = lowered(index, low)
      let isCut = level < widths[index] && level == max(low, floors[index]) && low >= floors[index]
      widths[index] = isCut && spare > 0 ? level + 1 : level
      if isCut, spare > 0 { spare -= 1 }
    }
  }
}
