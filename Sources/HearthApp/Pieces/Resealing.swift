import Canvas
import HearthContent

/// How far sealing the journal anew has come. It is asked for while that lasts, since the journal's own thread has
/// nothing to say before its end.
struct Resealing: Equatable {
  /// Of the journal, how much is written.
  private var percent: Int?
  /// The uptime at which it asks next.
  private(set) var wakes: Int?

  /// Milliseconds; a journal of a few years is done before it asks twice.
  private static let pause = 250

  static let begun = Resealing(percent: nil, wakes: 0)
  static let none = Resealing(percent: nil, wakes: nil)

  mutating func learn(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .ticked where wakes.map { $0 <= context.uptime } == true:
      wakes = context.uptime + Self.pause
      return [.wish(.howFar)]
    case .reseals(let percent): self.percent = percent
    default: break
    }
    return []
  }

  /// Below what is said all the while.
  func lines(_ words: Words) -> [Line] {
    guard let percent else { return [] }
    return [Line(), Line(words[.passphraseWritten, ["n": words.number(percent)]])]
  }
}
