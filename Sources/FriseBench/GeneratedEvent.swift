/// One generated event. Every value is a function of a seed, a stream and the row's number, made of
/// integers alone, so that any language can reproduce the data byte for byte.
struct GeneratedEvent {
  /// A day of a month of a year, of which `precision` says how much is written.
  struct Moment {
    let year: Int
    /// From 0.
    let month: Int
    let day: Int
  }

  enum Ending {
    /// The event is a point in time.
    case point
    /// It goes on.
    case open
    case moment(Moment)
  }

  let row: UInt64
  /// Nil for an undated event.
  let start: Moment?
  let ending: Ending
  /// 0...99: below 55 the day is written, then the month, the year, the decade, `~`, `?`.
  let precision: UInt64
  /// Which cells are missing.
  private let gap: UInt64
  private let placeNumber: Int

  init(_ row: UInt64) {
    self.row = row
    precision = Draw.uniform(4, row, 100)
    gap = Draw.uniform(8, row, 10_000)
    placeNumber = Int(Draw.skewed(9, row, UInt64(EventWords.places.count), power: 3))
    let first = Moment(
      year: 2025 - Int(Draw.skewed(1, row, 1026)), month: Int(Draw.uniform(2, row, 12)),
      day: 1 + Int(Draw.uniform(3, row, 28)))
    start = gap < 100 ? nil : first
    ending = GeneratedEvent.ending(row, after: first)
  }

  private static func ending(_ row: UInt64, after first: Moment) -> Ending {
    let length = Draw.bits(6, row) >> 32
    let months: UInt64
    switch Draw.uniform(5, row, 1000) {
    case ..<600: return .point
    case ..<850: months = length % 3
    case ..<950: months = length % 36
    case ..<998: months = length % 241
    default: return .open
    }
    let firstMonth = first.year * 12 + first.month
    let month = min(firstMonth + Int(months), 2025 * 12 + 11)
    let day = 1 + Int(Draw.uniform(7, row, 28))
    return .moment(
      Moment(
        year: month / 12, month: month % 12,
        day: month == firstMonth ? max(first.day, day) : day))
  }

  /// From 1, as the rows of the file count.
  var id: UInt64 { row + 1 }
  var place: String? { (400..<500).contains(gap) ? nil : EventWords.places[placeNumber] }
  var topic: String? {
    (100..<400).contains(gap) ? nil : EventWords.topics[Int(Draw.skewed(12, row, 24))]
  }
  var country: String? {
    let number = placeNumber * 7 % 64
    return (500..<700).contains(gap)
      ? nil : EventWords.countries[number < 40 ? number : (number - 40) % 3]
  }
  var people: UInt64? {
    let width = 1 + Draw.uniform(10, row, 21)
    return (1000..<1800).contains(gap) ? nil : Draw.bits(11, row) & (1 << width - 1)
  }
  /// The id of a unit in a structure of `count`.
  func unit(of count: Int) -> Int? {
    (2000..<3000).contains(gap)
      ? nil
      : GeneratedUnit.id(ofPlace: Int(Draw.skewed(19, row, UInt64(count))), count: count)
  }

  var title: String {
    let number = Int(Draw.skewed(17, row, 16_384))
    let author =
      switch Draw.uniform(18, row, 10) {
      case ..<2: " n° \(number % 5000)"
      case ..<6: " par " + EventWords.surnames[number]
      default: ""
      }
    return EventWords.kinds[Int(Draw.skewed(13, row, 32))]
      + EventWords.links[Int(Draw.uniform(15, row, 4))]
      + EventWords.places[Int(Draw.skewed(16, row, 512, power: 3))] + author
      + EventWords.tails[Int(Draw.uniform(14, row, 8))]
  }
}

/// Random numbers by counter (Steele, Lea and Flood 2014): any number of any stream, in any order.
enum Draw {
  private static let seed: UInt64 = 20_261_123

  static func bits(_ stream: UInt64, _ row: UInt64) -> UInt64 {
    var mixed = (row &+ seed &+ stream << 56) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number below `count`.
  static func uniform(_ stream: UInt64, _ row: UInt64, _ count: UInt64) -> UInt64 {
    ((bits(stream, row) >> 32) * count) >> 32
  }

  /// A number below `count`, small ones more likely: a power of a uniform fraction.
  static func skewed(
    _ stream: UInt64, _ row: UInt64, _ count: UInt64, power: Int = 2
  ) -> UInt64 {
    let fraction = bits(stream, row) >> 32
    var product = fraction
    for _ in 1..<power { product = (product * fraction) >> 32 }
    return (product * count) >> 32
  }
}
