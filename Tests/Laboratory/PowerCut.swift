/// What a disk may hold when the power goes at some moment: all that was synced, and of what was not, anything:
/// nothing, all, or any of its sectors of 512 bytes, and the names as they were at any moment since they were synced.
package struct PowerCut {
  /// How much of what was not synced is there.
  package enum Luck: CaseIterable, Sendable {
    case nothing, everything, some
  }

  private struct Contents {
    var synced: [UInt8] = []
    var later: [RecordingDisk.Event] = []
  }

  private var files: [Int: Contents] = [:]
  private var syncedNames: [String: Int] = [:]
  private var laterNames: [RecordingDisk.Event] = []
  private static let sector = 512

  package init() {}

  /// From a disk on which these files are for good.
  package init(files: [String: [UInt8]]) {
    for (number, (name, bytes)) in files.enumerated() {
      self.files[-1 - number] = Contents(synced: bytes)
      syncedNames[name] = -1 - number
    }
  }

  /// Goes on by one event.
  package mutating func follow(_ event: RecordingDisk.Event) {
    switch event {
    case .created, .renamed, .linked, .removed: laterNames.append(event)
    case .met(let file, let name):
      guard let known = syncedNames[name] else { return }
      files[file] = files.removeValue(forKey: known)
      syncedNames = syncedNames.mapValues { $0 == known ? file : $0 }
    case .wrote(let file, _, _), .cut(let file, _): files[file, default: Contents()].later.append(event)
    case .synced(let file):
      let contents = files[file] ?? Contents()
      files[file] = Contents(synced: Self.apply(contents.later, to: contents.synced) { true })
    case .syncedNames:
      syncedNames = Self.names(laterNames[...], from: syncedNames)
      laterNames = []
    }
  }

  /// The files by their names as they may be found afterwards.
  package func remains(_ luck: Luck, _ dice: inout some RandomNumberGenerator) -> [String: [UInt8]] {
    let count =
      switch luck {
      case .nothing: 0
      case .everything: laterNames.count
      case .some: Int.random(in: 0...laterNames.count, using: &dice)
      }
    return Self.names(laterNames[..<count], from: syncedNames).mapValues { file in
      let contents = files[file] ?? Contents()
      return Self.apply(contents.later, to: contents.synced) {
        switch luck {
        case .nothing: false
        case .everything: true
        case .some: Bool.random(using: &dice)
        }
      }
    }
  }

  private static func names(_ events: ArraySlice<RecordingDisk.Event>, from names: [String: Int]) -> [String: Int] {
    events.reduce(into: names) { names, event in
      switch event {
      case .created(let file, let name): names[name] = file
      case .renamed(let old, let new): names[new] = names.removeValue(forKey: old)
      case .linked(let old, let new): names[new] = names[old]
      case .removed(let name): names[name] = nil
      default: break
      }
    }
  }

  private static func apply(
    _ events: [RecordingDisk.Event], to bytes: [UInt8], isThere: () -> Bool
  ) -> [UInt8] {
    events.reduce(into: bytes) { bytes, event in
      switch event {
      case .cut(_, let size) where isThere():
        if size < bytes.count { bytes.removeLast(bytes.count - size) } else { grow(&bytes, to: size) }
      case .wrote(_, let offset, let written):
        var place = 0
        while place < written.count {
          let part = min(sector - (offset + place) % sector, written.count - place)
          if isThere() {
            grow(&bytes, to: offset + place + part)
            bytes.replaceSubrange(offset + place..<offset + place + part, with: written[place..<place + part])
          }
          place += part
        }
      default: break
      }
    }
  }

  private static func grow(_ bytes: inout [UInt8], to size: Int) {
    if bytes.count < size { bytes += [UInt8](repeating: 0, count: size - bytes.count) }
  }
}
