import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// Setting, changing and taking away what opens the journal.
@Suite @MainActor struct PassphraseStories {
  private func story(sealed: Bool = false, recovery: Bool = false) -> Story {
    let story = Samples.story()
    story.hear(.safekeepingKnown(Safekeeping(isSealed: sealed, hasRecovery: recovery)))
    return story
  }

  private static let door = ",<Tab*6><Enter>"
  private static let six = "velvet onion meadow copper lantern thirty"

  @Test func `a first passphrase that is typed one Enter too early is written nowhere`() {
    let story = Samples.story().play("<C-p>the passphrase<Enter>")
    let before = (story.screen, story.runtime.app.open.count)
    story.play("quiet onion meadow, 123 c m N / ?").wait(milliseconds: 3000)
    #expect(story.screen == before.0 && story.runtime.app.open.count == before.1)
    #expect(story.journal.drafts.isEmpty && story.journal.entries.count == Samples.entries.count)
    #expect(story.play("<Enter>").screen.contains(Words()[.passphraseWords].prefix(20)))
  }

  @Test func `it says what it protects and what not, offers six words, and seals with what was typed twice`() {
    let story = story().play(Self.door)
    #expect(story.screen.contains(Words()[.passphraseNone]))
    #expect(story.screen.contains("It does not help against"))
    story.play("<Enter>")
    #expect(story.screen.contains(Self.six))
    story.play(Self.six + "<Enter>")
    #expect(!story.screen.contains("velvet"))
    story.play(Self.six + "<Enter>")
    #expect(story.screen.contains(Words()[.passphraseDone]))
    #expect(story.journal.kept.passphrase == Self.six)
  }

  @Test func `of a typed one it says only whether it is short`() {
    let story = story().play(Self.door + "<Enter>barley corn")
    #expect(story.screen.contains(Words()[.passphraseShort]))
    #expect(story.play("field").screen.contains(Words()[.passphraseFine]))
  }

  @Test func `two that differ seal nothing, and it begins again`() {
    let story = story().play(Self.door + "<Enter>barley<Enter>burley<Enter>")
    #expect(story.screen.contains(Words()[.passphraseDiffer]))
    #expect(story.journal.kept.passphrase == nil)
    story.play("barley<Enter>barley<Enter>")
    #expect(story.journal.kept.passphrase == "barley")
  }

  @Test func `an empty one is none`() {
    let story = story().play(Self.door + "<Enter><Enter><Enter>")
    #expect(story.screen.contains(Words()[.passphraseOwn]))
  }

  @Test func `other words are a key away`() {
    let story = story().play(Self.door + "<Enter><Tab>")
    #expect(story.journal.kept.wishes.filter { $0 == .offerWords }.count == 2)
  }

  @Test func `while it is sealed it says so in words, keys wait, and Esc stops it`() {
    let story = story().play(Self.door + "<Enter>barley<Enter>barley")
    story.holdsAnswers = true
    story.play("<Enter>")
    #expect(story.screen.contains(Words()[.passphraseSealing].prefix(40)))
    story.play("n1<Esc>")
    #expect(story.journal.kept.wishes.last { $0 != .howFar } == .interrupt)
    #expect(story.runtime.app.top is PassphraseScreen)
  }

  @Test func `blanks alone are no passphrase`() {
    let story = story().play(Self.door + "<Enter>   <Enter>")
    #expect(story.screen.contains("Blanks alone are no passphrase."))
    #expect(story.play("barley<Enter>barley<Enter>").journal.kept.passphrase == "barley")
  }

  @Test func `how much is written is asked for while it lasts, and no longer`() {
    let story = story().play(Self.door + "<Enter>barley<Enter>barley")
    story.holdsAnswers = true
    story.play("<Enter>").wait(milliseconds: 600)
    #expect(story.journal.kept.wishes.filter { $0 == .howFar }.count == 3)
    story.runtime.hear(.reseals(percent: 40))
    #expect(story.screen.contains("40 % is written."))
    story.runtime.hear(.resealed(isSealed: true, elsewhere: []))
    #expect(story.runtime.app.top.wakes == nil)
    #expect(!story.screen.contains("is written."))
  }

