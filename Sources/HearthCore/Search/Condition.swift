/// What an entry has to be to be found: the meaning of a search, whatever words it was typed in.
///
/// Values of one meaning may differ in shape; what they find never depends on the order of their parts.
package indirect enum Condition: Hashable, Sendable {
  /// These words stand one after the other in the text. Case and accents do not count.
  /// - Parameter isBegun: the last word may go on: `can` finds canal.
  case words(String, isBegun: Bool)
  /// Without `#`. A tag with parts below it means these too: `walk` is also `walk/canal`.
  /// - Parameter isBegun: every tag that begins so.
  case tag(String, isBegun: Bool)
  /// Mentioned in the text. Without `@`, any case.
  /// - Parameter isBegun: everyone whose name begins so.
  case person(String, isBegun: Bool)
  /// A mood was set and lies between these, both included; 1 (lowest) to 5.
  case mood(ClosedRange<Int>)
  /// It belongs to one of these days, both ends included; nil for open.
  case days(from: Day?, to: Day?)
  /// It answers this question, by its id.
  case prompt(String)
  case starred
  /// All of them; every entry where there is none.
  case all([Condition])
  /// At least one of them; no entry where there is none.
  case any([Condition])
  case not(Condition)

  /// Holds for every entry.
  package static let everything = Condition.all([])

  /// Both, without needless layers.
  package func and(_ other: Condition) -> Condition {
    switch (self, other) {
    case (.everything, _): other
    case (_, .everything): self
    case (.all(let mine), .all(let others)): .all(mine + others)
    case (.all(let mine), _): .all(mine + [other])
    case (_, .all(let others)): .all([self] + others)
    default: .all([self, other])
    }
  }
}
