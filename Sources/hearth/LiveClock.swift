import Foundation
import HearthContent
import HearthCore

/// The time it is, and the zone one is in; `HEARTH_NOW` holds both still, for tests and pictures.
struct LiveClock: Sendable {
  let zone: Zone
  private let fixed: Instant?

  /// - Throws: `UsageError` where `HEARTH_NOW` is no date with an offset.
  init(environment: (String) -> String? = Environment.value) throws {
    let system = Zone.system(environment)
    guard let value = environment("HEARTH_NOW"), !value.isEmpty else {
      (zone, fixed) = (system, nil)
      return
    }
    guard let stamp = Stamp(iso: value) else { throw UsageError(sentence: Words()[.shellNowBroken, ["value": value]]) }
    // The hour that was set is the hour to be seen, whatever the zone of the machine.
    zone = system.offset(at: stamp.instant) == stamp.offset ? system : .fixed(seconds: stamp.offset)
    fixed = stamp.instant
  }

  var now: Instant {
    if let fixed { return fixed }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
