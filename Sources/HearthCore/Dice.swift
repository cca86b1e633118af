/// Numbers that look random and are the same for the same seed (SplitMix64): for journals that are made up.
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

  /// 0 to 99.
  package mutating func throwHundred() -> Int { Int.random(in: 0..<100, using: &self) }

  /// True so often of a hundred times.
  package mutating func falls(_ percent: Int) -> Bool { throwHundred() < percent }
}
