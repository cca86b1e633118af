import CNcurses
import Glibc

/// A thread that runs beside the one that begins it, from its first step on.
package enum Companion {
  /// Begins it on another processor than this one, where there is one: left to itself, the system likes to begin it on
  /// the processor that is busy here, beside an idle one, and there it would wait for as long as that goes on. From its
  /// first step on it runs wherever the system has it.
  ///
  /// - Parameters:
  ///   - name: what the system calls it; of more than 15 bytes it takes none.
  ///   - work: what it does; the thread ends with it.
  /// - Returns: whether the system had room for a thread.
  package static func begin(_ name: String, _ work: @escaping @Sendable () -> Void) -> Bool {
    let start = Unmanaged.passRetained(Start(name: name, work: work))
    let hasBegun = nc_begin_elsewhere(run, start.toOpaque()) == 0
    if !hasBegun { start.release() }
    return hasBegun
  }
}

private func run(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let start else { return nil }
  let begun = Unmanaged<Start>.fromOpaque(start).takeRetainedValue()
  nc_run_anywhere()
  pthread_setname_np(pthread_self(), begun.name)
  begun.work()
  return nil
}

private final class Start: Sendable {
  let name: String
  let work: @Sendable () -> Void

  init(name: String, work: @escaping @Sendable () -> Void) { (self.name, self.work) = (name, work) }
}
