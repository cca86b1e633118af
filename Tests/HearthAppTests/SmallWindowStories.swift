import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// Windows in which hardly anything has room: nothing crashes, and no page draws beside its part.
@Suite @MainActor struct SmallWindowStories {
  /// With something of everything in it.
  private static func journal() -> MemoryJournal {
    let journal = PeopleStories.journal()
    journal.prepare { state in
      state.templates = Shelf().templates
      state.practices.practices = Shelf().practices
      state.library = Shelf().library
      state.charts = MemoryCharts.winter(upTo: Weeks.today)
    }
    return journal
  }

  private nonisolated static let writing = [
    "", "<Down*6>", "2", "2<Enter>", "2<Enter>M", "2<Enter>b ", "2<Enter>e more<Esc>v", "2<Tab><Left>", "2y", "2xx",
    "2xxs",
    "2Tlast whenever<Enter>", "/can", "/tag:<Down>", "2d<C-p>the trash<Enter><C-e>", "2P",
    "nTea #walk @Jon<Enter><Enter>Walked.",
    "nTea<Tab>4", "nTea<Tab><Down*2><C-a><C-u>never<Enter>", "ntea and Tea<C-f>tea", "<Enter>Last Sunday.", "N", "Q",
    "<C-g>", "<C-p>", "?", "<C-p>zzz", ",", ",<Tab*6>", "<C-p>report to take<Enter>", "<C-p>backups<Enter>",
    "<C-p>the passphrase<Enter>", "<C-p>erase every<Enter>",
  ]
  private nonisolated static let noting = [
    "c47", "c4<Tab><Down*12>", "mj", "miAna", "miAna<Enter>", "mi<Tab><Down*3> ", "mi<Tab>eWe laughed<Enter>t45", "a",
    "5",
    "5<Tab><Right>", "5<Tab*4>", "5w", "5a", "6", "6<Enter>", "6/quiet",
  ]
  private nonisolated static let people = [
    "3", "3aTom", "3aMo, Anna<Enter>", "3<Enter>", "3<Enter>e<Tab>", "3<Enter>e<Tab*4>Jon<Esc>", "3<Enter>d",
    "3<Enter>=Jon<Enter>",
    "3<Enter>b4", "3v", "3t", "3t<Enter>", "3t<Enter>w", "3ta", "3taWalk<Tab><Tab>E", "3taWalk<Tab*3>soon<Esc>",
  ]
  private nonisolated static let practising =
    [
      "4", "4<Enter>", "4/talk", "<C-p>warning signs<Enter>", "<C-p>warning signs<Enter><Enter>J<Enter><Enter>44",
      "<C-p>warning signs<Enter><Enter>J<Enter><Enter><Enter><Enter><Enter>1<Enter>2<Enter><Enter>",
    ] + (1...8).map { "4<Down*\($0 * 3)><Enter>" + String(repeating: "1<Enter>", count: $0) }

  @Test(arguments: 0..<8) func `what is said leaves in sight what is marked`(downs: Int) {
    var entries = Samples.manyEntries(8)
    for number in entries.indices { entries[number].text = "Entry \(number)" }
    let story = Story(MemoryJournal(entries: entries), size: Size(columns: 40, rows: 12))
    story.play("2\(String(repeating: "j", count: downs))su")
    #expect(story.screen.contains("Taken back: the star"))
    #expect(story.screen.contains("▌") && story.lines.contains { $0.hasPrefix(" ▌") && $0.contains("Entry") })
  }

  @Test(arguments: writing + noting + people + practising)
  func `what was opened stays in its part when the window shrinks, and takes keys there`(keys: String) {
    let story = Story(Self.journal(), country: "GB").play(keys)
    for size in [(19, 4), (12, 3), (5, 2), (1, 1), (0, 0)].map({ Size(columns: $0.0, rows: $0.1) }) {
      story.resize(size.columns, size.rows)
      let (top, context) = (story.runtime.app.top, story.runtime.app.context)
      // With the room that the chrome leaves, and with none of it taken.
      for part in [Chrome.body(of: size).size, size] {
        var margin = Margin(around: part)
        top.draw(on: &margin.frame, in: margin.part, context)
        #expect(margin.isIntact, "\(type(of: top)) at \(size) draws outside of its part:\n\(margin.frame.text())")
      }
      story.play("<Down><PgDn><Up>")
      _ = story.frame
    }
  }

  @Test(arguments: [(19, 4), (12, 3), (5, 2), (1, 1)]) func `everything can be done there too`(columns: Int, rows: Int)
  {
    for keys in Self.writing + Self.noting + Self.people + Self.practising {
      let story = Story(Self.journal(), size: Size(columns: columns, rows: rows), country: "GB").play(keys)
      #expect(story.frame.size == Size(columns: columns, rows: rows))
    }
  }
}
