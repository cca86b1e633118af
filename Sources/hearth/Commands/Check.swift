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

      A private list of what happens in a relationship and what it does to you, on a screen of its own that is wiped \
      behind it. It needs a terminal, and it takes no answers as arguments. Nothing you answer is kept, unless you \
      choose so at its end, in a journal with a passphrase. Where there is no journal none is made; where another \
      window has it open, the check runs without it.

      The list of commands your shell remembers shows that it was run; with a blank before it many shells do not \
      remember it.
      """)

  @OptionGroup var journal: JournalOptions

  func run() throws {
    let folder = try JournalFolder(named: journal.folder)
    let isFree = folder.exists ? try JournalLock.holder(of: folder.path) == nil : false
    try openFullScreen(
      in: folder, passphraseFile: journal.passphraseFile, isDemo: !isFree, errand: .check(CheckScreen.relationship))
  }
}