  @Test func `what could not be sealed is told, and all is as it was`() {
    let story = story()
    story.play(Self.door + "<Enter>barley<Enter>barley")
    story.journal.refuse(with: .memoryShort)
    story.play("<Enter>")
    #expect(story.screen.contains(Words().sentence(.memoryShort).prefix(40)))
    #expect(story.screen.contains(Words()[.passphraseNone]))
  }

  @Test func `it can be taken away again, with a page in between`() {
    let story = story(sealed: true)
    story.journal.prepare { $0.passphrase = "barley" }
    story.play(Self.door + "t")
    #expect(story.journal.kept.passphrase == "barley")
    #expect(story.screen.contains(Words()[.passphraseParting]))
    #expect(story.play("tbarley<Enter>").journal.kept.passphrase == nil)
    #expect(story.screen.contains(Words()[.passphraseGone]))
  }

  @Test(arguments: [("<Enter>", "barley corn<Enter>barley corn<Enter>"), ("tt", "")])
  func `who does not know the present one changes nothing and takes nothing away`(_ way: String, _ then: String) {
    let story = story(sealed: true)
    story.journal.prepare { $0.passphrase = "barley" }
    story.play(Self.door + way)
    #expect(story.screen.contains(Words()[.passphraseProve].prefix(40)))
    story.play("wheat<Enter>" + then)
    #expect(story.screen.contains(Words()[.passphraseProveWrong]))
    #expect(story.journal.kept.passphrase == "barley")
  }

  @Test func `who knows it chooses another one`() {
    let story = story(sealed: true)
    story.journal.prepare { $0.passphrase = "barley" }
    story.play(Self.door + "<Enter>barley<Enter>")
    #expect(story.screen.contains(Self.six))
    #expect(story.play("wheat<Enter>wheat<Enter>").journal.kept.passphrase == "wheat")
  }

  @Test func `afterwards a new backup can take the place of the older ones`() {
    let story = story()
    story.journal.prepare { state in
      state.backups = ["b", "a"].map { KeptBackup(name: $0, day: Day(number: 20_000), clock: "09:00", size: 1) }
    }
    story.hear(.safekeepingKnown(Safekeeping(isSealed: false, newestBackup: Day(number: 20_000))))
    story.play(Self.door + "<Enter>barley<Enter>barley<Enter>")
    #expect(story.screen.contains("Backups made before this"))
    story.play("<Enter>")
    #expect(story.journal.kept.backups.count == 1)
    #expect(story.screen.contains(Words()[.passphraseRenewed]))
  }

  @Test func `of older backups nothing is said where there are none, and a short one is called short`() {
    let story = story().play(Self.door + "<Enter>abc<Enter>")
    #expect(story.screen.contains(Words()[.passphraseShort]))
    #expect(!story.play("abc<Enter>").screen.contains("Backups made before this"))
    #expect(story.screen.contains(Words()[.passphraseNoBackups]))
  }

  @Test func `backups in the second folder are from before as well`() {
    let story = story()
    story.journal.prepare { $0.elsewhere = ["/media/stick/old.db"] }
    story.play(Self.door + "<Enter>barley<Enter>barley<Enter>")
    #expect(story.screen.contains("Backups made before this"))
    #expect(story.lines.map(\.trimmed).contains("/media/stick/old.db"))
    #expect(!story.screen.contains("Enter makes"))
  }

