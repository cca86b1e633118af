import HearthApp
import HearthCore
import Synchronization

/// What the journal's thread is at, as far as it may be called off. Callable from any thread.
///
/// A save, or anything else that is short, is never ended half way: calling off reaches long work alone.
final class LongWork: Sendable {
  private struct State {
    /// Nil while there is none at work.
    var present: Wish.Length?
    var isCalledOff = false
    var isLeft = false

    var isOver: Bool { isCalledOff || isLeft && present == .dispensable }
  }

  private let state = Mutex(State())

  /// Some was asked for: what was called off before is over.
  func isAskedFor() {
    state.withLock { ($0.isCalledOff, $0.isLeft) = (false, false) }
  }

  /// Does it. Meanwhile `stop` reaches it.
  func during<Value>(_ length: Wish.Length, _ work: () -> Value) -> Value {
    state.withLock { $0.present = length == .short ? nil : length }
    defer { state.withLock { $0.present = nil } }
    return work()
  }

  /// Nobody wants it any more.
  ///
  /// - Parameter stop: ends what is at work, and is not called where that is anything else.
  func callOff(_ stop: () -> Void) {
    state.withLock { state in
      state.isCalledOff = true
      if state.present != nil { stop() }
    }
  }

  /// Nobody is there to wait for it: what can be done another day ends, and the rest comes to its end.
  ///
  /// - Parameter stop: as for `callOff`.
  func leave(_ stop: () -> Void) {
    state.withLock { state in
      state.isLeft = true
      if state.isOver, state.present != nil { stop() }
    }
  }

  /// To be asked in the middle of it.
  func goOn() throws(Problem) {
    if state.withLock({ $0.isOver }) { throw .interrupted }
  }
}

extension Wish {
  enum Length {
    case short
    /// May take seconds, and can be called off; nothing is lost where it ends because somebody leaves.
    case dispensable
    /// The same, but somebody relies on it: it ends early only where they say so.
    case promised
  }

  var length: Length {
    switch self {
    case .backUp, .checkBackup, .export: .dispensable
    case .reseal, .renewBackups, .erase, .erasePerson: .promised
    default: .short
    }
  }
}
