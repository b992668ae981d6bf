/// A timeline as a self-contained SVG: a constant scale, lanes without overlaps, each unsure end
/// drawn as such, the axis under them.
package enum TimelineSVG {
  /// `<svg>…</svg>`: without script, without reference to anything outside.
  /// `rows`: The row of the page's table that each item links to; none where empty.
  package static func drawn(
    _ picture: TimelinePicture, _ place: PicturePlace, rows: [Int] = []
  ) -> String {
    TimelineDrawingSVG(TimelineLayout(picture), place, rows: rows).drawn()
  }
}

/// Measures of a timeline in SVG, in pixels.
enum TimelineMeasure {
  static let width = 1200.0
  static let margin = 36.0
  /// Where the axis begins and ends, and how long it is.
  static let axisStart = margin
  static let axisEnd = width - margin
  static let axisLength = axisEnd - axisStart
  /// Height of a lane with one line of text, and of each further line.
  static let laneHeight = 30.0
  static let lineHeight = 19.0
  static let labelSize = 15.0
  static let tickSize = 14.0
  static let barHeight = 14.0
  /// A label that needs more room than this is not put beside its mark where there is less.
  static let labelRoomMinimum = 320.0
  /// Between a bar and its label.
  static let labelGap = 8.0
  /// Between two things in a lane.
  static let laneGap = 18.0
  static let axisHeight = 34.0
  /// Height of the drawing of a crowd.
  static let crowdHeight = 180.0
  /// Lanes higher than this have an axis over them too.
  static let highLanes = 500.0
}
