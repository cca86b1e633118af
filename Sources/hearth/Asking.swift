import Foundation
import HearthCore
import Synchronization

/// What gives a passphrase by itself, while it is waited for: it may take its time, and never answer.
///
/// Callable from any thread.
final class Asking: Sendable {
  private struct State {
    /// The command, until it has ended.
    var process: pid_t?
    var isCalledOff = false
  }

  private let state = Mutex(State())
  /// What is written at one end wakes whoever waits at the other.
  private let ends: (waiting: CInt, waking: CInt)

  init() {
    var ends: [CInt] = [-1, -1]
    // Without them it cannot be called off, and all else is as usual.
    if pipe(&ends) == 0 { for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) } }
    self.ends = (ends[0], ends[1])
  }

  deinit { for end in [ends.waiting, ends.waking] where end >= 0 { close(end) } }

  /// Nobody waits any more. A command is asked to end.
  func callOff() {
    state.withLock { state in
      state.isCalledOff = true
      if let process = state.process { kill(process, SIGTERM) }
    }
    _ = write(ends.waking, "x", 1)
  }

  /// It is this command that is asked.
  func begin(_ process: pid_t) {
    state.withLock { state in
      state.process = process
      if state.isCalledOff { kill(process, SIGTERM) }
    }
  }

  /// - Throws: `interrupted`.
  func awaitInput(of file: CInt) throws(Problem) { try wait(for: file, milliseconds: -1) }

  /// - Returns: the exit status of the command as a shell reports it: 128 plus the signal's number if a signal ended it.
  /// - Throws: `interrupted`; the command may go on for a while then: see ``leave(_:)``.
  func awaitEnd(of process: pid_t) throws(Problem) -> Int {
    var pause: CInt = 1
    while true {
      if let status = statusAtEnd(of: process) { return status }
      // Most end as soon as they have written; of another there is no hurry to hear.
      try wait(for: -1, milliseconds: pause)
      pause = min(50, 2 * pause)
    }
  }

  /// Nobody waits for it, and yet it does not stay in the list of processes once it has ended.
  func leave(_ process: pid_t) {
    Thread.detachNewThread { [self] in
      var ended = siginfo_t()
      // Only looked at: it is taken away where its number is guarded.
      while waitid(P_PID, id_t(process), &ended, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
      _ = statusAtEnd(of: process)
    }
  }

  private func statusAtEnd(of process: pid_t) -> Int? {
    state.withLock { state in
      var status: CInt = 0
      let ended = waitpid(process, &status, WNOHANG)
      if ended == 0 || (ended < 0 && errno == EINTR) { return nil }
      // From here on its number may be another process's.
      state.process = nil
      if ended < 0 { return 127 }
      return Int(status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
    }
  }

  private func wait(for file: CInt, milliseconds: CInt) throws(Problem) {
    var files = [file, ends.waiting].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&files, nfds_t(files.count), milliseconds) < 0 && errno == EINTR {}
    if files[1].revents != 0 { throw .interrupted }
  }
}
