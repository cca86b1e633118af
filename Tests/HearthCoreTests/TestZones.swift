import HearthCore

extension Zone {
  /// Clocks as in Stockholm from 2025 to 2027, from a table, so that no test asks the machine.
  static let stockholm = Zone(name: "Europe/Stockholm") { instant in
    // The last Sundays of March and October, at 01:00 UTC.
    let summers = [(1_743_296_400, 1_761_440_400), (1_774_746_000, 1_792_890_000), (1_806_195_600, 1_824_944_400)]
    return summers.contains { $0.0 <= instant.seconds && instant.seconds < $0.1 } ? 7200 : 3600
  }

  /// Apia left out 30 December 2011, going from ten hours behind UTC to fourteen before it.
  static let apia = Zone(name: "Pacific/Apia") { $0.seconds < 1_325_239_200 ? -36_000 : 50_400 }
}

extension Instant {
  /// `2026-03-03T14:30:00+01:00`; a test that mistypes one gets 1970.
  init(_ iso: String) { self = Stamp(iso: iso)?.instant ?? Instant(seconds: 0) }
}

extension DateLanguage {
  /// Tuesday, 3 March 2026, half past two in the afternoon, in Stockholm.
  static func at(
    _ now: String = "2026-03-03T14:30:00+01:00", zone: Zone = .stockholm, dayEnd: DayEnd = .four,
    order: Order = .unset, weekStart: Int = 1, dated: Stamp? = nil
  ) -> DateLanguage {
    DateLanguage(now: Instant(now), zone: zone, dayEnd: dayEnd, order: order, weekStart: weekStart, dated: dated)
  }
}
