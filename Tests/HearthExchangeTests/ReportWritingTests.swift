import HearthCore
import HearthExchange
import Testing

struct ReportWritingTests {
  private let report = Report(
    title: "From <one> day", lead: ["Said & done"],
    sections: [
      Report.Section(
        "Tables",
        [
          .table(head: ["When", "Mood"], rows: [["January", "3.2 (n 4)"], ["a|b", ""]]), .list(["one", "<two>"]),
          .picture("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\"></svg>\n", said: ["A line"]),
        ]),
      Report.Section(
        "Pages",
        [
          .page(
            .init(
              "A page", details: ["today", "mood: good"], answers: [.init("Why?", "So\nthen <b>"), .init(nil, "Text")]))
        ]),
    ], foot: "The \"end\"")

  @Test func `a page of HTML stands for itself`() {
    let html = ReportHTML(report, language: "en").text
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(html.contains("<title>From &lt;one&gt; day</title>"))
    #expect(html.contains("<p class=\"lead\">Said &amp; done</p>"))
    #expect(html.contains("<tr><td>January</td><td>3.2 (n 4)</td></tr>"))
    #expect(html.contains("<li>&lt;two&gt;</li>"))
    #expect(html.contains("<svg class=\"chart\"></svg>\n<figcaption class=\"said\">A line</figcaption>"))
    #expect(html.contains("<p class=\"question\">Why?</p>\n<p class=\"answer\">So\nthen &lt;b&gt;</p>"))
    for foreign in ["http", "<script", "<link", "<img", "@import", "url("] {
      #expect(!html.lowercased().contains(foreign), "\(foreign)")
    }
    #expect(html.contains("@page") && html.contains("@media print"))
  }

  @Test func `a page of Markdown says the same`() {
    #expect(
      ReportMarkdown(report).text == """
        # From <one> day

        Said & done

        ## Tables

        | When | Mood |
        | --- | --- |
        | January | 3.2 (n 4) |
        | a\\|b |  |

        - one
        - <two>

        - A line

        ## Pages

        ### A page

        today · mood: good

        *Why?*

        So
        then <b>

        Text

        ---

        The "end"

        """)
  }
}
