import ArgumentParser
import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// The relationship check, by itself.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "How is this relationship for me?",
    discussion: """
        hearth check

      A private list of what happens in a relationship and what it does to you. It has a screen of its own, which is \
      wiped when you leave, so it needs a terminal and takes no answers as arguments. Nothing is kept unless you \
      choose to keep it at the end, and only in a journal with a passphrase. Without a journal, or while another \
      window has it open, the check still works.

      Your shell remembers that you ran it. Many shells forget a command that begins with a space.
      """)

  @OptionGroup var journal: JournalOptions

  func run() throws {
    guard StandardInput.isTerminal, Output.isTerminal else {
      throw UsageError(sentence: Words()[.shellCheckNoTerminal])
    }
    let folder = try JournalLocation(named: journal.folder)
    let isFree = try hasJournal(in: folder.path) && JournalLock.holder(of: folder.path) == nil
    try openFullScreen(
      in: folder, passphraseFile: journal.passphraseFile, isDemo: !isFree, errand: .check(CheckScreen.relationship))
  }

  private func hasJournal(in folder: String) throws(Problem) -> Bool {
    do throws(Problem) { try ClosedVault.expectJournal(at: folder) } catch .noJournal { return false }
    return true
  }
}
