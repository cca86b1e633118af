import Dispatch
import Foundation
import HearthCore
import HearthStorage
import Synchronization

extension Vault {
  /// Does some long work on the whole journal, which Ctrl-C, a hang-up or a request to end then ends in good order: it
  /// throws `interrupted`, and everything is as it was.
  ///
  /// - Parameter work: is given what throws `interrupted` once one of them came: a key is derived outside of the
  ///   database, where nothing else could end it.
  func whileInterruptible<Result>(
    _ work: (_ goingOn: () throws(Problem) -> Void) throws -> Result
  ) rethrows -> Result {
    let isCalledOff = CalledOff()
    // What is ignored, as `nohup` has it, stays so.
    let ends = [SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) }
    let sources = ends.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        isCalledOff.flag.store(true, ordering: .relaxed)
        interrupt()
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in ends { signal(number, SIG_DFL) }
    }
    return try work { () throws(Problem) in
      if isCalledOff.flag.load(ordering: .relaxed) { throw .interrupted }
    }
  }
}

private func isIgnored(_ number: CInt) -> Bool {
  var action = sigaction()
  sigaction(number, nil, &action)
  return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// Shared with the handler of the signal.
private final class CalledOff: Sendable {
  let flag = Atomic(false)
}
