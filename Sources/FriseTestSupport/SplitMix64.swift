/// A small random generator with a fixed seed (Steele, Lea and Flood 2014): property tests draw the
/// same cases on every run.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { self.state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A random scalar: ASCII, a space, Latin, a combining mark, or any plane.
  package mutating func nextScalar() -> Unicode.Scalar {
    let range: ClosedRange<UInt32> =
      switch next() % 8 {
      case 0...2: 0x20...0x7E
      case 3: 0x09...0x0D
      case 4: 0x80...0x24F
      case 5: 0x300...0x36F
      case 6: 0x250...0xFFFF
      default: 0x1_0000...0x10_FFFF
      }
    return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? "\u{FFFD}"
  }

  /// A random text of up to `lengthScalarsMax` scalars.
  package mutating func nextText(lengthScalarsMax: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...lengthScalarsMax, using: &self) {
      scalars.append(nextScalar())
    }
    return String(scalars)
  }
}
