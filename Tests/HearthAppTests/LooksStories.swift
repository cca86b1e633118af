import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// How pages look, where it once misled.
@Suite @MainActor struct LooksStories {
  /// Every country there is, and none.
  private nonisolated static let countries: [String?] = Shelf().support.countries + [nil]

  @Test(arguments: [18, 36, 56, 76, 98])
  func `a way to reach a line stands on one row, and no row begins or ends with a dot`(columns: Int) {
    let (directory, words) = (Shelf().support, Words())
    for country in Self.countries {
      let rows = SupportPage(directory, country: country, columns: columns, words: words).rows.map(\.text)
      #expect(rows.allSatisfy { TextWidth.columns(of: $0) <= columns })
      #expect(rows.allSatisfy { !$0.trimmed.hasPrefix("·") && !$0.hasSuffix("·") })
      let shown = directory.lines.filter { $0.country == country }
      for contact in shown.flatMap(words.ways(of:)).map({ $0.split(separator: " ")[0] }) {
        let way = String(contact).unheld
        guard TextWidth.columns(of: way) + 4 <= columns else { continue }
        #expect(rows.contains { $0.contains(way) }, "\(country ?? "") \(way)")
      }
    }
  }

  @Test func `names of lines stand in one column and ways in another`() throws {
    let rows = SupportPage(Shelf().support, country: "GB", columns: 76, words: Words()).rows.map(\.text)
    let ways = rows.filter { $0.hasPrefix("  ") && !$0.hasPrefix("    ") }.compactMap { row in
      (row.firstRange(of: "call ") ?? row.firstRange(of: "text ")).map {
        row.distance(from: row.startIndex, to: $0.lowerBound)
      }
    }
    #expect(ways.count > 6 && Set(ways).count == 1)
    let common = rows.filter { $0.contains("the emergency number apart") }
    #expect(common.count == 1)
  }

  @Test func `while one types in the settings the cursor is where one types`() throws {
    let story = Samples.story().play(",<Tab*7><Down><Enter>Zo")
    let row = try #require(story.lines.firstIndex { $0.contains("Zo") })
    #expect(story.frame.cursor?.row == row && story.frame.cursorVisible)
  }

  @Test func `no contact is noted where somebody is remembered`() {
    let story = Story(PeopleStories.journal(), size: Size(columns: 80, rows: 24)).play("3<End><Enter>")
    #expect(story.screen.contains("Remembered. Nothing is suggested here."))
    #expect(!story.lines.contains { $0.contains("in touch ") && $0.contains("x ") })
    #expect(!story.play("x").screen.contains(Words()[.noticeMet]))
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)])
  func `the upper edge of the palette stays where it is while one types`(columns: Int, rows: Int) {
    let story = Samples.story(columns: columns, rows: rows).play("<C-p>")
    func top() -> Int? { story.lines.firstIndex { $0.contains("╭") || $0.contains("/ ") } }
    let (before, list) = (top(), story.lines.firstIndex { $0.contains("▌") })
    for letter in "suppor" {
      story.play(String(letter))
      #expect(top() == before)
      #expect(!story.screen.contains("▌") || story.lines.firstIndex { $0.contains("▌") } == list)
    }
  }

  @Test func `in a small room help keeps its place, and a title loses its time before half a word`() {
    for room in "123456" {
      #expect(Samples.story(columns: 40, rows: 12).play(String(room)).lines.last?.contains("? help") == true)
    }
    let title = Samples.story(columns: 40, rows: 12).play("c").lines[0]
    #expect(title.contains("How it is") && !title.contains("tod") && !title.contains("…"))
  }

  @Test func `on Today one writes before one puts a question away`() throws {
    let bar = try #require(Samples.story().lines.last)
    let (write, never) = (bar.firstRange(of: "n write"), bar.firstRange(of: "x never"))
    #expect(try #require(write).lowerBound < #require(never).lowerBound)
  }

  @Test func `that a place may be blank is said once`() {
    let screen = Story(PeopleStories.journal(), size: Size(columns: 80, rows: 40)).play("<C-p>who is there for<Enter>")
      .screen
    #expect(screen.ranges(of: "that is fine").count == 1)
  }

  @Test func `where there is room the details stand beside the text`() {
    let line = "Nobody knew where I was, and that was the pleasure of it, not the sadness."
    let story = Samples.story(columns: 120, rows: 40).play("n\(line)<Tab>")
    #expect(story.screen.contains(Words()[.detailsTitle]) && story.screen.contains(line))
  }

  @Test func `a question with two answers shows them below each other, and what is given`() throws {
    let story = Samples.story().play("<C-p>warning signs<Enter><Enter>J<Enter><Enter><Enter><Enter><Enter>")
    let asked = try #require(story.lines.firstIndex { $0.contains("You can skip it") })
    let first = try #require(story.lines.firstIndex { $0.contains("1 ○") })
    #expect(first - asked <= 3 && story.frame.cursor?.row == first)
    #expect(story.play("1").lines[first].contains("▌ 1 ●"))
    #expect(story.play("<Down>").lines[first + 1].contains("▌ 2 ●"))
    story.take(.mouse(MouseEvent(.press, at: Point(column: 6, row: first))))
    #expect(story.lines[first].contains("▌ 1 ●"))
  }

  @Test func `what is below the first row of a question hangs`() {
    let lines = Samples.story(columns: 40, rows: 24).play("Q").lines.dropFirst(3).dropLast(2)
    let begins = lines.filter { $0.hasPrefix("   ") && !$0.hasPrefix("     ") && !$0.trimmed.isEmpty }
    #expect(begins.count > 2)
    #expect(begins.allSatisfy { $0.trimmed.first?.isUppercase == true })
  }
}
