internal import HearthCore

/// Chance that comes out the same each time.
package struct SeededDice: RandomNumberGenerator {
  private var dice: Dice

  package init(_ seed: Int) { dice = Dice(seed: UInt64(truncatingIfNeeded: seed)) }

  package mutating func next() -> UInt64 { dice.next() }
}
