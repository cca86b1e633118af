import Foundation
import HearthCore
import HearthStorage
import Testing

/// Words that stand in no entry are found too.
struct ElsewhereStoreTests {
  private let today = Stamp(.start, in: .utc).calendarDay

  private func moment(_ number: Int, _ line: String, with names: [String] = [], daysAgo: Int = 0) -> Moment {
    let stamp = Stamp(.start.adding(seconds: -86_400 * daysAgo), in: .utc)
    return Moment(
      id: .number(number), stamp: stamp, day: stamp.calendarDay, kind: .conversation, with: names, line: line,
      createdAt: .start)
  }

  private func ids(_ condition: Condition, in vault: Vault) throws -> [UUID] {
    try vault.elsewhere(condition).map(\.id)
  }

  @Test func `people come first, then the newest; the trash stays shut`() throws {
    let vault = try Vault.inMemory()
    try vault.save(moment(1, "Tulips at the market", daysAgo: 2), now: .start)
    try vault.save(moment(2, "More tulips"), now: .start)
    try vault.save(moment(3, "Tulips, thrown away"), now: .start)
    try vault.trashMoment(.number(3), now: .start)
    var ana = try vault.addPerson("Ana")
    ana.notes = "tulips, not roses"
    try vault.keep(ana, now: .start)
    let run = Run(
      id: .number(5), practice: "mending", version: 1, title: "After a quarrel",
      startedAt: Stamp(.start.adding(seconds: -86_400), in: .utc), day: today.adding(days: -1),
      asked: [Asked(step: "a", question: "What would help?", answer: .text("Tulips on the table"))], place: nil)
    try vault.keep(run)
    let tulips = Condition.words("tulip", isBegun: true)
    #expect(try ids(tulips, in: vault) == [ana.id, .number(2), .number(5), .number(1)])
    #expect(try ids(tulips.and(.days(from: today, to: nil)), in: vault) == [.number(2)])
    #expect(try ids(.words("rose", isBegun: false), in: vault) == [])
  }

  @Test func `a name means what it means in a search of entries`() throws {
    let vault = try Vault.inMemory()
    try vault.save(moment(1, "On the pier", with: ["Zoë"]), now: .start)
    var zoe = try vault.person(named: "Zoë")
    zoe.aliases = ["Zuzu"]
    try vault.keep(zoe, now: .start)
    for name in ["zoe", "Zoë", "ZUZU"] {
      #expect(try ids(.person(name, isBegun: false), in: vault) == [zoe.id, .number(1)], "\(name)")
    }
  }

  @Test(arguments: [Condition.everything, .starred, .not(.words("pier", isBegun: false)), .days(from: nil, to: nil)])
  func `where no word and no name is asked for, nothing is`(condition: Condition) throws {
    let vault = try Vault.inMemory()
    try vault.save(moment(1, "On the quay"), now: .start)
    #expect(try ids(condition, in: vault) == [])
  }
}
