import Foundation
import HearthApp
import HearthCore
import HearthStorage
import Testing

@testable import hearth

/// The second folder of backups, as the full screen and the shell both meet it.
struct SecondFolderTests {
  private let now = Stamp(instant: Instant(seconds: 1_795_294_800), offset: 0, zone: "GMT")

  /// A journal in a home of its own, with a folder that is named.
  private func vault(in shell: Shell, naming folder: String) throws -> Vault {
    let vault = try Vault.open(shell.file("data/hearth").path, now: now.instant)
    try vault.set(.backupFolder, to: shell.file(folder).path)
    return vault
  }

  @Test func `the journal's own gets no second copy, and counts for none`() throws {
    let shell = try Shell()
    let vault = try vault(in: shell, naming: "data/hearth/backups")
    let beside = try #require(try vault.backUp(now: now))
    #expect(try vault.secondFolder == nil && vault.backupsElsewhere.isEmpty)
    #expect(try vault.backUpElsewhere(now: now) == .folderOwn(shell.file("data/hearth/backups").path))
    #expect(try vault.backups() == [beside] && vault.setting(.backupMissed) != nil)
  }

  @Test func `what can hold no backups is refused when it is named; what is not there today is not`() throws {
    let shell = try Shell()
    let vault = try vault(in: shell, naming: "stick")
    try shell.write("plain", "a file")
    let file = shell.file("plain").path
    #expect(vault.refusal(ofSecondFolder: file) == .folderForeign(file))
    let own = shell.file("data/hearth").path
    #expect(vault.refusal(ofSecondFolder: own) == .folderOwn(own))
    #expect(vault.refusal(ofSecondFolder: shell.file("stick").path) == nil)
    #expect(try vault.backupShelf.missesElsewhere)
    try FileManager.default.createDirectory(at: shell.file("stick"), withIntermediateDirectories: true)
    #expect(vault.refusal(ofSecondFolder: shell.file("stick").path) == nil)
    #expect(try !vault.backupShelf.missesElsewhere)
  }

  @Test func `renewing adds one to it and lets none go there; what comes after rotates as ever`() throws {
    let shell = try Shell()
    try FileManager.default.createDirectory(at: shell.file("stick"), withIntermediateDirectories: true)
    let vault = try vault(in: shell, naming: "stick")
    for count in 1...2 {
      #expect(try vault.backUpElsewhere(now: now, nil) == nil)
      #expect(vault.backupsElsewhere.count == count)
    }
    #expect(try vault.backUpElsewhere(now: now) == nil && vault.backupsElsewhere.count == 1)
  }
}
