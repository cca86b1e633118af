import Foundation
import HearthApp
import HearthContent
import HearthCore
import Testing

@testable import hearth

/// The journal in memory, on which stories are played, answers as the one on the disk does.
@Suite struct ServicesTests {
  struct Row: CustomTestStringConvertible {
    let testDescription: String
    let wishes: [Wish]

    init(_ name: String, _ wishes: [Wish]) { (testDescription, self.wishes) = (name, wishes) }
  }

  static let rows = [
    Row("what is saved is there", [.save(red, touching: .all), .loadEntry(red.id), .loadEntry(Story.id(9))]),
    Row("details that were not touched stay", [.save(red.reworded, touching: []), .loadEntry(red.id)]),
    Row(
      "u takes back one field, and what was written meanwhile stays",
      [.make(.star(true, [red.id])), .save(red.reworded, touching: []), .takeBack, .takeBack, .takeBack]
        + [.loadEntry(red.id)]),
    Row(
      "each kind of change goes back",
      [.trash([red.id, blue.id]), .restore([red.id]), .mood(Mood(rawValue: 5), [red.id]), .hush(true, [blue.id])]
        .map(Wish.make) + [.takeBack, .loadEntry(blue.id), .takeBack, .loadEntry(red.id), .takeBack, .takeBack]
        + [.loadEntry(red.id), .loadEntry(blue.id), .takeBack]),
    Row(
      "tags that are there already are no change",
      [.make(.tags(add: ["Garden"], remove: [], [red.id])), .make(.tags(add: ["sea"], remove: ["GARDEN"], ids))]
        + [.loadTags, .takeBack, .loadTags, .takeBack]),
    Row(
      "a tag gets another name, which may be another tag's, and u takes it back",
      [.renameTag("garden", to: "shed"), .loadTags, .renameTag("shed", to: "walk"), .loadTags, .takeBack, .loadTags]
        + [.takeBack, .loadTags, .renameTag("nosuch", to: "a")]),
    Row(
      "a draft goes on with its question",
      [.keepDraft(draft, revision: 3), .openPage(draft.entry), .openPage(blue.id), .openPage(Story.id(9))]
        + [.forgetDraft(draft.entry), .openPage(draft.entry)]),
    Row(
      "what was answered comes with its fields",
      [.load(day), .saveMoment(moment), .load(day), .saveCheckIn(checkIn), .load(day), .trashCheckIn(checkIn.id)]
        .map(Wish.answers) + [.answers(.load(day)), .answers(.trashMoment(moment.id)), .answers(.load(day))]),
    Row(
      "at most six names are offered, the most used first",
      [.save(tagged, touching: .all)]
        + ["", "t", "T", "x"].flatMap { [.findNames(.tag, prefix: $0), .findNames(.person, prefix: $0)] }
        + [.findNames(.prompt, prefix: "a")]),
    Row(
      "the trash is emptied",
      [.make(.trash([red.id])), .count(EntryFilter(place: .trash), most: 9)]
        + [.loadAllHeads(EntryFilter(place: .trash), most: 9), .emptyTrash, .loadEntry(red.id), .emptyTrash]),
    Row(
      "why nothing is found",
      [Condition.tag("none", isBegun: false), .person("Nobody", isBegun: true), .prompt("zzz"), .starred]
        .flatMap { [$0, .words("zebra", isBegun: true).and($0)] }
        .map { .findMissing(EntryFilter(where: $0)) } + [
          .findMissing(EntryFilter(where: .words("zebra", isBegun: true)))
        ]),
    Row(
      "what is no entry is found",
      [.answers(.saveMoment(moment))]
        + [
          Condition.words("pier", isBegun: false), .person("Nobody", isBegun: true), .words("zebra", isBegun: true),
          .starred,
        ]
        .map(Wish.findElsewhere)),
    Row(
      "lists come in pieces",
      [ListPlace.start, .end, .after(blue.head), .before(blue.head), .around(blue.head), .day(day)]
        .map { .loadHeads(EntryFilter(), $0, limit: 2) } + [.loadNeighbour(blue.head, EntryFilter(), newer: true)]
        + [.loadNeighbour(blue.head, EntryFilter(), newer: false), .loadAllHeads(EntryFilter(), most: 1)]),
    Row(
      "days are told",
      [
        .loadDays(day.adding(days: -9)...day),
        .findDays(EntryFilter(where: .tag("garden", isBegun: false)), day.adding(days: -9)...day),
      ]),
    Row(
      "searches are kept, give way and come back",
      [.keepSearch(SavedSearch(name: "Walks", text: "walk")), .keepSearch(SavedSearch(name: "Walks", text: "canal"))]
        + [.loadSavedSearches, .takeBack, .loadSavedSearches, .make(.forgetSearch(name: "Walks"))]
        + [.loadSavedSearches, .takeBack, .loadSavedSearches]),
    Row(
      "who is not to come back does not",
      [.make(.hushPerson(true, "Jon")), .make(.hushSpan(true, HushedSpan(day...day))), .loadHushed, .takeBack]
        + [.loadHushed, .takeBack, .loadHushed]),
    Row(
      "notes are left", [.leaveNote(note), .keepNote(note, revision: 2), .forgetNote(note.id)]),
    Row("settings are kept", [.change(Settings { $0.covers = true })]),
    Row("cards are read", [.loadReadCards, .markRead("alone"), .loadReadCards]),
    Row("to call off is not answered", [.interrupt]),
  ]

