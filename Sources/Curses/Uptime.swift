import CNcurses
import Glibc

/// A span of time, or a point on the uptime clock, in milliseconds.
package typealias Milliseconds = Int

/// The clock that deadlines are set by.
///
/// It counts from the start of the machine, never jumps when someone sets the time of day, and goes on counting while
/// the machine sleeps: what fell due in a closed laptop is due when the lid opens.
package enum Uptime {
  /// Milliseconds since the machine started, sleep included.
  package static func now() -> Milliseconds {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// The same without the time in which the machine slept.
  package static func awake() -> Milliseconds {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
