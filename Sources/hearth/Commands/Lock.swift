import ArgumentParser
import Foundation
import HearthContent
import HearthCore
import HearthStorage

/// Locks the window in which the journal is open.
struct Lock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Lock the window that has the journal open.",
    discussion: """
        hearth lock

      Useful for a key on your desktop, or for when you close the laptop. The page you were on is kept, sealed; the \
      window asks for the passphrase, and then opens the room and the page you were on. A journal without a passphrase \
      cannot be locked; its window is cleared. It is no error if no window has it open.
      """)

  @OptionGroup var journal: JournalOptions

  func run() throws {
    let shell = try journal.shell()
    let holder = shell.folder.exists ? try JournalLock.holder(of: shell.folder.path) : nil
    guard let holder else { return shell.say(.shellLockNobody) }
    guard let id = holder.process else { return shell.say(.shellLockNoWindowNamed) }
    let process = WindowProcess(id)
    let isTold = process.isWindow && kill(process.id, SIGUSR1) == 0
    let path = shell.folder.path
    // One that is being sealed is so once the window looks.
    let locks = ClosedVault.isSealed(at: path) || ClosedVault.resealedPercent(at: path) != nil
    let told: Word = locks ? .shellLockTold : .shellLockCleared
    shell.say(isTold ? told : .shellLockNoWindow, ["pid": String(id)])
  }
}

/// Another Hearth, as the kernel shows it to everybody.
struct WindowProcess {
  let id: pid_t

  /// - Parameter number: as it stands in the lock; one that no process can have is nobody's.
  init(_ number: Int) { id = pid_t(exactly: number) ?? 0 }

  /// Whether it listens to `SIGUSR1`, as a full screen does. A verb does not, and any other program might die of it.
  var isWindow: Bool {
    guard id > 0, let status = try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("SigCgt:") }),
      let caught = line.split(whereSeparator: \.isWhitespace).last.flatMap({ UInt64($0, radix: 16) })
    else { return false }
    return caught & 1 << UInt64(SIGUSR1 - 1) != 0
  }
}
