import Curses
import Foundation
import HearthApp
import HearthContent
import HearthCore

/// Opens the journal full screen and comes back when the person leaves.
///
/// - Parameters:
///   - passphraseFile: an open file whose first line is the passphrase.
///   - errand: what is opened by itself, without the rooms.
///   - writing: the beginning of the id of an entry that is open to be written on.
///   - isDemo: a made-up journal instead of the person's own, which is not touched.
/// - Throws: a `Problem` where there is no terminal to show it on; before anything was touched.
func openFullScreen(
  in folder: JournalLocation, passphraseFile: CInt? = nil, isDemo: Bool = false, errand: Route? = nil,
  writing: String? = nil
) throws {
  let clock = try LiveClock()
  guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw Problem.notATerminal }
  if !isDemo, folder.isNamed,
    !FileManager.default.fileExists(atPath: (folder.path as NSString).deletingLastPathComponent)
  {
    throw Problem.folderMissing(folder.path)
  }
  Hygiene.begin()
  let status = try MainActor.assumeIsolated {
    let begun = Reexec.reason()
    if begun?.reason == .cover { return try cover(clock) }
    let isLocked = begun != nil
    let service = JournalService(
      folder: isDemo ? nil : folder.path, config: ConfigFile(folder: folder.config, isForDemo: isDemo && errand == nil),
      zone: clock.zone, passphrases: PassphraseSource(file: isLocked ? nil : passphraseFile),
      // Behind a lock one comes back to where one was.
      writing: isLocked ? nil : writing)
    do {
      var screen = try FullScreen(service, clock: clock, lockedWith: begun?.habits, errand: errand)
      return screen.run()
    } catch let problem as DisplayProblem {
      service.close()
      throw problem.asProblem
    }
  }
  if status != 0 { exit(status) }
}

@MainActor private func cover(_ clock: LiveClock) throws -> Int32 {
  do {
    try Cover(clock).run()
    return 0
  } catch let problem as DisplayProblem {
    throw problem.asProblem
  }
}

extension DisplayProblem {
  fileprivate var asProblem: Problem {
    switch self {
    case .notATerminal: .notATerminal
    case .unnamedTerminal: .terminalUnknown("")
    case .unusableTerminal(let name): .terminalUnknown(name)
    }
  }
}
