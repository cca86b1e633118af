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
  /// - Returns: the first line it writes.
  /// - Throws: `passphraseCommandFailed` where it ends otherwise than well, or writes nothing.
  func ask() throws(Problem) -> TypedKey {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .passphraseCommandFailed(status: 127) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    let process = start(writingTo: ends[1])
    close(ends[1])
    let key: TypedKey
    do throws(Problem) {
      key = try firstLine(of: ends[0])
    } catch {
      // Closed first: one that would write for ever ends at that.
      close(ends[0])
      _ = process.map(awaitEnd)
      throw error
    }
    drain(ends[0])
    close(ends[0])
    let status = process.map(awaitEnd) ?? 127
    guard status == 0, !key.isEmpty else { throw .passphraseCommandFailed(status: status) }
    return key
  }

  private func firstLine(of file: CInt) throws(Problem) -> TypedKey {
    var line = try SecretLine.read(from: file) ?? []
    return TypedKey(wiping: &line)
  }

  /// Starts with empty stdin and default signal handling.
  private func start(writingTo file: CInt) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, file, STDOUT_FILENO)
    if file > STDERR_FILENO { posix_spawn_file_actions_addclose(&actions, file) }
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
  private func drain(_ file: CInt) {
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(file, &piece, piece.count)
      if count == 0 || (count < 0 && errno != EINTR) { return }
    }
  }

  /// The exit status as a shell reports it: 128 plus the signal's number if a signal ended the command.
  private func awaitEnd(_ process: pid_t) -> Int {
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return 127 }
    }
    return Int(status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
  }
}