  @Test(arguments: rows) func `both answer alike`(row: Row) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearth-services-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let service = JournalService(folder: folder, config: ConfigFile(folder: folder + "-config"), zone: Story.zone)
    defer { service.close() }
    service.open(now: Story.evening, trying: false) { _ in }
    let live = answers(of: service.services, to: row.wishes, waiting: service.finish)
    let inMemory = answers(of: MemoryJournal().services, to: row.wishes) {}
    #expect(live.count == inMemory.count)
    for (live, inMemory) in zip(live, inMemory) { #expect(live == inMemory) }
  }

  /// To wishes of a journal with three entries.
  private func answers(of services: Services, to wishes: [Wish], waiting: () -> Void) -> [Event] {
    let facts = Mailbag()
    for entry in Self.entries { services.grant(.save(entry, touching: .all), Story.evening) { _ in } }
    for wish in wishes { services.grant(wish, Story.evening) { facts.post($0) } }
    waiting()
    return facts.empty()
  }

  // MARK: What is in them

  private static let day = Stamp(Story.evening, in: Story.zone).day(endingAt: .four)
  private static let red = entry(1, "Red\n\nBy the canal with @Jon. #walk", tags: ["garden"], mood: 3)
  private static let blue = entry(2, "Blue\n\nAt home with @Jon and @Ana", daysAgo: 2, mood: 4)
  private static let entries = [red, blue, entry(3, "Green", daysAgo: 5, tags: ["garden", "walk"])]
  private static let ids = entries.map(\.id)
  private static let tagged = entry(4, "Grey", tags: ["ta", "tb", "tc", "td", "te", "tf", "tg", "walk"])
  private static let draft = Draft(
    entry: Story.id(5), isEdit: false, text: "Half", stamp: Stamp(Story.evening, in: Story.zone),
    prompt: Shelf().prompts[2].id, keptAt: Story.evening)
  private static let note = Note(id: Story.id(6), text: "A thought", stamp: Stamp(Story.evening, in: Story.zone))
  private static let moment = Moment(
    id: Story.id(7), stamp: Stamp(Story.evening, in: Story.zone), day: day, kind: .hello, with: ["Mia"],
    line: "On the pier", createdAt: Story.evening)
  private static let checkIn = CheckIn(
    id: Story.id(8), stamp: Stamp(Story.evening, in: Story.zone), day: day, answers: ["mood": 4],
    createdAt: Story.evening)

  private static func entry(
    _ number: Int, _ text: String, daysAgo: Int = 0, tags: [String] = [], mood: Int? = nil
  ) -> Entry {
    let stamp = Stamp(Story.evening.adding(seconds: -86_400 * daysAgo), in: Story.zone)
    return Entry(
      id: Story.id(number), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: Story.evening,
      modifiedAt: Story.evening, text: text, addedTags: tags, mood: mood.flatMap(Mood.init(rawValue:)))
  }
}

extension Entry {
  fileprivate var reworded: Entry {
    var entry = self
    (entry.text, entry.mood, entry.addedTags) = ("Other words", nil, [])
    return entry
  }
}
