extension Stamp {
  /// Reads ISO 8601 with an offset: `2026-03-03T21:04:00+01:00`, `…Z`, seconds and fractions optional. Nil for anything
  /// else, also for a date or a clock that does not exist. The zone's name is the offset unless one is given.
  package init?(iso text: String, zone: String? = nil) {
    guard let split = text.firstIndex(where: { $0 == "T" || $0 == " " }), let day = Day(String(text[..<split]))
    else { return nil }
    let rest = text[text.index(after: split)...]
    guard let mark = rest.firstIndex(where: { "Zz+-".contains($0) }),
      let time = Stamp.clockMilliseconds(rest[..<mark]), let offset = Stamp.offset(rest[mark...])
    else { return nil }
    let milliseconds = Int64(day.number) * 86_400_000 + Int64(time) - Int64(offset) * 1000
    self.init(
      instant: Instant(milliseconds: milliseconds), offset: offset,
      zone: zone ?? (offset == 0 ? "UTC" : Stamp.offsetText(offset)))
  }

  /// Milliseconds after midnight of `21:04`, `21:04:05` or `21:04:05.25`.
  private static func clockMilliseconds(_ text: Substring) -> Int? {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { $0.count == 2 ? number($0) : nil }
    guard (2...3).contains(fields.count), numbers.count == fields.count, numbers[0] < 24, numbers[1] < 60,
      numbers.count == 2 || numbers[2] < 60
    else { return nil }
    var thousandths = 0
    if halves.count == 2 {
      guard numbers.count == 3, let value = number(halves[1].prefix(3)), halves[1].allSatisfy(\.isASCIIDigit) else {
        return nil
      }
      thousandths = [100, 10, 1][halves[1].prefix(3).count - 1] * value
    }
    return ((numbers[0] * 60 + numbers[1]) * 60 + (numbers.count == 3 ? numbers[2] : 0)) * 1000 + thousandths
  }

  /// Seconds east of UTC of `Z`, `+01:00`, `+0100`, `-05` or `+00:19:32`; less than a day.
  private static func offset(_ text: Substring) -> Int? {
    if text.lowercased() == "z" { return 0 }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard let sign = text.first, "+-".contains(sign), [2, 4, 6].contains(digits.count), let value = number(digits)
    else { return nil }
    let filled = digits.count == 2 ? value * 10_000 : digits.count == 4 ? value * 100 : value
    let (hours, minutes, seconds) = (filled / 10_000, filled / 100 % 100, filled % 100)
    guard hours < 24, minutes < 60, seconds < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds)
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    !text.isEmpty && text.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
  }
}
