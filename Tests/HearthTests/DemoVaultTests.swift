import Foundation
import HearthContent
import HearthCore
import HearthStorage
import Testing

@testable import hearth

/// The journal that `hearth --demo` opens.
struct DemoVaultTests {
  private static let now = Instant(seconds: 1_795_294_800)
  private let today = Stamp(now, in: .utc).calendarDay
  private var allDays: ClosedRange<Day> { today.adding(months: -24)...today }

  @Test func `two starts give the same journal`() throws {
    let (one, other) = (
      try Vault.madeUp(endingAt: Self.now, in: .utc), try Vault.madeUp(endingAt: Self.now, in: .utc)
    )
    #expect(try one.preferences() == other.preferences())
    #expect(try entries(of: one) == entries(of: other))
    #expect(try one.readings(in: allDays) == other.readings(in: allDays))
    #expect(try one.people() == other.people())
  }

  private func entries(of vault: Vault) throws -> [Entry] {
    var all: [Entry] = []
    try vault.entries { entry throws(Problem) in all.append(entry) }
    return all
  }

  @Test func `every room shows something`() throws {
    let vault = try Vault.madeUp(endingAt: Self.now, in: .utc)
    #expect(try !vault.checkIns(in: today...today).isEmpty)
    #expect(try !vault.rhythms().due(on: today).isEmpty)
    #expect(try vault.openFollowUps(limit: 9).contains { $0.followUp.isDue(at: Self.now, on: today) })
    #expect(try vault.runs(finished: false, limit: 9).count == 1)
    #expect(try vault.runs(finished: true, limit: 99).count > 40)
    let people = try vault.people()
    #expect(Set(people.map(\.person.circle)).count >= 3 && people.contains { $0.person.kind == .group })
    #expect(!NeedsMap(people.map(\.person)).lines.contains { $0.names.isEmpty })
    let daniel = try #require(try vault.page(ofPerson: vault.person(named: "Daniel").id))
    #expect(daniel.felt.count == 8 && daniel.moments > 50 && BondState.all(daniel.bond).contains { $0.before != nil })
    #expect(try vault.setting(.checkInFields) != nil)
    #expect(try vault.keptChecks().isEmpty)
  }
}
