import HearthCore
import HearthStorage
import Testing

struct SettingsTests {
  private static let all: [Setting: String] = [
    .dayEnd: "180", .markers: "contacts=2-6", .pace: "person", .speaksPlainly: "yes", .moodNames: "a,b,c,d,e",
    .quietNotes: "heavy=never",
  ]

  private func settled(_ settings: [Setting: String]) throws -> Vault {
    let vault = try Vault.inMemory()
    for (setting, value) in settings { try vault.set(setting, to: value) }
    return vault
  }

  @Test func `what a person has set goes along into a new journal`() throws {
    let (from, to) = (try settled(Self.all), try Vault.inMemory())
    try to.takeIn([], try from.preferences(), now: .start)
    #expect(try to.preferences().settings == Self.all)
  }

  @Test func `where something was settled already it stays as it is`() throws {
    let (from, to) = (try settled(Self.all), try settled([.welcomed: "yes", .dayEnd: "240"]))
    #expect(try from.preferences().beyond(to.preferences()).settings == [:])
    try to.takeIn([], try from.preferences(), now: .start)
    #expect(try to.preferences().settings == [.welcomed: "yes", .dayEnd: "240"])
  }

  @Test(arguments: [
    Setting.checkName, .hidesCheck, .checkNotice, .place, .backupFolder, .backupMissed, .presence, .stepPutOff,
  ])
  func `what is this computer's, one sitting's or the check's stays behind`(setting: Setting) throws {
    let from = try settled([setting: "x", .pace: "none"])
    #expect(try from.preferences().settings == [.pace: "none"])
  }

  @Test func `whether somebody was set aside is known`() throws {
    let vault = try Vault.inMemory()
    #expect(try !vault.hasFlagged())
    try vault.flag(try vault.addPerson("Kim").id, true)
    #expect(try vault.hasFlagged())
  }
}
