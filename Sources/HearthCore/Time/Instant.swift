/// A point on the world's time line, in milliseconds since 1970-01-01 00:00 UTC, leap seconds not counted.
package struct Instant: Hashable, Comparable, Sendable, Codable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }
  package init(seconds: Int) { milliseconds = Int64(seconds) * 1000 }

  /// Whole seconds, rounded towards the past, so that 23:59:59.999 is still that second.
  package var seconds: Int { Int(milliseconds.flooredQuotient(1000)) }

  package static func < (earlier: Instant, later: Instant) -> Bool { earlier.milliseconds < later.milliseconds }

  /// Later by so many seconds, or earlier where that is below 0.
  package func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }

  package init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension FixedWidthInteger {
  /// Division that rounds down also below zero: days and seconds before 1970 keep their place.
  package func flooredQuotient(_ divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The rest that goes with `flooredQuotient`, always in 0 ..< divisor.
  package func flooredRemainder(_ divisor: Self) -> Self { self - flooredQuotient(divisor) * divisor }
}
