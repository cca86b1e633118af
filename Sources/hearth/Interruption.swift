import Dispatch
import Foundation
import HearthStorage

extension Vault {
  /// Does some long work on the whole journal, which Ctrl-C then ends in good order: it throws `interrupted`, and
  /// everything is as it was.
  func whileInterruptible<Result>(_ work: () throws -> Result) rethrows -> Result {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [self] in interrupt() }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    return try work()
  }
}
