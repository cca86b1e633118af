import Foundation
import GRDB
import HearthCore
import Seal
import Testing

@testable import HearthStorage

struct KeptChecksTests {
  private static let check = KeptCheck(
    id: UUID(), check: "relationship", alias: "Zephyr", day: Day(number: 20_000), answers: ["dread": "often"])

  private func sealed(_ folder: TestFolder) throws -> Vault {
    let vault = try folder.open()
    try vault.reseal(passphrase(), cost: .least)
    return vault
  }

  private func passphrase(_ text: String = "six plain words") -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
  }

  @Test func `it is kept where there is a passphrase, and comes back as it was`() throws {
    let folder = try TestFolder()
    let vault = try sealed(folder)
    #expect(try vault.keep(Self.check))
    #expect(try vault.keptChecks() == [Self.check])
    try vault.forgetCheck(Self.check.id)
    #expect(try vault.keptChecks() == [])
  }

  @Test func `without a passphrase nothing is kept, also not out of a file`() throws {
    let vault = try Vault.inMemory()
    #expect(try !vault.keep(Self.check))
    var preferences = Preferences()
    preferences.checks = [Self.check]
    try vault.takeIn([], preferences, now: .start)
    #expect(try vault.keptChecks() == [])
  }

  @Test func `nobody finds, counts or lists it`() throws {
    let folder = try TestFolder()
    let vault = try sealed(folder)
    _ = try vault.save(.sample(1, "Tea"), now: .start)
    let before = try (vault.count(), vault.verify().map(\.count), vault.preferences())
    _ = try vault.keep(Self.check)
    #expect(try vault.count() == before.0)
    #expect(try vault.verify().map(\.count) == before.1)
    #expect(try vault.preferences() == before.2)
    #expect(try vault.find("zephyr").isEmpty)
    #expect(try vault.people().isEmpty)
  }

  @Test func `a plain copy leaves it out unless it is asked for`() throws {
    let folder = try TestFolder()
    let vault = try sealed(folder)
    _ = try vault.keep(Self.check)
    try vault.set(.checkName, to: "Zephyr's list")
    _ = try vault.addPerson("Kim")
    _ = try vault.quieten("Kim")
    let (without, with) = (folder.journal + "/without.sqlite", folder.journal + "/with.sqlite")
    try vault.writePlainCopy(to: without, first: ".a")
    try vault.writePlainCopy(to: with, withChecks: true, first: ".b")
    func holds(_ path: String) throws -> Bool {
      try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("Zephyr".utf8)) != nil
    }
    #expect(try !holds(without))
    #expect(try holds(with))
    let flagged = "SELECT count(*) FROM person WHERE isFlagged OR NOT isResting"
    #expect(try DatabaseQueue(path: "file:\(without)?vfs=unix").read { try Int.fetchOne($0, sql: flagged) } == 0)
  }

  @Test func `how somebody was before a change tells nobody who reads a plain copy that they were set aside`() throws {
    let folder = try TestFolder()
    let vault = try sealed(folder)
    let kim = try vault.addPerson("Kim")
    _ = try vault.quieten("Kim")
    try vault.meet(kim.id, on: Day(number: 20_000), now: .start)
    func tells(withChecks: Bool) throws -> Bool {
      let path = folder.journal + "/copy.sqlite"
      try vault.writePlainCopy(to: path, withChecks: withChecks, first: ".a")
      // Also between the rows, where something deleted may still stand.
      let stands = try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("\"isFlagged\"".utf8)) != nil
      let told = "SELECT EXISTS (SELECT 1 FROM step WHERE before IS NOT NULL)"
      let rows = try DatabaseQueue(path: "file:\(path)?vfs=unix").read { try Bool.fetchOne($0, sql: told) }
      return stands || rows == true
    }
    #expect(try tells(withChecks: true))
    #expect(try !tells(withChecks: false))
    #expect(try vault.takeBack(now: .start)?.kind == .people)
  }

  @Test func `the passphrase is proven without closing anything`() throws {
    let folder = try TestFolder()
    let vault = try sealed(folder)
    #expect(try vault.opens(with: passphrase()))
    #expect(try !vault.opens(with: passphrase("six plain word")))
    #expect(try vault.count() == 0)
  }

  @Test func `about somebody who is quiet nothing comes back`() throws {
    let vault = try Vault.inMemory()
    let today = Stamp(.start, in: .utc).calendarDay
    var entry = Entry.sample(1, "By the canal with @Jon")
    entry.day = today.adding(days: -7)
    _ = try vault.save(entry, now: .start)
    #expect(try vault.memories(on: today).count == 1)
    #expect(try vault.quieten("jon").name == "Jon")
    #expect(try vault.memories(on: today).isEmpty)
    #expect(throws: Problem.noSuchPerson("Åsa")) { try vault.quieten("Åsa") }
  }
}
