import FoundationEssentials
import HearthContent
import HearthCore
import HearthStorage

/// Writes many entries, one after the other, in the form that was asked for.
struct EntryListing {
  private let shell: Shell
  private let today: Day
  /// Where rows are many, looking every id up would take longer than the list; twelve digits meet no other by chance.
  private let isLong: Bool

  init(_ shell: Shell, today: Day, isLong: Bool) {
    self.shell = shell
    self.today = today
    self.isLong = isLong
  }

  func write(
    _ filter: EntryFilter, of vault: Vault, as format: List.Format, limit: Int, oldestFirst: Bool
  ) throws(Problem) {
    switch format {
    case .json:
      try JSONOutput(shell).write { write throws(Problem) in
        try eachHead(filter, of: vault, limit, oldestFirst) { head throws(Problem) in
          if let entry = try vault.entry(head.id) { try write(entry) }
        }
      }
    case .md:
      var isFirst = true
      try eachHead(filter, of: vault, limit, oldestFirst) { head throws(Problem) in
        guard let entry = try vault.entry(head.id) else { return }
        try Output.write((isFirst ? "" : "\n") + EntryPage(entry, shell.words).markdown())
        isFirst = false
      }
    case .short:
      try eachHead(filter, of: vault, limit, oldestFirst) { head throws(Problem) in try Output.write(short(head) + "\n")
      }
    case .text:
      let columns = Output.columns
      let cuts = Output.isTerminal
      try eachHead(filter, of: vault, limit, oldestFirst) { head throws(Problem) in
        let id = isLong ? String(EntryID.digits(head.id).prefix(12)) : try vault.shortID(head.id)
        let row = EntryRow(head, id: id, untitled: shell.words[.entryUntitled])
        try Output.write(row.text(columns: columns, cuts: cuts) + "\n")
      }
    }
  }

  /// `2026-03-02 21:04 By the canal`
  private func short(_ head: EntryHead) -> String {
    "\(head.stamp.calendarDay) \(head.stamp.clock) \(Legible.line(head.title))"
  }

  /// In pieces, so that a long journal is never in memory whole.
  private func eachHead(
    _ filter: EntryFilter, of vault: Vault, _ limit: Int, _ oldestFirst: Bool,
    _ each: (EntryHead) throws(Problem) -> Void
  ) throws(Problem) {
    var left = limit
    var last: HeadCursor?
    while left > 0 {
      let piece = min(left, 500)
      let heads =
        oldestFirst
        ? try vault.heads(filter, after: last, limit: piece) : try vault.heads(filter, before: last, limit: piece)
      for head in heads { try each(head) }
      guard heads.count == piece, let end = heads.last else { return }
      last = HeadCursor(end)
      left -= piece
    }
  }
}
