/// An exact decimal number: `coefficient` / 10^`scale`, kept without trailing zeros.
package struct ExactNumber: Sendable, Hashable {
  package let coefficient: Int128
  /// Digits after the point, 0...38.
  package let scale: UInt8

  package init(coefficient: Int128, scale: UInt8) {
    var coefficient = coefficient
    var scale = coefficient == 0 ? 0 : scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    self.coefficient = coefficient
    self.scale = scale
  }

  package init(_ integer: some BinaryInteger) {
    self.init(coefficient: Int128(truncatingIfNeeded: integer), scale: 0)
  }
}
