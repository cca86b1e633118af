import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// What Today says by itself: a note, a step, a greeting, what seven days held. Nothing of it waits for an answer.
@Suite @MainActor struct AsideStories {
  private let words = Words()

  private func has(_ story: Story, _ word: Word, _ letters: Int = 30) -> Bool {
    story.screen.replacing("\n", with: " ").replacing(/\ +/, with: " ").contains(words[word].prefix(letters))
  }

  // MARK: The quiet note

  @Test func `after heavy weeks Today says so, and yes opens Support`() {
    let story = Weeks.heavy()
    #expect(has(story, .asideHeavy) && story.screen.contains("y who is there · l later · L never"))
    #expect(story.play("y").runtime.app.top is SupportScreen)
    #expect(!has(story.play("<Esc>"), .asideHeavy))
  }

  @Test func `it takes no key from anything else`() {
    let story = Weeks.heavy().play("<Enter>")
    #expect(story.runtime.app.top is ComposeScreen)
  }

  @Test func `it stays for its day and does not come the next`() {
    let story = Weeks.heavy().play("2").play("1")
    #expect(has(story, .asideHeavy))
    #expect(story.journal.kept.asides.notes.note(of: [.heavy], on: Weeks.today.adding(days: 1)) == nil)
    #expect(story.journal.kept.asides.notes.note(of: [.heavy], on: Weeks.today.adding(days: 30)) == .heavy)
  }

  @Test func `later is thirty days, and not again is never`() {
    let later = Weeks.heavy().play("l")
    #expect(!has(later, .asideHeavy))
    #expect(later.journal.kept.asides.notes.note(of: [.heavy], on: Weeks.today.adding(days: 32)) == .heavy)
    let never = Weeks.heavy().play("L")
    #expect(!has(never, .asideHeavy) && has(never, .asideSilenced))
    #expect(never.journal.kept.asides.notes.note(of: [.heavy], on: Weeks.today.adding(days: 400)) == nil)
  }

  @Test(arguments: ["l", "L", "y<Esc>"])
  func `one thing a day is all, whatever was answered to it`(keys: String) {
    let story = Weeks.story { state in
      let fine = Array(repeating: 4.0, count: 14)
      state.readings =
        Weeks.readings("mood", fine) + Weeks.readings("wanted", fine.map { $0 + 5 }) + Weeks.readings("had", fine)
        + Weeks.readings("lonely", fine.map { $0 + 4 })
    }
    #expect(has(story, .asideHeavy))
    story.play(keys).play("2").play("1")
    #expect(!has(story, .asideHeavy) && !has(story, .asideWideGap))
  }

  @Test func `on a day of the relationship check nothing is offered`() {
    let story = Weeks.heavy().play("4")
    story.hear(.check(.loaded([], SupportDirectory([]))))
    #expect(!has(story.play("1"), .asideHeavy))
    let kept = KeptCheck(id: Story.id(1), check: "relationship", alias: "", day: Weeks.today, answers: [:])
    let later = Weeks.story {
      $0.readings = Weeks.readings("lonely", Array(repeating: 8, count: 14))
      $0.checks = [kept]
    }
    #expect(!has(later, .asideHeavy))
    #expect(later.journal.kept.asides.notes == QuietNoteHistory())
  }

  @Test func `more wanted than had for two weeks of good moods is a note, and yes a small step`() {
    let story = Weeks.story { state in
      let fine = Array(repeating: 4.0, count: 14)
      state.readings =
        Weeks.readings("mood", fine) + Weeks.readings("wanted", fine.map { $0 + 4 }) + Weeks.readings("had", fine)
    }
    #expect(has(story, .asideWideGap))
    #expect(story.play("y").runtime.app.top is PracticeScreen)
  }

  @Test func `alone by push and numb, again and again, is one soft question`() {
    let story = Weeks.story { state in
      state.readings = Weeks.readings("alone", [0, 0, 0]) + Weeks.readings("calm-alone", [-2, -2, -1])
    }
    #expect(has(story, .asidePushedAlone))
  }

