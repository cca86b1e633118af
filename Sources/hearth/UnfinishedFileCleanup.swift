import Foundation

/// Removes a named file that is still incomplete when its writer gives up or a signal ends the process.
enum UnfinishedFileCleanup {
  /// Path of the file being written; a C string at a fixed address, readable from a signal handler.
  private nonisolated(unsafe) static var name: UnsafeMutablePointer<CChar>?

  private static let endings = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

  /// Installs the handlers, except for signals that are already handled or ignored.
  static func begin(_ path: String) {
    name = strdup(path)
    for number in endings where handler(of: number) == nil {
      signal(number) { number in
        UnfinishedFileCleanup.sweep()
        // Ends the process by the same signal, so that its parent sees the real cause.
        signal(number, SIG_DFL)
        raise(number)
      }
      heard.append(number)
    }
  }

  /// Removes the file if it still has its temporary name, and restores the default handling of signals.
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
