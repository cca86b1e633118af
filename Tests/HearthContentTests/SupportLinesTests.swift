import HearthCore
import Testing

@testable import HearthContent

struct SupportLinesTests {
  let directory = Shelf().support
  let words = Words()

  // MARK: What ships

  @Test(arguments: Shelf().lineRow.items)
  func `a line is offered only on evidence`(line: SupportLine) {
    let evidence = line.evidence
    let isSeenOften = evidence.basis == .severalSources && evidence.confidence == .high
    let isKnownWell = (evidence.basis == .checkedList || isSeenOften) && !evidence.needsCheck
    #expect(line.isEnabled == (evidence.checkedOn != nil || isKnownWell))
    #expect(line.isEnabled == line.isOffered)
  }

  @Test(arguments: Shelf().lineRow.items.filter { $0.evidence.checkedOn == nil })
  func `no check is invented`(line: SupportLine) {
    let against = line.evidence.basis == .checkedList ? "public list, Sep–Oct 2026" : nil
    #expect(line.evidence.checkedAgainst == against)
  }

  @Test func `a country is offered once its emergency number is known`() {
    #expect(
      directory.countries == [
        "AU", "CA", "DE", "ES", "FR", "GB", "IE", "IN", "JP", "NL", "NZ", "SE", "US", "ZA",
      ])
    #expect(!directory.offers("BR"), "its emergency number has not been checked")
    #expect(directory.sections(for: "BR").isEmpty)
    #expect(!directory.lines.contains { $0.country == "BR" })
  }

  @Test(arguments: Shelf().support.countries)
  func `the emergency number stands first`(country: String) throws {
    let sections = directory.sections(for: country)
    let first = try #require(sections.first)
    #expect(first.need == .emergency)
    #expect(first.lines.count == 1)
    #expect(sections.dropFirst().allSatisfy { $0.need != .emergency })
    #expect(words.country(country) != country, "it has a name")
  }

  /// Typed a second time, from the source: a wrong digit would have to be typed twice.
  @Test(arguments: [
    ("us-emergency", "call 911"),
    ("us-988", "call 988 · text 988 · chat: 988lifeline.org"),
    ("us-crisis-text-line", "text HOME to 741741"),
    ("us-domestic-violence-hotline", "call 1-800-799-7233 · text START to 88788"),
    ("gb-emergency", "call 999 · call 112"),
    ("gb-samaritans", "call 116 123"),
    ("gb-shout", "text SHOUT to 85258"),
    ("gb-nhs-111", "call 111 (mental health option; in Wales press 2)"),
    ("gb-refuge", "call 0808 2000 247"),
    ("gb-scotland-abuse", "call 0800 027 1234"),
    ("gb-ni-abuse", "call 0808 802 1414"),
    ("gb-silver-line", "call 0800 4 70 80 90"),
    ("gb-cruse", "call 0808 808 1677"),
    ("ie-emergency", "call 112 · call 999"),
    ("ie-samaritans", "call 116 123"),
    ("ie-text-about-it", "text HELLO to 50808"),
    ("ie-womens-aid", "call 1800 341 900"),
    ("ie-mens-aid", "call 01 554 3811"),
    ("ca-emergency", "call 911"),
    ("ca-988", "call 988 · text 988"),
    ("ca-sheltersafe", "sheltersafe.ca"),
    ("au-emergency", "call 000"),
    ("au-lifeline", "call 13 11 14 · text 0477 13 11 14"),
    ("au-1800respect", "call 1800 737 732 · text 0458 737 732"),
    ("au-mensline", "call 1300 78 99 78"),
    ("au-beyond-blue", "call 1300 22 4636"),
    ("nz-emergency", "call 111"),
    ("nz-need-to-talk", "call 1737 · text 1737"),
    ("nz-lifeline", "call 0800 543 354"),
    ("nz-suicide-crisis", "call 0508 828 865"),
    ("nz-womens-refuge", "call 0800 733 843"),
    ("nz-are-you-ok", "call 0800 456 450"),
    ("in-emergency", "call 112"),
    ("in-tele-manas", "call 14416 · call 1-800-891-4416"),
    ("in-women-helpline", "call 181"),
    ("in-elderline", "call 14567"),
    ("de-emergency", "call 112 · call 110 (police)"),
    ("de-telefonseelsorge", "call 0800 111 0 111 · call 0800 111 0 222 · call 116 123"),
    ("de-gewalt-gegen-frauen", "call 116 016"),
    ("fr-emergency", "call 112 · call 15 · call 17 · text 114"),
    ("fr-3114", "call 3114"),
    ("fr-3919", "call 3919"),
    ("es-emergency", "call 112"),
    ("es-024", "call 024"),
    ("es-016", "call 016 · WhatsApp 600 000 016"),
    ("es-telefono-de-la-esperanza", "call 717 003 717"),
    ("nl-emergency", "call 112"),
    ("nl-113", "call 113 · call 0800-0113 · chat: 113.nl"),
    ("nl-veilig-thuis", "call 0800-2000"),
    ("se-emergency", "call 112"),
    ("jp-emergency", "call 110 · call 119"),
    ("jp-yorisoi", "call 0120-279-338 · call 0120-279-226 (Fukushima and some other areas)"),
    ("jp-dv-plus", "call 0120-279-889"),
    ("jp-dv-navi", "call #8008"),
    ("za-emergency", "call 112 (from a mobile phone) · call 10111"),
    ("za-sadag", "call 0800 567 567 · text 31393"),
    ("za-gbv", "call 0800 428 428 · call *120*7867# (asks them to call you)"),
    ("int-find-a-helpline", "findahelpline.com"),
    ("int-eu-112", "call 112"),
    ("int-eu-116123", "call 116 123"),
  ])
  func `every number offered is the one that was found`(id: String, contacts: String) throws {
    let line = try #require(directory.lines.first { $0.id == id })
    #expect(said(line) == contacts)
  }

  /// With plain spaces between the words that hold together.
  private func plain(_ text: String) -> String { text.replacing("\u{a0}", with: " ") }
  private func said(_ line: SupportLine) -> String { plain(words.ways(of: line).joined(separator: " · ")) }

  @Test func `a way to reach a line holds together, and what is noted of it may be broken`() throws {
    let line = try #require(directory.lines.first { $0.id == "gb-nhs-111" })
    #expect(words.ways(of: line) == ["call\u{a0}111 (mental health option; in Wales press 2)"])
  }

  @Test func `what many lines have in common is told once, and under each only what differs`() throws {
    let lines = directory.sections(for: "GB").flatMap(\.lines)
    let common = words.commonNotes(on: lines)
    #expect(common == ["cost not known", "may show on the bill", "checked against: public list, Sep–Oct 2026"])
    let (samaritans, silverLine) = (
      try #require(lines.first { $0.id == "gb-samaritans" }), try #require(lines.first { $0.id == "gb-silver-line" })
    )
    #expect(words.notes(on: samaritans, beside: common) == ["24/7", "anyone"])
    #expect(words.notes(on: silverLine, beside: common).last == "not yet checked on the service's own page")
  }

  // MARK: What is said of a line

  @Test func `what is known of a line is said, and what is not as well`() throws {
    let samaritans = try #require(directory.lines.first { $0.id == "gb-samaritans" })
    #expect(
      words.notes(on: samaritans) == [
        "24/7", "anyone", "cost not known", "may show on the bill", "checked against: public list, Sep–Oct 2026",
      ])
    let silverLine = try #require(directory.lines.first { $0.id == "gb-silver-line" })
    #expect(words.notes(on: silverLine).last == "not yet checked on the service's own page")
    let refuge = try #require(directory.lines.first { $0.id == "gb-refuge" })
    #expect(words.notes(on: refuge).contains("England"))
    let spain = try #require(directory.lines.first { $0.id == "es-016" })
    #expect(words.notes(on: spain).contains("not on the bill"))
    #expect(spain.caveat?.contains("call list") == true)
    let elderline = try #require(directory.lines.first { $0.id == "in-elderline" })
    #expect(words.notes(on: elderline).first == "hours not known")
  }

  @Test func `where a line answers is said once`() {
    for line in directory.lines {
      let said = words.notes(on: line).joined(separator: " · ")
      #expect(said.ranges(of: line.coverage).count <= 1, "\(line.id): \(said)")
      #expect(!line.service.contains(line.coverage) || !said.contains("· \(line.coverage)"), "\(line.id): \(said)")
    }
  }

  @Test func `for someone who thinks of ending their life a line comes first`() throws {
    let paragraphs = words.endingLife(directory, country: "US").map(plain)
    #expect(paragraphs.first?.hasPrefix("988 Suicide & Crisis Lifeline: call 988, text 988") == true)
    #expect(paragraphs.contains("If it may happen now: call 911."))
    #expect(paragraphs.contains { $0.contains("Is there someone safe who could be with you") })
  }

  @Test(arguments: [nil, "SE", "BR"] as [String?])
  func `where no crisis line is known the paragraph leads on`(country: String?) {
    let paragraphs = words.endingLife(directory, country: country).map(plain)
    #expect(paragraphs.first?.hasPrefix("Find a Helpline: findahelpline.com") == true)
    let number = country == "SE" ? "call 112" : "the emergency number of the place you are in"
    #expect(paragraphs.contains("If it may happen now: \(number)."))
  }

  @Test func `countries are listed by their names`() {
    #expect(words.countries(of: directory).map(\.name).prefix(3) == ["Australia", "Canada", "France"])
    #expect(words.country("XX") == "XX")
  }

  @Test func `the directories serve everyone, and shared numbers those without a country`() {
    #expect(directory.elsewhere(from: "US").flatMap(\.lines).map(\.id) == ["int-find-a-helpline"])
    #expect(directory.elsewhere(from: nil).map(\.need) == [.emergency, .crisis, .directory])
  }

  // MARK: A person's own lines

  @Test func `a line of one's own is offered as it is, also in a country that is not here`() throws {
    let shelf = Shelf(own: [
      (
        "lines/here.yaml",
        """
        - id: village-nurse
          country: NO
          service: The nurse in the village
          category: [crisis, loneliness]
          contact:
            - call: "00 00 00"
              note: mornings
        """
      )
    ])
    #expect(shelf.problems.isEmpty)
    let line = try #require(shelf.support.lines.last)
    #expect(shelf.support.sections(for: "NO").map(\.need) == [.crisis, .loneliness])
    #expect(said(line) == "call 00 00 00 (mornings)")
    #expect(words.notes(on: line).last == "from your own file")
  }

  @Test(arguments: [
    (
      "country: Norway\n  service: A\n  category: crisis\n  contact:\n    - call: \"1\"",
      ContentProblem.What.oddValue, "country", 2
    ),
    ("country: NO\n  category: crisis\n  contact:\n    - call: \"1\"", .missing, "service", 1),
    ("country: NO\n  service: A\n  category: fun\n  contact:\n    - call: \"1\"", .oddValue, "category", 4),
    ("country: NO\n  service: A\n  category: crisis", .missing, "contact", 1),
    ("country: NO\n  service: A\n  category: crisis\n  contact:\n    - fax: \"1\"", .missing, "contact", 6),
    ("country: NO\n  service: A\n  category: crisis\n  checkedOn: 2026-02-30", .oddValue, "checkedOn", 5),
  ])
  func `a line that lacks something is named`(fields: String, what: ContentProblem.What, field: String, line: Int) {
    let shelf = Shelf(own: [("lines/here.yaml", "- id: a\n  " + fields)])
    #expect(shelf.problems == [ContentProblem(file: "lines/here.yaml", line: line, what: what, field: field)])
    #expect(shelf.support == directory)
  }
}
