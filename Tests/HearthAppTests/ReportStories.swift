import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct ReportStories {
  private func story(columns: Int = 80, rows: Int = 24) -> Story {
    Samples.story(columns: columns, rows: rows).play("<C-p>report to take<Enter>")
  }

  @Test func `what goes into it is chosen, and how it would read is seen before a file is`() {
    let story = story().play("<Tab*2>2<C-s>")
    #expect(story.journal.kept.reports.isEmpty)
    #expect(story.screen.contains("It is not sealed: whoever has it can read it."))
    #expect(story.screen.contains("~/hearth-report-2026-03-03.html"))
    #expect(story.screen.contains("Nothing of the relationship check"))
    #expect(story.screen.contains("## "))
    story.play("<Enter>")
    let (request, path) = story.journal.kept.reports[0]
    #expect(request.parts == [.charts, .entries] && request.names == .initials && request.form == .html)
    #expect(path == "~/hearth-report-2026-03-03.html")
    #expect(story.screen.contains("Written to ~/hearth-report-2026-03-03.html."))
  }

  @Test func `in a small window what is cut says so, and so does what lies below`() {
    let lines = story(columns: 40, rows: 12).play("<Tab>").lines
    #expect(lines.contains { $0.contains("in charts") && $0.contains("…") })
    #expect(lines.contains { $0.contains("↓") })
  }

  @Test func `Esc leads back to the questions, which stand as they were`() {
    let story = story().play("<Tab*3>3<C-s>")
    #expect(story.screen.contains("Goes to"))
    story.play("<Esc><Tab*2><C-s><Enter>")
    #expect(story.journal.kept.reports[0].0.names == Report.Names.none)
  }

  @Test func `the name of the file ends as its form does`() {
    #expect(story().play("<Tab*4>2<C-s>").screen.contains("hearth-report-2026-03-03.md"))
  }

  @Test func `a day that is none is said, and nothing is gathered`() {
    let story = story().play("<C-a>x<C-s>")
    #expect(story.screen.contains("From"))
    #expect(!story.screen.contains("Goes to"))
  }

  @Test func `a file that is there is not written over, and says so`() {
    let story = story()
    story.journal.prepare { $0.reportRefusal = .fileExists("~/r.html") }
    story.play("<C-s><Enter>")
    #expect(story.screen.contains("Goes to"))
    #expect(story.screen.contains("~/r.html"))
  }

  @Test(arguments: GoldenStories.sizes) func `Golden report`(size: (Int, Int)) {
    let suffix = "\(size.0)x\(size.1)"
    expectPicture("report-\(suffix)", story(columns: size.0, rows: size.1).frame)
    expectPicture("report-preview-\(suffix)", story(columns: size.0, rows: size.1).play("<C-s>").frame)
  }
}
