import HearthCore

/// Grants wishes and answers with events. The live form works on the storage thread; tests use one in memory that
/// remembers what it was asked.
///
/// One closure serves all wishes, so that the compiler checks each implementation for every case of `Wish`.
package struct Services: Sendable {
  /// Delivers the answer to a wish; callable from any thread.
  package typealias Reply = @Sendable (Event) -> Void

  /// Grants a wish; `now` is the time at which it was made.
  package let grant: @Sendable (Wish, _ now: Instant, @escaping Reply) -> Void

  package init(grant: @escaping @Sendable (Wish, _ now: Instant, @escaping Reply) -> Void) { self.grant = grant }
}
