import Glibc

/// Measures a span of time on the monotonic clock.
struct Stopwatch {
  private let startNanoseconds = Self.now()

  /// Milliseconds since the start, to a tenth: `12.3`.
  var millisecondsText: String {
    let tenths = (Self.now() - startNanoseconds) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func now() -> Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
