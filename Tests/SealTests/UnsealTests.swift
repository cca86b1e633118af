import Foundation
import GRDB
import HearthCore
import Seal
import Testing

/// docs/unseal.py knows the file from docs/format.md and nothing of the Swift here: what it reads, a stranger can.
@Suite(.enabled(if: Unseal.canRun, "there is no python3 here")) struct `A stranger with the key` {
  private static let cost = KeyCost(passes: 1, kibibytes: 8)
  private let code = RecoveryCode.random()

  private func slots(_ text: String) -> (DataKey) -> [KeySlot]? {
    { key in
      var bytes = Array(text.utf8)
      let typed = Passphrase(wiping: &bytes)
      return [.recovery(code, for: key)] + [KeySlot.passphrase(typed, cost: Self.cost, for: key)].compactMap(\.self)
    }
  }

  /// A store after twelve changes, of which the last six are in the log, as it stands there while it is open.
  private func files(slots: ((DataKey) -> [KeySlot]?)?) throws -> Place {
    let (place, left) = (try Place(), try Place())
    let folder = try place.folder()
    try Store.make(in: folder, slots: slots)
    let header = try Volume.header(of: Store.name, in: folder)
    let key = try #require(header.openKey ?? header.key(code))
    let store = try Store(Volume.open(Store.name, in: folder, key: key, for: .writing))
    try Diary.begin(store, 12)
    try left.become(try place.files)
    try store.close()
    #expect(try left.names.count == 2)
    return left
  }

  @Test func `reads a journal without a passphrase`() throws {
    let place = try files(slots: nil)
    #expect(try Unseal.run(in: place, typing: "") == "")
    #expect(try Unseal.contents(of: place) == Diary.pages(after: 12))
  }

  @Test(arguments: ["caf\u{E9} lamp", "cafe\u{301} lamp", "cafe\u{301} lamp\n", "caf\u{E9} lamp\r\n"])
  func `reads one with its passphrase`(typed: String) throws {
    let place = try files(slots: slots("caf\u{E9} lamp"))
    #expect(try Unseal.run(in: place, typing: typed) == "")
    #expect(try Unseal.contents(of: place) == Diary.pages(after: 12))
  }

  @Test func `reads one with its recovery code`() throws {
    let place = try files(slots: slots("lamp"))
    #expect(try Unseal.run(in: place, typing: code.groups.joined(separator: "-").lowercased()) == "")
    #expect(try Unseal.contents(of: place) == Diary.pages(after: 12))
  }

  @Test func `reads the log that lies beside a file under the name of that file`() throws {
    let place = try files(slots: nil)
    var files = try place.files
    let log = try #require(files.keys.first { $0.hasSuffix(".wal") })
    files["\(Store.name).wal"] = files.removeValue(forKey: log)
    try place.become(files)
    #expect(try Unseal.run(in: place, typing: "") == "")
    #expect(try Unseal.contents(of: place) == Diary.pages(after: 12))
  }

  @Test func `leaves out a save that is not whole`() throws {
    let wreck = try Wreck(changes: 12)
    let place = try Place()
    try place.become(wreck.with(log: Array(wreck.log.dropLast(1))))
    #expect(try Unseal.run(in: place, typing: "") == "")
    #expect(try Unseal.contents(of: place) == Diary.pages(after: 11))
  }

  @Test func `is told what is wrong, and gets nothing`() throws {
    let place = try files(slots: slots("lamp"))
    #expect(try Unseal.run(in: place, typing: "lamb").hasPrefix("no way in"))
    #expect(try !place.names.contains(Unseal.name))
    var bytes = try place.bytes(Store.name)
    bytes[8192 + 4096 + 9] ^= 1
    try place.become([Store.name: bytes])
    #expect(try Unseal.run(in: place, typing: "lamp").hasPrefix("page 2 of"))
    #expect(try !place.names.contains(Unseal.name))
    try place.become([Store.name: Array("a letter".utf8)])
    #expect(try Unseal.run(in: place, typing: "lamp").hasPrefix("no whole header"))
    try place.become([:])
    #expect(try Unseal.run(in: place, typing: "lamp").hasSuffix("\(Store.name): No such file or directory\n"))
  }
}

/// docs/unseal.py, run.
private enum Unseal {
  static let name = "plain.db"
  private static let python = "/usr/bin/env"
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/unseal.py").path

  static let canRun = (try? run(["python3", "--version"], typing: "")).map { $0.status == 0 } ?? false

  /// - Returns: what it said on its way out; nothing when all went well.
  static func run(in place: Place, typing text: String) throws -> String {
    let (journal, plain) = ("\(place.path)/\(Store.name)", "\(place.path)/\(name)")
    return try run(["python3", "-W", "error", script, journal, plain, "--passphrase-fd", "0"], typing: text).errors
  }

  private static func run(_ arguments: [String], typing text: String) throws -> (status: Int32, errors: String) {
    let (process, input, errors) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    (process.standardInput, process.standardOutput, process.standardError) = (input, FileHandle.nullDevice, errors)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  /// What the plain file holds, read by SQLite as it comes.
  static func contents(of place: Place) throws -> [Int: String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: "file:\(place.path)/\(name)?vfs=unix", configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { db in
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      return try Diary.contents(db)
    }
  }
}
