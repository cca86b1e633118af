import Canvas
import Foundation
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct HouseStories {
  @Test func `the palette finds a command by a few letters and runs it`() {
    let story = Samples.story().play("<C-p>")
    #expect(story.screen.contains(Words()[.paletteTitle]))
    story.play("to jour<Enter>")
    #expect(story.runtime.app.context.room == .journal)
  }

  @Test func `help lists the keys of the place and Enter does one`() {
    let story = Samples.story().play("2?")
    #expect(story.screen.contains("Keys: Journal"))
    story.play("star<Enter>")
    #expect(story.journal.entries.first?.isStarred == false)
  }

  @Test func `Esc steps back once at a time`() {
    let story = Samples.story().play("2<Enter>?")
    #expect(story.runtime.app.open.count == 2)
    story.play("<Esc>")
    #expect(story.runtime.app.open.count == 1)
    story.play("<Esc>")
    #expect(story.runtime.app.open.isEmpty)
    story.play("<Esc>")
    #expect(!story.runtime.isLeaving)
  }

  @Test func `q goes back, and from a room leaves`() {
    let story = Samples.story().play("2<Enter>q")
    #expect(story.runtime.app.open.isEmpty)
    story.play("q")
    #expect(story.runtime.isLeaving)
  }

  @Test(arguments: ["", "2", "n", "nTea", "2<Enter>", "<C-g>", "<C-p>", "?", ",", "n<Tab>", "n<C-f>"])
  func `Ctrl-Q leaves from everywhere`(way: String) {
    #expect(Samples.story().play(way + "<C-q>").runtime.isLeaving)
  }

  @Test func `Ctrl-Q leaves also when Esc comes right before it and the terminal makes one key of both`() {
    #expect(Samples.story().play("nTea<C-A-q>").runtime.isLeaving)
  }

  @Test(arguments: ["", "2", "nTea", "2<Enter>", "<C-p>", "n<Tab>"])
  func `Ctrl-G shows support from everywhere, and a page below it stays as it was`(way: String) {
    let story = Samples.story(country: "GB").play(way)
    let before = story.screen
    story.play("<C-g>")
    #expect(story.screen.contains("116 123"))
    story.play("<Esc>")
    if !way.contains("C-p") { #expect(story.screen == before) }
  }

  @Test func `a notice goes by itself and takes no key`() {
    let story = Samples.story().play("2d")
    #expect(story.screen.contains("trash"))
    let notice = Words()[.noticeTrashed]
    #expect(story.screen.contains(notice))
    story.wait(milliseconds: 5000)
    #expect(!story.screen.contains(notice))
    #expect(story.runtime.wakes == nil)
  }

  @Test func `nothing wakes while nobody does anything`() {
    for way in ["", "2", "n", "2<Enter>", "<C-g>", ",", "?"] {
      let story = Samples.story().play(way)
      story.wait(milliseconds: 20_000)
      #expect(story.runtime.wakes == nil, "after \(way)")
    }
  }

  @Test func `looking around in help and palette asks nothing of the world`() {
    let story = Samples.story().play("2")
    let asked = story.journal.kept.wishes
    story.play("?star<Esc><C-p>sup<Down><Esc>jjk")
    #expect(story.journal.kept.wishes == asked)
  }

  @Test func `the first run is three short pages, each can be skipped`() {
    let story = Story(MemoryJournal(settings: Settings(isWelcomed: false)))
    #expect(story.screen.contains(Words()[.welcomeYoursHeading]))
    story.play("<Enter><Enter>1<Enter>")
    let settings = story.journal.kept.settings
    #expect(settings.isWelcomed)
    #expect(settings.interests == [.lonely])

    let other = Story(MemoryJournal(settings: Settings(isWelcomed: false))).play("s")
    #expect(other.journal.kept.settings.isWelcomed)
    #expect(other.screen.contains("Today"))
  }

  @Test func `settings are kept at once`() {
    let story = Story().play(",<Tab><Right>")
    #expect(story.journal.kept.settings.dayEnd.minute == 300)
  }

  @Test func `a journal held elsewhere takes a note`() {
    let story = Story()
    story.hear(.openRefused(.journalHeld(process: 477)))
    #expect(story.screen.contains("477"))
    story.play("A thought")
    story.wait(milliseconds: 1000)
    #expect(story.journal.kept.keptNotes.last?.text == "A thought")
    story.play("<C-s>")
    #expect(story.journal.kept.notes.map(\.text) == ["A thought"])
  }

  @Test func `the key bar and the tabs can be clicked`() {
    let story = Samples.story()
    let line = story.screen.split(separator: "\n", omittingEmptySubsequences: false)[0]
    let column = line.distance(from: line.startIndex, to: line.range(of: "Journal")?.lowerBound ?? line.startIndex)
    story.take(.mouse(MouseEvent(.press, at: Point(column: column + 1, row: 0))))
    #expect(story.runtime.app.context.room == .journal)
    let bar = story.screen.split(separator: "\n", omittingEmptySubsequences: false)[23]
    let star = bar.distance(from: bar.startIndex, to: bar.range(of: "star")?.lowerBound ?? bar.startIndex)
    story.take(.mouse(MouseEvent(.press, at: Point(column: star, row: 23))))
    #expect(story.journal.entries.first?.isStarred == false)
  }

  @Test func `the way out in the top line can be clicked`() {
    let support = Samples.story(country: "GB")
    support.take(.mouse(MouseEvent(.press, at: Point(column: 72, row: 0))))
    #expect(support.screen.contains("116 123"))
    let leave = Samples.story()
    leave.take(.mouse(MouseEvent(.press, at: Point(column: 61, row: 0))))
    #expect(leave.runtime.isLeaving)
  }
}

@Suite @MainActor struct TodayStories {
  @Test func `another question comes and one can be sent away for ever`() {
    let story = Samples.story()
    let first = story.screen
    story.play("p")
    #expect(story.screen != first)
    let dismissed = story.journal.prompts[1].id
    story.play("x")
    #expect(story.journal.kept.dismissed == [dismissed])
  }

  @Test func `Enter answers the question and the entry remembers it`() {
    let story = Samples.story().play("<Enter>An answer<Esc>")
    #expect(story.journal.entries.first?.prompt == story.journal.prompts[0].id)
  }

  @Test func `down marks the entries of the day and before, Enter reads one`() {
    let story = Samples.story().play("<Down><Enter>")
    #expect(story.screen.contains("Nobody knew where we were"))
  }
}

@Suite @MainActor struct JournalStories {
  @Test func `delete goes to the trash and u brings it back`() {
    let story = Samples.story().play("2d")
    #expect(!story.screen.contains("By the canal"))
    story.play("u")
    #expect(story.screen.contains("By the canal"))
    story.play("u")
    #expect(story.screen.contains(Words()[.noticeNothingToUndo]))
  }

  @Test func `the trash lists what was put there and gives it back`() {
    let story = Samples.story().play("2d<C-p>the trash<Enter>")
    #expect(story.screen.contains("By the canal"))
    story.play("r<Esc>")
    #expect(story.screen.contains("By the canal"))
  }

  @Test func `the star is set, and u takes it back`() {
    let story = Samples.story().play("2js")
    #expect(story.journal.entries[1].isStarred)
    story.play("u")
    #expect(!story.journal.entries[1].isStarred)
  }

  @Test func `reading goes on to the neighbours`() {
    let story = Samples.story().play("2<Enter><Right>")
    #expect(story.screen.contains("Jon rang"))
    story.play("<Left>")
    #expect(story.screen.contains("By the canal"))
    story.play("<Left>")
    #expect(story.screen.contains(Words()[.noticeNewest]))
  }

  @Test func `the marked entry stays marked through edits and resizes`() {
    let story = Samples.story().play("2jj")
    let marked = { story.screen.split(separator: "\n").first { $0.contains("▌") }.map(String.init) ?? "" }
    #expect(marked().contains("Soup for one"))
    story.play("eX<Esc>")
    #expect(marked().contains("Soup for one"))
    story.resize(40, 12)
    #expect(marked().contains("Soup for one"))
    story.resize(120, 40)
    #expect(marked().contains("Soup for one"))
  }

  @Test func `keys typed ahead of an entry that is on its way reach its page`() {
    let story = Samples.story().play("2")
    story.holdsAnswers = true
    story.play("e Ja.<Esc>")
    story.holdsAnswers = false
    story.wait(milliseconds: 0)
    #expect(story.journal.entries.first?.text.hasSuffix("#walk Ja.") == true)
  }

  @Test func `an empty journal teaches its first key`() {
    #expect(Story().play("2").screen.contains(Words()[.journalEmpty].prefix(30)))
  }

  @Test func `a long journal is fetched piece by piece and its end is reached`() {
    let entries = (0..<700).map { index in
      Entry(
        id: Story.id(index + 1), stamp: Stamp(Story.evening.adding(seconds: -index * 86_400), in: Story.zone),
        day: Day(number: 20_515 - index), createdAt: Story.evening, modifiedAt: Story.evening, text: "Entry \(index)")
    }
    let story = Story(MemoryJournal(entries: entries)).play("2")
    for _ in 0..<40 { story.play("G") }
    #expect(story.screen.contains("Entry 699"))
  }
}

@Suite @MainActor struct SupportStories {
  @Test func `the country is chosen by hand the first time and kept`() {
    let story = Story().play("<C-g>")
    #expect(story.screen.contains("United Kingdom"))
    #expect(!story.screen.contains("116 123"))
    let countries = Words().countries(of: Shelf().support)
    let place = countries.firstIndex { $0.code == "GB" } ?? 0
    story.play("<Down*\(place)><Enter>")
    #expect(story.journal.kept.country == "GB")
    #expect(story.screen.contains("999"))
  }

  @Test func `someone elsewhere finds the directories`() {
    let story = Story().play("<C-g><Down*40><Enter>")
    #expect(story.journal.kept.country == nil)
    let all = SupportPage(Shelf().support, country: nil, columns: 76, words: Words()).rows.map(\.text).joined(
      separator: "\n")
    #expect(all.contains("findahelpline.com"))
  }
}
