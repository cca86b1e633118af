import Canvas
import HearthCore
import Testing

@testable import HearthApp

/// What is shown of typing before it is taken is what is shown after it was.
@Suite @MainActor struct LocalEchoTests {
  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 13, rows: 5)])
  func `letters that are shown first change nothing once they are taken`(size: Size) {
    var dice = Dice(seed: UInt64(size.columns))
    var story = Story(size: size)
    var shownFirst = 0
    for round in 0..<600 {
      if round % 12 == 0 { story = Story(size: size).play("nTea<Enter>") }
      story.play(Self.scripts.randomElement(using: &dice) ?? "")
      var foreseen = story.frame
      while let echo = foreseen.echo, story.runtime.app.context.uptime + 100 < echo.until {
        let letter = "bdfk ".randomElement(using: &dice) ?? "b"
        foreseen.show(letter.asciiValue ?? 0)
        story.play(String(letter))
        shownFirst += 1
        #expect(story.frame == foreseen)
        if dice.falls(10) { break }
      }
    }
    #expect(shownFirst > 100)
  }

  private static let scripts = [
    "walk", "walk", "word", "I", " ", " ", ", ", ". ", "<Enter>", "@A", "#wa", "a@b", "3", "ä", "茶", "e\u{301}",
    "don't",
    "well-known", "canal and cake", "<Left>", "<End>", "<End>", "<Up>", "<Home>", "<C-End>", "<S-Left>", "<Backspace>",
    "<C-z>", "<Tab>", "<C-f>an", "<C-s>", "<F1>", "<C-p>",
  ]

  /// What was typed, and how many letters may follow at once.
  @Test(arguments: [
    ("nTea", 0),  // a heading is not plain
    ("nTea<Enter>", 75), ("nTea<Enter>W", 74), ("nTea<Enter>Walk ", 70),
    ("n<Enter>  ", 0),  // the first word of all lights the lamp
    ("nTea<Enter>Walk,", 0), ("nTea<Enter>Walk, ", 69), ("nTea<Enter>Walk 3", 0),
    ("nTea<Enter>Walk<Left>", 0), ("nTea<Enter>Walk<S-Left>", 0),
    ("nTea<Enter>with @An", 0), ("nTea<Enter>a #wal", 0), ("nTea<Enter>mail a@b", 67),
    ("nTea<Enter>Walk<C-f>", 0), ("nTea<Enter>Walk<Tab>", 0), ("nTea<Enter>Walk<C-p>", 0),
    ("nTea<Enter>Walk<C-s>", 0),  // that it is no longer saved is to be seen
    ("/walk", 0), ("2", 0),
  ])
  func `a letter waits where more than itself would change`(script: String, columns: Int) {
    #expect(Story().play(script).frame.echo?.columns ?? 0 == columns)
  }

  @Test func `no letter is shown first past the time at which the page is kept`() {
    let story = Story().play("nTea<Enter>Walk")
    // Every key takes 100 ms, and the first of them was the first change.
    #expect(story.frame.echo?.until == 200 + 1750)
    story.wait(milliseconds: 500)
    #expect(story.frame.echo == nil)
  }

  @Test func `who types on is counted from the letter before, and words are counted in a pause`() {
    let story = Story().play("nTea<Enter>" + String(repeating: "walk ", count: 4))
    // Kept at 2000, with the letter that came then; the one of 2100 is counted from there.
    #expect(story.frame.echo?.until == 2000 + 1750)
    #expect(story.screen.contains("1 word "))
    #expect(story.wait(milliseconds: 500).screen.contains("5 words"))
  }

  @Test func `a letter counts from when it came`() {
    let story = Story().play("nTea<Enter>W")
    story.runtime.take(.key(KeyPress(.character("a"))), cameAt: 650)
    #expect(story.runtime.wakes == 650 + 500)
  }
}
