import HearthCore
import HearthStorage
import Testing

struct ReadCardsTests {
  @Test func `what was read is remembered, once`() throws {
    let vault = try Vault.inMemory()
    #expect(try vault.readCards() == [])
    for card in ["alone", "hello", "alone"] { try vault.markRead(card, now: Instant(seconds: 0)) }
    #expect(try vault.readCards() == ["alone", "hello"])
  }
}
