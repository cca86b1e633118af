import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// How it is, and with whom one was: noted in a few keys.
@Suite @MainActor struct CheckInStories {
  private func story(columns: Int = 80, rows: Int = 24) -> Story {
    Story(MemoryJournal(entries: Samples.entries), size: Size(columns: columns, rows: rows))
  }

  // MARK: Check-ins

  @Test func `one key a scale, and Enter keeps them`() {
    let story = story().play("c4725<Enter>")
    let kept = story.journal.kept.checkIns
    #expect(kept.count == 1)
    #expect(kept.first?.answers == ["mood": 4, "energy": 7, "wanted": 2, "had": 5])
    #expect(story.screen.contains(Words()[.noticeSavedEnough]))
    #expect(story.lines.contains { $0.contains("21:04  all right · energy 7 · company wanted 2 · company had 5") })
  }

  @Test func `Esc keeps what was answered, and nothing answered is nothing kept`() {
    #expect(story().play("c4<Esc>").journal.kept.checkIns.first?.answers == ["mood": 4])
    #expect(story().play("c4").lines.last?.contains("Esc back, kept") == true)
    let none = story().play("c<Esc>")
    #expect(none.journal.kept.checkIns.isEmpty && none.runtime.app.open.isEmpty)
  }

  @Test(arguments: ["c4<C-x>", "miAna<Esc><C-x>", "mi<Tab>3<C-x>"])
  func `one can leave and keep nothing`(keys: String) {
    let story = story().play(keys)
    #expect(story.runtime.app.open.isEmpty && story.screen.contains(Words()[.noticeNothingKept]))
    #expect(story.journal.kept.checkIns.isEmpty && story.journal.kept.moments.isEmpty)
  }

  /// Clicks on the sign at a place among those of its kind, in the row that asks this.
  private func click(_ sign: Character, _ place: Int, of question: String, in story: Story) throws {
    let row = try #require(story.lines.firstIndex { $0.contains(question) })
    let line = Array(story.lines[row])
    let columns = line.indices.filter { line[$0] == sign }
    let column = try #require(columns.indices.contains(place) ? columns[place] : nil)
    story.take(.mouse(MouseEvent(.press, at: Point(column: column, row: row))))
  }

  @Test func `a click on a scale answers it, and one on its name only marks it`() throws {
    let story = story().play("c")
    try click("○", 3, of: "How are you", in: story)
    try click("─", 4, of: "How much energy", in: story)
    try click("c", 0, of: "How much company", in: story)
    #expect(story.lines.contains { $0.contains("▌") && $0.contains("How much company") })
    try click("─", 0, of: "How much did you have", in: story)
    #expect(story.play("<Enter>").journal.kept.checkIns.first?.answers == ["mood": 4, "energy": 4, "had": 0])
  }

  @Test(arguments: [80, 120]) func `a click on a word chooses it`(columns: Int) throws {
    let story = story(columns: columns, rows: 60).play("c<Tab>")
    let row = try #require(story.lines.firstIndex { $0.contains("pushed on me · mixed · chosen") })
    let start = try #require(story.lines[row].firstRange(of: "mixed")?.lowerBound)
    let column = TextWidth.columns(of: story.lines[row][..<start])
    story.take(.mouse(MouseEvent(.press, at: Point(column: column + 2, row: row))))
    let answers = try #require(story.play("<Enter>").journal.kept.checkIns.first?.answers)
    #expect(answers.count == 1 && answers.values.first == 1, "\(answers)")
  }

  @Test func `where only the chosen word is shown, the signs beside it lead on`() throws {
    let story = story(columns: 40, rows: 60).play("c<Tab>")
    let row = try #require(story.lines.firstIndex { $0.contains("‹ – ›") })
    for sign: Character in ["›", "›", "‹"] {
      let column = try #require(Array(story.lines[row]).firstIndex(of: sign))
      story.take(.mouse(MouseEvent(.press, at: Point(column: column, row: row))))
    }
    #expect(story.play("<Enter>").journal.kept.checkIns.first.map { Array($0.answers.values) } == [0])
  }

