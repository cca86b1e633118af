import HearthCore
import Testing

@Suite struct TemplateTests {
  private func filled(_ text: String, question: String? = "What went well?") -> String {
    Template(id: "day", title: "Day", text: text).filled(
      day: Day(number: 20_515), question: question, weekday: "Tuesday", date: "3 March 2026", time: "21:04")
  }

  @Test(arguments: [
    ("# {{date}}", "# 3 March 2026"), ("{{weekday}}, {{time}}", "Tuesday, 21:04"), ("{{day}}", "2026-03-03"),
    ("{{ date }}{{  TIME}}", "3 March 202621:04"), ("Q: {{question}}", "Q: What went well?"),
    ("{{mood}} {{ date", "{{mood}} {{ date"), ("{{}} {{ }} {date} }}", "{{}} {{ }} {date} }}"),
    ("{{{date}}}", "{3 March 2026}"), ("{{{{date}}", "{{3 March 2026"), ("{{da te}}", "{{da te}}"),
    ("{{$(rm)}} {{`date`}}", "{{$(rm)}} {{`date`}}"), ("", ""), ("No gaps.", "No gaps."), ("{{\ndate}}", "{{\ndate}}"),
  ])
  func `gaps that are known are filled`(_ text: String, _ expected: String) {
    #expect(filled(text) == expected)
  }

  @Test func `what is filled in is left as it is`() {
    #expect(filled("{{question}} {{time}}", question: "{{time}} {{question}}") == "{{time}} {{question}} 21:04")
  }

  @Test func `without a question its gap closes`() {
    #expect(filled("{{question}}\nTea", question: nil) == "\nTea")
  }
}