  @Test func `the first run offers it in one line`() {
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false })).play("<Enter>")
    #expect(story.screen.contains(Words()[.welcomePassphrase]))
    #expect(story.play("p").runtime.app.top is PassphraseScreen)
    #expect(story.play("<Esc>").runtime.app.top is WelcomeScreen)
    story.hear(.safekeepingKnown(Safekeeping(isSealed: true)))
    #expect(!story.screen.contains(Words()[.welcomePassphrase]))
  }

  // MARK: The recovery code

  private static let recovery = ",<Tab*6><Down><Enter>"

  /// A sealed journal, at the page of the recovery code.
  private func atRecovery(code: String? = nil) -> Story {
    let story = story(sealed: true, recovery: code != nil)
    story.journal.prepare { ($0.passphrase, $0.code) = ("barley", code) }
    return story.play(Self.recovery)
  }

  private func drawn(_ story: Story) -> Bool { story.journal.kept.wishes.contains(.drawCode) }

  @Test func `a code counts once two groups were typed back`() {
    let story = atRecovery().play("<Enter>barley<Enter>")
    let groups = ["2B6K", "9XQ4", "HT1M", "77CD", "VZ30", "P8WS", "R5GN"]
    for group in groups { #expect(story.screen.contains(group)) }
    story.play("<Enter>")
    let asked = groups.indices.filter { story.screen.contains("group \($0 + 1)") }
    #expect(asked.count == 2)
    for group in groups { #expect(!story.screen.contains(group)) }
    story.play("AAAA BBBB<Enter>")
    #expect(story.screen.contains(Words()[.recoveryDiffers].prefix(30)))
    #expect(story.journal.kept.code == nil)
    story.play(asked.map { groups[$0].lowercased() }.joined(separator: " ") + "<Enter>")
    #expect(story.journal.kept.code == groups.joined(separator: " "))
  }

  @Test func `before anything else a code says that it does not count yet`() throws {
    let lines = atRecovery().play("<Enter>barley<Enter>").lines
    let told = try #require(lines.firstIndex { $0.contains("does not count yet") })
    let code = try #require(lines.firstIndex { $0.contains("2B6K") })
    #expect(told < code)
  }

  @Test(arguments: [nil, "OLD"], ["", "<Enter>2B6K"])
  func `no key leads away from a code that does not count, and whoever leaves it is told`(code: String?, typed: String)
  {
    let story = atRecovery(code: code).play("<Enter>barley<Enter>" + typed)
    if typed.isEmpty { #expect(story.play("3/").screen.contains("2B6K")) }
    for _ in 0..<2 where !story.screen.contains("does not count: its") { story.play("<Esc>") }
    #expect(story.screen.contains("does not count: its") && story.runtime.app.top is RecoveryScreen)
    #expect(story.screen.contains("The earlier code still opens") == (code != nil))
    #expect(story.journal.kept.code == code)
    #expect(!story.play("<Enter>").screen.contains("does not count"))
  }

  @Test(arguments: [(40, 12), (20, 5)]) func `no group is passed over because the window is small`(
    columns: Int, rows: Int
  ) {
    let story = atRecovery().play("<Enter>barley<Enter>")
    story.resize(columns, rows)
    var seen = ""
    for _ in 0..<20 where (story.runtime.app.top as? RecoveryScreen)?.stage == .shown {
      seen += story.screen
      story.play("<Enter>")
    }
    for group in ["2B6K", "9XQ4", "HT1M", "77CD", "VZ30", "P8WS", "R5GN"] { #expect(seen.contains(group)) }
  }

  @Test func `after a lock it is told that the code that was shown does not count`() throws {
    let story = atRecovery().play("<Enter>barley<Enter>")
    let place = try #require(Place(story.runtime.app.place.text))
    let next = self.story(sealed: true)
    next.hear(.placeFound(PlaceFound(place)))
    #expect(next.screen.contains("does not count: its"))
    let other = self.story(sealed: true)
    other.hear(.placeFound(PlaceFound(Place(.journal))))
    #expect(!(other.runtime.app.top is RecoveryScreen))
  }

  @Test func `a code is spoken of only where there is one`() {
    #expect(!atRecovery().play("<Enter>").screen.contains("or the recovery code"))
    #expect(atRecovery(code: "OLD").play("<Enter>").screen.contains("or the recovery"))
    #expect(!story(sealed: true).play(Self.door + "<Enter>").screen.contains("or the recovery"))
    #expect(story(sealed: true, recovery: true).play(Self.door + "<Enter>").screen.contains("or the recovery"))
  }

  @Test(arguments: [nil, "OLD"]) func `an open screen alone makes no code`(code: String?) {
    let story = atRecovery(code: code).play("<Enter>")
    #expect(story.screen.contains(Words()[.passphraseProve].prefix(40)))
    #expect(!drawn(story) && !drawn(story.play("<Enter>wheat<Enter>")))
    #expect(story.screen.contains(Words()[.passphraseProveWrong]) && !story.screen.contains("wheat"))
    #expect(drawn(story.play("barley<Enter>")) && story.screen.contains("2B6K"))
  }

  @Test func `a code that is drawn for another page is not shown on this one`() {
    let story = atRecovery()
    story.hear(.codeDrawn(SecretText("2B6K 9XQ4 HT1M 77CD VZ30 P8WS R5GN")))
    #expect(!story.screen.contains("2B6K") && story.screen.contains(Words()[.recoveryNone]))
  }

  @Test(arguments: ["<Enter>barl", "<Enter>barley<Enter>", "<Enter>barley<Enter><Enter>2B6K"])
  func `a code does not stay behind a curtain`(keys: String) {
    let story = atRecovery().play(keys)
    story.hear(.screenCleared(nil))
    #expect(story.play(" ").screen.contains(Words()[.recoveryNone]))
    #expect(!story.screen.contains("2B6K"))
  }

  @Test(arguments: ["", "barley", "barley<Enter>barley"])
  func `words and what is typed of them do not stay behind a curtain`(keys: String) {
    let story = story().play(Self.door + "<Enter>" + keys)
    story.hear(.screenCleared(nil))
    #expect(story.play(" ").screen.contains(Words()[.passphraseNone]))
    #expect(!story.screen.contains("velvet"))
  }

  @Test func `without a passphrase there is nothing to recover`() {
    let story = story().play(Self.recovery)
    #expect(story.screen.contains(Words()[.recoveryNeedsPassphrase].prefix(40)))
    #expect(!story.play("<Enter>t").journal.kept.wishes.contains(.drawCode))
  }

  @Test func `it can be taken away, with a page in between and by somebody who knows what opens the journal`() {
    let story = atRecovery(code: "2B6K").play("t")
    #expect(story.screen.contains(Words()[.recoveryParting]))
    story.play("twheat<Enter>")
    #expect(story.journal.kept.code == "2B6K" && story.screen.contains(Words()[.passphraseProveWrong]))
    #expect(story.play("barley<Enter>").journal.kept.code == nil)
    #expect(story.screen.contains(Words()[.recoveryGone]))
  }

  @Test(arguments: ["t<Esc>", "tt<Esc>", "tt<Enter>", "<Enter><Esc>"])
  func `who turns back leaves the code as it is`(keys: String) {
    let story = atRecovery(code: "2B6K").play(keys)
    #expect(story.journal.kept.code == "2B6K" && !drawn(story))
  }

  // MARK: One page of a kind

  @Test(arguments: [("the recovery code", "<Enter>barley<Enter>"), ("the passphrase", "<Enter>barley<Enter>")])
  func `a page that is open already is gone back to`(name: String, keys: String) {
    let story = atRecovery()
    story.play("<Esc><C-p>\(name)<Enter>" + keys)
    let (depth, screen) = (story.runtime.app.open.count, story.screen)
    story.play("<C-p>\(name)<Enter>")
    #expect(story.runtime.app.open.count == depth && story.screen == screen)
    // Also from a page above it.
    story.play("<C-p>the backups<Enter><C-p>\(name)<Enter>")
    #expect(story.runtime.app.open.count == depth && story.screen == screen)
  }

  @Test func `what changed on a page above is seen on the page below`() {
    let story = atRecovery()
    story.hear(.safekeepingKnown(Safekeeping(isSealed: true, hasRecovery: true)))
    #expect(story.screen.contains(Words()[.recoveryIsSet]))
    story.hear(.safekeepingKnown(Safekeeping()))
    #expect(story.screen.contains(Words()[.recoveryNeedsPassphrase].prefix(40)))
  }
}
