import ArgumentParser
import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Writes many entries, one after the other, in the form that was asked for.
struct EntryListing {
  enum Form: String, ExpressibleByArgument, CaseIterable { case text, short, json, md }

  private let shell: Shell
  private let vault: Vault
  /// What to point out in the rows.
  private let found: FoundWords

  init(_ shell: Shell, _ vault: Vault, found: FoundWords) {
    self.shell = shell
    self.vault = vault
    self.found = found
  }

  /// - Returns: how many were written, and whether there are more: one is read beyond the limit to know.
  func write(_ filter: EntryFilter, as form: Form, limit: Int?) throws(Problem) -> (count: Int, isMore: Bool) {
    let most = limit.map { min($0, .max - 1) + 1 }
    var count = 0
    func isShown() -> Bool {
      count += 1
      return limit.map { count <= $0 } ?? true
    }
    switch form {
    case .json, .md:
      try EntryDocument(form == .json ? .json : .md, shell).show { each throws(Problem) in
        try vault.entries(filter, limit: most) { entry throws(Problem) in if isShown() { try each(entry) } }
      }
    case .text, .short:
      try vault.eachHead(filter, limit: most, tellsPlaces: form == .text && found.tellsPlaces) { head throws(Problem) in
        if isShown() { try Output.write(row(head, form) + "\n") }
      }
    }
    let shown = min(count, limit ?? count)
    return (shown, count > shown)
  }

  private func row(_ head: EntryHead, _ form: Form) -> String {
    if form == .short { return short(head) }
    let room = Output.isTerminal ? Output.columns : nil
    let row = EntryRow(head, id: EntryID.short(head.id), untitled: shell.words[.entryUntitled])
    return row.text(columns: room, found: found)
  }

  /// `2026-03-02 21:04 By the canal`, whole where it goes on into another program.
  private func short(_ head: EntryHead) -> String {
    let moment = "\(head.day) \(head.stamp.clock) "
    let title = Legible.line(Markdown.plain(head.title))
    return moment + found.marked(Output.isTerminal ? title.truncated(to: max(24, Output.columns - 17)) : title)
  }
}
