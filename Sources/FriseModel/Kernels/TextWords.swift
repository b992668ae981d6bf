/// Words of a text: runs of letters, digits and their marks; all else lies between words.
package enum TextWords {
  /// The words of a text, in order.
  package static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      if isWordScalar(scalar) {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// True for letters, digits and combining marks.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0..<0x80: return false
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
        return true
      default: return false
      }
    }
  }

  /// True when the scalar that ends before `index` is not part of a word, or there is none after
  /// `lowerBound`. `bytes` are valid UTF-8.
  static func isWordStart(_ bytes: Span<UInt8>, at index: Int, from lowerBound: Int) -> Bool {
    guard index > lowerBound else { return true }
    var start = index - 1
    if bytes[start] < 0x80 { return !isWordScalar(Unicode.Scalar(bytes[start])) }
    while start > lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let lead = bytes[start]
    var value = UInt32(lead) & (lead >= 0xF0 ? 0x07 : lead >= 0xE0 ? 0x0F : 0x1F)
    for next in (start + 1)..<index { value = value << 6 | UInt32(bytes[next] & 0x3F) }
    return Unicode.Scalar(value).map { !isWordScalar($0) } ?? true
  }
}

extension TextColumn {
  /// The texts in small letters.
  package func lowered() -> TextColumn { mapTexts { $0.lowercased() } }

  /// The texts in capitals.
  package func uppered() -> TextColumn { mapTexts { $0.uppercased() } }

  /// Each distinct text of the pool replaced once.
  private func mapTexts(_ change: (String) -> String) -> TextColumn {
    var builder = StringPoolBuilder()
    let newCodes = (0..<Int32(pool.count)).map { builder.add(change(pool[$0])) }
    let changed = codes.map { $0 < 0 ? -1 : newCodes[Int($0)] }
    return TextColumn(codes: changed, pool: builder.build())
  }

  /// The words of each text, in order.
  package func words() -> ListColumn {
    var builder = StringPoolBuilder()
    var bounds: [Int32] = [0]
    var poolItems: [Int32] = []
    for code in 0..<Int32(pool.count) {
      for word in TextWords.split(pool[code]) { poolItems.append(builder.add(word)) }
      bounds.append(Int32(poolItems.count))
    }
    var items: [Int32] = []
    var offsets: [Int32] = [0]
    for code in codes {
      if code >= 0 { items += poolItems[Int(bounds[Int(code)])..<Int(bounds[Int(code) + 1])] }
      offsets.append(Int32(items.count))
    }
    return ListColumn(
      offsets: offsets, items: .text(TextColumn(codes: items, pool: builder.build())))
  }

  /// How many characters (grapheme clusters) each text has.
  package func lengths() -> NumberColumn {
    let poolLengths = (0..<Int32(pool.count)).map { code in
      pool.latinLength(code) ?? Int64(pool[code].count)
    }
    return NumberColumn(
      values: codes.map { $0 < 0 ? NumberColumn.none : poolLengths[Int($0)] })
  }
}

extension StringPool {
  /// How many characters a text has in which each scalar is one, as long as all lie below the
  /// combining marks and no line ends in two; nil for others.
  func latinLength(_ code: Int32) -> Int64? {
    let text = Int(offsets[Int(code)])..<Int(offsets[Int(code) + 1])
    return unsafe bytes.withUnsafeBytes { bytes in
      var length = text.count
      var index = text.lowerBound
      let high: UInt64 = 0x8080_8080_8080_8080
      let each: UInt64 = 0x0101_0101_0101_0101
      while index < text.upperBound {
        if index &+ 8 <= bytes.count {
          var word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let left = text.upperBound &- index
          if left < 8 {
            // What lies beyond the text is blanked.
            let beyond = UInt64.max << UInt64(left &* 8)
            word = (word & ~beyond) | (each &* 0x20 & beyond)
          }
          // The high bit of every byte above 0xCB: both its first bits, and 0x0C or more below.
          let above = ((word & (each &* 0x3F)) &+ (each &* 0x74)) & word & (word << 1)
          // The same of every byte that is no return: not ASCII, or 0x0E or more.
          let plain = ((word | high) &- (each &* 0x0E)) | word
          if plain & ~above & high == high {
            // Bytes that go on with a character have the first bit alone: a 1 for each, added up.
            let following = (word & ~(word << 1) & high) >> 7
            length &-= Int(truncatingIfNeeded: (following &* each) >> 56)
            index &+= 8
            continue
          }
        }
        let byte = unsafe bytes[index]
        if byte > 0xCB || byte == 0x0D { return nil }
        if byte & 0xC0 == 0x80 { length &-= 1 }
        index &+= 1
      }
      return Int64(length)
    }
  }
}
