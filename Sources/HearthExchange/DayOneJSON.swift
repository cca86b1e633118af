import FoundationEssentials
import HearthCore

/// Reads the JSON that Day One exports: texts, dates, tags and stars. Pictures and places stay behind; where a picture
/// stood, its link stays in the text.
enum DayOneJSON {
  /// Day One's document begins with `metadata`.
  static func isRecognised(in bytes: [UInt8]) -> Bool {
    var reader = JSONReader(bytes, file: "")
    var first: String?
    try? reader.object { reader, name throws(Problem) in
      first = name
      // Enough is known.
      throw reader.problem(.goesOn)
    }
    return first == "metadata"
  }

  static func document(_ bytes: [UInt8], file: String, zones: ImportZones) throws(Problem) -> any ImportDocument {
    var reader = JSONReader(bytes, file: file)
    guard reader.peek() == "{" else { throw reader.problem(.noDocument) }
    var (document, ids) = (ImportedEntries(.dayone), ContentID())
    var hasEntries = false
    try reader.object { reader, name throws(Problem) in
      guard name == "entries" else {
        _ = try reader.value()
        return
      }
      hasEntries = true
      var number = 0
      try reader.array { reader throws(Problem) in
        number += 1
        let members = try EntryMembers(try reader.value(), number: number, file: file)
        let entry = try members.dayOneEntry(zones, &ids)
        guard document.append(entry) else { throw members.broken(.sameID) }
      }
    }
    try reader.end()
    guard hasEntries else { throw .importBroken(file: file, where: .member("entries"), what: .entriesMissing) }
    return document
  }
}

extension EntryMembers {
  /// The zone is where one is, where the document names none that is known.
  fileprivate func dayOneEntry(_ zones: ImportZones, _ ids: inout ContentID) throws(Problem) -> Entry {
    let created = try instant("creationDate")
    let zone = try optional("timeZone", .text, \.string).flatMap(zones.named) ?? zones.here
    let text = try dayOneText()
    let name = try optional("uuid", .text, \.string)
    let stamp = Stamp(created, in: zone)
    return Entry(
      id: name.map(Self.id) ?? ids.next(.dayone, at: Stamp(created, in: .utc).iso, text), stamp: stamp,
      day: stamp.calendarDay, createdAt: created, modifiedAt: try optionalInstant("modifiedDate") ?? created,
      text: text, addedTags: try addedTags(besides: text),
      isStarred: try optional("starred", .truth, \.bool) ?? false)
  }

  /// Newer versions keep the text in runs of one look too, and some entries have it only there.
  private func dayOneText() throws(Problem) -> String {
    let text = try optional("text", .text, \.string) ?? ""
    let whole = text.isBlank ? try optional("richText", .text, \.string).flatMap(Self.runs) ?? text : text
    return Self.unescaped(whole.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
  }

  private static func runs(_ json: String) -> String? {
    var reader = JSONReader(Array(json.utf8), file: "")
    guard case .object(let members)? = try? reader.value(), case .array(let runs)? = members["contents"] else {
      return nil
    }
    return runs.compactMap { run in
      if case .object(let run) = run { run["text"]?.string } else { nil }
    }.joined()
  }

  /// Without the backslashes that it sets before signs that mean nothing where they stand.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    return [".", "-", "!", "(", ")", "+"].reduce(text) { $0.replacing("\\" + $1, with: $1) }
  }

  /// Day One writes 32 digits without hyphens.
  private static func id(_ name: String) -> UUID {
    let digits = Array(name)
    guard digits.count == 32 else { return UUID(uuidString: name) ?? ContentID.id("dayone\u{1F}\(name)") }
    let parts = [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20...]]
    return UUID(uuidString: parts.map { String($0) }.joined(separator: "-")) ?? ContentID.id("dayone\u{1F}\(name)")
  }
}
