import HearthCore
import Testing

@testable import HearthContent

struct TemplatesTests {
  @Test func `eight pages are begun already`() {
    let templates = Shelf().templates
    #expect(templates.map(\.title).first == "A plain day")
    #expect(templates.count == 8 && Set(templates.map(\.id)).count == 8)
    #expect(templates.allSatisfy { !$0.isOwn })
  }

  @Test(arguments: Shelf().templates)
  func `a page begins with a line of its own, and has only gaps that are known`(template: Template) {
    #expect(template.text.first?.isNewline == false)
    #expect(template.text.split(separator: "\n").allSatisfy { $0.count <= 70 })
    let gaps = template.text.split(separator: "{{").dropFirst().compactMap { $0.split(separator: "}}").first }
    #expect(Set(gaps).isSubset(of: ["date", "time", "weekday", "day", "question"]))
  }

  // MARK: A person's own

  private func own(_ name: String, _ text: String) -> (template: Template?, problems: [ContentProblem]) {
    let shelf = Shelf(own: [("templates/" + name, text)])
    return (shelf.templates.dropFirst(8).first, shelf.problems)
  }

  @Test func `own pages come after those of the house`() {
    let (template, problems) = own(
      "mine.yaml",
      """
      - id: dream
        title: A dream
        text: |
          {{date}}: a dream

          - where
          - who
      """)
    #expect(problems.isEmpty)
    #expect(
      template
        == Template(id: "dream", title: "A dream", text: "{{date}}: a dream\n\n- where\n- who", isOwn: true))
  }

  @Test(arguments: [
    ("dream.md", "# A dream\n\nWhere:", "A dream", "# A dream\n\nWhere:"),
    ("dream.md", "{{date}}\n\n## Where\n", "Where", "{{date}}\n\n## Where"),
    ("night dream.md", "# {{date}}\nWhere:", "night dream", "# {{date}}\nWhere:"),
    ("dream.md", "# My page {{date}}\nWhere:", "My page", "# My page {{date}}\nWhere:"),
    ("dream.md", "# {{ Date }}: a dream", "a dream", "# {{ Date }}: a dream"),
    ("dream.md", "#tag\r\nWhere:\r\n", "dream", "#tag\nWhere:"),
    ("a.b.md", "\u{FEFF}Where", "a.b", "Where"),
  ])
  func `a Markdown file is one page`(name: String, text: String, title: String, page: String) {
    let (template, problems) = own(name, text)
    #expect(problems.isEmpty)
    #expect(template == Template(id: String(name.dropLast(3)), title: title, text: page, isOwn: true))
  }

  @Test(arguments: [
    ("empty.md", "\n", ContentProblem.What.oddValue, String?("text"), Int?(1)),
    ("odd.md", "a\u{0}b", .hasNUL, nil, 1),
    ("walk.md", "A walk of mine", .sameID, "walk", 1),
    ("mine.yaml", "- id: a\n  title: b", .missing, "text", 1),
    ("mine.yaml", "- id: a\n  title: b\n  text: c\n  colour: red", .unknownField, "colour", 4),
  ])
  func `what cannot be used is named`(
    name: String, text: String, what: ContentProblem.What, field: String?, line: Int?
  ) {
    let byte = what == .hasNUL ? "2" : nil
    let problem = ContentProblem(file: "templates/" + name, line: line, what: what, field: field, value: byte)
    #expect(own(name, text).problems == [problem])
  }
}
