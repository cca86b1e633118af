import FoundationEssentials
import HearthCore
import HearthExchange
import Testing

/// Journals as other programs keep them, and Hearth's own forms beside JSON.
@Suite struct ImportFormTests {
  private func zones(_ here: Zone = .fixed(seconds: 3600)) -> ImportZones {
    ImportZones(here: here) { $0 == "Europe/Stockholm" ? Zone(name: $0) { _ in 3600 } : nil }
  }

  private func entries(_ text: String, here: Zone = .fixed(seconds: 3600)) throws -> [Entry] {
    let bytes = Array(text.utf8)
    let form = try #require(ImportForm(recognisedIn: bytes))
    return try entries(of: form.document(bytes, file: "j", zones: zones(here)))
  }

  private func entries(of document: any ImportDocument) throws -> [Entry] {
    var all: [Entry] = []
    try document.entries(dayEnd: .four) { all.append($0) }
    return all
  }

  private func fault(_ text: String, _ form: ImportForm) -> Problem? {
    do throws(Problem) {
      _ = try form.document(Array(text.utf8), file: "j", zones: zones())
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("{\"schema\": 1}", ImportForm.json), ("\u{FEFF} {}", .json), (" {\"metadata\": {}, \"entries\": []}", .dayone),
    ("\n[2026-03-01 09:00] Tea", .jrnl), ("---\ndate: 2026-03-01\n---\n", .md), ("[\"a\"]", nil), ("Tea", nil),
    ("", nil),
    ("PK\u{3}", nil),
  ])
  func `a document is known by how it begins`(text: String, form: ImportForm?) {
    #expect(ImportForm(recognisedIn: Array(text.utf8)) == form)
  }

  // MARK: jrnl

