import Canvas
import HearthContent
import HearthCore
import Synchronization
import Testing

@testable import HearthApp

/// The relationship check at the keyboard.
@Suite @MainActor struct CheckStories {
  /// From Today into the check; the notice is the first screen.
  private func story(
    columns: Int = 80, rows: Int = 24, country: String? = "GB", isSealed: Bool = false, settings: Settings = Settings()
  ) -> Story {
    let story = Story(
      MemoryJournal(entries: Samples.entries, settings: settings), size: Size(columns: columns, rows: rows),
      country: country)
    story.journal.prepare { $0.passphrase = isSealed ? "velvet" : nil }
    story.hear(.safekeepingKnown(Safekeeping(isSealed: isSealed, newestBackup: Day("2026-03-03"))))
    return story.play("<C-p>warning signs<Enter>")
  }

  /// What stands there is read to its end.
  private static let read = "<PgDn*60>"

  /// Answers, each on its screen, that lead to a page.
  private nonisolated static let ways: [(page: String, keys: String)] = [
    ("nothing", "<Enter>J<Enter><Enter><Enter><Enter><Enter>2<Enter>"),
    ("some", "<Enter>J<Enter><Enter>2<Enter><Enter><Enter>2<Enter>"),
    ("weighs", "<Enter>J<Enter><Enter>44<Enter>444<Enter><Enter>2<Enter>"),
    ("control", "<Enter>J<Enter><Enter><Enter><Enter><Down>2<Enter>2<Enter>"),
    ("danger", "<Enter>J<Enter><Enter><Enter><Enter><Enter>1<Enter>2<Enter>"),
    ("danger-throat", "<Enter>J<Enter><Enter><Enter><Enter><Enter>1<Enter><Down>2<Enter>"),
  ]

  /// Past the sentence about what was left open, where it stands.
  @discardableResult private func toPage(_ story: Story, _ keys: String) -> Story {
    story.play(Self.read + keys)
    for _ in 0..<20 where (story.runtime.app.top as? CheckScreen)?.isAtEnd == false { story.play("<Enter>") }
    return story
  }

  private func check(_ story: Story) -> CheckScreen? { story.runtime.app.top as? CheckScreen }

  // MARK: Ways in

  @Test(arguments: ["warning signs", "relationship check", "abuse", "afraid", "How is this"])
  func `it is found by its names`(name: String) {
    let story = Samples.story().play("<C-p>\(name)")
    #expect(story.screen.contains(Words()[.houseCheck]))
    guard name != "abuse", name != "afraid" else { return }
    #expect(story.play("<Enter>").screen.contains("Ctrl-Q leaves at once"))
  }

