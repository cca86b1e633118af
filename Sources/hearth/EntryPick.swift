import ArgumentParser
import FoundationEssentials
import HearthContent
import HearthCore
import HearthStorage

/// The entries a verb acts on: named by their ids, or chosen by what they are. Never all of them unasked.
struct EntryPick: ParsableArguments {
  @Argument(help: "Ids, or the beginnings of ids.")
  var ids: [NameArgument] = []

  @OptionGroup(title: "Which entries") var choice: EntryChoice

  var isEmpty: Bool { ids.isEmpty && choice.isEmpty }

  func validate() throws {
    if !ids.isEmpty && !choice.isEmpty { throw ValidationError("Name ids, or say which entries; not both.") }
  }

  /// To be called where something has to be picked.
  func validateSome() throws {
    if isEmpty { throw ValidationError("Name an id, or say which entries: --on, --tag, --search and others.") }
  }

  /// In the order they were named in, or newest first, place by place.
  ///
  /// - Parameter places: where those are looked for that are chosen; an id names its entry anywhere.
  /// - Throws: `noSuchEntry` and the like, if only one of the ids is wrong; ExitCode 1 where nothing is chosen.
  func found(in vault: Vault, _ places: EntryFilter.Place..., shell: Shell) throws -> [UUID] {
    guard choice.isEmpty else {
      let dates = shell.dates(dayEnd: try vault.dayEnd)
      let condition = try choice.condition(shell, dates)
      let found = try places.flatMap { try vault.ids(EntryFilter(place: $0, where: condition)) }
      guard found.isEmpty else { return found }
      try shell.sayNothing(of: EntryFilter(place: places.first ?? .journal, where: condition), vault)
      throw ExitCode(1)
    }
    return try ids.map { try vault.entry(withIDBeginning: $0.text).id }.uniqued()
  }

  /// Moves what was found into the trash or out of it, and says which. What was named and lies there already stays as
  /// it was, and that is said.
  func move(
    _ found: [UUID], _ change: ([UUID]) -> Change, _ said: (one: Word, many: Word), orSay unmoved: Word, _ vault: Vault,
    _ shell: Shell
  ) throws {
    let stayed =
      choice.isEmpty ? try found.filter { try vault.entry($0).map { !change([$0.id]).alters($0) } ?? false } : []
    let moved = found.filter { !stayed.contains($0) }
    if !moved.isEmpty {
      try vault.make(change(moved), now: shell.clock.now)
      try shell.say(said.one, said.many, moved, vault)
    }
    if !stayed.isEmpty { shell.say(unmoved, ["ids": try stayed.map(vault.shortID).joined(separator: " ")]) }
  }
}

extension Vault {
  /// In the filter's order.
  func ids(_ filter: EntryFilter) throws(Problem) -> [UUID] {
    var found: [UUID] = []
    try eachHead(filter) { found.append($0.id) }
    return found
  }

  /// Heads in the filter's order, in pieces, so that a long journal is never in memory whole. The first is small: who
  /// pipes into `head` wants no more.
  /// - Parameter tellsPlaces: as in ``heads(_:after:limit:tellsPlaces:)``.
  func eachHead(
    _ filter: EntryFilter, limit: Int? = nil, tellsPlaces: Bool = false, each: (EntryHead) throws(Problem) -> Void
  ) throws(Problem) {
    var left = limit ?? .max
    var last: HeadCursor?
    var piece = min(left, 64)
    while left > 0 {
      let heads = try heads(filter, after: last, limit: piece, tellsPlaces: tellsPlaces)
      for head in heads { try each(head) }
      guard heads.count == piece, let end = heads.last else { return }
      last = HeadCursor(end)
      left -= piece
      piece = min(left, 512)
    }
  }
}
