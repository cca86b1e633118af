import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// What is set is kept at once, shown only when it is kept, and does what it says.
@Suite @MainActor struct SettingsStories {
  @Test func `what comes back and the rhythm are switches`() {
    let story = Story().play(",<Tab*2> <Down*2> ")
    #expect(story.journal.kept.settings.bringsBack == false)
    #expect(story.journal.kept.settings.showsRhythm)
    #expect(story.screen.contains("[ ] bring back"))
    #expect(story.screen.contains("[✓] say on how many days"))
  }

  @Test func `digits mark what one wants to understand, whatever row one is in`() {
    let story = Story().play(",<Tab>13")
    #expect(story.journal.kept.settings.interests == [.lonely, .friendship])
    #expect(story.screen.contains("[✓] how to feel less lonely"))
  }

  @Test func `a change that was refused is not shown as made`() {
    let story = Story().play(",")
    story.journal.refuse(with: .diskFull)
    story.play("1<Tab><Right><Tab> ")
    #expect(!story.screen.contains("[✓] how to feel"))
    #expect(story.screen.contains("‹ 04:00 ›"))
    #expect(story.screen.contains("[✓] bring back"))
    story.journal.refuse(with: nil)
    story.play(" ")
    #expect(story.journal.kept.settings == Settings { $0.bringsBack = false })
  }

  @Test func `keys faster than the journal all count`() {
    let story = Story().play(",<Tab>")
    story.playAhead("<Right*3>")
    #expect(story.journal.kept.settings.dayEnd.minute == 7 * 60)
    #expect(story.screen.contains("‹ 07:00 ›"))
  }

