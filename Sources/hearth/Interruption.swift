import Dispatch
import Foundation
import HearthCore
import HearthStorage
import Synchronization

extension Vault {
  /// Does some long work on the whole journal, which Ctrl-C then ends in good order: it throws `interrupted`, and
  /// everything is as it was.
  ///
  /// - Parameter work: is given what throws `interrupted` once Ctrl-C was pressed: a key is derived outside of the
  ///   database, where nothing else could end it.
  func whileInterruptible<Result>(
    _ work: (_ goingOn: () throws(Problem) -> Void) throws -> Result
  ) rethrows -> Result {
    signal(SIGINT, SIG_IGN)
    let isCalledOff = CalledOff()
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [self] in
      isCalledOff.flag.store(true, ordering: .relaxed)
      interrupt()
    }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    return try work { () throws(Problem) in
      if isCalledOff.flag.load(ordering: .relaxed) { throw .interrupted }
    }
  }
}

/// Shared with the handler of the signal.
private final class CalledOff: Sendable {
  let flag = Atomic(false)
}