  @Test func `where nothing is offered the keys say so`() {
    let story = Weeks.story().play("y")
    #expect(has(story, .asideNone) && story.runtime.app.open.isEmpty)
  }

  // MARK: The smallest next step

  @Test func `more wanted than had brings something small, in the words of its file`() {
    let story = Weeks.story { $0.checkIns = [Weeks.checkIn(["wanted": 7, "had": 3])] }
    #expect(has(story, .asideWanted))
    let tiny = Shelf().practices.first { $0.id == "smallest-step" }?.step("tiny")?.options.map(\.text) ?? []
    let said = story.screen.replacing("\n", with: " ").replacing(/\ +/, with: " ")
    #expect(tiny.contains { said.contains($0) })
    #expect(story.play("y").screen.contains("The smallest next step"))
  }

  @Test func `it comes with the check-in that gives reason for it, and l puts it away for the day`() {
    let story = Weeks.story().play("c<Down*2>73<Enter>").wait(milliseconds: 6000)
    #expect(has(story, .asideWanted))
    story.play("l")
    #expect(!has(story, .asideWanted))
    #expect(story.journal.kept.asides.putOff == Weeks.today)
    #expect(!has(story.play("c<Down*2>73<Enter>").wait(milliseconds: 6000), .asideWanted))
  }

  @Test func `not again switches steps off, and Settings say so`() {
    let story = Weeks.story { $0.checkIns = [Weeks.checkIn(["wanted": 7, "had": 3])] }.play("L")
    #expect(story.journal.kept.settings.leaning.pace == .none)
    #expect(story.play(",<Tab*3>").screen.contains("‹ none ›"))
  }

  @Test func `after a check-in of yesterday, or a good one, nothing is suggested`() {
    for checkIn in [Weeks.checkIn(["wanted": 9, "had": 1], ago: 1), Weeks.checkIn(["wanted": 4, "had": 5])] {
      let story = Weeks.story { $0.checkIns = [checkIn] }
      #expect(!story.screen.contains("l not today"))
    }
  }

  @Test func `where nothing is suggested about somebody nobody is suggested`() {
    var flagged = Person(id: Story.id(3), name: "Kim")
    flagged.isFlagged = true
    var settings = Settings()
    settings.leaning = Leaning(pace: .more, drains: [.talk, .strangers, .noise, .messages, .way], surroundings: [])
    settings.questionSeed = 3
    let story = Weeks.story(settings: settings) { state in
      state.people = [PersonPage(flagged)]
      state.checkIns = [Weeks.checkIn(["wanted": 9, "had": 1])]
    }
    #expect(!story.screen.contains("l not today"))
    let free = Weeks.story(settings: settings) { $0.checkIns = [Weeks.checkIn(["wanted": 9, "had": 1])] }
    #expect(free.screen.contains("safe person"))
  }

  // MARK: The question of the month

  private func due() -> Story {
    Weeks.story { $0.asides.monthly = MonthlyQuestion(text: "\(Weeks.today.number)") }
  }

  @Test func `once a month there is one question, and its answer is kept in its own word`() {
    let story = due()
    #expect(has(story, .asideMonthly))
    #expect(story.play("y").screen.contains("How often do you feel lonely?"))
    story.play("3<Enter>")
    #expect(story.screen.contains("Office for National Statistics"))
    #expect(story.journal.kept.practices.readings.map(\.value) == [2])
    #expect(!has(story.play("<Esc>"), .asideMonthly))
  }

  @Test func `it can be left for this month, or switched off`() {
    #expect(!has(due().play("l"), .asideMonthly))
    let off = due().play("L")
    #expect(!off.journal.kept.settings.asksMonthly && has(off, .asideEnded))
  }

