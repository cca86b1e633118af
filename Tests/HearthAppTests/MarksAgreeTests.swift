import Canvas
import HearthCore
import Testing

/// What is coloured while it is written is what the journal takes for a tag or a person.
@Suite struct MarksAgreeTests {
  @Test(arguments: [
    "a walk #canal with @Jon", "(#a) [@b] “#c” ¿@d?", "#work/garden, #well-being. #snake_case", "tea/#a #a/@jon",
    "@Mary-Ann @O'Neill @J.R. @Åsa’s @Åsa's. @s's", "@Aunt_Mia's tea", "#散步 和 @小明", "jon@canal.org a#b",
    "https://example.org/@jon and https://example.org/#top", "# heading, #1, #2026 and @ home", "#2026plans @4you",
    "#walk- @Jon.' #way/", "##walk @@Jon", "#a#b @x@y", "—#dash –@dash -#dash", "#️⃣ @️ #",
  ])
  func `a line has the same marks in both`(line: String) {
    let bytes = Array(line.utf8)
    let names = { (kind: TextMarks.Kind) in
      TextMarks.scan(line).filter { $0.kind == kind }
        .map { String(decoding: bytes[$0.range].dropFirst(), as: UTF8.self) }
    }
    #expect(names(.tag).map { $0.lowercased() }.uniqued() == Marks.tags(in: line))
    let people = names(.person).map { $0.split(separator: "_").joined(separator: " ") }
    #expect(people.uniqued() == Marks.people(in: line))
  }
}
