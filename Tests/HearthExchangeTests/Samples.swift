import FoundationEssentials
import HearthCore

/// Entries that more than one form is shown with.
enum Samples {
  /// With everything set that can be.
  static let canal = Entry(
    id: .numbered(1), stamp: evening, day: Day(number: 20_514), createdAt: written,
    modifiedAt: moment("2026-03-03T07:00Z"),
    text: "By the canal\n\nA long #walk with @Jon. He said \"tea?\" 茶", addedTags: ["quiet"], mood: Mood(rawValue: 4),
    isStarred: true, prompt: "enough-quiet", trashedAt: moment("2026-03-03T08:00Z"), isHushed: true)

  /// With nothing set.
  static let bare = Entry(
    id: .numbered(2), stamp: evening, day: Day(number: 20_514), createdAt: written, modifiedAt: written, text: "Tea")

  /// The same moment for all of them.
  static let evening = Stamp(instant: moment("2026-03-02T20:04Z"), offset: 3600, zone: "Europe/Stockholm")
  private static let written = moment("2026-03-02T20:05:00.250Z")

  static func moment(_ iso: String) -> Instant { Stamp(iso: iso)?.instant ?? Instant(seconds: 0) }

  /// One that says only this.
  static func entry(_ text: String, number: Int = 3, isStarred: Bool = false) -> Entry {
    Entry(
      id: .numbered(number), stamp: evening, day: Day(number: 20_514), createdAt: written, modifiedAt: written,
      text: text, isStarred: isStarred)
  }

  /// Entries such as nobody would write.
  static func journal(_ count: Int, seed: UInt64) -> [Entry] {
    var dice = Dice(seed: seed)
    return (0..<count).map { Entry.any(number: $0, &dice) }
  }
}
