import FoundationEssentials
import HearthCore
import Testing

@Suite struct ChangeTests {
  private static let id = UUID(uuidString: "00000000-0000-4000-8000-000000000001")!
  private static let entry = Entry(
    id: id, stamp: Stamp(Instant(seconds: 0), in: .utc), day: Day(number: 0), createdAt: Instant(seconds: 0),
    modifiedAt: Instant(seconds: 0), text: "Caf\u{E9}", addedTags: ["sea", "garden"], mood: Mood(rawValue: 3))

  @Test(arguments: [
    (Change.tags(add: ["Sea"], remove: [], [id]), false), (.tags(add: ["walk"], remove: [], [id]), true),
    (.tags(add: [], remove: ["SEA"], [id]), true), (.tags(add: [], remove: ["walk"], [id]), false),
    (.mood(Mood(rawValue: 3), [id]), false), (.mood(nil, [id]), true), (.star(false, [id]), false),
    (.trash([id]), true), (.restore([id]), false), (.hush(true, [id]), true), (.forgetSearch(name: "sea"), false),
    (.version(text: "Cafe\u{301}", addedTags: ["sea", "garden"], id), true),
    (.version(text: "Caf\u{E9}", addedTags: ["sea", "garden"], id), false),
  ])
  func `a change tells whether an entry is different afterwards`(_ change: Change, _ alters: Bool) {
    #expect(change.alters(Self.entry) == alters)
  }

  @Test(arguments: [
    Change.trash([id]), .star(true, [id]), .tags(add: ["walk"], remove: ["sea"], [id]), .mood(nil, [id]),
    .date(Stamp(Instant(seconds: 99_999), in: .utc), Day(number: 1), id), .hush(true, [id]),
    .version(text: "Tea", addedTags: [], id),
  ])
  func `taken back it is as before, and what was changed otherwise stays`(_ change: Change) {
    var now = change.applied(to: Self.entry, at: Instant(seconds: 9))
    #expect(now != Self.entry)
    #expect(change.kind.takenBack(from: now, to: Self.entry) == Self.entry)
    now.prompt = "canal"
    #expect(change.kind.takenBack(from: now, to: Self.entry).prompt == "canal")
  }
}
