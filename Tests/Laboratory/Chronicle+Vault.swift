internal import FoundationEssentials
package import HearthCore
package import HearthStorage

extension Chronicle {
  package static func make(_ number: Int, in vault: Vault) throws(Problem) {
    let now = stamp.instant
    switch change(number) {
    case .save(let number, let text):
      let entry = Entry(
        id: id(number), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: now, modifiedAt: now, text: text)
      _ = try vault.save(entry, keepingDraft: true, now: now)
    case .trash(let number): if try vault.entry(id(number)) != nil { try vault.make(.trash([id(number)]), now: now) }
    case .keep(let text):
      try vault.keep(Draft(entry: id(draftNumber), isEdit: false, text: text, stamp: stamp, keptAt: now))
    }
  }

  /// What stands in a journal, as far as this tells of it.
  package init(_ vault: Vault) throws(Problem) {
    self.init()
    try vault.entries { entry throws(Problem) in take(entry, nil) }
    try vault.entries(EntryFilter(place: .trash)) { entry throws(Problem) in take(entry, .trash) }
    if let text = try vault.drafts().first?.text { make(.keep(text)) }
  }

  private mutating func take(_ entry: Entry, _ place: EntryFilter.Place?) {
    guard let number = Int(entry.id.uuidString.suffix(12)) else { return }
    make(.save(number, entry.text))
    if place == .trash { make(.trash(number)) }
  }
}
