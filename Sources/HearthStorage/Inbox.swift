package import Foundation
package import HearthCore

/// Where notes wait until whoever holds the journal takes them in. Needs no lock and no open journal.
///
/// A note is a small file that is whole or not there. Finished ones become entries; an unfinished one, still being
/// written somewhere, is kept like a draft and becomes one when the journal is next opened.
package struct Inbox: Sendable {
  /// Of the journal.
  private let folder: String

  /// - Parameter folder: the journal's.
  package init(folder: String) { self.folder = folder }

  /// The folder in which notes appear, for whoever watches it.
  package var path: String { "\(folder)/\(JournalFolder.inbox)" }

  /// Leaves a finished note. When this returns the disk has it. Throws `folderMissing` where there is no journal's
  /// folder.
  package func leave(_ note: Note) throws(Problem) {
    let inbox = try open()
    try Paper(note: note, keptAt: nil).write(as: .finished, in: inbox)
    try inbox.remove(Paper.name(note.id, .unfinished))
  }

  /// Keeps a note that is still being written, in place of what was kept of it before.
  package func keep(_ note: Note, now: Instant) throws(Problem) {
    try Paper(note: note, keptAt: now).write(as: .unfinished, in: try open())
  }

  /// Drops what `keep` has kept.
  package func forget(_ id: UUID) throws(Problem) {
    try open().remove(Paper.name(id, .unfinished))
  }

  private func open() throws(Problem) -> Folder {
    try JournalFolder.enter(folder, making: false).folder(JournalFolder.inbox)
  }
}
