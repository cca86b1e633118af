package import Foundation
import Glibc
package import HearthCore
import Seal

/// Where notes wait until whoever holds the journal takes them in. Needs no lock, no open journal
/// and no passphrase: it can put notes in and cannot take them out.
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

  /// Leaves a finished note. When this returns the disk has it.
  /// - Throws: `folderMissing` where there is no journal's folder.
  package func leave(_ note: Note) throws(Problem) {
    let (inbox, lock) = try open()
    try InboxNote(note: note, keptAt: nil).write(as: .finished, in: inbox, sealedTo: lock)
    try inbox.remove(InboxNote.name(note.id, .unfinished))
  }

  /// Leaves a check-in; the rest as with a note.
  package func leave(_ checkIn: CheckIn) throws(Problem) { try leave(InboxAnswers(checkIn)) }

  /// Leaves a moment; the rest as with a note.
  package func leave(_ moment: Moment) throws(Problem) { try leave(InboxAnswers(moment)) }

  private func leave(_ sheet: InboxAnswers) throws(Problem) {
    let (inbox, lock) = try open()
    try sheet.write(in: inbox, sealedTo: lock)
  }

  /// Keeps a note that is still being written, in place of what was kept of it before.
  package func keep(_ note: Note, now: Instant) throws(Problem) {
    let (inbox, lock) = try open()
    try InboxNote(note: note, keptAt: now).write(as: .unfinished, in: inbox, sealedTo: lock)
  }

  /// Drops what `keep` has kept.
  package func forget(_ id: UUID) throws(Problem) {
    try open().inbox.remove(InboxNote.name(id, .unfinished))
  }

  /// The journal's own file tells, to everybody, what its notes are to be sealed to.
  private func open() throws(Problem) -> (inbox: Folder, lock: [UInt8]) {
    let folder = try JournalFolder.enter(folder, making: false)
    let inbox = try folder.folder(JournalFolder.inbox)
    let lock = try header(in: folder).inboxLock
    guard SealedBox.fits(lock) else { throw .journalDamaged(folder.path) }
    return (inbox, lock)
  }

  /// A journal that someone is making at this moment has no file yet, or a plain one: it is waited for, two seconds at
  /// most.
  private func header(in folder: Folder) throws(Problem) -> KeyHeader {
    for _ in 0..<100 {
      if case .sealed? = try? JournalFolder.found(in: folder) { break }
      usleep(20_000)
    }
    return try Volume.header(of: JournalFolder.database, in: folder)
  }
}
