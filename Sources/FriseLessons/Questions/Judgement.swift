package import FriseBase

/// How an answer is judged, and what is said about it.
package struct Judgement: Sendable, Hashable {
  package let mark: Mark
  /// One sentence each: what differs, what was reached.
  package var remarks: [Localized]
  /// The options taken, from 1, for the item analysis of a results file.
  package var chosen: [Int]

  package init(_ mark: Mark, _ remarks: [Localized] = [], chosen: [Int] = []) {
    self.mark = mark
    self.remarks = remarks
    self.chosen = chosen
  }

  /// What an answer is worth.
  package enum Mark: String, Sendable, Hashable, CaseIterable {
    case right, partly, wrong
    /// A text of the pupil's own: nobody grades it here.
    case kept
  }
}
