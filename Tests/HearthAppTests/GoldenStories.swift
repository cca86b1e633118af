import Canvas
import HearthCore
import Testing

@testable import HearthApp

/// How the screens look, at the three sizes. `make golden` renews the pictures in `Golden/`.
@Suite @MainActor struct GoldenStories {
  nonisolated static let sizes = [(80, 24), (40, 12), (20, 5)]
  nonisolated static let scenes: [(name: String, keys: String)] = [
    ("today", ""), ("journal", "2"), ("read", "2<Enter>"),
    ("compose", "nBy the canal<Enter><Enter>Walked the long way home. #walk @Jon"),
    ("answer", "<Enter>Last Sunday, on the bench."), ("details", "nTea<Tab>4"), ("find", "ntea and Tea<C-f>tea"),
    ("support", "<C-g>"), ("support-gb", "<C-g>"), ("help", "2?"), ("palette", "<C-p>"), ("settings", ","),
    ("trash", "2d<C-p>the trash<Enter>"),
    ("read-mood", "2<Enter>M"), ("versions", "2<Enter>e She laughed.<Esc>v"), ("hushed", "2<Enter>b "),
    ("hushed-all", "2<Enter>b<Down> <Esc>,<Tab*2><Down><Enter>"), ("templates", "N"), ("memories", "<Down*6>"),
    ("search", "/can"), ("calendar", "2<Tab><Left>"), ("year", "2y"), ("marks", "2xx"),
    ("go-to", "2Tlast whenever<Enter>"), ("trash-emptying", "2d<C-p>the trash<Enter><C-e>"),
  ]

  @Test(arguments: scenes.map(\.name), sizes)
  func `Golden pictures`(name: String, size: (Int, Int)) throws {
    let scene = try #require(Self.scenes.first { $0.name == name })
    let story = Samples.story(columns: size.0, rows: size.1, country: name == "support-gb" ? "GB" : nil)
    if name == "memories" { Samples.remember(in: story) }
    story.play(scene.keys).wait(milliseconds: 6000)
    expectPicture("\(name)-\(size.0)x\(size.1)", story.frame)
  }

  @Test(arguments: [("journal", "2j"), ("search", "/canal<Enter>"), ("year", "2y")])
  func `Golden wide windows`(name: String, keys: String) {
    expectPicture("\(name)-120x40", Samples.story(columns: 120, rows: 40).play(keys).frame)
  }

  @Test(arguments: sizes) func `Golden first run and empty rooms`(size: (Int, Int)) {
    let dimensions = Size(columns: size.0, rows: size.1)
    let suffix = "\(size.0)x\(size.1)"
    let welcome = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false }), size: dimensions)
    expectPicture("welcome-\(suffix)", welcome.frame)
    // Where there is little room a page takes more than one Enter.
    for _ in 0..<99 where (welcome.runtime.app.top as? WelcomeScreen)?.page != .interests { welcome.play("<Enter>") }
    expectPicture("welcome-interests-\(suffix)", welcome.frame)
    expectPicture("today-empty-\(suffix)", Story(size: dimensions).frame)
    expectPicture("journal-empty-\(suffix)", Story(size: dimensions).play("2").frame)
    let draft = Draft(
      entry: Story.id(7), isEdit: false, text: "I was in the middle of", stamp: Stamp(Story.evening, in: Story.zone),
      keptAt: Story.evening.adding(seconds: -600))
    expectPicture("draft-\(suffix)", Story(MemoryJournal(drafts: [draft]), size: dimensions).frame)
    let held = Story(size: dimensions)
    held.hear(.openWaits(JournalHolder(process: 477)))
    expectPicture("held-\(suffix)", held.play("A quick thought").frame)
  }

  @Test(arguments: sizes) func `Golden doors`(size: (Int, Int)) {
    let dimensions = Size(columns: size.0, rows: size.1)
    let suffix = "\(size.0)x\(size.1)"
    func story() -> Story { Samples.story(columns: size.0, rows: size.1) }

    let locked = Story(size: dimensions, opensAtOnce: false)
    locked.hear(.sealed(LockedDoor(hasRecovery: true)))
    expectPicture("unlock-\(suffix)", locked.play("barley").frame)
    expectPicture("unlock-wrong-\(suffix)", locked.play("<Enter>").frame)
    expectPicture("unlock-code-\(suffix)", locked.play("<Tab>2B6K 9").frame)
    let cleared = story().play("2<Enter>")
    cleared.hear(.screenCleared(nil))
    expectPicture("curtain-\(suffix)", cleared.frame)

    let open = story().play(",<Tab*6><Enter>")
    expectPicture("passphrase-\(suffix)", open.frame)
    expectPicture("passphrase-words-\(suffix)", open.play("<Enter>barley").frame)
    open.holdsAnswers = true
    expectPicture("passphrase-sealing-\(suffix)", open.play("<Enter>barley<Enter>").frame)
    let sealed = story()
    sealed.journal.prepare { $0.passphrase = "barley" }
    sealed.hear(.safekeepingKnown(Safekeeping(isSealed: true)))
    expectPicture("recovery-\(suffix)", sealed.play(",<Tab*6><Down><Enter>").frame)
    expectPicture("recovery-code-\(suffix)", sealed.play("<Enter>barley<Enter>").frame)
    for _ in 0..<20 where (sealed.runtime.app.top as? RecoveryScreen)?.stage == .shown { sealed.play("<Enter>") }
    expectPicture("recovery-check-\(suffix)", sealed.play("2B6").frame)
    let backups = story().play("<C-p>the backups<Enter>bbb<Enter>").wait(milliseconds: 6000)
    expectPicture("backups-\(suffix)", backups.frame)
    let farewell = story()
    farewell.hear(.safekeepingKnown(Safekeeping()))
    farewell.holdsAnswers = true
    expectPicture("farewell-\(suffix)", farewell.play("q").frame)
  }
}
