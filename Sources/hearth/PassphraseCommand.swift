import Foundation
import HearthCore

/// The command a person has named to give the passphrase, such as one of a password manager.
struct PassphraseCommand: Equatable, Sendable {
  static let variable = "HEARTH_PASSPHRASE_COMMAND"

  /// For `/bin/sh -c`.
  let text: String

  /// Nil where none is named.
  init?(environment: (String) -> String? = Environment.value) {
    guard let text = environment(PassphraseCommand.variable), !text.isEmpty else { return nil }
    self.text = text
  }

  /// Runs it, and waits for its end: for as long as it wants to ask somebody. What it says on standard error is seen,
  /// what it writes is not.
  ///
  /// - Parameter asking: by it, somebody may call it off.
  /// - Returns: the first line it writes.
  /// - Throws: `passphraseCommandFailed` where it ends otherwise than well, or writes nothing; `interrupted` where it was
  ///   called off.
  func ask(_ asking: Asking = Asking()) throws(Problem) -> TypedKey {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .passphraseCommandFailed(status: 127) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let started = start(writingTo: ends[1])
    close(ends[1])
    guard let process = started else {
      close(ends[0])
      throw .passphraseCommandFailed(status: 127)
    }
    asking.begin(process)
    do throws(Problem) {
      let answer = answer(in: ends[0], asking)
      // Before its end is waited for: one that would write for ever ends at that.
      close(ends[0])
      if case .failure(.interrupted) = answer { throw .interrupted }
      let status = try asking.awaitEnd(of: process)
      let key = try answer.get()
      guard status == 0, !key.isEmpty else { throw .passphraseCommandFailed(status: status) }
      return key
    } catch {
      if error == .interrupted { asking.leave(process) }
      throw error
    }
  }

  private func answer(in file: CInt, _ asking: Asking) -> Result<TypedKey, Problem> {
    Result { () throws(Problem) in
      let key = try TypedKey(from: file, asking)
      try drain(file, asking)
      return key
    }
  }

  /// Starts with empty stdin and default signal handling.
  private func start(writingTo file: CInt) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, file, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGPIPE, SIGUSR1, SIGXFSZ] { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    // The storage thread blocks all signals; the command must not inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let line: [String] = ["/bin/sh", "-c", text]
    let words = line.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    return posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ) == 0 ? process : nil
  }

  /// Reads to the end, so that a command that writes more than one line does not fail with SIGPIPE.
  private func drain(_ file: CInt, _ asking: Asking) throws(Problem) {
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      try asking.awaitInput(of: file)
      let count = read(file, &piece, piece.count)
      if count == 0 || (count < 0 && errno != EINTR) { return }
    }
  }
}
