import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// What holds for every screen there is, and for those to come.
@Suite struct ScreenSweep {
  @Test func `no key means two things on a screen, and none is missing a label`() {
    let words = Words()
    for screen in KeyBook.screens {
      let keys = screen.keyRows().all.flatMap(\.keys)
      #expect(keys.count == Set(keys).count, "\(type(of: screen))")
      for row in screen.keyRows().all {
        #expect(!row.keys.isEmpty, "\(type(of: screen)): \(words[row.label])")
        #expect(!words[row.label].isEmpty)
      }
    }
  }

  @Test func `what can be done on a screen goes by a name of its own`() {
    for screen in KeyBook.screens {
      let labels = screen.keyRows().all.map(\.label)
      #expect(labels.count == Set(labels).count, "\(type(of: screen))")
    }
  }

  @Test func `the keys of the house mean one thing and no screen takes those that always work`() {
    let always = HouseCommand.always.all.flatMap(\.keys)
    let house = HouseCommand.all.all.flatMap(\.keys)
    #expect(house.count == Set(house).count)
    for screen in KeyBook.screens {
      let taken = Set(screen.keyRows().all.flatMap(\.keys)).intersection(always)
      #expect(taken.isEmpty, "\(type(of: screen))")
    }
  }

  @Test func `where one types no plain letter is a key, and where digits answer none is either`() {
    for screen in KeyBook.screens {
      for key in screen.keyRows().all.flatMap(\.keys) {
        guard case .character(let character) = key.key, key.modifiers.isEmpty else { continue }
        if screen.takes == .text { Issue.record("\(type(of: screen)) takes \(character)") }
        if screen.takes == .digits { #expect(!character.isASCIIDigit, "\(type(of: screen))") }
      }
    }
  }

  @Test(arguments: [
    (80, 24), (120, 40), (40, 12), (20, 5), (19, 4), (12, 3), (10, 3), (5, 2), (3, 2), (1, 1), (0, 0), (300, 90),
  ])
  func `every screen draws at every size`(columns: Int, rows: Int) {
    let context = Context(
      now: Instant(seconds: 1_772_568_240), zone: .utc, size: Size(columns: columns, rows: rows)
    ) { UUID() }
    for screen in KeyBook.screens {
      var frame = Frame(size: context.size)
      let chrome = Chrome(screen, in: context)
      chrome.draw(on: &frame)
      screen.draw(on: &frame, in: chrome.body, context)
      chrome.say(Notice("A notice that is rather long, so that it has to be told in more than one row"), on: &frame)
      var margin = Margin(around: chrome.body.size)
      screen.draw(on: &margin.frame, in: margin.part, context)
      #expect(margin.isIntact, "\(type(of: screen)) draws outside of its part:\n\(margin.frame.text())")
    }
  }

  @Test(arguments: [Size(columns: 1, rows: 1), Size(columns: 5, rows: 2), Size(columns: 9, rows: 3)])
  func `what is asked in a box stays in its part at any size`(_ size: Size) {
    var margin = Margin(around: size)
    Modal(title: "Leave it?", lines: [Line("The page is kept as a draft.")], choices: ["Stay", "Leave"])
      .draw(on: &margin.frame, in: margin.part)
    #expect(margin.isIntact)
  }

  @Test func `the way out stands in the top line of every screen that is wide enough to hold it`() {
    for columns in [40, 80, 120] {
      let context = Context(now: Instant(seconds: 0), zone: .utc, size: Size(columns: columns, rows: 24)) { UUID() }
      for screen in KeyBook.screens where !screen.floats {
        var frame = Frame(size: context.size)
        Chrome(screen, in: context).draw(on: &frame)
        #expect(frame.text().prefix(columns + 1).contains("^Q"), "\(type(of: screen)) at \(columns)")
        if columns >= 80 { #expect(frame.text().prefix(columns + 1).contains("^G")) }
      }
    }
  }
}
