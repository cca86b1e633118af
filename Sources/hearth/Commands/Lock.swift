import ArgumentParser
import Foundation
import HearthContent
import HearthCore
import HearthStorage

/// Locks the window in which the journal is open.
struct Lock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Lock the window in which the journal is open.",
    discussion: """
        hearth lock

      For a key of the desktop, or for what happens when a laptop is closed. What is on the page is kept, sealed; the \
      window then asks for the passphrase, and one is back where one was. A journal without a passphrase cannot be \
      locked: its window is only cleared. It is no error when there is no such window.
      """)

  @OptionGroup var journal: JournalOptions

  func run() throws {
    let shell = try journal.shell()
    let holder = shell.folder.exists ? try JournalLock.holder(of: shell.folder.path) : nil
    guard let holder else { return shell.say(.shellLockNobody) }
    let process = WindowProcess(id: pid_t(holder))
    guard process.isWindow, kill(process.id, SIGUSR1) == 0
    else { return shell.say(.shellLockNoWindow, ["pid": String(holder)]) }
    shell.say(.shellLockTold, ["pid": String(holder)])
  }
}

/// Another Hearth, as the kernel shows it to everybody.
struct WindowProcess {
  let id: pid_t

  /// Whether it listens to `SIGUSR1`, as a full screen does. A verb does not, and any other program might die of it.
  var isWindow: Bool {
    guard id > 0, let status = try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("SigCgt:") }),
      let caught = line.split(whereSeparator: \.isWhitespace).last.flatMap({ UInt64($0, radix: 16) })
    else { return false }
    return caught & 1 << UInt64(SIGUSR1 - 1) != 0
  }
}
