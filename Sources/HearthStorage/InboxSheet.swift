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
    let json = Data(keys.lazy.compactMap { $0.open(bytes) }.first ?? bytes)
    if let sheet = try? JSONDecoder().decode(Sheet.self, from: json) {
      self = sheet.schema <= 1 ? .sheet(sheet) : .newer
    } else {
      let schema = (try? JSONDecoder().decode(Schema.self, from: json))?.schema
      self = schema.map { $0 > 1 } == true ? .newer : .unreadable
    }
  }

  private struct Schema: Decodable { let schema: Int }
}

extension Folder {
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
