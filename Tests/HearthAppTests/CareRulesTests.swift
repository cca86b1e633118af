import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Pictures
import Testing

@testable import HearthApp

/// The rules of gentle design, 1 to 15: each as far as a test can see it. What no test here sees stands beside the rule.
@Suite @MainActor struct CareRulesTests {
  private let words = Words()
  private static var today: Day { Weeks.today }

  private func says(_ story: Story, _ word: Word, _ letters: Int = 24) -> Bool {
    story.screen.replacing("\n", with: " ").replacing(/\ +/, with: " ").contains(words[word].prefix(letters))
  }

  /// Every sentence of the program that stands on Today, in Settings or above a result.
  private func nobodyReads(_ pattern: Regex<Substring>) -> Bool {
    Word.allCases.allSatisfy { words[$0].firstMatch(of: pattern.ignoresCase()) == nil }
  }

  // MARK: 1 A day is complete with one thing

  @Test(arguments: ["c4<Enter>", "ma<Enter>3", "nTea<C-s><Esc>", "ec4", "3aAna<Enter>x"])
  func `rule 1: saving any one thing says that it is enough for today`(keys: String) {
    let story = Weeks.story().play(keys)
    #expect(story.screen.contains("That is enough for today."))
  }

  @Test func `rule 1: a day with nothing in it looks like a day`() {
    var settings = Settings()
    settings.showsRhythm = true
    for marker in Marker.allCases { settings.markers[marker] = MarkerRange(3, 9) }
    let story = Weeks.story(settings: settings, with: [])
    let marks = story.frame.styled().split(separator: "\n").filter { !$0.hasPrefix("│") && !$0.contains("cursor") }
    #expect(marks.allSatisfy { !$0.contains(Role.error.letter) && !$0.contains(Role.low.letter) })
    #expect(story.screen.firstMatch(of: /\b0\b|○/) == nil)
    #expect(nobodyReads(/you missed|not done|incomplete/))
  }

  // MARK: 2 Absence is silence

  @Test func `rule 2: after a gap it is good to see you, and nothing is counted`() {
    let story = Weeks.story {
      ($0.entries, $0.checkIns) = ([:], [])
      $0.asides.presence.noticing(Self.today.adding(days: -43))
    }
    #expect(says(story, .todayBack, 17) && says(story, .todayBackWays))
    #expect(story.screen.firstMatch(of: /43|six weeks|days away|since/) == nil)
    #expect(story.play("n").runtime.app.top is ComposeScreen)
  }

  // MARK: 3 No streak by default

  @Test(arguments: [(false, 9, false), (true, 9, true), (true, 1, false)])
  func `rule 3: days of the month are told to who wants it, from two on`(isOn: Bool, days: Int, isSaid: Bool) {
    let story = Weeks.story(settings: Settings { $0.showsRhythm = isOn }) { $0.daysWritten = isOn ? days : nil }
    #expect(story.screen.contains("Days with a note this month") == isSaid)
    #expect(Settings().showsRhythm == false)
  }

  // MARK: 4 Count what grows

  private static func rhythm(_ number: Int, with person: Person? = nil) -> Rhythm {
    Rhythm(
      Touchpoint(
        id: Story.id(600 + number), person: person?.id, title: "Walk \(number)", kind: .own, hopedDays: 7,
        startedOn: today.adding(days: -42)), with: person)
  }

  @Test func `rule 4: it has been a while, of three things at most, and nothing is overdue`() {
    let story = Weeks.story(80, 40, with: []) { $0.rhythms = (1...5).map { Self.rhythm($0) } }
    #expect(story.lines.count { $0.contains("Walk ") } == 3)
    #expect(story.screen.contains("you hoped for about"))
    #expect(nobodyReads(/overdue|late by|lagging/))
  }

  @Test func `rule 4: not now is two weeks, and let it rest is no more of it`() {
    func story() -> Story { Weeks.story(80, 40, with: []) { $0.rhythms = [Self.rhythm(1)] } }
    #expect(story().play("<Down>-").journal.kept.rhythms.first?.touchpoint.sleepsUntil == Self.today.adding(days: 14))
    let rested = story().play("<Down>z")
    #expect(rested.journal.kept.rhythms.first?.touchpoint.isAtRest == true)
    #expect(!rested.play("2").play("1").screen.contains("Walk 1"))
  }

  @Test(arguments: [
    Person(id: Story.id(9), name: "Kim", isResting: true), Person(id: Story.id(9), name: "Kim", isRemembered: true),
    Person(id: Story.id(9), name: "Kim", isFlagged: true),
  ])
  func `rule 4: who rests, died or was set aside is never told of`(person: Person) {
    let story = Weeks.story(with: []) { $0.rhythms = [Self.rhythm(1, with: person)] }
    #expect(!story.screen.contains("Walk 1"))
  }

  // MARK: 5 Range, not target

  private func week(_ contacts: Int, _ answers: [Measure.ID: Double] = [:]) -> Story {
    var settings = Settings()
    settings.markers[.contacts] = MarkerRange(2, 4)
    return Weeks.story(settings: settings) { state in
      state.moments = Weeks.moments(contacts)
      state.checkIns = answers.isEmpty ? [] : [Weeks.checkIn(answers)]
    }
  }

