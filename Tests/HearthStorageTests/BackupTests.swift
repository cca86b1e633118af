import Foundation
import HearthCore
import Seal
import Testing

@testable import HearthStorage

struct BackupTests {
  private func noon(_ day: Int) -> Stamp {
    Stamp(instant: Instant(seconds: day * 86_400 + 43_200), offset: 0, zone: "GMT")
  }

  /// A folder with nothing in it but a journal's file, and its log where there is one.
  private func journal(of paths: String..., in folder: TestFolder) throws -> Vault {
    let other = folder.root + "/other"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    for path in paths {
      let name = path.hasSuffix(".wal") ? (path as NSString).lastPathComponent : "journal.db"
      try FileManager.default.copyItem(atPath: path, toPath: "\(other)/\(name)")
    }
    return try Vault.open(other, now: .start)
  }

  @Test func `a backup holds what the journal held, and a restore brings it back and keeps what was there`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1, "Before"), now: .start)
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    #expect(backup.name == "2024-10-04T120000.db")
    _ = try vault.save(.sample(2, "After"), now: .start)
    vault.close()

    let place = try BackupFolder.at(folder.journal + "/backups")
    #expect(try ClosedVault.preview(backup, in: place).entries == 1)
    let kept = try #require(try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001)).journal)
    #expect(try folder.open().count() == 1)
    #expect(kept.hasSuffix("backups/before-restore-2024-10-05T120000.db"))
    #expect(try place.backups() == [backup])
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
    let log = try #require(try folder.names(in: remains + "/backups").first { $0.hasSuffix(".wal") })
    #expect(try journal(of: kept, "\(remains)/backups/\(log)", in: folder).count() == 1)

    // And it goes back as it came, with its log.
    let place = try BackupFolder.at(remains + "/backups")
    let aside = try #require(place.backup(named: (kept as NSString).lastPathComponent))
    _ = try ClosedVault.restore(aside, from: place, to: remains, now: noon(20_002))
    #expect(try Vault.open(remains, now: .start).count() == 1)
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

  @Test func `notes that the backup can open are taken in after it is restored`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let backup = try #require(try vault.backUp(now: noon(20_000)))
    vault.close()
    try Inbox(folder: folder.journal).leave(Note(id: .number(7), text: "In between", stamp: noon(20_000)))
    let place = try BackupFolder.at(folder.journal + "/backups")
    #expect(try ClosedVault.restore(backup, from: place, to: folder.journal, now: noon(20_001)).notes.isEmpty)
    #expect(try folder.open().takeInNotes(dayEnd: .four, now: .start).map(\.text) == ["In between"])
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
    for day in 20_000..<20_010 { _ = try vault.backUp(now: noon(day), elsewhere: BackupFolder.at(stick)) }
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
}
