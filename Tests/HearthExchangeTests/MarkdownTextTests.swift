import HearthCore
import HearthExchange
import Testing

@Suite struct MarkdownTextTests {
  @Test func `a page to read, as it is written`() {
    #expect(
      written([Samples.canal, Samples.bare], as: .md) == """
        ## 2026-03-02 21:04 — By the canal ★

        mood: 4  
        tags: quiet

        A long #walk with @Jon. He said "tea?" 茶

        ## 2026-03-02 21:04 — Tea

        """)
  }

  @Test(
    arguments: [
      ("# So\r\n\r\nIt is\r\nso", "## 2026-03-02 21:04 — So\n\nIt is\r\nso\n"),
      ("\n  \n  Tea  \n\n\n  and milk", "## 2026-03-02 21:04 — Tea\n\n  and milk\n"),
      (" \n", "## 2026-03-02 21:04\n"),
      ("## Two\n# One", "## 2026-03-02 21:04 — Two\n\n# One\n"),
    ])
  func `the title goes into the heading, and the rest stays as it is`(text: String, page: String) {
    #expect(written([Samples.entry(text)], as: .md) == page)
  }
}
