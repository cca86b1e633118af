import HearthCore
import Pictures
import Testing

@testable import Canvas

struct MarkdownTests {
  @Test(arguments: [
    ("*so*", "so"), ("**By** the _canal_", "By the canal"), ("a * b", "a * b"), ("snake_case", "snake_case"),
    ("`x` and \\*y", "x and *y"), ("- *so*", "- so"), ("---", "---"), ("> so", "> so"),
  ])
  func `a line is told without the signs of emphasis`(written: String, plain: String) {
    #expect(Markdown.plain(written) == plain)
  }

  private func styled(_ text: String, columns: Int = 40, finding word: String? = nil) -> String {
    let found = word.map { text.ranges(of: $0) } ?? []
    let rows = Markdown(text, found: found).lines.wrapped(to: columns)
    var frame = Frame(columns: columns, rows: rows.count)
    for (row, line) in rows.enumerated() { line.draw(on: &frame, at: Point(column: 0, row: row)) }
    return String(frame.styled().dropLast("\nno cursor".count))
  }

  @Test func `headings, emphasis and code`() {
    #expect(
      styled("# The *long* way\nIt was **very** quiet, _almost_\n***too*** quiet; `ls -l` it.") == """
        │# The *long* way
         dhhhhhdhhhhdhhhh
                ~~~~
        │It was **very** quiet, _almost_
                ddXXXXdd        d      d
                                 ~~~~~~
        │***too*** quiet; `ls -l` it.
         dddXXXddd        daaaaad
          ~~~~~~~
        """)
  }

  @Test func `lists keep their indent, quotations are dim`() {
    #expect(
      styled("- tea with @Jon by the water\n  1. milk, but not too much\n> she said so, twice over\n---", columns: 17)
        == """
        │- tea with @Jon
         d          pppp
        │  by the water
        │  1. milk, but
           dd
        │     not too much
        │> she said so,
         dddddddddddddd
           ~~~~~~~~~~~~
        │  twice over
           dddddddddd
           ~~~~~~~~~~
        │---
         ddd
        """)
  }

  @Test func `what was found lies above all else`() {
    #expect(
      styled("# A *canal*\n> **By** the canal, #canal", finding: "canal") == """
        │# A *canal*
         dhhhdfffffd
              ~~~~~
        │> **By** the canal, #canal
         ddddDDdddddddfffffddtfffff
             ~~  ~~~~~~~~~~~~~~~~~~
        """)
  }

  @Test func `code between fences is left alone`() {
    #expect(
      styled("```\n*a* # b\n```\n*a*\n```\n*b*") == """
        │```
         aaa
        │*a* # b
         aaaaaaa
        │```
         aaa
        │*a*
         d d
          ~
        │```
        │*b*
         d d
          ~
        """)
  }

  /// What is emphasised in `/`, strong in `!`, both in `?`.
  private func emphasis(_ text: String) -> String {
    Markdown(text).lines.flatMap(\.spans).map { span in
      if span.style.role == .dim { return "" }
      let (isStrong, isItalic) = (span.style.attributes.contains(.bold), span.style.attributes.contains(.italic))
      let sign = isStrong && isItalic ? "?" : isStrong ? "!" : isItalic ? "/" : ""
      return sign + span.text + sign
    }.joined()
  }

  @Test(arguments: [
    ("*so*", "/so/"), ("_so_", "/so/"), ("**so**", "!so!"), ("__so__", "!so!"), ("***so***", "?so?"),
    ("*so **very** much*", "/so /?very?/ much/"), ("**so *very* much**", "!so !?very?! much!"), ("**so*", "*/so/"),
    ("(*so*), \"_so_\".", "(/so/), \"/so/\"."), ("*so*’s", "/so/’s"), ("“_so_”", "“/so/”"), ("这是*强调*的", "这是/强调/的"),
    ("**so**what", "!so!what"), ("*one* *two*", "/one/ /two/"), ("*one _two* three_", "/one _two/ three_"),
    ("snake_case_name", "snake_case_name"), ("2*3*4", "2*3*4"), ("a * b * c", "a * b * c"), ("*lone", "*lone"),
    ("lone*", "lone*"), ("_ so _", "_ so _"), ("** so **", "** so **"), ("*one\ntwo*", "*onetwo*"), ("****", ""),
    ("\\*so\\*", "*so*"), ("`*so*`", "*so*"), ("`*so", "`*so"), ("``a ` b``", "a ` b"), ("*`a*`", "*a*"),
    ("https://a.b/_so_", "https://a.b/_so_"), ("*https://a.b*", "/https://a.b/"), ("étr_e_s", "étr_e_s"), ("", ""),
  ])
  func `only what is meant is emphasis`(_ text: String, _ expected: String) {
    #expect(emphasis(text) == expected)
  }

  /// The role of the first character.
  private func role(_ text: String) -> Role? { Markdown(text).lines.first?.spans.last?.style.role }

  @Test(
    arguments: [
      ("# So", .heading), ("###### So", .heading), ("####### So", .text), ("#So 1", .text), ("> so", .dim),
      (">> so", .dim),
      ("> # So", .heading), ("- so", .text), ("---", .dim), ("* * *", .dim), ("--", .text), ("-so", .text),
      ("so #tea", .tag),
      ("# So @Jon", .person), ("a https://b.se", .link), ("://b", .text), ("`#tea` `@a`", .dim),
      ("x http://b/#tea", .link),
    ] as [(String, Role)])
  func `each part has its role`(_ text: String, _ expected: Role) {
    #expect(role(text) == expected)
  }

  @Test(arguments: [
    ("- so", 2), ("12. so", 4), ("  so", 2), ("> - so", 4), ("- [ ] so", 2), ("# So", 0), ("1234. so", 0),
  ])
  func `what is wrapped hangs below its words`(_ text: String, _ hang: Int) {
    #expect(Markdown(text).lines.first?.hang == hang)
  }

  @Test(arguments: 0..<300)
  func `every character stays where it was`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let pieces = [
      "a", "é", "茶", " ", " ", "\n", "*", "**", "_", "`", "```", "#", "# ", "> ", "- ", "1. ", "\\", ":", "://",
      "http://",
      "@b", "e\u{301}", "👨‍👩‍👧", "\r\n", ".", "---",
    ]
    let text = (0..<60).map { _ in dice.pick(pieces) }.joined()
    let found = text.ranges(of: "a")
    let lines = Markdown(text, found: found).lines
    #expect(lines.map(\.text).joined(separator: "\n") == text.replacing("\r\n", with: "\n"))
    #expect(lines.allSatisfy { $0.wrapped(to: 9).allSatisfy { $0.columns <= 9 } })
    let marked = lines.flatMap(\.spans).filter { $0.style.role == .found }.map(\.text).joined()
    #expect(marked.count(where: { $0 == "a" }) == found.count)
  }

  @Test func `signs without end cost no time`() {
    for sign in ["*a ", "_a ", "`", "** ", "a_ *", "> ", "[", "http://", "*a _b "] {
      let text = String(repeating: sign, count: 20_000)
      #expect(Markdown(text).lines.map(\.text) == [text])
    }
  }

  @Test func `in print the signs of emphasis are left out, and the emphasis stays`() {
    let line = Markdown("- **It mends.** After a `quarrel`", withoutSigns: true).lines[0]
    #expect(line.text == "- It mends. After a quarrel")
    #expect(line.spans.contains { $0.text == "It mends." && $0.style.attributes.contains(.bold) })
  }

  @Test func `lines that end as on Windows are lines`() {
    let text = "first para\r\n- item a\r\n\r\nend\r\n"
    #expect(Markdown(text).lines.map(\.text) == ["first para", "- item a", "", "end", ""])
    #expect(styled(text, finding: "item") == styled(text.replacing("\r\n", with: "\n"), finding: "item"))
    #expect("first\r\nsecond\r\n".wrapped(to: 20) == ["first", "second", ""])
  }
}
