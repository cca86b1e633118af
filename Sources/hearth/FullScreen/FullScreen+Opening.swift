import Curses
import Foundation
import HearthContent
import HearthCore

/// Opens the journal full screen and comes back when the person leaves.
///
/// - Throws: a `Problem` where there is no terminal to show it on; before anything was touched.
func openFullScreen(_ options: JournalOptions) throws {
  guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw Problem.notATerminal }
  let shell = try options.shell()
  if shell.folder.isNamed,
    !FileManager.default.fileExists(atPath: (shell.folder.path as NSString).deletingLastPathComponent)
  {
    throw Problem.folderMissing(shell.folder.path)
  }
  Hygiene.begin()
  let status = try MainActor.assumeIsolated {
    let keeper = Keeper(
      folder: shell.folder.path, config: ConfigFile(folder: shell.folder.config), zone: shell.clock.zone)
    do {
      var screen = try FullScreen(keeper, clock: shell.clock)
      return screen.run()
    } catch let problem as DisplayProblem {
      keeper.close()
      throw problem.asProblem
    }
  }
  if status != 0 { exit(status) }
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
