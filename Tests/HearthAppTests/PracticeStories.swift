import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct PracticeStories {
  private static func practice(_ keep: Practice.Keep) -> Practice {
    Practice(
      id: "small", title: "A small one", needs: ["alone"], keep: keep,
      steps: [
        Step(id: "hello", .card, "Sit down."),
        Step(
          id: "calm", .scale(Measure(id: "calm", title: "Calm", low: "tense", high: "calm")), "How calm?",
          measure: "calm"),
        Step(id: "line", .text, "What is it like?"),
        Step(id: "rest", .timer(Step.Timer(minutes: 5...10, usual: 5, reminder: "Come back")), "Rest a little."),
      ],
      endings: [Practice.Ending(page: "end", offers: ["other", "support", "unknown"])], pages: ["end": "That was it."])
  }

  private static let other = Practice(
    id: "other", title: "The other one", needs: ["fight"], steps: [Step(id: "a", .card, "One thing.")])

  private func story(_ keep: Practice.Keep = .always, columns: Int = 80, rows: Int = 24) -> Story {
    let journal = MemoryJournal(entries: Samples.entries)
    journal.prepare { $0.practices.practices = [Self.practice(keep), Self.other] }
    return Story(journal, size: Size(columns: columns, rows: rows)).play("4")
  }

  private func runs(_ story: Story) -> [Run] { story.journal.kept.practices.runs }

  @Test func `before the first step there is no way back, and none is offered`() {
    let story = story().play("<Enter>")
    #expect(story.screen.contains("Sit down.") && story.lines.last?.contains(Words()[.keyBefore]) == false)
    #expect(story.play("<Enter>").lines.last?.contains(Words()[.keyBefore]) == true)
  }

  /// A practice that ends in a way to the relationship check, and asks again later.
  private static let leading = Practice(
    id: "leading", title: "Leading on", needs: ["alone"],
    steps: [
      Step(id: "line", .text, "What is it?"),
      Step(id: "later", .followUp(Step.Later(wait: .days(3), options: [.init("yes", "yes")])), "Did you ask?"),
    ], endings: [Practice.Ending(page: "end", offers: ["support", "relationship"])], pages: ["end": "That was it."])

  private func leading(_ change: (inout Settings) -> Void = { _ in }) -> Story {
    let journal = MemoryJournal(entries: Samples.entries, settings: Settings(change))
    journal.prepare { $0.practices.practices = [Self.leading] }
    return Story(journal, size: Size(columns: 80, rows: 24)).play("4<Enter>Tea<Tab>")
  }

  @Test func `a question that comes back later is not asked at once`() {
    let story = leading()
    #expect(
      story.screen.contains("Come back to it Friday, 6 March?") && story.screen.contains("Then it asks: Did you ask?"))
  }

  @Test func `the way to the relationship check has the name it has here, and none where it is hidden`() {
    #expect(leading().play("<Enter>").screen.contains(Words()[.signsDoor]))
    #expect(leading { $0.checkName = "The long list" }.play("<Enter>").screen.contains("The long list"))
    #expect(!leading { $0.hidesCheck = true }.play("<Enter>").screen.contains(Words()[.signsDoor]))
    #expect(leading().play("<Enter><Down><Down><Enter>").runtime.app.top is CheckScreen)
  }

  @Test func `an offer leads to the page or the room that it names`() {
    let places = Practice(
      id: "places", title: "Places", needs: ["alone"], steps: [Step(id: "card", .card, "One thing.")],
      endings: [Practice.Ending(page: "end", offers: ["checkin", "moment", "people", "write"])], pages: ["end": "So."])
    let journal = MemoryJournal(entries: Samples.entries)
    journal.prepare { $0.practices.practices = [places] }
    let at = { (row: Int) in
      Story(journal).play("4<Enter><Enter>" + String(repeating: "<Down>", count: row) + "<Enter>").runtime.app
    }
    #expect(at(1).top is CheckInScreen)
    #expect(at(2).top is MomentScreen)
    #expect(at(3).top is PeopleScreen && at(3).open.isEmpty)
    #expect(at(4).top is ComposeScreen)
  }

  @Test func `what waits says of which practice it is`() {
    let story = leading().play("<Enter><Enter>")
    #expect(story.lines.contains { $0.contains("Did you ask? · Leading") })
  }

  @Test func `what one can go on with is in sight with its heading when one comes back to the room`() {
    let story = story().play("<Enter><Enter>7<Esc>")
    #expect(story.screen.contains(Words()[.practicesUnfinished]))
  }

  // MARK: The room

  @Test func `practices stand by what one needs`() {
    let lines = story().screen.split(separator: "\n").map(String.init)
    #expect(
      lines.contains { $0.contains(Words()[.practiceNeedAlone]) } && lines.contains { $0.contains("A small one") })
    #expect(
      lines.firstIndex { $0.contains(Words()[.practiceNeedAlone]) }! < lines.firstIndex {
        $0.contains("The other one")
      }!)
  }

  @Test(arguments: ["<Esc>", "<Enter>"])
  func `who stays in a practice after all is not led elsewhere when it ends`(stay: String) {
    let story = story(.ask).play("<Enter><Enter>7/")
    #expect(story.screen.contains(Words()[.practiceLeaving]))
    story.play(stay)
    #expect(story.screen.contains("How calm?") && !story.screen.contains(Words()[.practiceLeaving]))
    story.play("<Esc><Right*2><Enter>")
    #expect(story.runtime.app.open.isEmpty && story.runtime.app.context.room == .practice)
  }

  @Test func `what was let go names its key as keys are named`() {
    #expect(!Words()[.noticeRunLetGo].contains("`"))
  }

  @Test func `not today puts a practice to rest at the end of the list, and the same key wakes it`() {
    let story = story().play("-")
    #expect(story.journal.kept.practices.resting == ["small"])
    #expect(story.screen.contains(Words()[.practicesResting]))
    story.play("G-")
    #expect(story.journal.kept.practices.resting.isEmpty)
  }

  @Test func `a word of its name finds it while it is typed, and in the palette`() {
    #expect(!story().play("/other").screen.contains("A small one"))
    #expect(story().play("/fight").screen.contains("The other one"))
    #expect(story().play("<C-p>the other o<Enter>").screen.contains("One thing."))
  }

  @Test func `Enter that comes before the titles are known is not lost`() {
    let story = story()
    story.playAhead("<C-p>the other o<Enter>")
    #expect(story.screen.contains("One thing."))
  }

  @Test(arguments: [
    ("how is this relationship", "How is this relationship"), ("warning", "How is this relationship"),
    ("talk", "A talk in three parts"),
  ])
  func `what has the words in its title comes first, and the relationship check is among them`(
    typed: String, first: String
  ) {
    let story = story()
    story.journal.prepare { $0.practices.practices = Shelf().practices }
    #expect(story.play("14/\(typed)").lines.first { $0.contains("▌") }?.contains(first) == true)
  }

  @Test func `where nothing is found there is nothing to begin`() {
    let bar = { (keys: String) in self.story().play(keys).lines.last ?? "" }
    #expect(bar("/small").contains("Enter"))
    #expect(!bar("/smallxx").contains("Enter") && bar("/smallxx").contains("Esc"))
  }

  @Test func `who found a practice comes back to the room, where keys lead on`() {
    let story = story().play("/other<Enter><Esc>")
    #expect(story.play("5").runtime.app.context.room == .charts)
  }

  @Test func `where it begins and where it ends it names the card that speaks of it`() {
    let story = story()
    let card = Card(id: "c", title: "Calm", topic: .building, links: [.practice("small")], text: "It comes and goes.")
    story.journal.prepare { $0.library = Library([card], practices: [Self.practice(.always)]) }
    story.play("<Enter>")
    #expect(story.screen.contains("To read about it: Calm"))
    #expect(story.play("r").screen.contains("It comes and goes."))
    #expect(!story.play("<Esc><Enter>").screen.contains("To read about it"))
    #expect(story.play("5<Enter><Tab>s").screen.contains("To read about it: Calm"))
    #expect(story.play("G<Down*5><Enter>").screen.contains("It comes and goes."))
  }

  @Test func `an empty room says so`() {
    #expect(Story().play("4").screen.contains(Words()[.practicesNone]))
  }

  // MARK: Going through

  @Test func `every step is kept before the next, and at the end it is a run with its reading`() {
    let story = story().play("<Enter><Enter>7<Enter>")
    #expect(runs(story).first?.place == "line" && runs(story).first?.finishedAt == nil)
    story.play("Like a lake.<Tab>s")
    #expect(story.screen.contains("That was it.") && story.screen.contains("The other one"))
    #expect(!story.screen.contains("unknown"))
    #expect(runs(story).first?.finishedAt != nil)
    #expect(story.journal.kept.practices.readings.map(\.value) == [7])
    #expect(story.play("<Enter>").runtime.app.open.isEmpty)
    #expect(story.screen.contains(Words()[.practicesLately]))
  }

  @Test func `Esc keeps the place, and one goes on where one was`() {
    let story = story().play("<Enter><Enter>7<Enter>Like a<Esc>")
    #expect(story.runtime.app.open.isEmpty && story.screen.contains(Words()[.practicesUnfinished]))
    story.play("g<Enter>")
    #expect(story.screen.contains("Like a") && story.screen.contains("step 3 of 4"))
  }

  @Test func `what is typed is kept while one types, and on the way out`() {
    let story = story().play("<Enter><Enter><Enter>Half a wor").wait(milliseconds: 2000)
    #expect(runs(story).first?.answer(to: "line") == .text("Half a wor"))
    story.play("d")
    story.runtime.keepUnkept()
    #expect(runs(story).first?.answer(to: "line") == .text("Half a word"))
  }

  @Test func `words that were erased go from the run too`() {
    let story = story().play("<Enter><Enter>7<Enter>ab<Tab><S-Tab><Backspace*2><Tab>")
    #expect(runs(story).first?.answer(to: "line")?.saysSomething == false)
  }

  @Test func `back leads to what was answered before`() {
    let story = story().play("<Enter><Enter>7<Enter><S-Tab>")
    #expect(story.screen.contains("How calm?") && story.screen.contains("7"))
  }

  @Test func `a run that was begun and not answered leaves nothing`() {
    #expect(runs(story().play("<Enter><Enter><Esc>")).isEmpty)
  }

  @Test func `a journal that cannot keep it says so, and the words stay on the screen`() {
    let story = story().play("<Enter><Enter><Enter>Words")
    story.journal.refuse(with: .diskFull)
    story.play("<Esc>")
    #expect(story.screen.contains("Words") && story.runtime.app.top is PracticeScreen)
    story.journal.refuse(with: nil)
    story.play("<Esc>")
    #expect(runs(story).first?.answer(to: "line") == .text("Words"))
  }

  // MARK: Where nothing is kept unasked

  @Test func `where one is asked, nothing is written before the answer`() {
    let story = story(.ask).play("<Enter><Enter>7<Enter>Like a lake.<Tab>").wait(milliseconds: 5000)
    story.runtime.keepUnkept()
    story.play("s")
    #expect(runs(story).isEmpty && story.journal.kept.practices.readings.isEmpty)
    #expect(!story.journal.kept.wishes.contains { if case .practices(.keep) = $0 { true } else { false } })
    story.play("<Enter>")
    #expect(runs(story).first?.finishedAt != nil && story.journal.kept.practices.readings.count == 1)
  }

  @Test func `letting it go leaves nothing`() {
    let story = story(.ask).play("<Enter><Enter>7<Enter>Like a lake.<Tab>s<Down><Enter>")
    #expect(runs(story).isEmpty && story.runtime.app.open.isEmpty)
  }

  @Test(arguments: ["<Esc>", "<C-p>to jour<Enter>", "<Tab>s"])
  func `what is changed after one wanted it kept is kept as well`(way: String) {
    let story = story(.ask).play("<Enter><Enter>7<Enter>hello<Tab>s<Enter><S-Tab*2> AND MORE" + way)
    #expect(runs(story).map { $0.answer(to: "line") } == [.text("hello AND MORE")])
  }

  @Test func `what is changed after one wanted it kept is kept when the program leaves, and that is seen`() {
    let story = story(.ask).play("<Enter><Enter>7<Enter>hello<Tab>s<Enter><S-Tab*2> AND")
    story.runtime.keepUnkept()
    #expect(runs(story).first?.answer(to: "line") == .text("hello AND"))
    #expect(story.wait(milliseconds: 2000).screen.contains(Words()[.lightKept]))
  }

  @Test func `an answer that was taken back is gone wherever one goes then`() {
    let story = story().play("<Enter><Enter><Enter>ab").wait(milliseconds: 2000)
    #expect(runs(story).first?.answer(to: "line") == .text("ab"))
    #expect(story.play("<Backspace*2>").runtime.app.top.holdsWords)
    story.play("<C-p>to jour<Enter>")
    #expect(story.runtime.app.context.room == .journal)
    #expect(runs(story).first?.answer(to: "line")?.saysSomething != true)
  }

  @Test func `only the page a step asked for answers it`() {
    let story = story()
    story.journal.prepare {
      $0.practices.practices = [
        Practice(
          id: "small", title: "A page", needs: ["alone"],
          steps: [Step(id: "page", .compose, "Write it down."), Step(id: "end", .card, "That was it.")])
      ]
    }
    story.play("14<Enter><Enter><Esc>nSomething else<Esc>")
    #expect(story.screen.contains(Words()[.practicePageEmpty]))
    story.play("<Tab>nAnother thing<Esc>")
    #expect(story.screen.contains("That was it."))
    #expect(story.play("<S-Tab>").screen.contains(Words()[.practicePageEmpty]))
    #expect(story.play("<Enter>Mine<Esc>").screen.contains(Words()[.practicePageWritten]))
  }

  @Test func `leaving midway asks what becomes of it`() {
    let story = story(.ask).play("<Enter><Enter>7<Enter><Esc>")
    #expect(story.screen.contains(Words()[.practiceLeaving]))
    #expect(story.lines.last?.contains("Enter choose") == true && story.lines.last?.contains("Esc back") == true)
    #expect(story.play("<Enter>").screen.contains("What is it like?"))
    #expect(runs(story.play("<Esc><Right><Enter>")).count == 1)
  }

  @Test(arguments: [Practice.Keep.ask, .never])
  func `a screen that was cleared has nothing of it any more`(_ keep: Practice.Keep) {
    let story = story(keep).play("<Enter><Enter>7<Enter>Secret")
    story.hear(.screenCleared(nil))
    #expect(!story.play("<Enter>").screen.contains("Secret") && runs(story).isEmpty)
  }

  @Test func `where nothing is ever kept Esc goes one screen back, and out from the first`() {
    let story = story(.never).play("<Enter><Enter>7<Enter>")
    story.play("<Esc>")
    #expect(story.screen.contains("How calm?"))
    story.play("<Esc><Esc>")
    #expect(story.runtime.app.open.isEmpty && runs(story).isEmpty)
  }

  // MARK: Timers

  @Test func `a timer says until when and counts nothing down, and its end is a reminder`() {
    let story = story().play("<Enter><Enter>7<Enter><Tab><Enter>")
    #expect(story.screen.contains("until 21:09") && !story.screen.contains("4:59"))
    #expect(story.journal.kept.practices.followUps.map(\.followUp.question) == ["Come back"])
    story.wait(milliseconds: 5 * 60_000)
    #expect(story.screen.contains(Words()[.practiceTimerOver]))
  }

  @Test func `a running timer is made longer within its bounds, rests and goes on`() {
    let story = story().play("<Enter><Enter>7<Enter><Tab><Enter>+++++++++")
    #expect(story.screen.contains("until 21:14"))
    #expect(story.play("p").journal.kept.practices.followUps.isEmpty)
    #expect(story.play("<Enter>").journal.kept.practices.followUps.count == 1)
  }

  @Test func `a timer that runs is not kept again with every second`() {
    let story = story().play("<Enter><Enter>7<Enter><Tab><Enter>")
    let asked = story.journal.kept.wishes.count
    story.wait(milliseconds: 4 * 60_000)
    #expect(story.journal.kept.wishes.count == asked)
  }

  @Test func `the journal stays open while a timer runs and three minutes after`() {
    let story = story().play("<Enter><Enter>7<Enter><Tab><Enter>").wait(milliseconds: 7 * 60_000)
    #expect(!story.runtime.wantsLock)
    story.wait(milliseconds: 90_000)
    #expect(story.runtime.wantsLock)
  }

  @Test func `while it runs nothing of what was written is seen`() {
    let story = story().play("<Enter><Enter>7<Enter>Secret<Tab><Enter>")
    #expect(!story.screen.contains("Secret"))
  }

  @Test func `nor which practice it is, until it rests or is over`() {
    let story = story().play("<Enter><Enter>7<Enter>")
    let title = story.lines[0].prefix(12)
    #expect(!title.contains(Words()[.practiceTitle]))
    story.play("<Tab><Enter>")
    #expect(story.lines[0].contains(Words()[.practiceTitle]) && !story.screen.contains(title))
    #expect(story.play("p").lines[0].hasPrefix(title))
    story.play("<Enter>").wait(milliseconds: 6 * 60_000)
    #expect(story.lines[0].hasPrefix(title))
  }

  // MARK: Later

  private static func asking(_ question: String = "Was it kept?") -> Practice {
    let later = Step.Later(
      wait: .minutes(30), options: [Step.Option("yes", "Kept"), Step.Option("no", "Missed")],
      offers: ["no": ["other"]])
    return Practice(id: "asking", title: "A promise", steps: [Step(id: "kept", .followUp(later), question)])
  }

  @Test func `a question for later stands on Today, and its answer offers what may serve`() {
    let journal = MemoryJournal()
    journal.prepare { $0.practices.practices = [Self.asking(), Self.other] }
    let story = Story(journal).play("4G<Enter><Enter><Enter>1")
    #expect(story.screen.contains("21:34  Was it kept?"))
    story.play("<Down><Enter>2<Enter>")
    #expect(journal.kept.practices.followUps.first?.answer == "no")
    #expect(story.play("<Down><Enter>").screen.contains("One thing."))
  }

  @Test func `in a small window all of a long question can be read, with the answers in sight`() {
    let question = "You had one wish: an evening a week in which nobody arranges anything. What came of it?"
    let journal = MemoryJournal()
    journal.prepare { $0.practices.practices = [Self.asking(question)] }
    let story = Story(journal).play("4G<Enter><Enter><Enter>1<Down><Enter>")
    story.resize(30, 9)
    #expect(story.screen.contains("You had one wish") && !story.screen.contains("What came of it?"))
    #expect(story.screen.contains("↓") && story.screen.contains("Missed"))
    #expect(story.play("<PgDn*4>").screen.contains("What came of it?"))
    #expect(story.screen.contains("Missed"))
    #expect(story.play("<PgUp*4>").screen.contains("You had one wish"))
  }

  @Test func `one that is let go is asked no more`() {
    let journal = MemoryJournal()
    journal.prepare { $0.practices.practices = [Self.asking()] }
    let story = Story(journal).play("4G<Enter><Enter><Enter>1<Down><Enter>x")
    #expect(!story.screen.contains("Was it kept?") && journal.kept.practices.followUps.first?.dismissedAt != nil)
  }

  // MARK: From before

  @Test func `a run is read again in its own words, let go and brought back`() {
    let story = story().play("<Enter><Enter>7<Enter>Like a lake.<Tab>s<Enter>G<Enter>")
    #expect(story.screen.contains("How calm?") && story.screen.contains("Like a lake."))
    #expect(runs(story.play("d")).isEmpty)
    #expect(runs(story.play("u")).count == 1)
    #expect(story.said.hasSuffix(" is back in the Practice room.") && story.said.hasPrefix(runs(story)[0].title))
  }

  @Test func `a practice that has changed keeps what was answered, and says that it has`() {
    let story = story().play("<Enter><Enter>7<Enter><Esc>")
    let changed = Practice(
      id: "small", version: 2, title: "A small one", needs: ["alone"],
      steps: [Step(id: "new", .text, "What else?")])
    story.journal.prepare { $0.practices.practices = [changed] }
    story.play("1").play("4g<Enter>")
    #expect(story.screen.contains("What else?") && story.screen.contains("has changed"))
    #expect(runs(story.play("More<Esc>")).first?.asked.map(\.question).contains("How calm?") == true)
  }

  @Test func `a clock that is set back midway ends no timer early, and what was answered stays as it was`() {
    let story = story().play("<Enter><Enter>7<Enter>A lake<Tab><Enter>")
    story.setClock(by: -2 * 3600)
    story.wait(milliseconds: 4 * 60_000)
    #expect(!story.screen.contains(Words()[.practiceTimerOver]))
    story.wait(milliseconds: 70_000)
    #expect(story.screen.contains(Words()[.practiceTimerOver]))
    let run = runs(story.play("<Enter><Esc>")).first
    #expect(
      run?.finishedAt != nil && run?.answer(to: "line") == .text("A lake") && run?.answer(to: "calm") == .number(7))
    #expect(runs(story).count == 1 && story.journal.kept.practices.readings.count == 1)
  }

  @Test func `a practice that is there no more is said, and its run stays`() {
    let story = story().play("<Enter><Enter>7<Enter><Esc>")
    story.journal.prepare { $0.practices.practices = [Self.other] }
    story.play("1").play("4g<Enter>")
    #expect(story.screen.contains(Words()[.noticePracticeGone].prefix(20)))
    #expect(runs(story).first?.answer(to: "calm") == .number(7))
  }

  @Test func `a note that arrives midway disturbs nothing`() {
    let story = story().play("<Enter><Enter><Enter>Like a")
    story.hear(.notesTaken(1))
    #expect(story.play(" lake").screen.contains("Like a lake"))
  }
}
