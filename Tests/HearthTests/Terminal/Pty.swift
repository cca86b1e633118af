import Foundation
import Glibc

/// A pseudo-terminal with one program on it: descriptors and process numbers, nothing of pictures.
///
/// The program leads a session of its own and has the terminal as its controlling one, as under a shell.
final class Pty {
  /// What can go wrong before there is anything to look at.
  enum Trouble: Error {
    case noTerminal(errno: Int32)
    case noProgram(String, errno: Int32)
  }

  /// How a program ended.
  enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// The process, which is also its group and session.
  let process: pid_t
  private(set) var ending: Ending?
  private var controller: Int32

  /// Starts `program` on a new terminal.
  ///
  /// - Parameters:
  ///   - arguments: Without the program's own name.
  ///   - environment: The whole of it; nothing is inherited.
  ///   - folder: The working directory.
  init(
    program: String, arguments: [String], environment: [String: String], folder: String, size: ScreenSize
  ) throws {
    guard access(program, X_OK) == 0 else { throw Trouble.noProgram(program, errno: errno) }
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard controller >= 0 else { throw Trouble.noTerminal(errno: errno) }
    let name = try Self.unlock(controller)
    Self.setSize(size, of: controller)
    do {
      // Glibc's module has no call to spawn into a folder; the shell has, and becomes the program.
      let words = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder, program] + arguments
      process = try Self.spawn(words, environment: environment, terminal: name)
    } catch {
      close(controller)
      throw error
    }
  }

  deinit {
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    hangUp()
    if ending == nil { waitpid(process, nil, 0) }
  }

  /// What the program has written, at most 64 kB; empty when there is nothing within `milliseconds`, nil at the end.
  func read(within milliseconds: Int32) -> [UInt8]? {
    guard controller >= 0 else { return nil }
    var door = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&door, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(controller, &bytes, bytes.count)
    if count > 0 { return Array(bytes[..<count]) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
  }

  /// Writes as much as the terminal takes at once.
  ///
  /// - Returns: How many bytes that was.
  func write(_ bytes: ArraySlice<UInt8>) -> Int {
    max(0, bytes.withUnsafeBytes { Glibc.write(controller, $0.baseAddress, $0.count) })
  }

  /// Gives the window another size; the kernel tells the program.
  func resize(to size: ScreenSize) { Self.setSize(size, of: controller) }

  /// Sends a signal to the program alone.
  func signal(_ number: Int32) { kill(process, number) }

  /// Takes the terminal away, as when a window is closed.
  func hangUp() {
    guard controller >= 0 else { return }
    close(controller)
    controller = -1
  }

  /// Looks whether the program has ended, without waiting.
  func checkEnding() -> Ending? {
    guard ending == nil else { return ending }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    ending = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    return ending
  }

  /// Whether the program is stopped, as by Ctrl-Z.
  var isStopped: Bool {
    let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return stat.split(separator: ")").last?.hasPrefix(" T") ?? false
  }
}

extension Pty {
  /// `unlockpt` and `ptsname`, which Glibc's module leaves out: TIOCSPTLCK and TIOCGPTN.
  private static func unlock(_ controller: Int32) throws -> String {
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(controller, 0x4004_5431, &isLocked) == 0, ioctl(controller, 0x8004_5430, &number) == 0 else {
      throw Trouble.noTerminal(errno: errno)
    }
    return "/dev/pts/\(number)"
  }

  private static func setSize(_ size: ScreenSize, of controller: Int32) {
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &window)
  }

  private static func spawn(
    _ words: [String], environment: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a new session, the terminal becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var every = sigset_t()
    sigfillset(&every)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setsigmask(&attributes, &none)
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

    return try withCStrings(words) { words in
      try withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        var process: pid_t = 0
        let program = words[0].map { String(cString: $0) } ?? ""
        let failure = posix_spawn(&process, program, &actions, &attributes, words, environment)
        guard failure == 0 else { throw Trouble.noProgram(program, errno: failure) }
        return process
      }
    }
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) throws -> Result
  ) rethrows -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return try copies.withUnsafeBufferPointer { try body($0.baseAddress!) }
  }
}