  @Test(arguments: [(80, 24), (40, 16), (40, 12), (40, 9), (20, 5)])
  func `it counts as offered where it is drawn, and only there`(columns: Int, rows: Int) {
    let drafts = (1...2).map { number in
      Draft(
        entry: Story.id(number), isEdit: false, text: "Half a page", stamp: Stamp(Story.evening, in: Story.zone),
        keptAt: Story.evening)
    }
    let story = Weeks.story(columns, rows) { state in
      state.asides.monthly = MonthlyQuestion(text: "\(Weeks.today.number)")
      state.asides.presence.noticing(Weeks.today.adding(days: -30))
      state.drafts = Dictionary(uniqueKeysWithValues: drafts.map { ($0.entry, $0) })
    }.play("<Esc>")
    let isDrawn = has(story, .asideMonthly, 90) && story.screen.contains("y answer it · l not today · L never")
    var memory = story.journal.kept.asides.monthly
    let comesAgain = memory.comes(on: Weeks.today.adding(days: 1), answered: nil)
    #expect(isDrawn != comesAgain)
    #expect(isDrawn == (rows > 5))
  }

  @Test func `what comes due in another room waits for Today`() {
    let story = Weeks.story().play("2")
    story.journal.prepare { $0.asides.monthly = MonthlyQuestion(text: "\(Weeks.today.number)") }
    story.hear(.takenBack(nil))
    var memory = story.journal.kept.asides.monthly
    let isOpen = memory.comes(on: Weeks.today.adding(days: 1), answered: nil)
    #expect(isOpen)
    #expect(has(story.play("1"), .asideMonthly))
  }

  // MARK: Little energy

  @Test func `where there is little energy the small things are offered, and e shows only those`() {
    let story = Weeks.story { $0.checkIns = [Weeks.checkIn(["energy": 2])] }
    #expect(has(story, .asideDrained, 24))
    story.play("e")
    #expect(has(story, .lowDone) && !story.screen.contains("Lately") && story.screen.contains("c  how it is"))
    #expect(story.journal.kept.settings.lowEnergy.isOn(Weeks.today))
    #expect(story.play("e").screen.contains("Lately"))
  }

  @Test func `on such a day one key is a check-in`() {
    let story = Weeks.story().play("e")
    #expect(has(story, .lowAny))
    story.play("c4")
    #expect(story.journal.kept.checkIns.map(\.answers) == [["mood": 4]])
    #expect(story.runtime.app.open.isEmpty && has(story, .lowDone))
  }

  @Test func `more can be answered all the same`() {
    let story = Weeks.story().play("ec<Tab>47<Enter>")
    #expect(story.journal.kept.checkIns.map(\.answers) == [["mood": 4, "energy": 7]])
  }

  @Test func `the next day everything is there again, and nothing is said of it`() {
    var settings = Settings()
    settings.lowEnergy.turn(on: Weeks.today.adding(days: -1))
    #expect(Weeks.story(settings: settings).screen.contains("Lately"))
    settings.lowEnergy = LowEnergy(isEveryDay: true)
    #expect(!Weeks.story(settings: settings).screen.contains("Lately"))
  }

  @Test func `where no steps are wanted the small things are offered alone`() {
    var settings = Settings()
    settings.leaning.pace = .none
    let story = Weeks.story(settings: settings) { $0.checkIns = [Weeks.checkIn(["energy": 1])] }
    #expect(has(story, .asideLittleEnergy) && story.screen.contains("e the small things · l not today"))
    #expect(has(story.play("y"), .lowDone))
  }

  // MARK: When it comes

  @Test func `Today is one picture with what it says by itself`() {
    let story = Story(opensAtOnce: false)
    story.holdsAnswers = true
    story.runtime.hear(.opened(story.journal.kept.settings))
    #expect(story.wait(milliseconds: 0).runtime.app.bringsMore)
    story.holdsAnswers = false
    #expect(!story.wait(milliseconds: 0).runtime.app.bringsMore)
    #expect(!story.play("2").runtime.app.bringsMore)
  }

  // MARK: Coming back, and being invited

  @Test func `after a while away one is greeted, and no day is counted`() {
    let story = Weeks.story {
      ($0.entries, $0.checkIns) = ([:], [])
      $0.asides.presence.noticing(Weeks.today.adding(days: -30))
    }
    #expect(has(story, .todayBack, 17) && has(story, .todayBackWays))
    #expect(!story.screen.contains("30") && !story.screen.contains("month ago"))
    #expect(has(story.play("2").play("1"), .todayBack, 17))
    #expect(!has(Weeks.story { $0.asides.presence.noticing(Weeks.today.adding(days: -5)) }, .todayBack, 17))
  }

