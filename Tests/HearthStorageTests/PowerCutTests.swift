import Foundation
import HearthCore
import Laboratory
import Seal
import Testing

@testable import HearthStorage

/// The whole journal under power cuts: its making, saves and drafts, a new passphrase, a recovery code, an old plain
/// file becoming a sealed one.
@Suite struct `When the power goes on a journal` {
  /// What was acknowledged, with the number of changes to the disk there had been by then.
  private struct Story {
    var chapters: [Chapter] = []
  }

  private struct Chapter {
    let (events, entries): (Int, Int)
    let (draft, passphrase): (String?, String?)
  }

  @Test(arguments: 0..<Effort.of(1, long: 4))
  func `every acknowledged word is there for one of the two passphrases, before or after`(seed: Int) throws {
    let losses = try losses(on: RecordingDisk(), seed: seed, stride: Effort.of(29, long: 1))
    #expect(losses == [])
  }

  @Test func `on a disk that only says that it has synced words are lost, and the test above would see it`() throws {
    #expect(try losses(on: RecordingDisk(without: .syncOfTheLog), seed: 1, stride: 20) != [])
  }

  private func losses(on disk: RecordingDisk, seed: Int, stride: Int) throws -> [String] {
    let story = try live(in: try TestFolder(), on: disk)
    return try cut(disk.events, seed: seed, stride: stride) { after, events in
      loss(in: after, story.chapters.last { $0.events <= events }, story.chapters.first { $0.events > events })
    }
  }

  private func live(in folder: TestFolder, on disk: RecordingDisk) throws -> Story {
    var story = Story()
    let vault = try ClosedVault.enter(folder.journal, now: .start, on: disk).open()
    func tell(_ entries: Int, draft: String? = nil, passphrase: String? = nil) {
      story.chapters.append(
        Chapter(events: disk.events.count, entries: entries, draft: draft, passphrase: passphrase))
    }
    tell(0)
    for number in 1...4 {
      try vault.keep(.sample(50, "Half \(number)"))
      tell(number - 1, draft: "Half \(number)")
      _ = try vault.save(
        .sample(number, "Entry \(number) " + String(repeating: "word ", count: number * 90)), now: .start)
      tell(number, draft: "Half \(number)")
    }
    try vault.reseal(phrase("first"), cost: .least)
    tell(4, draft: "Half 4", passphrase: "first")
    try vault.setRecovery(.random())
    _ = try vault.save(.sample(5), now: .start)
    tell(5, draft: "Half 4", passphrase: "first")
    try vault.reseal(phrase("second"), cost: .least)
    tell(5, draft: "Half 4", passphrase: "second")
    vault.close()
    return story
  }

  private func phrase(_ text: String) -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
  }

  private func loss(in folder: TestFolder, _ told: Chapter?, _ next: Chapter?) -> String? {
    do {
      let closed = try ClosedVault.enter(folder.journal, now: .start)
      let phrases = [told?.passphrase, next?.passphrase].compactMap(\.self)
      let vault =
        try closed.isSealed ? phrases.lazy.compactMap { try? closed.open(phrase($0)) }.first : closed.open()
      guard let vault else { return "neither passphrase opens it" }
      defer { vault.close() }
      let (count, drafts) = (try vault.count(), try vault.drafts().map(\.text))
      if ![told?.entries ?? 0, next?.entries].contains(count) {
        return "\(count) entries, told of \(told?.entries ?? 0)"
      }
      if drafts != (told?.draft.map { [$0] } ?? []), drafts != next?.draft.map({ [$0] }) { return "drafts \(drafts)" }
      return try vault.verify().first { !$0.isFine }.map { "\($0.subject) \($0.detail.text)" }
    } catch {
      return "\(error)"
    }
  }

  @Test func `a plain journal of an earlier Hearth becomes a sealed one, or stays what it was`() throws {
    let folder = try TestFolder()
    try PlainJournal.make(in: folder, entries: 3)
    let before = try folder.files()
    let disk = RecordingDisk()
    try ClosedVault.enter(folder.journal, now: .start, on: disk).open().close()
    var losses: [String] = []
    for cuts in stride(from: 0, through: disk.events.count, by: Effort.of(3, long: 1)) {
      var (cut, dice) = (PowerCut(files: before), SeededDice(cuts))
      for event in disk.events.prefix(cuts) { cut.follow(event) }
      for luck in PowerCut.Luck.allCases {
        let after = try TestFolder()
        try after.become(cut.remains(luck, &dice))
        do {
          let vault = try after.open()
          if try vault.count() != 3 { losses.append("event \(cuts) (\(luck)): \(try vault.count()) entries") }
          vault.close()
        } catch {
          losses.append("event \(cuts) (\(luck)): \(error)")
        }
      }
    }
    #expect(losses == [])
    #expect(try !folder.names(in: folder.journal).contains { $0.hasSuffix(".plain") })
  }

  private func cut(
    _ events: [RecordingDisk.Event], seed: Int, stride: Int, _ loss: (TestFolder, Int) throws -> String?
  ) throws -> [String] {
    var (cut, dice, losses) = (PowerCut(), SeededDice(seed), [String]())
    for (number, event) in events.enumerated() {
      cut.follow(event)
      guard (number + seed) % stride == 0 else { continue }
      for luck in PowerCut.Luck.allCases {
        let after = try TestFolder()
        try after.become(cut.remains(luck, &dice))
        if let loss = try loss(after, number + 1) { losses.append("event \(number) (\(luck)): \(loss)") }
      }
    }
    return losses
  }
}

extension TestFolder {
  /// The journal's own files by their names, without what stands in folders of its own.
  fileprivate func files() throws -> [String: [UInt8]] {
    try names(in: journal).reduce(into: [:]) { files, name in
      if let bytes = try? Data(contentsOf: URL(fileURLWithPath: "\(journal)/\(name)")) { files[name] = Array(bytes) }
    }
  }

  fileprivate func become(_ files: [String: [UInt8]]) throws {
    try FileManager.default.createDirectory(atPath: journal, withIntermediateDirectories: true)
    for (name, bytes) in files { try write(Data(bytes), to: "\(journal)/\(name)") }
  }
}
