import Foundation

/// A file that bears a name before it is whole: it goes, whether its writer gives up or a signal ends the process.
enum UnfinishedFileCleanup {
  /// Of the one there is; what a signal's handler reads has to lie still.
  private nonisolated(unsafe) static var name: UnsafeMutablePointer<CChar>?

  private static let endings = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

  /// Signals that the full screen hears itself, and those that are not to be heard at all, stay as they are.
  static func begin(_ path: String) {
    name = strdup(path)
    for number in endings where handler(of: number) == nil {
      signal(number) { number in
        UnfinishedFileCleanup.sweep()
        // The true death, with the true status.
        signal(number, SIG_DFL)
        raise(number)
      }
      heard.append(number)
    }
  }

  /// What still bears the name goes; afterwards signals end the process as they did before.
  static func end() {
    sweep()
    for number in heard { signal(number, SIG_DFL) }
    heard = []
    free(name)
    name = nil
  }

  private nonisolated(unsafe) static var heard: [CInt] = []

  private static func sweep() {
    if let name { unlink(name) }
  }

  /// Nil for the usual one.
  private static func handler(of number: CInt) -> (@convention(c) (CInt) -> Void)? {
    var action = sigaction()
    sigaction(number, nil, &action)
    return action.__sigaction_handler.sa_handler
  }
}