  @Test func `a scale can be passed over and an answer taken back`() {
    let story = story().play("c4<Down>t<Up><Up><Backspace><Enter>")
    #expect(story.journal.kept.checkIns.first?.answers == ["mood": 4, "wanted": 10])
    #expect(self.story().play("c4<Up><Backspace>3<Enter>").journal.kept.checkIns.first?.answers == ["mood": 3])
  }

  @Test func `Tab brings everything that can be asked, and x asks it each time`() {
    let story = story().play("c<Tab>")
    #expect(story.screen.contains("How lonely did you feel?"))
    story.play("<Down*4>x<Tab>")
    #expect(story.journal.kept.settings.checkInFields.count == 5)
    #expect(story.play("<Esc>c").journal.kept.settings.checkInFields.contains("energy"))
  }

  @Test func `the last thing that is asked stays asked, and that is said`() {
    let story = story().play("cx<Down>x<Down>x")
    let left = story.journal.kept.settings.checkInFields
    #expect(left.count == 1)
    #expect(story.play("<Down>x").journal.kept.settings.checkInFields == left)
    #expect(story.screen.contains(Words()[.checkInAskedLast]))
  }

  @Test(arguments: ["<Esc>", "<Enter>"]) func `who takes every answer back takes the check-in back`(key: String) {
    let story = story().play("c4<Enter><Up><Enter><Backspace>")
    #expect(story.runtime.app.unkept.isEmpty)
    #expect(story.play(key).journal.kept.checkIns.isEmpty)
  }

  @Test func `it can be for the day before, and never for one to come`() {
    let story = story().play("c4[<Enter>")
    let today = Stamp(Story.evening, in: Story.zone).day(endingAt: .four)
    #expect(story.journal.kept.checkIns.first?.day == today.adding(days: -1))
    #expect(self.story().play("c4]<Enter>").journal.kept.checkIns.first?.day == today)
  }

  @Test func `on Today one is opened, changed, and put away`() {
    let story = story().play("c4<Enter><Up><Enter>2<Enter>")
    #expect(story.journal.kept.checkIns.map(\.answers) == [["mood": 2]])
    #expect(story.play("d").journal.kept.checkIns.isEmpty)
  }

  @Test func `in a small window how it is has its line, with a key or with the last answer`() {
    let story = story(columns: 40, rows: 12)
    #expect(story.screen.contains("c to answer"))
    #expect(story.play("c4<Enter>").lines.contains { $0.contains("21:04  all right") })
  }

  @Test func `after three a day no more are invited, and taken all the same`() {
    let story = story().play("c4<Enter>c4<Enter>")
    #expect(story.screen.contains("c to answer"))
    #expect(!story.play("c4<Enter>").screen.contains("c to answer"))
    #expect(story.play("c4<Enter>").journal.kept.checkIns.count == 4)
  }

  @Test func `what is on the page is kept when the program leaves`() {
    let story = story().play("c4")
    #expect(story.runtime.app.unkept.contains { if case .answers(.saveCheckIn) = $0 { true } else { false } })
  }

  @Test func `where it cannot be kept the page stays`() {
    let story = story().play("c4")
    story.journal.refuse(with: .diskFull)
    #expect(story.play("<Enter>").runtime.app.top is CheckInScreen)
    story.journal.refuse(with: nil)
    #expect(story.play("<Enter>").journal.kept.checkIns.count == 1)
  }

  // MARK: Moments

  @Test func `what, with whom, how it felt`() {
    let story = story().play("miAna, @Jon<Enter>5")
    let kept = story.journal.kept.moments.first
    #expect(kept?.kind == .conversation && kept?.with == ["Ana", "Jon"] && kept?.felt == 2)
    #expect(story.lines.contains { $0.contains("21:04  A conversation · Ana, Jon · settled") })
  }

  @Test func `a hello with nobody named is three keys`() {
    let story = story().play("ma<Enter>3")
    #expect(story.journal.kept.moments.first?.kind == .hello)
    #expect(story.journal.kept.moments.first?.felt == 0)
  }

  @Test func `the rest is behind Tab`() {
    let story = story().play("mi<Tab><Down>3<Down> <Enter>")
    let kept = story.journal.kept.moments.first
    #expect(kept?.medium == .call && kept?.marks == [.attention])
    #expect(kept?.felt == nil)
  }