  @Test func `the last line names the file for the rest`() {
    #expect(Story().play(",<Down*40>").screen.contains("config.yaml"))
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)])
  func `every row can be reached and seen`(columns: Int, rows: Int) {
    let story = Story(size: Size(columns: columns, rows: rows)).play(",")
    for row in SettingsScreen.Row.all {
      #expect(story.screen.contains("▌"), "\(row)")
      story.play("<Down>")
    }
  }

  @Test func `pages and ends are a key away, and it shows that there is more`() {
    let story = Story(size: Size(columns: 80, rows: 24)).play(",")
    #expect(story.lines.last?.contains("↓ more") == true)
    #expect(story.play("<PgDn>").lines.first { $0.contains("▌") }?.contains("1 [ ]") == false)
    #expect(story.play("G").screen.contains("config.yaml") && story.lines.last?.contains("↓ more") == false)
    #expect(story.play("g").lines.first { $0.contains("▌") }?.contains("1 [ ]") == true)
  }

  // MARK: What Today tells and suggests

  /// Each row is reached by its part of the page, and by so many rows further down.
  private func set(_ part: Int, _ down: Int, _ keys: String) -> Settings {
    Story().play(",<Tab*\(part)>" + (down > 0 ? "<Down*\(down)>" : "") + keys).journal.kept.settings
  }

  @Test func `every switch does what it says`() {
    #expect(set(2, 3, " ").invites)
    #expect(set(2, 4, " ").lowEnergy.isEveryDay)
    #expect(!set(2, 6, " ").asksMonthly)
    #expect(set(5, 0, " ").speaksPlainly)
    #expect(set(5, 1, " ").reducesMotion)
    #expect(set(6, 3, " ").leavesOnEscape)
    #expect(set(6, 4, " ").covers)
    #expect(set(6, 2, "<Right>").lockAfter == 5)
    #expect(set(7, 0, " ").hidesCheck)
  }

  @Test func `the size of a step goes from none to something with others`() {
    #expect(set(3, 0, "").leaning.pace == .small)
    #expect(set(3, 0, "<Left*3>").leaning.pace == .none)
    #expect(set(3, 0, "<Right>").leaning.pace == .person)
    #expect(set(3, 0, "<Right*9>").leaning.pace == .more)
  }

  @Test func `what drains and what suits is ticked on pages of its own`() {
    #expect(set(3, 1, "<Enter> <Down*2> <Esc>").leaning.drains == [.talk, .noise])
    #expect(set(3, 2, "<Enter> <Down> <Up> <Esc>").leaning.surroundings == [.outside])
    let story = Story().play(",<Tab*3><Down><Enter>")
    #expect(story.screen.contains("[ ] noise"))
    #expect(story.play("<Down*2> <Esc>").screen.contains("what tires me a lot …  1"))
  }

  @Test func `what a check-in asks is ticked, and asked`() {
    let story = Story().play(",<Tab*2><Down*5><Enter>")
    #expect(story.screen.contains("[✓] Energy") && story.screen.contains("[ ] Lonely"))
    story.play("<Down> <Esc><Esc>c")
    #expect(story.journal.kept.settings.checkInFields == ["mood", "wanted", "had"])
    #expect(!story.screen.contains("How much energy") && story.screen.contains("How much did you have?"))
  }

  @Test func `a range is typed, and nothing typed switches it off`() {
    let story = Story().play(",<Tab*4><Enter>2-6<Enter>")
    #expect(story.journal.kept.settings.markers[.contacts] == MarkerRange(2, 6))
    #expect(story.screen.contains("Times with people …  2 to 6"))
    story.play("<Enter><Backspace*3><Enter>")
    #expect(story.journal.kept.settings.markers == MarkerRanges())
    #expect(story.screen.contains("Times with people …  not told"))
  }

  @Test func `the moods have other names wherever they are told, and none typed brings the usual ones back`() {
    let story = Story().play(",<Tab*5><Down*2><Enter><C-a>stormy, grey, still, fair<Enter>")
    #expect(story.screen.contains(Words()[.settingsNoMoods].prefix(20)))
    story.play(", sunny<Enter>")
    #expect(story.screen.contains("names for the five moods …  stormy · grey · still · fair · sunny"))
    #expect(story.play("<Esc>c").screen.contains("stormy") && story.screen.contains("sunny"))
    #expect(story.play("4<Enter>").screen.contains("fair"))
    #expect(story.play(",<Tab*5><Down*2><Enter><C-a><Backspace><Enter>").journal.kept.settings.moodNames == [])
  }

  @Test func `what is no range is explained and stays to be changed`() {
    let story = Story().play(",<Tab*4><Enter>6-2<Enter>")
    #expect(story.screen.contains(Words()[.settingsNoRange].prefix(20)) && story.screen.contains("6-2"))
    #expect(story.play("<Esc>").journal.kept.settings.markers == MarkerRanges())
    #expect(story.runtime.app.top is SettingsScreen)
  }

  @Test func `a click on what is marked does what Enter does`() {
    let story = Story().play(",<Tab*5>")
    let row = story.lines.firstIndex { $0.contains("plain, literal") }
    guard let row else {
      Issue.record("it is not in sight")
      return
    }
    story.take(.mouse(MouseEvent(.press, button: 1, at: Point(column: 10, row: row))))
    #expect(story.journal.kept.settings.speaksPlainly)
  }

  @Test func `Tab goes through all parts and round`() {
    let story = Story().play(",<Tab*8>")
    #expect((story.runtime.app.top as? SettingsScreen)?.row == .interest(.lonely))
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)]) func `Golden settings`(columns: Int, rows: Int) {
    let size = "\(columns)x\(rows)"
    func story() -> Story { Samples.story(columns: columns, rows: rows) }
    expectPicture("settings-steps-\(size)", story().play(",<Tab*3>").frame)
    expectPicture("settings-week-\(size)", story().play(",<Tab*4><Enter>2-6<Enter><Down>").frame)
    expectPicture("settings-range-\(size)", story().play(",<Tab*4><Enter>6-2<Enter>").frame)
    expectPicture("settings-drains-\(size)", story().play(",<Tab*3><Down><Enter> ").frame)
    expectPicture("settings-fields-\(size)", story().play(",<Tab*2><Down*5><Enter><Down*5>").frame)
  }
}
