import FriseTestSupport
import Glibc

/// An expected output kept as it is written, in `Tests/Goldens/render`; unlike the goldens of a
/// pipeline it has no sections, since an output may hold any text.
enum RenderedGolden {
  /// Compares a text with a file. A missing file is written and does not match; `FRISE_RECORD=1`
  /// writes any file anew, but never under `CI`.
  static func matches(_ name: String, _ text: String) -> Bool {
    let path = "Tests/Goldens/render/" + name
    let known = Repository.text(of: path)
    let isRecording = unsafe getenv("FRISE_RECORD") != nil
    if unsafe getenv("CI") == nil, isRecording || known == nil {
      Repository.write(text, to: path)
    }
    return known == text
  }
}
