import Glibc

/// Measures a span of time on the monotonic clock.
struct Stopwatch {
  private let startNanoseconds = Self.nanoseconds()

  /// Milliseconds since the start, to a tenth: `12.3`.
  var millisecondsText: String {
    let tenths = (Self.nanoseconds() - startNanoseconds) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The day it is here, counted from 1970-01-01.
  static func localDay() -> Int64 {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&now, &parts)
    let seconds = Int64(now) + Int64(unsafe parts.tm_gmtoff)
    return seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }

  /// The time of day it is here: `15:04:05`.
  static func timeOfDay() -> String {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&now, &parts)
    let numbers = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec]
    return numbers.map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }

  /// Nanoseconds of a clock that never jumps.
  static func nanoseconds() -> Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
