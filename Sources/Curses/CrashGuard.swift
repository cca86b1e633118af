import CNcurses
import Glibc

/// Gives the terminal back when the program dies in the middle of a picture.
///
/// A trap neither runs `defer` nor `deinit`, and what Swift says about it goes to standard error, onto the alternate
/// screen that vanishes with it. So, while the screen is up, standard error is parked in memory; and a handler for every
/// deadly signal (and `exit` from deep inside) writes prepared bytes that wipe the screen and restore it, then copies
/// out what was parked, then lets the signal kill the process as it would have. Everything a handler touches is
/// allocated beforehand.
@MainActor
package enum CrashGuard {
  private static let deadly = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]
  private static var isArmed = false

  /// Installs the handlers; again does nothing. Before the screen is up, and after it, they only let the program die.
  package static func arm() {
    guard !isArmed else { return }
    isArmed = true
    lifeline.initialize(to: Lifeline())
    lendStack()
    for signal in deadly { install(signal) }
    atexit { bringBack(saying: true) }
  }

  /// The screen is about to be drawn on: parks standard error and remembers how the terminal was.
  static func screenIsUp(terminal: Int32, modes: termios) {
    arm()
    fflush(nil)
    lifeline.pointee.terminal = terminal
    lifeline.pointee.modes = modes
    let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    let parking = memfd_create("parked", UInt32(MFD_CLOEXEC))
    if kept >= 0, parking >= 0, dup2(parking, STDERR_FILENO) >= 0 {
      lifeline.pointee.standardError = kept
      lifeline.pointee.parking = parking
    }
    lifeline.pointee.isUp = true
  }

  /// The bytes that would wipe this screen and give it back; they change with its size.
  static func prepare(farewell: [UInt8]) {
    arm()
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: max(farewell.count, 1))
    fresh.initialize(from: farewell, count: farewell.count)
    let stale = lifeline.pointee.farewell
    lifeline.pointee.farewellCount = 0
    lifeline.pointee.farewell = fresh
    lifeline.pointee.farewellCount = farewell.count
    stale?.deallocate()
  }

  /// The screen has been left in good order: restores the terminal's modes and lets parked messages out.
  static func screenIsDown() { bringBack(saying: false) }

  private static func install(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      bringBack(saying: true)
      // The default action is restored (SA_RESETHAND), so this ends the process with the right status.
      raise(number)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_ONSTACK
    sigaction(signal, &action, nil)
  }

  /// Installs a separate stack for the handlers, which after a stack overflow have no other.
  private static func lendStack() {
    let size = 64 * 1_024
    var stack = stack_t(ss_sp: .allocate(byteCount: size, alignment: 16), ss_flags: 0, ss_size: size)
    sigaltstack(&stack, nil)
  }
}

/// The state that signal handlers read, at a fixed address.
private struct Lifeline {
  var isUp = false
  var terminal: Int32 = -1
  var modes = termios()
  var farewell: UnsafeMutablePointer<UInt8>?
  var farewellCount = 0
  var standardError: Int32 = -1
  var parking: Int32 = -1
  let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: bufferSize)
}

private let bufferSize = 4_096

/// Written by the main thread only; a handler reads it when the program is dying anyway. `arm` touches it first, so
/// that no handler has to make it.
private nonisolated(unsafe) let lifeline = UnsafeMutablePointer<Lifeline>.allocate(capacity: 1)

/// Runs inside signal handlers: system calls on prepared memory, no allocation, no Swift collections.
private func bringBack(saying farewell: Bool) {
  guard lifeline.pointee.isUp else { return }
  lifeline.pointee.isUp = false
  if farewell, let bytes = lifeline.pointee.farewell {
    writeAll(bytes, count: lifeline.pointee.farewellCount, to: lifeline.pointee.terminal)
  }
  // Not while the terminal listens to the shell: that would stop us here, or take its settings from under it.
  if TerminalModes.isForeground {
    // Discards pending input, so that words meant for the journal do not reach the shell.
    tcflush(STDIN_FILENO, TCIFLUSH)
    tcsetattr(STDIN_FILENO, TCSANOW, &lifeline.pointee.modes)
  }
  releaseStandardError()
}

private func releaseStandardError() {
  let parking = lifeline.pointee.parking
  guard parking >= 0 else { return }
  dup2(lifeline.pointee.standardError, STDERR_FILENO)
  lseek(parking, 0, SEEK_SET)
  while true {
    let count = read(parking, lifeline.pointee.buffer, bufferSize)
    guard count > 0 else { break }
    writeAll(lifeline.pointee.buffer, count: count, to: STDERR_FILENO)
  }
  close(parking)
  close(lifeline.pointee.standardError)
  lifeline.pointee.parking = -1
}

/// Waits a moment for a terminal that takes nothing, then gives up: dying must not hang.
private func writeAll(_ bytes: UnsafePointer<UInt8>, count: Int, to file: Int32) {
  var done = 0
  while done < count {
    let written = write(file, bytes + done, count - done)
    if written > 0 {
      done += written
    } else if errno == EAGAIN {
      var door = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
      guard poll(&door, 1, 200) > 0 else { return }
    } else if errno != EINTR {
      return
    }
  }
}
