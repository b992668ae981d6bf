/// The accents and the case of a text while its sort key is made. They are compared only where all
/// base letters are alike, so that weights at the end that say nothing are left out.
struct CollationLevels {
  /// What a letter is written as, in order.
  enum Form: UInt8 {
    case lower = 2
    case variant, upper, upperVariant
  }

  /// Stands between the levels of a key, below every weight.
  private static let separator: UInt8 = 1
  /// A base letter, in the level of accents.
  private static let base: UInt8 = 2

  private var accents: [UInt8] = []
  /// Base letters since the last accent.
  private var pendingBases = 0
  private var forms: [UInt8] = []
  /// Letters in lower case since the last of another form.
  private var pendingForms = 0

  /// Notes one base letter.
  mutating func addBase(form: Form) {
    pendingBases += 1
    if form == .lower {
      pendingForms += 1
    } else {
      for _ in 0..<pendingForms { forms.append(Form.lower.rawValue) }
      pendingForms = 0
      forms.append(form.rawValue)
    }
  }

  /// Notes a mark on the last base letter.
  mutating func addMark(_ mark: UInt32) {
    for _ in 0..<pendingBases { accents.append(CollationLevels.base) }
    pendingBases = 0
    switch mark {
    case 0x301: accents.append(3)
    case 0x300: accents.append(4)
    case 0x306: accents.append(5)
    case 0x302: accents.append(6)
    case 0x30C: accents.append(7)
    case 0x30A: accents.append(8)
    case 0x308: accents.append(9)
    case 0x30B: accents.append(10)
    case 0x303: accents.append(11)
    case 0x307: accents.append(12)
    case 0x335: accents.append(13)
    case 0x327: accents.append(14)
    case 0x328: accents.append(15)
    case 0x304: accents.append(16)
    default:
      accents.append(17)
      for shift: UInt32 in [14, 7, 0] { accents.append(2 + UInt8(mark >> shift & 0x7F)) }
    }
  }

  /// Appends the levels that say something to the key.
  func finish(_ key: inout [UInt8]) {
    guard !accents.isEmpty || !forms.isEmpty else { return }
    key.append(CollationLevels.separator)
    key.append(contentsOf: accents)
    guard !forms.isEmpty else { return }
    key.append(CollationLevels.separator)
    key.append(contentsOf: forms)
  }
}
