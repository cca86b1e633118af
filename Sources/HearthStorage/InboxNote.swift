import Foundation
import Glibc
import HearthCore
import Seal

/// A note as a file: JSON with a schema number, sealed for whoever opens the journal, named by the note's id.
struct InboxNote: InboxSheet {
  enum Kind: String, CaseIterable {
    case finished = "note"
    case unfinished = "page"

    var ending: String { ".\(rawValue)" }
  }

  /// Grows when an older Hearth could not read it any more.
  var schema = 1
  var note: Note
  /// Of an unfinished one.
  var keptAt: Instant?

  init(note: Note, keptAt: Instant?) {
    self.note = note
    self.keptAt = keptAt
  }

  static func name(_ id: UUID, _ kind: Kind) -> String { id.uuidString + kind.ending }

  static func isName(_ name: String) -> Bool { Kind.allCases.contains { isName(name, $0) } }

  static func isName(_ name: String, _ kind: Kind) -> Bool { name.hasSuffix(kind.ending) }

  /// Names of the files of a kind, in order.
  static func names(_ kind: Kind, in inbox: Folder) throws(Problem) -> [String] {
    try InboxName.names(in: inbox, endingIn: kind.ending)
  }

  /// - Parameter lock: what it is sealed to.
  func write(as kind: Kind, in inbox: Folder, sealedTo lock: [UInt8]) throws(Problem) {
    guard let json = try? JSONEncoder().encode(self) else { throw .systemRefused(inbox.path, code: Int(EIO)) }
    let sealed = SealedBox.seal(Array(json), to: lock)
    try inbox.write(sealed, as: InboxNote.name(note.id, kind), first: InboxName.draft(of: note.id))
  }
}
