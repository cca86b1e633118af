import Foundation
import HearthCore
import Seal

/// What lies in the inbox as a file: JSON with a schema number, sealed for whoever opens the journal.
protocol InboxSheet: Codable {
  /// Grows when an older Hearth could not read it any more.
  var schema: Int { get }
}

/// What a file in the inbox turns out to be.
enum InboxFile<Sheet: InboxSheet> {
  case sheet(Sheet)
  /// Of a later Hearth: it may stay where it is.
  case newer
  case unreadable
  /// Someone else took it in a moment ago.
  case gone

  /// - Parameter keys: that may open it. One from before notes were sealed is in clear.
  init(_ name: String, in inbox: Folder, _ keys: [BoxKeys]) {
    guard let bytes = try? inbox.open(name, for: .reading).read() else {
      self = inbox.status(of: name) == nil ? .gone : .unreadable
      return
    }
    let json = Data(keys.firstNonNil { $0.open(bytes) } ?? bytes)
    if let sheet = try? JSONDecoder().decode(Sheet.self, from: json) {
      self = sheet.schema <= 1 ? .sheet(sheet) : .newer
    } else {
      let schema = (try? JSONDecoder().decode(Schema.self, from: json))?.schema
      self = schema.map { $0 > 1 } == true ? .newer : .unreadable
    }
  }

  private struct Schema: Decodable { let schema: Int }
}

/// What the files of the inbox are called: by an id, and an ending for each kind.
enum InboxName {
  static let endings = InboxNote.Kind.allCases.map(\.ending) + [InboxAnswers.ending]

  /// Those with an ending, in order. What is being written or half written has other names.
  static func names(in inbox: Folder, endingIn ending: String) throws(Problem) -> [String] {
    try inbox.names().filter { !$0.hasPrefix(".") && $0.hasSuffix(ending) }.sorted()
  }

  /// While it is being written.
  static func draft(of id: UUID) -> String { ".\(id.uuidString).tmp" }

  static func isDraft(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".tmp") && isID(name.dropFirst().dropLast(4))
  }

  /// Whether a file is one that Hearth has left there, whole or half written.
  static func isOurs(_ name: String) -> Bool {
    isDraft(name) || endings.contains { name.hasSuffix($0) && isID(name.dropLast($0.count)) }
  }

  /// The same of those that were set aside, which may have a number behind.
  static func isSetAside(_ name: String) -> Bool { isOurs(beforeAside(name)) }

  /// What a file was called before it was set aside: without the number that a second of its name was given.
  static func beforeAside(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), Int(name[dot...].dropFirst()) != nil else { return name }
    return String(name[..<dot])
  }

  private static func isID(_ name: Substring) -> Bool { UUID(uuidString: String(name)) != nil }
}

extension Folder {
  /// Of drafts that nobody is writing any more: whoever did was killed. Not one minute is ever needed.
  static let draftSeconds = 10 * 60

  /// Removes what an end before its time has left in the inbox.
  func tidyInbox(now: Instant) throws(Problem) {
    for name in try names() where InboxName.isDraft(name) {
      guard let status = status(of: name), now.seconds - status.st_mtim.tv_sec > Folder.draftSeconds else { continue }
      try remove(name)
    }
  }

  /// Moves a file of the inbox to those that could not be read, beside others of its name.
  func setAside(_ name: String) throws(Problem) {
    let aside = try folder(JournalFolder.aside)
    var (newName, count) = (name, 1)
    while aside.status(of: newName) != nil {
      count += 1
      newName = "\(name).\(count)"
    }
    try rename(name, to: newName, in: aside)
  }
}