  @Test func `who kept something meanwhile was not away, wherever it was kept`() {
    let story = Weeks.story { $0.asides.presence.noticing(Weeks.today.adding(days: -30)) }
    #expect(story.journal.entries.contains { $0.day < Weeks.today } && !has(story, .todayBack, 17))
  }

  @Test func `who wants it is invited on days on which nothing is kept, and nobody else is`() {
    var settings = Settings()
    #expect(!has(Weeks.story(settings: settings), .asideInvitation))
    settings.invites = true
    let story = Weeks.story(settings: settings)
    #expect(has(story, .asideInvitation))
    story.play("y")
    #expect(story.runtime.app.top is CheckInScreen)
    #expect(!has(story.play("4<Enter>"), .asideInvitation))
  }

  @Test func `what was kept today is answer enough`() {
    var settings = Settings()
    settings.invites = true
    let story = Weeks.story(settings: settings) { $0.moments = Weeks.moments(1, ago: 0) }
    #expect(!has(story, .asideInvitation))
  }

  // MARK: Seven days

  private func week(_ contacts: Int, _ columns: Int = 80, _ rows: Int = 24) -> Story {
    var settings = Settings()
    settings.markers[.contacts] = MarkerRange(2, 4)
    return Weeks.story(columns, rows, settings: settings) { $0.moments = Weeks.moments(contacts) }
  }

  @Test(
    arguments: [
      (1, "Times with people: 1\n"), (3, "Times with people: 3, about what suits you"),
      (5, "Times with people: 5, above your upper edge. Rest comes first."),
    ])
  func `seven days are told in words`(contacts: Int, said: String) {
    #expect(week(contacts).screen.contains(said))
  }

  @Test func `what did not happen is not told, and nothing is until a range is set`() {
    #expect(!has(week(0), .weekHeading))
    #expect(!has(Weeks.story { $0.moments = Weeks.moments(5) }, .weekHeading))
  }

  // MARK: Plain words

  @Test func `plain words stand under the date for who wants them`() {
    var settings = Settings()
    settings.speaksPlainly = true
    let plain = Words().kindLine(for: Weeks.today, plainly: true)
    #expect(Weeks.story(settings: settings).screen.contains(plain))
    let lines = (0..<10).map {
      (Words().kindLine(for: Day(number: $0)), Words().kindLine(for: Day(number: $0), plainly: true))
    }
    #expect(lines.count { $0.0 != $0.1 } == 5)
  }

  // MARK: Pictures

  @Test(arguments: [(80, 24), (40, 12), (20, 5)]) func `Golden asides`(columns: Int, rows: Int) {
    let size = "\(columns)x\(rows)"
    expectPicture("today-heavy-\(size)", Weeks.heavy(columns, rows).frame)
    let wanted = Weeks.story(columns, rows) { $0.checkIns = [Weeks.checkIn(["mood": 3, "wanted": 7, "had": 3])] }
    expectPicture("today-step-\(size)", wanted.frame)
    let drained = Weeks.story(columns, rows) { $0.checkIns = [Weeks.checkIn(["mood": 2, "energy": 1])] }
    expectPicture("today-drained-\(size)", drained.frame)
    expectPicture("today-low-\(size)", drained.play("e").wait(milliseconds: 6000).frame)
    expectPicture("check-in-low-\(size)", drained.play("c").frame)
    let back = Weeks.story(columns, rows) {
      ($0.entries, $0.checkIns) = ([:], [])
      $0.asides.presence.noticing(Weeks.today.adding(days: -30))
    }
    expectPicture("today-back-\(size)", back.frame)
    var settings = Settings()
    for marker in Marker.allCases { settings.markers[marker] = MarkerRange(1, 4) }
    let week = Weeks.story(columns, rows, settings: settings, with: []) { state in
      state.moments = Weeks.moments(3) + Weeks.moments(2, .conversation)
      state.readings = Weeks.readings("alone", [2, 2, 2])
    }
    expectPicture("today-week-\(size)", week.frame)
  }
}
