import Foundation
import Glibc
import HearthCore
import Seal

/// A note as a file: JSON with a schema number, sealed for whoever opens the journal, named by the note's id.
struct Paper: Codable {
  enum Kind: String {
    case finished = "note"
    case unfinished = "page"
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

  static func name(_ id: UUID, _ kind: Kind) -> String { "\(id.uuidString).\(kind.rawValue)" }

  /// Names of the files of a kind, in order. What is being written or half written has other names.
  static func names(_ kind: Kind, in inbox: Folder) throws(Problem) -> [String] {
    try inbox.names().filter { !$0.hasPrefix(".") && $0.hasSuffix(".\(kind.rawValue)") }.sorted()
  }

  /// - Parameter lock: what it is sealed to.
  func write(as kind: Kind, in inbox: Folder, sealedTo lock: [UInt8]) throws(Problem) {
    guard let json = try? JSONEncoder().encode(self) else { throw .systemRefused(inbox.path, code: Int(EIO)) }
    let sealed = SealedBox.seal(Array(json), to: lock)
    try inbox.write(sealed, as: Paper.name(note.id, kind), first: ".\(note.id.uuidString).tmp")
  }

  /// What a file in the inbox turns out to be.
  enum Found {
    case paper(Paper)
    /// Of a later Hearth: it may stay where it is.
    case newer
    case unreadable
    /// Someone else took it in a moment ago.
    case gone
  }

  /// - Parameter keys: that may open it. One from before notes were sealed is in clear.
  static func read(_ name: String, in inbox: Folder, _ keys: [BoxKeys]) -> Found {
    guard let bytes = try? inbox.open(name, for: .reading).read() else {
      return inbox.status(of: name) == nil ? .gone : .unreadable
    }
    let json = Data(keys.lazy.compactMap { $0.open(bytes) }.first ?? bytes)
    if let paper = try? JSONDecoder().decode(Paper.self, from: json) {
      return paper.schema <= 1 ? .paper(paper) : .newer
    }
    let schema = (try? JSONDecoder().decode(Schema.self, from: json))?.schema
    return schema.map { $0 > 1 } == true ? .newer : .unreadable
  }

  /// Moves a file to those that could not be read, beside others of its name.
  static func setAside(_ name: String, in inbox: Folder) throws(Problem) {
    let aside = try inbox.folder(JournalFolder.aside)
    var (newName, count) = (name, 1)
    while aside.status(of: newName) != nil {
      count += 1
      newName = "\(name).\(count)"
    }
    try inbox.rename(name, to: newName, in: aside)
  }

  private struct Schema: Decodable { let schema: Int }
}
