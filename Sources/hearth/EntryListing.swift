import ArgumentParser
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

  /// - Returns: how many there were.
  func write(_ filter: EntryFilter, as form: Form, limit: Int?) throws(Problem) -> Int {
    switch form {
    case .json: try document(.json, filter, limit)
    case .md: try document(.md, filter, limit)
    case .short: try rows(filter, limit, short)
    case .text: try texts(filter, limit)
    }
  }

  private func document(_ form: DocumentForm, _ filter: EntryFilter, _ limit: Int?) throws(Problem) -> Int {
    try EntryDocument(form, shell).show { each throws(Problem) in
      try vault.entries(filter, limit: limit, each: each)
    }
  }

  private func texts(_ filter: EntryFilter, _ limit: Int?) throws(Problem) -> Int {
    let room = Output.isTerminal ? Output.columns : nil
    return try rows(filter, limit) { head throws(Problem) in
      let row = EntryRow(head, id: EntryID.short(head.id), untitled: shell.words[.entryUntitled])
      return row.text(columns: room, found: found)
    }
  }

  /// `2026-03-02 21:04 By the canal`
  private func short(_ head: EntryHead) -> String {
    "\(head.stamp.calendarDay) \(head.stamp.clock) \(found.marked(Legible.line(head.title)))"
  }

  private func rows(
    _ filter: EntryFilter, _ limit: Int?, _ row: (EntryHead) throws(Problem) -> String
  ) throws(Problem) -> Int {
    var count = 0
    try vault.eachHead(filter, limit: limit) { head throws(Problem) in
      try Output.write(try row(head) + "\n")
      count += 1
    }
    return count
  }
}