  @Test func `rule 5: above the upper edge rest is spoken of, and below the lower one nothing`() {
    #expect(week(6).screen.contains("above your upper edge. Rest comes first."))
    #expect(week(1).lines.contains { $0.hasSuffix("Times with people: 1") })
    #expect(!week(0).screen.contains("Times with people"))
  }

  @Test func `rule 5: above the upper edge no more company is suggested, whatever was wanted`() {
    let wanting: [Measure.ID: Double] = ["wanted": 9, "had": 2]
    #expect(says(week(6, wanting), .asideBeyond) && says(week(3, wanting), .asideWanted))
  }

  @Test func `rule 5: after a lot of company room is left for the hours after it`() {
    let story = Weeks.story { $0.checkIns = [Weeks.checkIn(["wanted": 2, "had": 8])] }
    #expect(story.screen.contains("Energy often dips some hours later"))
  }

  // MARK: 6 Lonely is no errand

  @Test func `rule 6: lonely is heard first, and answered in three sizes`() {
    var settings = Settings()
    settings.leaning.pace = .more
    let story = Weeks.story(settings: settings) { $0.checkIns = [Weeks.checkIn(["lonely": 9, "wanted": 9, "had": 0])] }
    #expect(says(story, .asideLonely))
    let sizes = Shelf().practices.first { $0.id == "smallest-step" }?.step("size")?.options.map(\.id)
    #expect(sizes == ["tiny", "person", "rest"])
    #expect(nobodyReads(/go out|get out there|meet new people|be more social/))
  }

  @Test func `rule 6: where somebody was set aside no person is suggested`() {
    var person = Person(id: Story.id(9), name: "Kim")
    person.isFlagged = true
    var settings = Settings()
    settings.leaning = Leaning(pace: .more, drains: Set(Drain.allCases))
    let story = Weeks.story(settings: settings) { state in
      state.people = [PersonPage(person)]
      state.checkIns = [Weeks.checkIn(["wanted": 9, "had": 0])]
    }
    #expect(!story.screen.contains("l not today"))
  }

  @Test func `rule 6: after the relationship check nothing is suggested`() {
    let story = Weeks.story { $0.checkIns = [Weeks.checkIn(["wanted": 9, "had": 0])] }
    #expect(story.screen.contains("l not today"))
    story.hear(.check(.loaded([], SupportDirectory([]))))
    #expect(!story.screen.contains("l not today"))
  }

  // MARK: 7 Solitude is respected

  @Test func `rule 7: time alone by choice is told for itself`() {
    var settings = Settings()
    settings.markers[.alone] = MarkerRange(1, 7)
    let story = Weeks.story(settings: settings) { $0.readings = Weeks.readings("alone", [2, 2, 0]) }
    #expect(story.screen.contains("Days with time alone by choice: 2, about what suits you"))
  }

  @Test(arguments: [(2.0, -3.0, false), (0, 2, false), (0, -2, true)])
  func `rule 7: only pushed and numb, repeated, is one soft question`(alone: Double, calm: Double, isAsked: Bool) {
    let story = Weeks.story { state in
      state.readings =
        Weeks.readings("alone", [alone, alone, alone]) + Weeks.readings("calm-alone", [calm, calm, calm])
    }
    #expect(says(story, .asidePushedAlone) == isAsked)
  }

  // MARK: 8 Trauma cautions

  @Test func `rule 8: a question that can weigh says so first, and can always be left`() {
    let prompt = Prompt(
      id: "heavy", text: "What was hard?", categories: ["grief"], depth: 3, note: "This one can weigh.")
    let story = Weeks.story()
    story.hear(.questionShown(prompt))
    let (note, question) = (
      story.lines.firstIndex { $0.contains("can weigh") }, story.lines.firstIndex { $0.contains("What was hard?") }
    )
    #expect(note.map { note in question.map { note < $0 } ?? false } == true)
    #expect(story.play("x").journal.kept.dismissed == ["heavy"])
  }

  @Test func `rule 8: one that can weigh comes by itself to nobody who did not ask for its subject`() {
    let heavy = Shelf().prompts.filter { $0.note != nil }
    #expect(!heavy.isEmpty)
    let chosen = (0..<400).compactMap { day in
      QuestionOfTheDay(
        prompts: Shelf().prompts, day: Day(number: day), seed: 1, dismissed: [], recent: [], interests: []
      ).first
    }
    #expect(chosen.allSatisfy { $0.note == nil })
  }

  @Test func `rule 8: nothing comes up by itself over what one does, and nothing counts down`() {
    let story = Weeks.heavy().play("n")
    #expect(story.runtime.app.top is ComposeScreen)
    #expect(story.runtime.app.open.count == 1)
    #expect(Settings().leaning.pace == .small)
  }

  // MARK: 9 Moods have words

