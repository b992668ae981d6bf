/// A line of source as it is shown: tabs expanded, control characters visible, and the display
/// column of every cluster.
struct SourceLine {
  /// A grapheme cluster as it is shown.
  private struct Cluster {
    /// Where it begins in the source.
    let byteOffset: Int
    let text: String
    /// Its first display column, from 0.
    let column: Int
    let columns: Int
  }

  /// Tabs go to the next multiple of this.
  private static let tabColumns = 4

  private var clusters: [Cluster] = []
  /// Display columns of the whole line.
  private var columns = 0

  init(_ source: SourceText, lineIndex: Int, isASCII: Bool) {
    let line = source.lineSpan(lineIndex)
    let bytes = source.bytes.span
    var index = Int(line.start)
    while index < Int(line.end) {
      let end = min(GraphemeClusters.cluster(in: bytes, at: index).end, Int(line.end))
      let text =
        bytes[index] == 0x09
        ? String(
          repeating: " ", count: SourceLine.tabColumns - columns % SourceLine.tabColumns)
        : HostileText.visible(source.text(ByteSpan(index, end)), ascii: isASCII)
      let width = DisplayWidth.columns(of: text)
      clusters.append(
        Cluster(byteOffset: index, text: text, column: columns, columns: width))
      columns += width
      index = end
    }
  }

  /// The display columns a span of this line fills; at least one, so that there is a caret.
  func columns(of span: ByteSpan) -> Range<Int> {
    let start = column(at: Int(span.start))
    return start..<max(start + 1, column(at: Int(span.end), isEnd: true))
  }

  /// The display column of the cluster that holds a byte; with `isEnd`, of the cluster's end when
  /// the byte lies inside it.
  private func column(at byteOffset: Int, isEnd: Bool = false) -> Int {
    let next = clusters.firstIndex { $0.byteOffset >= byteOffset } ?? clusters.count
    if next < clusters.count, clusters[next].byteOffset == byteOffset || isEnd {
      return clusters[next].column
    }
    // Past the last cluster's first byte: either inside it or at the end of the line.
    guard next > 0, !isEnd else { return columns }
    let isInside = next < clusters.count
    return isInside ? clusters[next - 1].column : columns
  }

  /// A stretch of the line that fits a width.
  struct Window {
    let text: String
    /// The display columns of the line it shows.
    let shown: Range<Int>

    /// The columns of the window that a range of columns of the line fills; at least one.
    func clip(_ range: Range<Int>) -> Range<Int> {
      let lower = min(max(range.lowerBound, shown.lowerBound), max(shown.upperBound, 1) - 1)
      let upper = max(min(range.upperBound, shown.upperBound), lower + 1)
      return (lower - shown.lowerBound)..<(upper - shown.lowerBound)
    }
  }

  /// The whole line if it fits `columnsMax`, else the part around `focus`, with `mark` where it is
  /// cut.
  func window(around focus: Range<Int>, columnsMax: Int, mark: String) -> Window {
    let needed = max(columns, focus.lowerBound + 1)
    guard needed > columnsMax else {
      let text = clusters.map(\.text).joined()
      return Window(text: text, shown: 0..<max(needed, focus.upperBound))
    }
    let spare = columnsMax - min(focus.count, columnsMax / 2)
    let start = max(0, min(focus.lowerBound - spare / 2, needed - columnsMax))
    let end = start + columnsMax
    let markColumns = DisplayWidth.columns(of: mark)
    let inner = (start + (start > 0 ? markColumns : 0))..<(end - (end < columns ? markColumns : 0))
    let kept = clusters.filter {
      $0.column >= inner.lowerBound && $0.column + $0.columns <= inner.upperBound
    }
    var text = start > 0 ? mark : ""
    // A wide character cut in two leaves a blank column.
    text += String(
      repeating: " ", count: max(0, (kept.first?.column ?? inner.lowerBound) - inner.lowerBound))
    text += kept.map(\.text).joined()
    if end < columns { text += mark }
    return Window(text: text, shown: start..<end)
  }
}
