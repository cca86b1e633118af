import Curses
import Dispatch
import Synchronization

/// A thread on which work is done in turn, one piece after the other. It begins with the first, and lives as long as the
/// program.
///
/// A serial `DispatchQueue` would do the same, but hands each piece to whichever of its workers is at hand, which is
/// mostly another one.
final class WorkThread: Sendable {
  private typealias Work = @Sendable () -> Void

  private struct State {
    var waiting: [Work] = []
    var hasBegun = false
  }

  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)
  private let name: String

  /// - Parameter name: what the system calls it.
  init(_ name: String) { self.name = name }

  /// Does it after what is in line already. Callable from any thread.
  func async(_ work: @escaping @Sendable () -> Void) {
    let begins = state.withLock { state in
      state.waiting.append(work)
      defer { state.hasBegun = true }
      return !state.hasBegun
    }
    if begins && !begin() { return doHere() }
    bell.signal()
  }

  /// The same, and comes back when it is done. Not to be called from the thread itself.
  func sync(_ work: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    async {
      work()
      done.signal()
    }
    done.wait()
  }

  private func begin() -> Bool {
    Companion.begin(name) { [self] in
      while true {
        bell.wait()
        state.withLock { $0.waiting.removeFirst() }()
      }
    }
  }

  /// The system has no room for a thread. Who asks waits then, and nothing is lost; the next piece tries again.
  private func doHere() {
    let waiting = state.withLock { state in
      defer { state = State() }
      return state.waiting
    }
    for work in waiting { work() }
  }
}