  @Test func `a glance at everything that can be done tells nothing of it`() {
    let listed = Story(size: Size(columns: 80, rows: 200)).play("<C-p>").screen
    #expect(listed.contains("How is this relationship for me?"))
    for word in ["arning", "buse", "elationship check"] { #expect(!listed.contains(word), "\(word)") }
  }

  @Test func `it can be hidden, and called something else`() {
    let hidden = Samples.story()
    hidden.journal.prepare { $0.settings.hidesCheck = true }
    hidden.hear(.changed(hidden.journal.kept.settings))
    #expect(!hidden.play("<C-p>warning signs").screen.contains(Words()[.houseCheck]))
    let renamed = Samples.story().play(",<Tab*7><Down><Enter>The garden<Enter>")
    #expect(renamed.journal.kept.settings.checkName == "The garden")
    renamed.play("<Esc><C-p>garden<Enter>")
    #expect(renamed.lines[0].contains("The garden"))
  }

  @Test func `the notice is there each time, until it is dismissed for good`() {
    let story = story().play("d<Esc>")
    #expect(story.journal.kept.settings.skipsCheckNotice)
    #expect(check(story) == nil)
    story.play("<C-p>warning signs<Enter>")
    #expect(!story.screen.contains("Ctrl-Q leaves at once"))
    #expect(check(story.play("<Esc>")) == nil)
    story.play(",<Tab*7><Down*2><Enter><Esc><C-p>warning signs<Enter>")
    #expect(!story.journal.kept.settings.skipsCheckNotice && story.screen.contains("Ctrl-Q leaves at once"))
  }

  // MARK: Answering

  @Test(arguments: [(80, 24), (40, 12), (20, 5)])
  func `that there are more items below and above is seen`(columns: Int, rows: Int) {
    let story = story(columns: columns, rows: rows).play(Self.read + "<Enter>J<Enter><Enter><Enter><Enter>")
    func holds(_ arrow: String) -> Bool { story.lines.dropLast().contains { $0.contains(arrow) } }
    #expect(holds("↓") && !holds("↑"))
    guard rows > 5 else { return }
    story.play("<Down*30>")
    #expect(holds("↑") && !holds("↓"))
  }

  @Test func `digits answer one item after the other, arrows change an answer, Backspace opens it again`() {
    let story = story().play("<Enter><Enter>13")
    #expect(check(story)?.run?.itemAnswers == ["say-no": "mostly", "mend": "rarely"])
    story.play("<Up><Left>")
    #expect(check(story)?.run?.itemAnswers["mend"] == "sometimes")
    story.play("<Backspace>")
    #expect(check(story)?.run?.itemAnswers == ["say-no": "mostly"])
    #expect(story.play("4").screen.contains("prefer not to say"))
  }

  @Test func `what was answered is looked at where it lies, all in one go, and wiped where it was lent`() throws {
    let storage = WatchedStorage()
    let answers = CheckAnswers(try #require(check(story().play("<Enter>"))?.check), in: storage)
    let slot = try #require(answers.slots.firstIndex { $0.item?.id == "mend" })
    answers.set(2, at: slot)
    answers.type(.paste("Jon"))
    #expect(answers.answer(at: slot) == 2 && answers.alias == "Jon")
    let before = storage.looks
    #expect(answers.run(at: nil).itemAnswers == ["mend": "rarely"])
    #expect(storage.looks == before + 1)
    #expect(storage.left.allSatisfy { $0 == 0 })
  }

  @Test func `everything can be passed over, and one goes back and forth with all that was answered`() {
    let story = story().play("<Enter><Enter>1<Enter>2s<Esc><Esc>")
    #expect(story.screen.contains("What is good here?"))
    #expect(check(story)?.run?.itemAnswers == ["say-no": "mostly", "dread": "once"])
    #expect(check(story.play("<Esc><Esc><Esc>")) == nil)
  }

  @Test func `every answer is in sight, also on a small terminal`() {
    let story = Story(size: Size(columns: 40, rows: 12)).play(
      "<C-p>warning signs<Enter>" + Self.read + "<Enter><Enter>ss")
    for answer in ["1 not that I recall", "2 once", "3 sometimes", "4 often", "5 prefer not to say"] {
      #expect(story.screen.contains(answer))
    }
  }

  @Test func `the last part comes after a word of warning, and only for who goes on to it`() {
    let story = story().play("<Enter><Enter><Enter><Enter><Enter><Enter>")
    #expect(story.screen.contains("being hurt or threatened. You can skip it"))
    #expect(story.play("1<Enter>").screen.contains("Has this ever happened"))
    #expect(!story.play("<Esc>2<Enter>").screen.contains("Has this ever happened"))
  }

  @Test(arguments: ["<Enter>", "<Tab>", "1", "2", "<Right>"])
  func `whether to go on to the last part is chosen, and nothing is chosen by going on`(key: String) {
    let story = story().play("<Enter*6>").play(key)
    #expect(story.screen.contains("You can skip it") && story.lines.last?.contains("6 of 7") == true)
    #expect(check(story.play("s<Enter>"))?.isAtEnd == true)
  }

  @Test func `the count is the same on every page`() {
    let story = story()
    var said: [String] = []
    for keys in ["<Enter>", "<Enter>1", "<Enter>", "<Enter>", "<Enter>2", "<Enter>1", "<Enter>2"] {
      said.append(
        String(story.play(keys).lines.last?.suffix(7) ?? "").trimmingPrefix(while: { !$0.isNumber }).description)
    }
    #expect(said.map { $0.trimmed } == (1...7).map { "\($0) of 7" })
  }

  @Test(
    arguments: ["<Enter><Enter>1", "<Enter*6>", "<Enter*6>1<Enter>2<Enter>"],
    ["/", "3", "5", "<C-g>3<Esc>", "q<Enter>"])
  func `a stray key leads to no room, and loses no answer`(pages: String, stray: String) {
    let story = story().play(pages)
    let sitting = check(story)?.sitting
    let last = story.lines.last ?? ""
    #expect(!last.contains("/ search"))
    story.play("?")
    #expect(!story.screen.contains("Search the Journal") && !story.screen.contains("Go to Today"))
    story.play("<Esc><C-p>people")
    #expect(!story.lines.contains { $0.contains("People") && $0.contains("3") && !$0.contains("write") })
    story.play("<Esc>").play(stray)
    #expect(check(story).map { $0.sitting === sitting } == true)
    #expect(sitting?.run(at: nil).asked.isEmpty == (pages == "<Enter*6>"))
  }

  @Test func `once it is kept, rooms are open again`() {
    let story = toPage(story(isSealed: true), Self.ways[1].keys)
    choose(.keep, in: story)
    #expect(story.screen.contains("▌ Leave this page") && story.lines.last?.contains("/ search") == true)
    #expect(story.play("3").runtime.app.open.isEmpty)
  }

  @Test(arguments: ways) func `what Enter does at the end is in sight`(page: String, keys: String) {
    for size in GoldenStories.sizes {
      let story = toPage(story(columns: size.0, rows: size.1), keys)
      #expect(story.screen.contains("▌"), "\(size)")
    }
    let story = toPage(story(), keys)
    #expect(story.screen.contains("▌ ") && story.screen.contains(Words()[.signsLeave]))
  }

  // MARK: Pages

  @Test(arguments: ways.map(\.page), GoldenStories.sizes)
  func `Golden pages of the check`(page: String, size: (Int, Int)) throws {
    let way = try #require(Self.ways.first { $0.page == page })
    let story = toPage(story(columns: size.0, rows: size.1), way.keys)
    #expect(check(story)?.run?.ending(in: check(story)?.check ?? Practice(id: "", title: "", steps: []))?.page == page)
    expectPicture("check-\(page)-\(size.0)x\(size.1)", story.frame)
  }

  @Test(arguments: GoldenStories.sizes) func `Golden screens of the check`(size: (Int, Int)) {
    let story = story(columns: size.0, rows: size.1)
    let suffix = "\(size.0)x\(size.1)"
    expectPicture("check-notice-\(suffix)", story.frame)
    expectPicture("check-alias-\(suffix)", story.play(Self.read + "<Enter>The lake").frame)
    expectPicture("check-strengths-\(suffix)", story.play("<Enter>134").frame)
    expectPicture("check-items-\(suffix)", story.play("<Enter><Enter><Enter><Down*7>2<Up>").frame)
    expectPicture("veil-\(suffix)", story.wait(milliseconds: 31_000).frame)
  }

  @Test(arguments: ways) func `every page ends in something to do, and Support is a key away`(
    page: String, keys: String
  ) {
    let story = toPage(story(rows: 80), keys)
    let choices = check(story)?.end.choices ?? []
    #expect(choices.count >= 2 && choices.last == .leave)
    if page.hasPrefix("danger") || page == "control" {
      #expect(choices[0] == .support && choices.contains(.quieten) && !choices.contains(.ownSide))
      #expect(story.screen.contains("0808 2000 247") && story.screen.contains("999"))
    }
    #expect(story.play("<C-g>").runtime.app.top is SupportScreen)
    #expect(story.play("<Esc>").screen.contains(Words()[.signsLeave]))
  }

  @Test func `without a country the page says where to choose one`() {
    let story = toPage(story(rows: 60, country: nil), Self.ways[4].keys)
    #expect(story.screen.contains("lines for many countries"))
    #expect(story.screen.contains("If you are in danger now: call the emergency number"))
    #expect(!story.screen.contains("{"))
  }

  @Test func `a list of which nothing was marked leaves no gap`() {
    let story = toPage(story(rows: 70), "<Enter><Enter><Enter>44<Enter><Enter><Enter>2<Enter>")
    #expect(story.screen.contains("· I dread seeing them") && !story.screen.contains("…"))
  }

  @Test func `among what repeats stands nothing that was answered with once`() {
    let story = toPage(story(rows: 70), "<Enter><Enter><Enter>442<Enter>2<Enter><Enter>2<Enter>")
    #expect(story.screen.contains("· I dread seeing them") && story.screen.contains("· I sleep badly"))
    #expect(!story.screen.contains("· I feel smaller") && !story.screen.contains("· They criticise"))
    #expect(!story.screen.contains("…"))
  }

  // MARK: In a small window

  @Test func `what stands first is read to its end before Enter leads on`() {
    let story = story(columns: 40, rows: 12)
    var seen = ""
    for _ in 0..<30 where check(story)?.step?.kind == .card {
      seen += story.screen + " "
      story.play("<Enter>")
    }
    let text = check(story)?.check.steps.first?.text ?? ""
    #expect(!text.isEmpty)
    for word in text.split(whereSeparator: \.isWhitespace) { #expect(seen.contains(word), "\(word)") }
  }

  @Test(arguments: ["<PgDn>", "<Space>"]) func `a page at a time passes over no line`(key: String) {
    let story = toPage(story(columns: 40, rows: 12), Self.ways[4].keys)
    var seen = ""
    for _ in 0..<40 {
      seen += story.screen + " "
      story.play(key)
    }
    let page = check(story)?.check.pages["danger"] ?? ""
    let text = page.replacing("{lines/abuse}", with: "").replacing("{emergency}", with: "")
    for word in text.split(whereSeparator: \.isWhitespace) { #expect(seen.contains(word), "\(word)") }
  }

  @Test(arguments: [(80, 24), (40, 12)]) func `what was just done covers no choice, and does not travel on`(
    columns: Int, rows: Int
  ) {
    let story = toPage(story(columns: columns, rows: rows, isSealed: true), Self.ways[4].keys)
    choose(.keep, in: story)
    #expect(story.screen.contains("✓ It is kept") && story.screen.contains("▌ Leave this page"))
    #expect(!story.play("<C-g>").screen.contains("It is kept"))
    #expect(!story.play("<Esc><Esc>").screen.contains("It is kept"))
  }

  @Test func `what is to be chosen is said beside the answers, not over them`() {
    let story = story(columns: 40, rows: 12).play(Self.read + "<Enter*7>")
    #expect(story.screen.contains("Choose with 1 or 2"))
    #expect(story.screen.contains("1 ") && story.screen.contains("2 "))
    #expect(!story.play("1").screen.contains("Choose with 1 or 2"))
  }

  @Test func `two of one day are told apart, and where nothing is kept nothing is to be opened`() {
    let story = story(rows: 60, isSealed: true)
    story.journal.prepare {
      $0.checks = [
        KeptCheck(
          id: Story.id(7), check: "relationship", alias: "J", day: Day("2026-03-03") ?? Day(number: 0),
          answers: ["dread": "often"])
      ]
    }
    toPage(story, Self.ways[1].keys)
    choose(.compare, in: story)
    #expect(story.screen.contains("3 March 2026, earlier · later"))
    story.play("<Esc*20><C-p>warning signs<Enter><C-k>d<Down><Enter>")
    #expect(story.screen.contains(Words()[.keptChecksNone]))
    #expect(story.lines.last?.contains("Enter") == false && story.lines.last?.contains("Esc") == true)
  }

  // MARK: What stays

  @Test func `nothing is asked of the journal on the way through`() {
    let story = story(isSealed: true)
    let before = story.journal.kept.wishes.count
    toPage(story, Self.ways[4].keys).play("<Esc*20>")
    let asked = story.journal.kept.wishes.dropFirst(before).filter { $0 != .check(.loadKept) }
    let reading = [
      "load", "aside(HearthApp.AsideWish.load", "answers(HearthApp.AnswerWish.load",
      "practices(HearthApp.PracticeWish.titles", "practices(HearthApp.PracticeWish.followUps",
    ]
    #expect(asked.filter { wish in !reading.contains { "\(wish)".hasPrefix($0) } }.isEmpty, "\(asked)")
    #expect(story.runtime.app.unkept == [])
  }

  @Test func `keeping takes a passphrase, and is one choice`() throws {
    let open = toPage(story(rows: 60), Self.ways[1].keys)
    #expect(check(open)?.end.choices.contains(.keep) == false)
    #expect(open.screen.contains("Keeping it takes an open journal with a"))
    let sealed = toPage(story(isSealed: true), Self.ways[1].keys)
    choose(.keep, in: sealed)
    let kept = try #require(sealed.journal.kept.checks.first)
    #expect(kept.alias == "J" && kept.answers == ["dread": "once"])
    #expect(check(sealed)?.end.choices.contains(.keep) == false)
  }

  @Test func `the next time what changed stands side by side, in words`() {
    let story = story(rows: 60, isSealed: true)
    story.journal.prepare {
      $0.checks = [
        KeptCheck(
          id: Story.id(7), check: "relationship", alias: "j", day: Day(number: 20_000),
          answers: ["dread": "often", "say-no": "mostly"])
      ]
    }
    toPage(story, "<Enter>J<Enter>1<Enter>2<Enter><Enter><Enter>2<Enter>")
    choose(.compare, in: story)
    #expect(story.screen.contains("I dread seeing them") && story.screen.contains("often · once"))
    #expect(!story.screen.contains("I can say no"))
    #expect(story.play("<Esc>").screen.contains(Words()[.signsLeave]))
  }

  @Test(arguments: [false, true]) func `what was kept can be deleted without going through it again`(skips: Bool) {
    var settings = Settings()
    settings.skipsCheckNotice = skips
    let story = story(isSealed: true, settings: settings)
    let one = KeptCheck(
      id: Story.id(7), check: CheckScreen.relationship, alias: "J", day: Day(number: 1), answers: ["dread": "often"])
    story.journal.prepare { $0.checks = [one] }
    story.play("<C-k>")
    #expect(story.screen.contains("What was kept"))
    story.play("d<Down><Enter>")
    #expect(story.journal.kept.checks.isEmpty)
  }

  @Test func `what was kept outlives the passphrase: it can be read and deleted, and nothing new is kept`() {
    let story = story(rows: 60)
    let one = KeptCheck(
      id: Story.id(7), check: CheckScreen.relationship, alias: "J", day: Day(number: 1), answers: ["dread": "often"])
    story.journal.prepare { $0.checks = [one] }
    toPage(story, Self.ways[1].keys)
    #expect(check(story)?.end.choices.contains(.seeKept) == true && check(story)?.end.choices.contains(.keep) == false)
    story.play("<Esc*20><C-p>warning signs<Enter><C-k><Enter>")
    #expect(story.screen.contains("I dread seeing them"))
    story.play("d<Down><Enter>")
    #expect(story.journal.kept.checks.isEmpty)
    #expect(story.screen.contains("Keeping it takes an open journal with a"))
  }

  @Test func `what was kept is read under its questions, and deleted after being asked`() {
    let story = toPage(story(isSealed: true), Self.ways[1].keys)
    choose(.keep, in: story)
    choose(.seeKept, in: story)
    #expect(story.play("<Enter>").screen.contains("I dread seeing them"))
    #expect(story.screen.contains("In the last three months, what does it do to you?"))
    #expect(story.play("d").lines.last?.contains("Enter") == true)
    story.play("<Enter>")
    #expect(story.journal.kept.checks.count == 1)
    story.play("d<Down><Enter>")
    #expect(story.journal.kept.checks.isEmpty)
  }

  @Test func `somebody is named only by who wants to, and only their quiet is kept`() {
    let story = story(rows: 60)
    story.journal.prepare { $0.people = [PersonPage(Person(id: Story.id(9), name: "Jon"))] }
    toPage(story, Self.ways[3].keys)
    choose(.quieten, in: story)
    story.play("Nobody<Enter>")
    #expect(story.screen.contains("Nobody in People goes by that name"))
    story.play("<C-w>").play("<Backspace*8>Jon<Enter>")
    #expect(story.journal.kept.people[0].person.isFlagged)
  }

  private func choose(_ choice: CheckEnd.Choice, in story: Story) {
    for _ in 0..<12 where check(story)?.end.choice != choice { story.play("<Tab>") }
    story.play("<Enter>")
  }

  // MARK: The veil

  @Test func `after half a minute the answers are covered, and a key lifts it at the same item`() {
    let story = story().play("<Enter><Enter>1")
    let before = story.screen
    story.wait(milliseconds: 31_000)
    #expect(!story.screen.contains("What is good here"))
    #expect(story.play("x").screen == before)
  }

  @Test func `with a passphrase it takes that, and nothing was closed`() {
    let story = story(isSealed: true).play("<Enter><Enter>1")
    let before = story.screen
    story.wait(milliseconds: 31_000).play("onion<Enter>")
    #expect(story.screen.contains(Words()[.veilWrong]))
    #expect(story.play("velvet<Enter>").screen == before)
  }

  @Test func `the page at the end is covered too, and so is what was kept`() {
    let story = toPage(story(rows: 60, isSealed: true), Self.ways[4].keys)
    choose(.keep, in: story)
    let before = story.wait(milliseconds: 6000).screen
    #expect(!story.wait(milliseconds: 31_000).screen.contains("You marked something"))
    #expect(story.play("velvet<Enter>").screen == before)
    choose(.seeKept, in: story)
    #expect(story.wait(milliseconds: 31_000).runtime.app.top is VeilScreen)
  }

  @Test func `Support stays in sight, up to the usual time`() {
    let story = toPage(story(rows: 60), Self.ways[4].keys).play("<C-g>")
    #expect(!(story.wait(milliseconds: 100_000).runtime.app.top is VeilScreen))
    #expect(story.wait(milliseconds: 90_000).runtime.wantsLock)
  }

  @Test(arguments: ["<C-g>", "n"]) func `behind a page that was opened over the answers the veil hangs too`(
    page: String
  ) {
    let story = story(isSealed: true).play("<Enter><Enter>1\(page)").wait(milliseconds: 31_000)
    #expect(!(story.runtime.app.top is VeilScreen))
    #expect(story.play("<Esc>").runtime.app.top is VeilScreen)
    #expect(story.play("velvet<Enter>").screen.contains("What is good here"))
  }

  @Test func `behind the veil the usual time goes on, and then the answers are gone`() {
    let story = story().play("<Enter><Enter>1").wait(milliseconds: 31_000)
    #expect(story.wait(milliseconds: 150_000).runtime.wantsLock)
    story.hear(.screenCleared(nil))
    #expect(!story.play("x").runtime.app.open.contains { $0 is CheckScreen })
  }

  @Test(arguments: [Event.screenCleared(nil), .steppedOut]) func `a lock or a step to the shell ends it`(event: Event) {
    let story = story().play("<Enter>The lake<Enter>1")
    let sitting = check(story)?.sitting
    story.hear(event)
    #expect(!story.runtime.app.open.contains { $0 is CheckScreen })
    #expect(sitting?.alias.isEmpty == true && sitting?.run(at: nil).asked.isEmpty == true)
  }

  // MARK: One's own things on Support

  @Test func `what is pinned stands first on Support, and is not shown while a veil hangs`() {
    let story = Samples.story(country: "GB").play("<C-g>eÅsa upstairs<Enter>a walk<Esc>")
    #expect(story.journal.kept.settings.ownSupport == OwnSupport(people: "Åsa upstairs", helps: "a walk"))
    #expect(story.lines[2...6].contains { $0.contains("Yours") } && story.screen.contains("Åsa upstairs"))
    story.play("<Esc><C-p>warning signs<Enter><Enter>").wait(milliseconds: 31_000)
    #expect(!story.play("<C-g>").screen.contains("Åsa upstairs"))
  }

  // MARK: By itself

  @Test func `opened by itself it shows no room while it is on its way, nor under the support lines or the palette`() {
    let story = Story(opensAtOnce: false, errand: .check(CheckScreen.relationship))
    var context = story.runtime.app.context
    context.isMadeUp = true
    var app = App(context)
    app.errand = .check(CheckScreen.relationship)
    #expect(app.draw() == Frame(size: context.size))
    #expect(!story.play("<C-p>").screen.contains(Words()[.roomToday]))
    #expect(!story.play("<Esc><C-g>").screen.contains(Words()[.roomToday]))
  }

  @Test func `opened by itself it ends with itself, and no room is behind it`() {
    let journal = MemoryJournal(entries: Samples.entries)
    let story = Story(journal, opensAtOnce: false, errand: .check(CheckScreen.relationship))
    story.hear(.opened(Settings { $0.isWelcomed = false }))
    #expect(story.screen.contains("Ctrl-Q leaves at once"))
    story.play("<Enter><C-p>the journal<Enter><Esc>")
    #expect(!story.screen.contains("canal"))
    story.play("<Esc><Esc>")
    #expect(story.runtime.isLeaving)
  }
}

/// Storage that counts how often it is looked into, and keeps what was left of the bytes it was given.
private final class WatchedStorage: SecretStorage {
  private let inner = PlainSecretStorage()
  private let seen = Mutex((looks: 0, left: [UInt8]()))

  var looks: Int { seen.withLock { $0.looks } }
  var left: [UInt8] { seen.withLock { $0.left } }

  func withBytes<Value: Sendable>(_ work: (UnsafeRawBufferPointer) -> Value) -> Value {
    seen.withLock { $0.looks += 1 }
    return inner.withBytes(work)
  }

  func put(wiping bytes: inout [UInt8]) {
    inner.put(wiping: &bytes)
    let left = bytes
    seen.withLock { $0.left += left }
  }
}
