import HearthCore

/// The world: grants wishes and answers with facts. The live form works on the storage thread; tests bring one in memory
/// that remembers what it was asked.
///
/// One closure instead of one a wish: the compiler asks every form for every case of `Wish`, and nothing is listed twice.
package struct Services: Sendable {
  /// Tells the loop what came of a wish; callable from any thread.
  package typealias Reply = @Sendable (Event) -> Void

  /// Grants a wish; `now` is the time it was made at.
  package let grant: @Sendable (Wish, _ now: Instant, @escaping Reply) -> Void

  package init(grant: @escaping @Sendable (Wish, _ now: Instant, @escaping Reply) -> Void) { self.grant = grant }
}
