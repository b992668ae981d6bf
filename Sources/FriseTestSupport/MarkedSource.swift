package import FriseBase

/// A source whose places of interest are marked in the text itself: `where ⟦peple⟧ > 1000`.
///
/// Marks may nest; spans come in the order of their opening marks. `⟦⟧` is an empty span.
package struct MarkedSource: Sendable {
  package let source: SourceText
  package let spans: [ByteSpan]

  package init(_ marked: String, name: String = "q.frise") {
    var bytes: [UInt8] = []
    var spans: [ByteSpan] = []
    var open: [Int] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append(spans.count)
        spans.append(ByteSpan(bytes.count, bytes.count))
      case "⟧":
        if let index = open.popLast() {
          spans[index] = ByteSpan(Int(spans[index].start), bytes.count)
        }
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    self.source = SourceText(name: name, bytes: bytes)
    self.spans = spans
  }
}