  @Test func `a journal of jrnl's comes in with its dates, stars and texts`() throws {
    let found = try entries(
      """
      [2026-03-01 09:00] Tea and rain. *
      With @Jon.

      [x] done

      [2026-03-02 01:30:15 PM] A walk

      [2026-03-03 02:00] Late

      """)
    #expect(found.map(\.text) == ["Tea and rain.\nWith @Jon.\n\n[x] done", "A walk", "Late"])
    #expect(found.map(\.isStarred) == [true, false, false])
    #expect(
      found.map(\.stamp.iso) == [
        "2026-03-01T09:00:00+01:00", "2026-03-02T13:30:15+01:00", "2026-03-03T02:00:00+01:00",
      ])
    // At two in the night it is still the day before.
    #expect(found.map(\.day.description) == ["2026-03-01", "2026-03-02", "2026-03-02"])
    #expect(found.allSatisfy { $0.createdAt == $0.stamp.instant && $0.modifiedAt == $0.stamp.instant })
  }

  @Test func `what is written out as jrnl keeps it comes back as it was written`() throws {
    let journal = Samples.journal(400, seed: 3)
    let found = try entries(written(journal, as: .jrnl), here: .utc)
    #expect(found.count == journal.count)
    #expect(Set(found.map(\.id)).count == journal.count)
    for (there, here) in zip(found, journal) {
      #expect(there.stamp.calendarDay == here.stamp.calendarDay && there.stamp.clock == here.stamp.clock)
      #expect(there.isStarred == here.isStarred)
      let tags = here.addedTags.map { "#\($0)" }.joined(separator: " ")
      #expect(bare(there.text) == bare(here.text + tags))
    }
  }

  /// Without blanks, of which jrnl keeps not all.
  private func bare(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value != 0x1F })
  }

  @Test(arguments: [
    ("Tea\n[2026-03-01 09:00] Tea", 1, ImportFault.noEntry),
    ("[01.03.2026 09:00] Tea", 1, .oddEntryDate), ("[2026-02-30 09:00] Tea", 1, .oddEntryDate),
    ("[2026-03-01 09:00] Tea\nrain\n[2026-03-01 25:00] Tea", 3, .oddEntryDate),
    ("[2026-03-01 09:00] Tea\n\0", 2, .textHasNUL),
  ])
  func `a fault in jrnl's journal is named with its line`(text: String, line: Int, what: ImportFault) {
    #expect(fault(text, .jrnl) == .importBroken(file: "j", where: .line(line), what: what))
  }

  @Test func `the same words at the same time have one id, wherever they are read and however often`() throws {
    let text = "[2026-03-01 09:00] Tea\nrain\n\n[2026-03-01 09:00] Tea\nrain\n"
    let (first, second) = (try entries(text), try entries(text.replacing("\nrain", with: "  \n\nrain"), here: .utc))
    #expect(first.map(\.id) == second.map(\.id))
    #expect(Set(first.map(\.id)).count == 2)
    #expect(try entries("[2026-03-01 09:01] Tea\nrain")[0].id != first[0].id)
  }

  // MARK: Markdown

  @Test func `a folder that was written out comes back whole`() throws {
    var (folder, pages) = (MarkdownFolder(), MarkdownPages(zones: zones()))
    let journal = Samples.journal(300, seed: 9)
    for entry in journal {
      let file = folder.next(entry)
      try pages.take(Array(file.text.utf8), file: file.path)
    }
    for (there, here) in zip(try entries(of: pages.document), journal) {
      var expected = here
      let inText = Marks.tags(in: here.text)
      expected.addedTags = here.addedTags.filter { !inText.contains($0) }
      (expected.createdAt, expected.modifiedAt) = (here.stamp.instant, here.stamp.instant)
      #expect(there == expected)
      #expect(Array(there.text.utf8) == Array(here.text.utf8))
      // What a page does not tell is no difference.
      #expect(pages.document.completed(there, by: here) == here)
    }
  }

  @Test(arguments: [
    ("[walk, \"quiet time\"]", ["walk", "quiet time"]), ("[\"quiet, time\", walk]", ["quiet, time", "walk"]),
    ("['it''s, so', mum's, dad's]", ["it's, so", "mum's", "dad's"]), ("[2026, true]", ["2026", "true"]),
    ("[true, \"a \\\" b\", no]", ["true", "a \" b", "no"]), ("[ ]", []), ("[a,, b,]", ["a", "b"]),
    ("true", ["true"]), ("[5\" screw]", ["5\" screw"]),
  ])
  func `a list may have words and texts in quotes beside each other`(list: String, tags: [String]) throws {
    let page = try entries("---\ndate: 2026-03-02\ntags: \(list)\n---\n")[0]
    #expect(page.addedTags == tags)
  }

  @Test func `pages of other programs are read as far as they tell the same`() throws {
    let front = "title: 'It''s'\naliases:\n  - a: b\ndate: 2026-03-02 21:04\ntags:\n  - Walk\n- \"sea side\"\nmood: 4\n"
    let page = try entries("---\r\n\(front)---\nTea #walk\r\n")[0]
    #expect(page.text == "It's\n\nTea #walk")
    #expect(page.addedTags == ["sea side"])
    #expect(page.stamp.iso == "2026-03-02T21:04:00+01:00" && page.day.description == "2026-03-02")
    #expect(page.mood?.rawValue == 4)
    let other = try entries("---\ndate: 2026-03-02\ntags: [a, b]\nzone: Europe/Stockholm\n---\n")[0]
    #expect(other.addedTags == ["a", "b"] && other.stamp.clock == "09:00" && other.text == "")
  }

  @Test(arguments: [
    ("Tea", 1, ImportFault.noFrontMatter), ("---\ndate: 2026-03-02\n", 1, .frontMatterUnended),
    ("---\ntags: []\n---\nTea", 1, .missing("date")), ("---\nmood: 4\ndate: soon\n---\n", 3, .odd("date", .date)),
    ("---\ndate: 2026-03-02\nmood: 9\n---\n", 3, .odd("mood", .mood)),
    ("---\ndate: 2026-03-02\ndate: 2026-03-02\n---\n", 3, .nameTwice("date")),
    ("---\ndate: 2026-03-02\ntags: [\"a]\n---\n", 3, .textUnended), ("---\nTea\n---\n", 2, .signMissing(":")),
  ])
  func `a fault in a page is named with its line`(text: String, line: Int, what: ImportFault) {
    #expect(fault(text, .md) == .importBroken(file: "j", where: .line(line), what: what))
  }

  @Test(arguments: [
    ("title: By the sea\n", "Tea", "By the sea\n\nTea"),
    ("title: \"By \\\"the\\\" sea\"\n", "Tea", "By \"the\" sea\n\nTea"),
    ("title: By the sea\n", "# By the sea\nTea", "# By the sea\nTea"), ("title: By the sea\n", "", "By the sea"),
    ("title: 2026\n", "Tea", "2026\n\nTea"), ("title: [draft] a\n", "Tea", "[draft] a\n\nTea"),
    ("title:\n", "Tea", "Tea"), ("title:\n  - a\n", "Tea", "Tea"),
  ])
  func `a title is the first line, once`(front: String, text: String, taken: String) throws {
    #expect(try entries("---\ndate: 2026-03-02\n\(front)---\n\(text)\n")[0].text == taken)
  }

  @Test func `a page of Windows has the ends of its lines taken over, another one keeps what it has`() throws {
    #expect(try entries("---\r\ndate: 2026-05-05\r\n---\r\nFirst\r\nsecond\r\n")[0].text == "First\nsecond")
    #expect(try entries("---\ndate: 2026-05-05\n---\nFirst\r\nsecond\n")[0].text == "First\r\nsecond")
  }

  @Test func `two pages of one id are a fault of the second`() throws {
    var pages = MarkdownPages(zones: zones())
    let page = Array(MarkdownFolder.text(of: Samples.canal).utf8)
    try pages.take(page, file: "a.md")
    #expect(throws: Problem.importBroken(file: "b.md", where: .line(2), what: .sameID)) {
      try pages.take(page, file: "b.md")
    }
  }

  // MARK: Day One

  private let dayOne = """
    {"metadata": {"version": "1.0"}, "entries": [
      {"uuid": "3F9A1C0000004000800000000000000A", "creationDate": "2026-03-01T08:00:00Z", "timeZone": "Europe\\/Stockholm",
       "modifiedDate": "2026-03-02T08:00:00Z", "text": "Tea #walk", "tags": ["Walk", "Sea side"], "starred": true,
       "location": {"latitude": 1.5}},
      {"creationDate": "2026-03-01T08:00:00Z", "timeZone": "Mars"}
    ]}
    """

  @Test func `Day One's JSON comes in with texts, dates, tags and stars`() throws {
    let found = try entries(dayOne)
    #expect(found[0].id.uuidString == "3F9A1C00-0000-4000-8000-00000000000A")
    #expect(found[0].stamp.iso == "2026-03-01T09:00:00+01:00" && found[0].stamp.zone == "Europe/Stockholm")
    #expect(found[0].modifiedAt == Samples.moment("2026-03-02T08:00Z"))
    #expect(found[0].addedTags == ["sea side"] && found[0].isStarred && found[0].text == "Tea #walk")
    #expect(found[1].text == "" && found[1].stamp.clock == "09:00")
    #expect(try entries(dayOne).map(\.id) == found.map(\.id))
  }

  @Test(arguments: [
    (#""text": "a\r\nb""#, "a\nb"), (#""text": "Tea\\. A \\- dash\\! \\*so\\*""#, "Tea. A - dash! \\*so\\*"),
    (#""richText": "{\"contents\": [{\"text\": \"Tea, \"}, {\"embed\": 1}, {\"text\": \"late\"}]}""#, "Tea, late"),
    (#""richText": "odd""#, ""), (#""text": "Tea", "richText": "{\"contents\": [{\"text\": \"Cake\"}]}""#, "Tea"),
  ])
  func `the text of a Day One entry is found where it is, and as it reads`(member: String, text: String) throws {
    let found = try entries(#"{"metadata": {}, "entries": [{"creationDate": "2026-03-01T08:00:00Z", \#(member)}]}"#)
    #expect(found[0].text == text)
  }

  @Test func `a fault in Day One's JSON is named with its entry`() {
    #expect(
      fault(dayOne.replacing("2026-03-02T08:00:00Z", with: "soon"), .dayone)
        == .importBroken(file: "j", where: .entry(1), what: .odd("modifiedDate", .date)))
    #expect(
      fault("{\"metadata\": {}}", .dayone)
        == .importBroken(file: "j", where: .member("entries"), what: .entriesMissing))
  }
}