  @Test func `the line of a moment is kept as a draft while it is typed, and no longer once it is saved`() {
    let story = story().play("mi<Tab>eBy the river").wait(milliseconds: 2000)
    #expect(story.journal.drafts.map(\.text) == ["By the river"])
    story.play("<Enter><Enter>")
    #expect(story.journal.kept.moments.map(\.line) == ["By the river"])
    #expect(story.journal.drafts.isEmpty)
  }

  @Test func `Esc goes one step back, and from the first one out with what was typed`() {
    let story = story().play("miAna<Esc>")
    #expect(story.screen.contains("A conversation") && story.lines.last?.contains("Esc back, kept") == true)
    #expect(story.play("<Esc>").runtime.app.open.isEmpty)
    #expect(story.journal.kept.moments.map(\.with) == [["Ana"]])
  }

  @Test(arguments: ["mi<Esc><Esc>", "mi<Tab><Esc><Esc><Esc>", "mi<Enter><Esc><Esc><Esc>", "ma<Tab><Tab><Esc>"])
  func `a moment of which only the kind was chosen is kept by nothing but Enter`(keys: String) {
    let story = story().play(keys)
    #expect(story.runtime.app.open.isEmpty && story.journal.kept.moments.isEmpty)
    #expect(self.story().play("my").runtime.app.unkept.isEmpty)
  }

  @Test func `one that is only looked at stays as it is`() {
    let story = story().play("miAna<Enter>5")
    let before = story.journal.kept.moments
    story.play("<Up><Enter><Esc>")
    #expect(story.runtime.app.open.isEmpty && story.journal.kept.moments == before)
  }

  @Test func `nobody is no name, and Tab takes the one that is offered`() {
    #expect(story().play("minobody<Enter>3").journal.kept.moments.first?.with == [])
    #expect(story().play("miAna, J<Tab><Enter>4").journal.kept.moments.first?.with == ["Ana", "Jon"])
  }

  @Test func `on Today one moves through the rows as they stand`() {
    let story = story().play("c4<Enter>miAna<Enter>5")
    func marked() -> String { story.lines.first { $0.contains("▌") } ?? "" }
    let question = marked()
    #expect(story.play("<Up>").lines.first { $0.contains("▌") }?.contains("A conversation") == true)
    #expect(story.play("<Up>").lines.first { $0.contains("▌") }?.contains("all right") == true)
    #expect(story.play("<Up>").lines.first { $0.contains("▌") }?.contains("all right") == true)
    story.play("<Down><Down>")
    #expect(marked() == question)
    let place = story.lines.firstIndex { $0.contains("▌") } ?? 0
    story.play("<Down>")
    #expect((story.lines.firstIndex { $0.contains("▌") } ?? 0) > place)
  }

  @Test func `how an answer is given stands in the key bar and in help`() {
    let story = story().play("c<Down>")
    #expect(story.lines.last?.contains("0–9 t answer") == true)
    #expect(story.play("?").screen.contains("t is ten"))
    #expect(!story.play("<Esc><Esc>?").screen.contains("t is ten"))
  }

  @Test(arguments: [
    ("c", "1–5 answer"), ("c<Down>", "0–9 t answer"), ("c<Tab><Down*4>", "0–9 t answer"), ("mi<Enter>", "1–5 answer"),
    ("mi<Tab>", "1–5 answer"),
    ("mi<Tab><Down*3>", "1 answer"),
  ])
  func `only keys that answer what is marked are named`(keys: String, told: String) {
    #expect(story().play(keys).lines.last?.hasSuffix(told) == true)
  }

  @Test func `where a digit is all there is to it, help speaks of no arrows`() {
    let screen = story().play("miAna<Enter>?").screen
    #expect(screen.contains("1–5") && !screen.contains("Arrows go through") && !screen.contains("t is ten"))
  }

  @Test(arguments: [
    "c4<Enter><Up>d", "c4<Enter><Up><Enter>d", "ma<Enter>3<Up><Enter>d", "c4<Enter>ad", "ma<Enter>3<Up>d",
  ])
  func `what is put in the trash says how it comes back`(keys: String) {
    #expect(story().play(keys).screen.contains(Words()[.noticeTrashed]))
  }

  @Test func `after something is put away u brings that back, and no question`() {
    let story = story().play("c4<Enter>x<Up>du")
    #expect(story.asked { $0 == .takeBack } == 1)
  }

