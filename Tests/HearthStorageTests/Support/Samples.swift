import Foundation
import HearthCore
import HearthStorage

extension Instant {
  /// 2026-03-03 21:00 UTC, a Tuesday.
  static let start = Instant(seconds: 1_772_571_600)
}

extension UUID {
  /// The n-th of an endless row of ids.
  static func number(_ number: Int) -> UUID {
    UUID(uuidString: "00000000-0000-4000-8000-\(String(format: "%012x", number))") ?? UUID()
  }
}

extension Stamp {
  /// `2026-03-03T21:04:00+01:00`
  static func at(_ iso: String, zone: String? = nil) -> Stamp { Stamp(iso: iso, zone: zone) ?? Stamp(.start, in: .utc) }
}

extension Entry {
  static func sample(
    _ number: Int = 1, _ text: String = "Tea with @Jon #walk", at stamp: Stamp = Stamp(.start, in: .utc),
    tags: [String] = [], mood: Mood? = nil, isStarred: Bool = false, prompt: String? = nil
  ) -> Entry {
    Entry(
      id: .number(number), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: stamp.instant,
      modifiedAt: stamp.instant, text: text, addedTags: tags, mood: mood, isStarred: isStarred, prompt: prompt)
  }
}

extension Note {
  static func sample(_ number: Int = 1, _ text: String = "A thought") -> Note {
    Note(id: .number(number), text: text, stamp: Stamp(.start, in: .utc))
  }
}

extension Draft {
  static func sample(_ number: Int = 1, _ text: String = "Half a sen", keptAt: Instant = .start) -> Draft {
    Draft(entry: .number(number), isEdit: false, text: text, stamp: Stamp(.start, in: .utc), keptAt: keptAt)
  }
}

extension Vault {
  /// Entries with every one of the words, whose last may go on, newest first.
  func find(_ words: String, limit: Int = 100) throws -> [EntryHead] {
    let words = words.split(separator: " ").map(String.init)
    let parts = words.enumerated().map { Condition.words($1, isBegun: $0 == words.count - 1) }
    return try heads(EntryFilter(where: .all(parts)), limit: limit)
  }
}

extension EntryHead {
  /// The n of `UUID.number(n)`.
  var number: Int { Int(id.uuid.15) | Int(id.uuid.14) << 8 }
}
