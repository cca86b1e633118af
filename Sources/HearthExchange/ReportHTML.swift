import HearthCore

/// A report as one file that any browser shows and prints: no scripts, nothing from elsewhere, pictures within.
package struct ReportHTML {
  private let report: Report
  private let language: String

  /// - Parameter language: of its words, as HTML names it: `en`.
  package init(_ report: Report, language: String) { (self.report, self.language) = (report, language) }

  package var text: String {
    """
    <!doctype html>
    <html lang="\(MarkupText.escaped(language))">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="robots" content="noindex">
    <title>\(MarkupText.escaped(report.title))</title>
    \(Self.look)
    </head>
    <body>
    <h1>\(MarkupText.escaped(report.title))</h1>
    \(report.lead.map { "<p class=\"lead\">\(MarkupText.escaped($0))</p>" }.joined(separator: "\n"))
    \(report.sections.map(Self.section).joined(separator: "\n"))
    <footer>\(MarkupText.escaped(report.foot))</footer>
    </body>
    </html>

    """
  }

  /// As wide as A4 and Letter both take; a page breaks between things and not within them. Dark on light, as paper is,
  /// and as its pictures are made.
  private static let look = """
    <style>
    :root{color-scheme:light}
    body{max-width:17cm;margin:1.5cm auto;padding:0 .5cm;font:11pt/1.45 Georgia,'DejaVu Serif',serif;color:#222;background:#fff}
    h1{font-size:18pt;margin:0 0 .3em} h2{font-size:13pt;margin:1.6em 0 .4em;border-bottom:1px solid #bbb}
    h3{font-size:11pt;margin:1.2em 0 .1em} p{margin:.4em 0} .lead,.details,footer{color:#555}
    .details,.said,footer,table{font-size:9.5pt} .answer{white-space:pre-wrap;overflow-wrap:anywhere}
    .question{font-style:italic;margin-top:.7em} table{border-collapse:collapse;margin:.6em 0;width:100%}
    th,td{text-align:left;padding:.15em .6em .15em 0;border-bottom:1px solid #ddd;font-weight:normal;vertical-align:top}
    th{color:#555} svg{width:100%;height:auto} figure{margin:1em 0}
    table,figure,section.page h3,tr{break-inside:avoid} h2,h3,.question{break-after:avoid}
    footer{margin-top:2em;border-top:1px solid #bbb;padding-top:.4em}
    @page{margin:1.8cm} @media print{body{margin:0 auto;padding:0}}
    </style>
    """

  // MARK: Parts

  private static func section(_ section: Report.Section) -> String {
    (["<h2>\(MarkupText.escaped(section.title))</h2>"] + section.blocks.map(block)).joined(separator: "\n")
  }

  private static func block(_ block: Report.Block) -> String {
    switch block {
    case .text(let text): "<p>\(MarkupText.escaped(text))</p>"
    case .list(let lines): "<ul>\n\(lines.map { "<li>\(MarkupText.escaped($0))</li>" }.joined(separator: "\n"))\n</ul>"
    case .table(let head, let rows): table(head, rows)
    case .picture(let svg, let said): figure(svg, said)
    case .page(let page): self.page(page)
    }
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let cells = head.map { "<th scope=\"col\">\(MarkupText.escaped($0))</th>" }.joined()
    let body = rows.map { row in "<tr>\(row.map { "<td>\(MarkupText.escaped($0))</td>" }.joined())</tr>" }
    return "<table>\n<tr>\(cells)</tr>\n\(body.joined(separator: "\n"))\n</table>"
  }

  /// Inline SVG needs no `xmlns`, so the page contains no web address.
  private static func figure(_ svg: String, _ said: [String]) -> String {
    let picture = svg.replacing(#" xmlns="http://www.w3.org/2000/svg""#, with: "")
    let caption = said.map(MarkupText.escaped).joined(separator: "<br>\n")
    return "<figure>\n\(picture)<figcaption class=\"said\">\(caption)</figcaption>\n</figure>"
  }

  private static func page(_ page: Report.Page) -> String {
    let details =
      page.details.isEmpty
      ? "" : "\n<p class=\"details\">\(MarkupText.escaped(page.details.joined(separator: " · ")))</p>"
    let answers = page.answers.map { one in
      (one.question.map { "<p class=\"question\">\(MarkupText.escaped($0))</p>\n" } ?? "")
        + "<p class=\"answer\">\(MarkupText.escaped(one.answer))</p>"
    }
    return
      "<section class=\"page\">\n<h3>\(MarkupText.escaped(page.title))</h3>\(details)\n\(answers.joined(separator: "\n"))\n</section>"
  }
}
