import Canvas
import Testing

@Suite struct `Tags and people in a line` {
  @Test(arguments: [
    ("a walk #canal with @Jon", ["#canal", "@Jon"]), ("#walk", ["#walk"]),
    ("(#a) [@b] “#c” ¿@d?", ["#a", "@b", "#c", "@d"]),
    ("#work/garden, #well-being. #snake_case", ["#work/garden", "#well-being", "#snake_case"]),
    ("@Mary-Ann @O'Neill @J.R. @Åsa’s", ["@Mary-Ann", "@O'Neill", "@J.R", "@Åsa"]),
    ("#散步 和 @小明", ["#散步", "@小明"]), ("write to jon@canal.org, https://canal.org/@jon or a#b", []),
    ("# heading, #1, #2026 and @ home", []), ("#2026plans @4you", ["#2026plans", "@4you"]),
    ("#walk- @Jon.' #way/", ["#walk", "@Jon", "#way"]), ("##walk @@Jon", []), ("#a#b @x@y", ["#a", "@x"]),
    ("#️⃣ is a key cap", []), ("", []),
  ]) func `stand at the start of a word and are not digits alone`(line: String, found: [String]) {
    let bytes = Array(line.utf8)
    #expect(TextMarks.scan(line).map { String(decoding: bytes[$0.range], as: UTF8.self) } == found)
  }

  @Test func `know their kind`() {
    #expect(TextMarks.scan("#a @b").map(\.kind) == [.tag, .person])
  }

  @Test(arguments: [
    ("a #wa|", TextMarks.Kind.tag, "wa"), ("@J|", .person, "J"), ("(@Mary-A|)", .person, "Mary-A"),
    ("#work/ga|", .tag, "work/ga"), ("#散|", .tag, "散"),
  ]) func `are begun while the cursor is right after them`(line: String, kind: TextMarks.Kind, prefix: String) {
    let (line, offset) = cut(line)
    let begun = TextMarks.begun(in: line, before: offset)
    #expect(begun?.kind == kind)
    #expect(begun?.prefix == prefix)
  }

  @Test(arguments: ["#|", "@1|", "#wa|lk", "a#b|", "#walk |", "a@b.s|", "|"])
  func `are not begun elsewhere`(line: String) {
    let (line, offset) = cut(line)
    #expect(TextMarks.begun(in: line, before: offset) == nil)
  }

  private func cut(_ line: String) -> (line: String, offset: Int) {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    return (parts.joined(), parts[0].utf8.count)
  }
}
