import Foundation
import HearthCore
import Laboratory
import Seal
import Testing

@testable import HearthStorage

struct BackupTests {
  private func noon(_ day: Int) -> Stamp {
    Stamp(instant: Instant(seconds: day * 86_400 + 43_200), offset: 0, zone: "GMT")
  }

  /// A folder with nothing in it but a journal's file.
  private func journal(of path: String, in folder: TestFolder) throws -> Vault {
    let other = folder.root + "/other"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    try FileManager.default.copyItem(atPath: path, toPath: "\(other)/journal.db")
    return try Vault.open(other, now: .start)
  }

  @Test func `a backup holds what the journal held, and a restore brings it back and keeps what was there`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1, "Before"), now: .start)
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    #expect(backup.name == "2024-10-04T120000+0000.db")
    _ = try vault.save(.sample(2, "After"), now: .start)
    vault.close()

    let place = try BackupFolder.at(folder.journal + "/backups")
    #expect(try ClosedVault.preview(backup, in: place).entries == 1)
    let kept = try #require(try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001)).journal)
    #expect(try folder.open().count() == 1)
    #expect(kept.hasSuffix("backups/before-restore-2024-10-05T120000+0000.db"))
    #expect(try place.backups().map(\.isSetAside) == [true, false])
    #expect(try journal(of: kept, in: folder).count() == 2)
  }

  @Test func `a restore after a crash keeps the words that only the log held`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    _ = try vault.save(.sample(1, "Only in the log"), now: .start)
    let remains = folder.root + "/remains"
    try FileManager.default.copyItem(atPath: folder.journal, toPath: remains)
    let kept = try #require(
      try ClosedVault.restore(backup, from: BackupFolder.at(remains + "/backups"), to: remains, now: noon(20_001))
        .journal)
    #expect(try Vault.open(remains, now: .start).count() == 0)
    let place = try BackupFolder.at(remains + "/backups")
    let aside = try #require(place.backup(named: (kept as NSString).lastPathComponent))
    #expect(try ClosedVault.preview(aside, in: place).entries == 1)

    // And it goes back as it came, with its log.
    _ = try ClosedVault.restore(aside, from: place, to: remains, now: noon(20_002))
    #expect(try Vault.open(remains, now: .start).count() == 1)
  }

  @Test func `two restores within a second keep both journals that gave way`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    _ = try vault.save(.sample(1, "Two"), now: .start)
    vault.close()
    let place = try BackupFolder.at(folder.journal + "/backups")
    let kept = try #require(try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001)).journal)
    _ = try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001))
    #expect(try place.backups().filter(\.isSetAside).count == 2)
    #expect(try journal(of: kept, in: folder).count() == 1)
  }

  @Test func `one that comes back twice, with words in its log alone each time, takes no other's log`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    _ = try vault.save(.sample(1, "First"), now: .start)
    let remains = folder.root + "/remains"
    try FileManager.default.copyItem(atPath: folder.journal, toPath: remains)
    let place = try BackupFolder.at(remains + "/backups")
    func restore(_ backup: Backup, _ day: Int) throws -> Backup {
      let replaced = try ClosedVault.restore(backup, from: place, to: remains, now: noon(day))
      let kept = try #require(replaced.journal)
      return try #require(place.backup(named: (kept as NSString).lastPathComponent))
    }
    let first = try restore(backup, 20_001)
    _ = try restore(first, 20_002)
    let second = try restore(backup, 20_003)
    for aside in [first, second] { #expect(try ClosedVault.preview(aside, in: place).entries == 1) }
    try place.remove(first)
    #expect(try ClosedVault.preview(second, in: place).entries == 1)
  }

  @Test func `one that comes back again does not take in what was written after the first time`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    vault.close()
    let place = try BackupFolder.at(folder.journal + "/backups")
    _ = try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001))
    let later = try folder.open()
    _ = try later.save(.sample(1, "Later, and only in the log"), now: .start)
    // As after a crash: with a log, whose name is that of the backup's own.
    let remains = folder.root + "/remains"
    try FileManager.default.copyItem(atPath: folder.journal, toPath: remains)
    let replaced = try ClosedVault.restore(backup, from: place, to: remains, now: noon(20_002))
    #expect(try Vault.open(remains, now: .start).count() == 0)
    let aside = try BackupFolder.at(remains + "/backups")
    let name = try #require(replaced.journal) as NSString
    let kept = try #require(aside.backup(named: name.lastPathComponent))
    #expect(try ClosedVault.preview(kept, in: aside).entries == 1)
  }

  @Test func `what an end before its time left of one goes with the next, and nothing of anybody else's`() throws {
    let (folder, other, stick) = (try TestFolder(), try TestFolder(), try TestFolder())
    try FileManager.default.createDirectory(atPath: stick.journal, withIntermediateDirectories: true)
    let (vault, place) = (try folder.open(), try BackupFolder.at(stick.journal))
    let (ours, mine) = (folder.journal + "/backups/", stick.journal + "/")
    let files = FileManager.default
    let made = try #require(try vault.backUp(now: noon(20_000)))
    let theirs = try #require(try other.open().backUp(now: noon(20_001), in: place))
    try files.copyItem(atPath: ours + made.name, toPath: ours + ".2024-10-03T120000+0000.db.new")
    try files.copyItem(atPath: ours + made.name, toPath: mine + ".2024-10-03T120000+0000.db.new")
    let others = [".2024-10-02T120000+0000.db.new", ".list.db.new"]
    try files.moveItem(atPath: mine + theirs.name, toPath: mine + others[0])
    for folder in [ours, mine] { try stick.write("mine", to: folder + others[1]) }
    let now = noon(20_002)
    _ = try vault.backUp(now: now)
    _ = try vault.backUp(now: now, in: place)
    let name = "2024-10-06T120000+0000.db"
    #expect(try folder.names(in: ours) == [others[1], made.name, name])
    #expect(try stick.names(in: mine) == others + [name])
  }

  @Test func `a key ends one also while the copy is being looked through`() throws {
    let (folder, disk) = (try TestFolder(), FailingDisk(at: .max, with: EIO))
    let vault = try folder.open()
    let place = BackupFolder(folder: try Folder(folder.root, on: disk))
    // The copy has a log as soon as it is opened, and no earlier.
    disk.withEachRead {
      if (try? place.folder.names())?.contains(where: JournalFolder.isLog) == true { vault.interrupt() }
    }
    #expect(throws: Problem.interrupted) { try vault.backUp(now: noon(20_000), in: place) }
    #expect(try folder.names(in: folder.root) == ["journal"])
  }

  @Test func `a key ends a look into one`() throws {
    let (folder, disk) = (try TestFolder(), FailingDisk(at: .max, with: EIO))
    let vault = try folder.open()
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    let place = BackupFolder(folder: try Folder(folder.journal + "/backups", on: disk))
    disk.withEachRead { vault.interrupt() }
    #expect(throws: Problem.interrupted) { try vault.preview(backup, in: place) }
    #expect(try vault.preview(backup).entries == 0)
  }

  @Test(arguments: [0, 8192]) func `a journal that is damaged, or empty, gives way too, and is kept as it is`(
    _ zeroes: Int
  ) throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1), now: .start)
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    vault.close()
    let file = folder.journal + "/journal.db"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    bytes = zeroes == 0 ? Data() : Data(count: zeroes) + bytes.dropFirst(zeroes)
    try folder.write(bytes, to: file)
    try folder.write("mine", to: folder.journal + "/list.txt")
    let place = try BackupFolder.at(folder.journal + "/backups")
    let kept = try #require(try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001)).journal)
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == bytes)
    let again = try folder.open()
    #expect(try again.count() == 1)
    #expect(try again.verify().allSatisfy(\.isFine))
  }

  @Test func `a journal that is gone is no new one while its backups are there, and they bring it back`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1), now: .start)
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    vault.close()
    try FileManager.default.removeItem(atPath: folder.journal + "/journal.db")
    #expect(throws: Problem.journalLost(folder.journal, backups: 1)) { try folder.open() }
    let place = try BackupFolder.at(folder.journal + "/backups")
    #expect(try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001)).journal == nil)
    #expect(try folder.open().count() == 1)
  }

  /// Half past eleven at night in Tokyo is half past two in the afternoon in UTC.
  @Test func `new ones take the place of all, also of a journal set aside and of one from further east`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let tokyo = Stamp(instant: Instant(seconds: 20_000 * 86_400 + 52_200), offset: 32_400, zone: "Asia/Tokyo")
    let east = try #require(try vault.backUp(now: tokyo))
    #expect(east.name == "2024-10-04T233000+0900.db")
    vault.close()
    let place = try BackupFolder.at(folder.journal + "/backups")
    _ = try ClosedVault.restore(east, from: place, to: folder.journal, now: tokyo)
    let again = try folder.open()
    let now = Stamp(instant: Instant(seconds: 20_000 * 86_400 + 54_000), offset: 0, zone: "GMT")
    let renewed = try #require(try again.renewBackups(now: now))
    #expect(renewed.gone == 2)
    #expect(try again.backups() == [renewed.made])
    // Within the same second as well.
    #expect(try again.renewBackups(now: now)?.made.name == "2024-10-04T150001+0000.db")
    #expect(try again.backups().count == 1)
  }

  @Test func `the one just made stays, also where a clock was set back; names from before are read`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for day in 20_010..<20_020 { _ = try vault.backUp(now: noon(day)) }
    let made = try #require(try vault.backUp(now: noon(20_000)))
    #expect(try vault.backups().contains(made))
    let names = ["2024-10-04T233000+0900.db", "2024-10-04T150000.db", "2024-10-04T110000-0500.db"]
    let backups = names.map { Backup(name: $0, size: 1) }
    #expect(backups.allSatisfy { $0.day == Day("2024-10-04") })
    #expect(backups.sorted() == backups)
  }

  @Test func `notes left for a journal that gives way are kept, and told by name`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    try vault.reseal(nil, cost: .least)
    vault.close()
    let note = Note(id: .number(7), text: "In between", stamp: noon(20_000))
    try Inbox(folder: folder.journal).leave(note)
    let place = try BackupFolder.at(folder.journal + "/backups")
    let before = try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001))
    #expect(before.notes.count == 1)
    #expect(try folder.names(in: folder.inbox + "/aside") == before.notes)
  }

  @Test func `notes that were put aside come in once the journal they were left for is back`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    try vault.reseal(nil, cost: .least)
    vault.close()
    let inbox = Inbox(folder: folder.journal)
    try inbox.leave(Note(id: .number(7), text: "In between", stamp: noon(20_000)))
    try inbox.leave(
      Moment(id: .number(8), stamp: noon(20_000), day: noon(20_000).calendarDay, kind: .hello, createdAt: .start))
    try inbox.keep(Note(id: .number(9), text: "Half", stamp: noon(20_000)), now: .start)
    let place = try BackupFolder.at(folder.journal + "/backups")
    let before = try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001))
    // One of that name is there already: it has a number behind it.
    let names = try folder.names(in: folder.inbox + "/aside")
    let files = FileManager.default
    let note = try #require(names.first { $0.hasSuffix(".note") })
    try files.moveItem(atPath: "\(folder.inbox)/aside/\(note)", toPath: "\(folder.inbox)/aside/\(note).2")
    try folder.write("no note", to: folder.inbox + "/aside/list.txt")
    let older = try folder.open()
    #expect(try older.takeInNotes(dayEnd: .four, now: .start).notes.isEmpty && older.takeCountOfNotesPutAside() == 0)
    older.close()

    let name = try #require(before.journal) as NSString
    let aside = try #require(place.backup(named: name.lastPathComponent))
    _ = try ClosedVault.restore(aside, from: place, to: folder.journal, now: noon(20_002))
    let again = try folder.open()
    #expect(try again.takeInNotes(dayEnd: .four, now: .start).notes.map(\.text) == ["In between"])
    try again.takeInPages()
    #expect(try again.drafts().map(\.text) == ["Half"] && again.moment(.number(8)) != nil)
    #expect(try folder.names(in: folder.inbox + "/aside") == ["list.txt"])
  }

  @Test func `what a restore would change about who gets in is known before`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let place = { try BackupFolder.at(folder.journal + "/backups") }
    func opening(after backup: Backup?) throws -> RestoredOpening {
      try ClosedVault.opening(after: #require(backup), in: place(), to: folder.journal)
    }
    let open = try vault.backUp(now: noon(20_000))
    #expect(try opening(after: open) == .asNow)
    try vault.reseal(passphrase("one"), cost: .least)
    #expect(try opening(after: open) == .withNothing)
    let sealed = try vault.backUp(now: noon(20_001))
    #expect(try opening(after: sealed) == .asNow)
    try vault.setRecovery(.random())
    #expect(try opening(after: sealed) == .withCodeOfThen)
    try vault.reseal(passphrase("two"), cost: .least)
    #expect(try opening(after: sealed) == .withPassphraseOfThen)
    vault.close()
    try FileManager.default.removeItem(atPath: folder.journal + "/journal.db")
    #expect(try opening(after: open) == .withNothing && opening(after: sealed) == .withPassphraseOfThen)
  }

  @Test(arguments: ["", "/", "/backups", "/inbox/", "/../journal/backups", "/../link"])
  func `what belongs to the journal is no second folder`(way: String) throws {
    let folder = try TestFolder()
    try folder.open().close()
    _ = try? FileManager.default.createDirectory(atPath: folder.journal + "/backups", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.root + "/link", withDestinationPath: folder.journal + "/backups")
    let path = folder.journal + way
    #expect(throws: Problem.folderOwn(path)) { try BackupFolder.at(path, outside: folder.journal) }
  }

  @Test func `a folder that only begins like the journal's, or holds it, can be one`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    try FileManager.default.createDirectory(atPath: folder.journal + "-copies", withIntermediateDirectories: true)
    for path in [folder.journal + "-copies", folder.root] {
      #expect(throws: Never.self) { try BackupFolder.at(path, outside: folder.journal) }
    }
  }

  @Test func `a copy can be made that lets none go`() throws {
    let (folder, stick) = (try TestFolder(), try TestFolder())
    let vault = try folder.open()
    let place = try BackupFolder.at(stick.root)
    for _ in 0..<2 { _ = try vault.backUp(now: noon(20_000), in: place) }
    #expect(try place.backups().count == 1)
    _ = try vault.backUp(now: noon(20_000), in: place, nil)
    #expect(try place.backups().count == 2)
  }

  @Test func `notes that the backup can open are taken in after it is restored`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    vault.close()
    try Inbox(folder: folder.journal).leave(Note(id: .number(7), text: "In between", stamp: noon(20_000)))
    let place = try BackupFolder.at(folder.journal + "/backups")
    #expect(try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001)).notes.isEmpty)
    #expect(try folder.open().takeInNotes(dayEnd: .four, now: .start).notes.map(\.text) == ["In between"])
  }

  @Test func `in a folder that two journals share, each lets go of its own alone`() throws {
    let (mine, theirs, stick) = (try TestFolder(), try TestFolder(), try TestFolder())
    try FileManager.default.createDirectory(atPath: stick.journal, withIntermediateDirectories: true)
    let place = try BackupFolder.at(stick.journal)
    let (one, other) = (try mine.open(), try theirs.open())
    let rotation = BackupRotation(limit: 1)
    for day in 20_000..<20_003 { _ = try one.backUp(now: noon(day), in: place, rotation) }
    #expect(try place.backups().count == 1)
    // A new key for everything, and a new lock for the inbox: it is the same journal.
    try one.reseal(nil, cost: .least)
    for day in 20_003..<20_006 {
      _ = try one.backUp(now: noon(day), in: place, rotation)
      _ = try other.backUp(now: noon(day), in: place, rotation)
    }
    #expect(try place.backups().count == 2)
    // Only one's own is told of: whoever removes what is named removes nobody else's.
    #expect(try one.backups(in: place).count == 1 && other.backups(in: place).count == 1)
    #expect(try one.backups(in: place) != other.backups(in: place))
    let names = try place.backups().map(\.name)
    #expect(try ClosedVault.preview(#require(place.backup(named: names[0])), in: place).entries == 0)
  }

  @Test func `a folder of backups that is a link is named, and not followed`() throws {
    let (folder, other) = (try TestFolder(), try TestFolder())
    try folder.open().close()
    let files = FileManager.default
    try files.createDirectory(atPath: other.journal, withIntermediateDirectories: true)
    try? files.removeItem(atPath: folder.journal + "/backups")
    try files.createSymbolicLink(atPath: folder.journal + "/backups", withDestinationPath: other.journal)
    #expect(throws: Problem.linkRefused(folder.journal + "/backups")) { try folder.open() }
  }

  @Test func `the recovery code opens a backup too`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    try vault.reseal(passphrase("ours"), cost: .least)
    let code = RecoveryCode.random()
    try vault.setRecovery(code)
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    let place = try BackupFolder.at(folder.journal + "/backups")
    let preview = try ClosedVault.preview(backup, in: place) { header throws(Problem) in
      guard let key = header.key(code) else { throw .passphraseWrong }
      return key
    }
    #expect(preview.entries == 0)
  }

  private func passphrase(_ text: String) -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
  }

  @Test func `a damaged backup is refused`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1), now: .start)
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    let path = folder.journal + "/backups/" + backup.name
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count - 2000] ^= 1
    try folder.write(bytes, to: path)
    let place = try BackupFolder.at(folder.journal + "/backups")
    #expect(throws: Problem.self) { try ClosedVault.preview(backup, in: place) }
  }

  @Test func `a second folder gets one too, and its other files stay`() throws {
    let folder = try TestFolder()
    let stick = folder.root + "/stick"
    try folder.write("mine", to: stick + "/holiday.db")
    let vault = try folder.open()
    for day in 20_000..<20_010 {
      _ = try vault.backUp(now: noon(day))
      _ = try vault.backUp(now: noon(day), in: BackupFolder.at(stick))
    }
    let names = try folder.names(in: stick)
    #expect(names.contains("holiday.db"))
    #expect(names.count == 1 + (try vault.backups().count))
  }

  @Test(
    arguments: [
      ([0], [0]),
      (Array(0..<10), [9, 8, 7, 6, 5, 4, 3]),
      (Array(0..<30), [29, 28, 27, 26, 25, 24, 23, 17, 10]),
      ([0, 100, 200], [200, 100, 0]),
    ] as [([Int], [Int])])
  func `seven days, four weeks and twelve months are kept`(_ days: [Int], _ kept: [Int]) {
    // Counted from a Thursday, 3 October 2024.
    let all = days.map { Backup(name: Backup.name(noon(19_999 + $0)), size: 1) }
    #expect(BackupRotation().kept(of: all).map { ($0.day?.number ?? 0) - 19_999 } == kept)
  }

  @Test func `the newest stays, however large it is, and the oldest go first`() {
    let all = (0..<5).map { Backup(name: Backup.name(noon(20_000 + $0)), size: 400) }
    #expect(BackupRotation(limit: 1000).kept(of: all).map(\.name) == [all[4].name, all[3].name])
    #expect(BackupRotation(limit: 10).kept(of: all) == [all[4]])
  }

  @Test(arguments: [("2026-11-22T003417+0100.db", "2026-11-21"), ("2026-11-22T040000+0100.db", "2026-11-22")])
  func `one made after midnight is of the day that has not ended yet`(name: String, day: String) {
    #expect(Backup(name: name, size: 1).day(endingAt: .four) == Day(day))
  }
}
