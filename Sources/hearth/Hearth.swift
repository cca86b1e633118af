import ArgumentParser
import Curses
import Foundation
import HearthContent
import HearthCore

/// The door: every verb of the command line. Without one the full screen opens.
///
/// Every verb states its `commandName`, and in small letters what its type is called: to make those names out of types
/// took a millisecond at every start.
@main struct Hearth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearth",
    abstract: "A private journal for the terminal, about your connections: to others and to yourself.",
    discussion: """
      Without a verb it opens full screen. The verbs work in scripts and pipes too: results go to standard output, \
      messages to standard error.

        hearth                               open your journal
        echo 'A quiet day.' | hearth add     keep a few words
        hearth list -n 10                    see the newest ten
        hearth search canal                  find a word
        hearth support                       people to call or write to

      The journal is in the folder that --journal names, or $HEARTH_JOURNAL, or `journal:` in config.yaml; otherwise \
      in $XDG_DATA_HOME/hearth (~/.local/share/hearth). Nothing in it leaves this computer: Hearth has no network.

      The exit status is 0 when it went well, 1 when it could not be done, 2 when something in the command \
      was wrong, or what it names is not there.
      """,
    version: "0.1.0",
    subcommands: [Generate.self, Weigh.self, Rehearse.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Writing",
        subcommands: [
          Open.self, Add.self, Edit.self, CheckInVerb.self, MomentVerb.self, PromptVerb.self, PracticeVerb.self,
        ]),
      CommandGroup(
        name: "Reading",
        subcommands: [
          List.self, Search.self, Show.self, Tags.self, Read.self, ChartVerb.self, PatternsVerb.self, Support.self,
          Keys.self,
          Content.self,
        ]),
      CommandGroup(name: "People", subcommands: [People.self, Due.self, Check.self]),
      CommandGroup(
        name: "Keeping",
        subcommands: [
          Delete.self, Restore.self, Undo.self, Versions.self, Export.self, Import.self, ReportVerb.self,
        ]),
      CommandGroup(
        name: "Safekeeping",
        subcommands: [
          PassphraseVerb.self, Lock.self, BackupVerb.self, RestoreBackup.self, Verify.self, SalvageVerb.self,
          Erase.self,
        ]),
    ],
    defaultSubcommand: Open.self)

  @OptionGroup var journal: JournalOptions

  /// The arguments are read here and not by `ParsableCommand`'s own `main`, for the sake of the exit status.
  static func main() {
    Hygiene.begin()
    Heap.prepare()
    Output.outlivePipes()
    Output.outliveLimits()
    // What `hearth lock` says is for windows; it ends no verb.
    signal(SIGUSR1, SIG_IGN)
    Language.choose(by: Environment.value)
    let status = status {
      try refuseBrokenArguments()
      try obey()
    }
    // What was found before something went wrong still goes out.
    let ending = self.status { try Output.finish() }
    Foundation.exit(max(status, ending))
  }

  /// `hearth` alone opens at once: reading arguments that are not there takes longer than opening the journal.
  private static func obey() throws {
    if CommandLine.argc == 1 { return try openFullScreen(in: JournalLocation(named: nil)) }
    let arguments = SearchArguments.spared(in: Array(CommandLine.arguments.dropFirst()))
    if var verb = wholeVerb(arguments) { return try verb.carryOut() }
    try VerbName.refuseUnknown(in: arguments[...])
    var command = try parseAsRoot(arguments)
    try command.carryOut()
  }

  /// The verb itself, where its arguments are right as they stand: to read them by way of this type takes a good deal
  /// longer. Whatever is to be said about them is left to it. Verbs of every day say whose they are
  /// (`_superCommandName`): the parser then does not look first whether its own script for a shell is asked for, which is
  /// a millisecond.
  private static func wholeVerb(_ arguments: [String]) -> (any ParsableCommand)? {
    let verbs = configuration.groupedSubcommands.flatMap(\.subcommands)
    guard let verb = verbs.first(where: { $0.configuration.commandName == arguments.first }) else { return nil }
    let read = try? verb.parseAsRoot(Array(arguments.dropFirst()))
    return read.flatMap { type(of: $0) == verb ? $0 : nil }
  }

  private static func status(of work: () throws -> Void) -> Int32 {
    do {
      try work()
      return 0
    } catch {
      return Ending.say(error)
    }
  }

  /// Swift would repair arguments that are not UTF-8, and what was saved would not be what was typed.
  private static func refuseBrokenArguments() throws(Problem) {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index] else { continue }
      _ = try PlainText.read(Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument))))
    }
  }
}
