import HearthCore
import Laboratory
import Seal
import Testing

@Suite struct `When the power goes` {
  @Test(arguments: 0..<Effort.of(2, long: 8))
  func `every page whose writing was acknowledged is there, also after a second cut`(seed: Int) throws {
    let found = try losses(seed: seed, stride: Effort.of(7, long: 1))
    #expect(found.losses == [])
    #expect(found.moments > 20)
  }

  @Test(arguments: RecordingDisk.Ablation.allCases)
  func `a store that leaves a safety step out loses pages, and the test above sees it`(
    ablation: RecordingDisk.Ablation
  ) throws {
    #expect(try losses(seed: 1, stride: 2, without: ablation).losses != [])
  }

  /// Writes twenty pages, and cuts the power at every `stride`th event.
  private func losses(seed: Int, stride: Int, without ablation: RecordingDisk.Ablation? = nil) throws
    -> (losses: [String], moments: Int)
  {
    let (place, after) = (try Place(), try Place())
    let disk = RecordingDisk(without: ablation)
    let acknowledged = try write(20, in: try place.folder(on: disk), disk)
    var (cut, dice, losses, moments) = (PowerCut(), SeededDice(seed), [String](), 0)
    for (number, event) in disk.events.enumerated() {
      cut.follow(event)
      guard (number + seed) % stride == 0 else { continue }
      let count = acknowledged.count { $0 <= number + 1 } - 1
      for luck in PowerCut.Luck.allCases {
        moments += 1
        try after.become(cut.remains(luck, &dice))
        if let loss = loss(in: after, acknowledged: count, &dice) {
          losses.append("event \(number) (\(luck)): \(loss)")
        }
      }
      if ablation != nil, !losses.isEmpty { break }
    }
    return (losses, moments)
  }

  /// - Returns: how many events there were when the making, and then each page, was acknowledged.
  private func write(_ count: Int, in folder: Folder, _ disk: RecordingDisk) throws -> [Int] {
    try Store.make(in: folder)
    var (acknowledged, pages) = ([disk.events.count], [Int: String]())
    var store = try Store(in: folder)
    for number in 0..<count {
      try Diary.make(number, &pages, in: store)
      acknowledged.append(disk.events.count)
      if number == count / 2 {
        try store.close()
        store = try Store(in: folder)
      }
    }
    try store.close()
    return acknowledged
  }

  private func loss(in place: Place, acknowledged: Int, _ dice: inout SeededDice) -> String? {
    do {
      guard try place.names.contains(Store.name) else { return acknowledged < 0 ? nil : "no journal" }
      // Opened once with the power going again in the middle, then for good.
      let disk = RecordingDisk()
      let before = try place.files
      try look(in: place, on: disk, acknowledged)
      var cut = PowerCut(files: before)
      let events = disk.events
      for event in events.prefix(Int.random(in: 0...events.count, using: &dice)) { cut.follow(event) }
      try place.become(cut.remains(.some, &dice))
      try look(in: place, on: SystemDisk(), acknowledged)
      return nil
    } catch let loss as Loss {
      return loss.what
    } catch {
      return "\(error)"
    }
  }

  private struct Loss: Error { let what: String }

  private func look(in place: Place, on disk: any Disk, _ acknowledged: Int) throws {
    let store = try Store(in: try place.folder(on: disk))
    let contents = try store.contents()
    let whole = [acknowledged, acknowledged + 1].contains { contents == Diary.pages(after: max(0, $0)) }
    guard whole else { throw Loss(what: "\(contents.count) pages after \(acknowledged)") }
    guard try store.isSound() else { throw Loss(what: "unsound") }
    try store.close()
  }
}
