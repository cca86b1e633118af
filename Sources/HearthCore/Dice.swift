import FoundationEssentials

/// Numbers that look random and are the same for the same seed (SplitMix64): for journals that are made up, and
/// for what is to look chosen and be the same each time.
package struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to 1, which it never is.
  package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// 0 up to the bound, which it never is.
  package mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// One of them; there has to be one.
  package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

  /// 0 to 99.
  package mutating func throwHundred() -> Int { number(below: 100) }

  /// True so often of a hundred times.
  package mutating func falls(_ percent: Int) -> Bool { throwHundred() < percent }
}

extension UUID {
  /// The same from the same dice.
  package init(from dice: inout Dice) {
    var bytes = (0..<2).flatMap { _ in withUnsafeBytes(of: dice.next(), Array.init) }
    // As any other that is drawn: version 4, of the usual kind.
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}
