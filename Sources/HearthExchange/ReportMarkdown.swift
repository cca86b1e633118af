import HearthCore

/// A report as a page of Markdown. Pictures are told in their words.
package struct ReportMarkdown {
  private let report: Report

  package init(_ report: Report) { self.report = report }

  package var text: String {
    let parts = ["# \(report.title)"] + report.lead + report.sections.flatMap(Self.section) + ["---", report.foot]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func section(_ section: Report.Section) -> [String] {
    ["## \(section.title)"] + section.blocks.flatMap(block)
  }

  private static func block(_ block: Report.Block) -> [String] {
    switch block {
    case .text(let text): [text]
    case .list(let lines): [lines.map { "- \($0)" }.joined(separator: "\n")]
    case .table(let head, let rows): [table(head, rows)]
    case .picture(_, let said): [said.map { "- \($0)" }.joined(separator: "\n")]
    case .page(let page): self.page(page)
    }
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let line = { (cells: [String]) in
      "| \(cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ")) |"
    }
    return ([line(head), "|\(head.map { _ in " --- |" }.joined())"] + rows.map(line)).joined(separator: "\n")
  }

  private static func page(_ page: Report.Page) -> [String] {
    let details = page.details.isEmpty ? [] : [page.details.joined(separator: " · ")]
    return ["### \(page.title)"] + details
      + page.answers.flatMap { one in (one.question.map { ["*\($0.replacing("\n", with: " "))*"] } ?? []) + [one.answer]
      }
  }
}
