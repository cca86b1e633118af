import FoundationEssentials

/// Text a person wrote, with what they set beside it.
package struct Entry: Hashable, Sendable, Identifiable {
  package let id: UUID
  /// When it is about: shown, sorted and filtered by. A person can change it.
  package var stamp: Stamp
  /// The day it belongs to, fixed when the entry or its date was last set, so that a later change of the day's end
  /// moves nothing.
  package var day: Day
  package var createdAt: Instant
  package var modifiedAt: Instant
  /// Exactly what was typed. The first line is the title.
  package var text: String
  /// Tags set beside the text; those inside it are found by `Marks`.
  package var addedTags: [String]
  /// 1 (lowest) to 5; nil where none was set.
  package var mood: Mood?
  package var isStarred: Bool
  /// The prompt it answers.
  package var prompt: String?
  /// When it was put into the trash; nil where it was not.
  package var trashedAt: Instant?
  /// Whether it does not come back by itself.
  package var isHushed: Bool

  package init(
    id: UUID, stamp: Stamp, day: Day, createdAt: Instant, modifiedAt: Instant, text: String, addedTags: [String] = [],
    mood: Mood? = nil, isStarred: Bool = false, prompt: String? = nil, trashedAt: Instant? = nil, isHushed: Bool = false
  ) {
    self.id = id
    self.stamp = stamp
    self.day = day
    self.createdAt = createdAt
    self.modifiedAt = modifiedAt
    self.text = text
    self.addedTags = addedTags
    self.mood = mood
    self.isStarred = isStarred
    self.prompt = prompt
    self.trashedAt = trashedAt
    self.isHushed = isHushed
  }

  package var title: String { Title.of(text) }
  /// Tags of the text and those added, each once, without `#`, in the order of the text.
  package var tags: [String] { Marks.merged(Marks.tags(in: text), addedTags) }
  /// People mentioned in the text, each once, without `@`.
  package var people: [String] { Marks.people(in: text) }
}

/// How a person said they were, in five steps whose words can be edited; 3 is the middle.
package struct Mood: Hashable, Comparable, Sendable, Codable, RawRepresentable {
  /// 1 (lowest) to 5.
  package let rawValue: Int
  package init?(rawValue: Int) {
    guard (1...5).contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }
  package static func < (lower: Mood, higher: Mood) -> Bool { lower.rawValue < higher.rawValue }
}

/// The title line of a text.
package enum Title {
  /// The first line that holds something, without blanks around it and without a heading's `#` marks.
  package static func of(_ text: String) -> String {
    let line = firstLine(of: text)
    let hashes = line.prefix { $0 == "#" }
    let isHeading = !hashes.isEmpty && line.dropFirst(hashes.count).first == " "
    return (isHeading ? line.dropFirst(hashes.count) : line).trimmed
  }

  /// Lines are looked at one after the other: a long text is not taken apart for its first.
  private static func firstLine(of text: String) -> Substring {
    var rest = text[...]
    while !rest.isEmpty {
      let line = rest.prefix { !$0.isNewline }
      if !line.allSatisfy(\.isWhitespace) { return line }
      rest = rest[line.endIndex...].dropFirst()
    }
    return rest
  }
}

/// What a list shows of an entry, so that a thousand rows never load a thousand texts.
package struct EntryHead: Hashable, Sendable, Identifiable {
  package let id: UUID
  package var stamp: Stamp
  package var day: Day
  package var title: String
  /// The beginning of the text after the title, on one line, at most 240 characters.
  package var excerpt: String
  package var tags: [String]
  package var people: [String]
  package var mood: Mood?
  package var isStarred: Bool
  package var trashedAt: Instant?
  /// It does not come back by itself.
  package var isHushed: Bool

  package init(
    id: UUID, stamp: Stamp, day: Day, title: String, excerpt: String, tags: [String], people: [String], mood: Mood?,
    isStarred: Bool, trashedAt: Instant?, isHushed: Bool = false
  ) {
    self.id = id
    self.stamp = stamp
    self.day = day
    self.title = title
    self.excerpt = excerpt
    self.tags = tags
    self.people = people
    self.mood = mood
    self.isStarred = isStarred
    self.trashedAt = trashedAt
    self.isHushed = isHushed
  }
}

extension Entry {
  /// What follows the title line, without the blank lines between.
  package var body: String { Entry.body(of: text) }

  /// The same of an entry's text.
  package static func body(of text: String) -> String {
    String(text[...].withoutBlankLines.withoutFirstLine.withoutBlankLines)
  }

  /// What a list shows of it.
  package var head: EntryHead {
    EntryHead(
      id: id, stamp: stamp, day: day, title: title, excerpt: excerpt, tags: tags, people: people, mood: mood,
      isStarred: isStarred, trashedAt: trashedAt, isHushed: isHushed)
  }

  /// The beginning of the body on one line, runs of white space folded, at most 240 characters.
  package var excerpt: String {
    String(body.prefix(600).split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(240))
  }
}

extension Substring {
  // By bytes: lists ask for the beginnings of many long texts.

  fileprivate var withoutFirstLine: Substring {
    guard let end = utf8.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return self[endIndex...] }
    return self[end...].dropFirst()
  }

  fileprivate var withoutBlankLines: Substring {
    var rest = self
    while let first = rest.firstIndex(where: { !$0.isWhitespace || $0.isNewline }), rest[first].isNewline {
      rest = rest[rest.index(after: first)...]
    }
    return rest.contains { !$0.isWhitespace } ? rest : rest[rest.endIndex...]
  }
}