  @Test func `rule 9: each mood has a word of its own, and a shape beside its colour`() {
    let moods = (1...5).compactMap(Mood.init(rawValue:))
    #expect(Set(moods.map { words.mood($0) }).count == 5)
    let glyphs = Samples.story().play("2").lines.joined()
    #expect(["●", "◐", "○"].allSatisfy(glyphs.contains))
  }

  // MARK: 10 and 11 Words of change; no reward, no shame

  @Test func `rules 10 and 11: nothing gets better or worse, and nothing is won or lost`() {
    #expect(nobodyReads(/\b(?:improved|declined|worse|better than others|average person)\b/))
    #expect(nobodyReads(/\b(?:points|level up|badge|reward|achievement|trophy|congratulations)\b/))
  }

  // MARK: 12 Against turning round and round

  @Test func `rule 12: three check-ins a day are invited, and a fourth is taken`() {
    let story = Weeks.story().play("c4<Enter>c4<Enter>c4<Enter>")
    #expect(!story.screen.contains("c to answer"))
    #expect(story.play("c4<Enter>").journal.kept.checkIns.count == 4)
  }

  @Test(arguments: [(1, 130, true), (2, 130, true), (4, 130, false), (1, 20, false)])
  func `rule 12: a long page of a low mood has an end to it, for who wants one`(mood: Int, count: Int, isOffered: Bool)
  {
    let story = Weeks.story().play("n")
    story.take(.paste(Array(repeating: "heavy", count: count).joined(separator: " ")))
    story.play("<Tab>\(mood)<Esc><C-s><Esc>")
    #expect(story.journal.entries.first?.mood?.rawValue == mood)
    #expect(story.screen.contains("If one thing helped") == isOffered)
  }

  // MARK: 13 Why they are here

  @Test func `rule 13: the first run asks what one wants to understand, and the questions go by it`() {
    let story = Story(MemoryJournal(settings: Settings { $0.isWelcomed = false })).play("<Enter><Enter>")
    #expect(says(story, .welcomeInterestsHeading))
    func share(_ interests: Set<String>) -> Int {
      (0..<200).count { day in
        QuestionOfTheDay(
          prompts: Shelf().prompts, day: Day(number: day), seed: 1, dismissed: [], recent: [], interests: interests
        ).first.map { !Set($0.categories).isDisjoint(with: ["solitude"]) } ?? false
      }
    }
    #expect(share(["solitude"]) > share([]))
  }

  @Test func `rule 13: what belongs to something else is left out of lists, one key away`() throws {
    func story(_ interests: [Interest]) -> Story {
      Weeks.story(80, 500, settings: Settings { $0.interests = interests })
    }
    func hides(_ story: Story, _ chosen: String, _ other: String) {
      #expect(story.screen.contains(chosen) && !story.screen.contains(other))
      #expect(story.lines.last?.contains("a everything") == true)
      story.play("a")
      #expect(story.screen.contains(chosen) && story.screen.contains(other))
      story.play("a")
      #expect(!story.screen.contains(other))
    }
    hides(story([.solitude]).play("4"), "Alone, and how that is", "Find words for a boundary")
    hides(story([.solitude]).play("Q"), "After an hour by yourself", "is glad when something goes")
    #expect(!story([]).play("4").lines.contains { $0.contains("a everything") })
    #expect(story([.lonely]).play("4").screen.contains(words[.signsDoor]), "the door to the check stays")
  }

  // MARK: 14 For many minds

  @Test func `rule 14: plain words, no small talk, and nothing that moves, for who wants it`() {
    let story = Story().play(",<Tab*5> <Down> ")
    #expect(story.journal.kept.settings.speaksPlainly && story.journal.kept.settings.reducesMotion)
    var settings = Settings()
    settings.speaksPlainly = true
    for seed in 0..<40 {
      settings.questionSeed = UInt64(seed)
      let said = Weeks.story(settings: settings) { $0.checkIns = [Weeks.checkIn(["wanted": 9, "had": 2])] }.screen
      #expect(!said.contains("at the till") && !said.contains("hello to a neighbour."))
    }
  }

  // MARK: 15 Reminders

  @Test func `rule 15: nobody is invited who has not asked for it`() {
    #expect(!Settings().invites)
    #expect(!says(Weeks.story(), .asideInvitation))
  }

  @Test func `rule 15: an invitation stands on Today alone, and stops after three`() {
    var settings = Settings()
    settings.invites = true
    #expect(says(Weeks.story(settings: settings), .asideInvitation))
    let tired = Weeks.story(settings: settings, with: []) { state in
      for day in -4...(-1) { _ = state.asides.invitations.comes(on: Self.today.adding(days: day), isAnswered: false) }
    }
    #expect(!says(tired, .asideInvitation))
  }

  @Test func `rule 15: at most one thing is offered at a time`() {
    var settings = Settings()
    settings.invites = true
    let story = Weeks.story(settings: settings) { state in
      state.readings = Weeks.readings("lonely", Array(repeating: 8, count: 14))
      state.checkIns = [Weeks.checkIn(["wanted": 9, "had": 2, "energy": 1])]
    }
    #expect(story.lines.count { $0.contains("· l ") } == 1)
    #expect(says(story, .asideHeavy))
  }
}
