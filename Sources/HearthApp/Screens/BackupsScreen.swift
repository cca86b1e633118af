import Canvas
import HearthContent
import HearthCore

/// The backups there are, whether they are whole, and where a second one goes.
package struct BackupsScreen: Screen {
  package static let title = Word.backupsTitle

  /// There is nothing to be backed up.
  private let isMadeUp: Bool
  private var shelf: BackupShelf?
  private var list = ListView<KeptBackup.ID>()
  /// What was found in those that were looked into.
  private var found: [KeptBackup.ID: String] = [:]
  private var isWorking = false
  /// The second folder, while it is being named.
  private var folder: Field?
  /// What went wrong last, until something else is done. It stands at the foot, where nothing shows beside it.
  private var trouble: String?

  init(isMadeUp: Bool) { self.isMadeUp = isMadeUp }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case check, make, name, keep, back
    case move(RowMove)
  }

  package var takes: Takes { folder == nil ? .nothing : .text }

  package static var tables: [KeyTable] {
    listing(.nothing, [onList, onNone, onNothing]) + listing(.text, [onFolder])
  }

  package var bindings: Bindings<Command> {
    if isMadeUp { return Self.onNothing }
    return folder != nil ? Self.onFolder : list.isEmpty ? Self.onNone : Self.onList
  }

  private static let back = Binding("Esc", Command.back, .houseBack, hint: .keyBack)
  private static let onNothing: Bindings<Command> = [back]
  private static let onNone: Bindings<Command> = [
    Binding("b", .make, .backupsMake, hint: .keyMake), Binding("f", .name, .backupsName, hint: .keyFolder), back,
  ]
  private static let onList: Bindings<Command> =
    [
      Binding("Enter", Command.check, .backupsCheck, hint: .keyCheck)
    ] + onNone + RowKeys.list(Command.move)
  private static let onFolder: Bindings<Command> = [
    Binding("Enter", .keep, .backupsKeep, hint: .keyKeep), back,
  ]

  package func header(in context: Context) -> Header { .title(context.words[.backupsTitle]) }

  package func status(in context: Context) -> Line? {
    let rows = places(in: Chrome.body(of: context.size), context).list.rows
    return folder != nil || list.showsEnd(rows: rows) ? nil : Line(context.words[.listMore], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): take(input, in: context)
    case .event(let event): return hear(event, in: context)
    }
    return []
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    trouble = nil
    switch command {
    case .move(let way):
      list.fit(rows: places(in: Chrome.body(of: context.size), context).list.rows)
      list.move(way)
    case .check: return list.selection.map { work(.checkBackup($0)) } ?? []
    case .make: return work(.backUp)
    case .name: folder = Field(context.settings.backupFolder ?? "", placeholder: context.words[.backupsFolderHint])
    case .keep: return keepFolder(in: context)
    case .back:
      if folder == nil { return [.close] }
      folder = nil
    }
    return []
  }

  /// One thing at a time.
  private mutating func work(_ wish: Wish) -> [Effect] {
    if isWorking { return [] }
    isWorking = true
    return [.wish(wish)]
  }

  private mutating func keepFolder(in context: Context) -> [Effect] {
    let path = folder?.text.trimmed ?? ""
    // Where a path begins that does not say so would depend on where Hearth was started.
    guard path.isEmpty || path.hasPrefix("/") || path.hasPrefix("~/") else {
      trouble = context.words[.backupsFolderWhole]
      return []
    }
    var settings = context.settings
    settings.backupFolder = path.isEmpty ? nil : path
    return [.wish(.change(settings))]
  }

  private mutating func take(_ input: Input, in context: Context) {
    if folder != nil {
      if folder?.handle(input) == true { trouble = nil }
    } else if case .mouse(let event) = input {
      list.handle(event, in: places(in: Chrome.body(of: context.size), context).list)
    }
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown: return [.wish(.loadBackups)]
    case .backupsLoaded(let loaded):
      shelf = loaded
      list.show(loaded.backups.map { ListView.Row($0.id) })
    case .changed:
      (folder, trouble) = (nil, nil)
      return [.wish(.loadBackups)]
    case .folderRefused(.folderForeign(let folder)), .folderRefused(.folderUnwritable(let folder)):
      trouble = context.words[.backupsFolderRefused, ["folder": folder]]
    case .folderRefused(let problem): trouble = context.words.sentence(problem)
    case .backupChecked(let id, let check): note(id, sentence(check, of: id, in: context))
    case .backupBroken(let id, .backupDamaged), .backupBroken(let id, .journalDamaged),
      .backupBroken(let id, .fileForeign):
      note(id, context.words[.backupsDamaged])
    case .backupBroken(let id, let problem): note(id, context.words.sentence(problem))
    case .backedUp(let elsewhere): return wasMade(elsewhere, in: context)
    case .backupRefused(let problem): wasRefused(.here(problem), in: context)
    default: break
    }
    return []
  }

  private mutating func note(_ id: KeptBackup.ID, _ sentence: String) {
    isWorking = false
    found[id] = sentence
  }

  private mutating func wasMade(_ elsewhere: Problem?, in context: Context) -> [Effect] {
    isWorking = false
    if let elsewhere {
      wasRefused(.elsewhere(elsewhere), in: context)
      return [.wish(.loadBackups)]
    }
    return [.wish(.loadBackups), .say(Notice(context.words[.backupsMade]))]
  }

  private mutating func wasRefused(_ refusal: BackupTrouble, in context: Context) {
    isWorking = false
    trouble = context.words.sentence(refusal)
  }

  /// Of a journal that is sealed, a backup that is not would take the passphrase away.
  private func sentence(_ check: BackupCheck, of id: KeptBackup.ID, in context: Context) -> String {
    let isOpen = shelf?.backups.first { $0.id == id }?.isOpen == true && context.safekeeping?.isSealed == true
    return context.words.sentence(check) + (isOpen ? " " + context.words[.backupsWholeOpen] : "")
  }

  // MARK: Draw

  private func above(in context: Context) -> [Line] {
    let words = context.words
    if isMadeUp { return [Line(words[.backupsMadeUp])] }
    guard let shelf else { return [] }
    let elsewhere: Word = shelf.missesElsewhere ? .backupsElsewhereMissing : .backupsElsewhere
    let folder = context.settings.backupFolder.map { words[elsewhere, ["folder": $0]] }
    let size = words[.backupsSize, ["size": words.size(bytes: shelf.size), "limit": words.size(bytes: shelf.limit)]]
    return [
      Line(shelf.backups.isEmpty ? words[.backupsNone] : size),
      Line(folder ?? words[.backupsNowhereElse], .dim),
    ]
  }

  private func below(in context: Context) -> [Line] {
    if isWorking { return [Line(context.words[.backupsWorking], .dim)] }
    if let trouble { return [Line(trouble, .error)] }
    if let said = list.selection.flatMap({ found[$0] }) { return [Line(said)] }
    // In a small window the list has its room.
    let hasRoom = Chrome.body(of: context.size).rows >= 12
    return hasRoom && shelf?.backups.isEmpty == false ? [Line(context.words[.backupsRestore], .dim)] : []
  }

  private func places(in body: Rect, _ context: Context) -> (above: Rect, list: Rect, below: Rect) {
    let rest = Flow(body).rest
    let gap = body.rows >= 10 ? 1 : 0
    let columns = max(1, rest.columns)
    let above = rest.top(min(above(in: context).wrapped(to: columns).count, max(0, rest.rows - 2)))
    let foot = folder == nil ? below(in: context).wrapped(to: columns).count : naming(context).height(columns: columns)
    // What went wrong is read whole, whatever it takes the place of.
    let below = rest.bottom(min(foot, trouble == nil ? max(0, rest.rows - above.rows - 1) : rest.rows))
    let list = rest.dropTop(above.rows + gap).dropBottom(below.rows + (below.rows > 0 ? gap : 0))
    return (above.top(min(above.rows, rest.rows - below.rows)), list, below)
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body, context)
    frame.cursor = places.list.origin
    draw(above(in: context), on: &frame, in: places.above)
    list.draw(on: &frame, in: places.list) { index, isSelected, frame, place in
      guard let backup = shelf?.backups[index] else { return }
      line(for: backup, isSelected, context).draw(on: &frame, at: place.origin, limit: place.columns)
    }
    guard let folder else { return draw(below(in: context), on: &frame, in: places.below) }
    folder.draw(on: &frame, in: naming(context).draw(on: &frame, in: places.below))
  }

  private func naming(_ context: Context) -> FootLine {
    FootLine(label: context.words[.backupsFolder], trouble: trouble)
  }

  private func draw(_ lines: [Line], on frame: inout Frame, in rect: Rect) {
    lines.wrapped(to: max(1, rect.columns)).draw(on: &frame, in: rect)
  }

  private func line(for backup: KeptBackup, _ isSelected: Bool, _ context: Context) -> Line {
    let words = context.words
    func wide(_ text: (KeptBackup) -> String) -> Int {
      shelf?.backups.map { TextWidth.columns(of: text($0)) }.max() ?? 0
    }
    let date = words.date(backup.day).padded(to: wide { words.date($0.day) })
    let size = words.size(bytes: backup.size).paddedLeft(to: wide { words.size(bytes: $0.size) })
    var line = Line(date, isSelected ? .text.with(.bold) : .text)
    line.append("  \(backup.clock)  \(size)", .dim)
    if backup.isSetAside { line.append("  \(words[.backupsSetAside])", .dim) }
    if backup.isElsewhere { line.append("  \(words[.backupsFolder])", .dim) }
    // Of a journal that is sealed, what is not is worth knowing.
    if backup.isOpen, context.safekeeping?.isSealed == true { line.append("  \(words[.shellBackupUnsealed])", .dim) }
    return line
  }
}

extension Words {
  fileprivate func sentence(_ check: BackupCheck) -> String {
    switch check {
    case .whole(let entries): count(entries, .backupsWholeOne, .backupsWholeMany)
    case .sealedOtherwise: self[.backupsSealedOtherwise]
    }
  }
}