  @Test func `what is put away hands the mark to what stands beside it`() {
    func marked(_ story: Story) -> String { story.lines.first { $0.contains("▌") } ?? "" }
    #expect(marked(story().play("c4<Enter>ma<Enter>3<Up*2>d")).contains("A hello"))
    #expect(marked(story().play("c4<Enter>ma<Enter>3<Up>d")).contains("all right"))
  }

  @Test func `a name with a comma, which would become two, is not offered`() {
    let story = story()
    story.journal.prepare { $0.people = [PersonPage(Person(id: Story.id(9), name: "Mo, Anna"))] }
    #expect(!story.play("miMo").screen.contains("Anna"))
  }

  @Test func `names are offered while one is being typed`() {
    let story = story().play("miJ")
    #expect(story.screen.contains("Jon"))
    #expect(story.play("<Enter><Enter>4").journal.kept.moments.first?.with == ["Jon"])
  }

  @Test func `a moment of today is opened and put away`() {
    let story = story().play("ma<Enter>3<Up><Enter>5<Enter>")
    #expect(story.journal.kept.moments.map(\.felt) == [2])
    #expect(story.play("d").journal.kept.moments.isEmpty)
  }

  @Test func `a line about it, another number of minutes and another day`() {
    let story = story().play("mi<Tab>eWe laughed<Enter>t45<Enter>[<Enter>")
    let kept = story.journal.kept.moments.first
    #expect(kept?.line == "We laughed" && kept?.minutes == 45)
    #expect(kept?.day == story.runtime.app.context.today.adding(days: -1))
    #expect(story.play("mi<Tab>tan hour<Enter>").screen.contains("A whole number of minutes"))
  }

  @Test func `a line that is being typed is not lost`() {
    let kept = story().play("mi<Tab>eWe laughed").runtime.app.unkept.first
    #expect({ if case .answers(.saveMoment(let moment)) = kept { moment.line } else { nil } }() == "We laughed")
    #expect(story().play("mi<Tab>eWe laughed<Esc><Enter>").journal.kept.moments.first?.line == "We laughed")
  }

  @Test(arguments: [("c4", "7<Enter>"), ("miAn", "a<Enter>5")])
  func `a note that arrives meanwhile takes nothing away`(before: String, after: String) {
    let story = story().play(before)
    story.hear(.notesTaken(1))
    story.play(after)
    #expect(story.journal.kept.checkIns.first?.answers ?? ["mood": 4, "energy": 7] == ["mood": 4, "energy": 7])
    #expect(story.journal.kept.moments.first?.with ?? ["Ana"] == ["Ana"])
    #expect(story.journal.kept.checkIns.count + story.journal.kept.moments.count == 1)
  }

  @Test func `a clock that is set back loses no answer`() {
    let story = story().play("c4<Enter>miAna<Enter>5")
    story.setClock(by: -30 * 3600)
    story.play("c2<Enter>")
    #expect(story.journal.kept.checkIns.map { $0.answers["mood"] } == [4, 2] && story.journal.kept.moments.count == 1)
    #expect(story.journal.kept.checkIns[1].day < story.journal.kept.checkIns[0].day)
    story.setClock(by: 30 * 3600)
    #expect(story.play("2").play("1").screen.contains("Ana"))
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)]) func `Golden check-in and moment`(columns: Int, rows: Int) {
    let size = "\(columns)x\(rows)"
    func begun() -> Story { story(columns: columns, rows: rows) }
    expectPicture("check-in-\(size)", begun().play("c47").frame)
    expectPicture("check-in-all-\(size)", begun().play("c4<Tab><Down*12>").frame)
    expectPicture("moment-\(size)", begun().play("mj").frame)
    expectPicture("moment-with-\(size)", begun().play("miAna").frame)
    expectPicture("moment-felt-\(size)", begun().play("miAna<Enter>").frame)
    expectPicture("moment-more-\(size)", begun().play("mi<Tab><Down*3> ").frame)
    expectPicture("moment-line-\(size)", begun().play("mi<Tab>eWe laughed<Enter>t45").frame)
    expectPicture("today-answers-\(size)", begun().play("c47<Enter>miAna<Enter>5").wait(milliseconds: 6000).frame)
  }
}
