import CSodium
import HearthCore

/// What a log turned out to hold.
package struct LogCondition: Hashable, Sendable {
  /// Frames of saves that count.
  package var committed = 0
  /// Frames after these: of a save that was never acknowledged, cut off by a crash.
  package var torn = 0
  /// Saves that count stand behind something that cannot be read.
  package var isDamaged = false
}

extension LogCondition {
  /// As the log has its numbers: four bytes, the high one first.
  static func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Walks through a log as SQLite would, and looks behind the place where SQLite would stop: what follows there tells
  /// a save cut off by a power cut, which nobody was told of, from damage to saves that count.
  ///
  /// - Parameters:
  ///   - header: the log's first 32 bytes, nil when they cannot be opened.
  ///   - frames: how many have a place in the file.
  ///   - frameHeader: of frame 1, 2, …, 24 bytes; nil when it cannot be opened.
  ///   - page: of frame 1, 2, …, 4,096 bytes; nil when it cannot be opened.
  init(header: [UInt8]?, frames: Int, frameHeader: (Int) -> [UInt8]?, page: (Int) -> [UInt8]?) {
    guard let header, let chain = Chain(header: header) else {
      // The header reached the disk before the first frame was written.
      isDamaged = frames > 0
      return
    }
    func frame(_ number: Int) -> [UInt8]? {
      frameHeader(number).flatMap { header in page(number).map { header + $0 } }
    }
    var (good, last) = (chain, 0)
    while last < frames, let bytes = frame(last + 1), good.take(bytes) {
      last += 1
      if Chain.isCommit(bytes) { committed = last }
    }
    torn = last - committed
    // A commit whose successor continues it was acknowledged: the next save had begun. The page of that commit may be
    // what is damaged; its header is enough to know.
    isDamaged = (last + 1..<max(last + 1, frames)).contains { number in
      guard let commit = frameHeader(number), chain.isOfThisLog(commit), Chain.isCommit(commit),
        let after = frame(number + 1)
      else { return false }
      var continued = Chain(after: commit, of: chain)
      return continued.take(after)
    }
  }
}

/// The chain of checksums that SQLite lays through its log.
///
/// https://www.sqlite.org/fileformat2.html#wal_file_format
private struct Chain {
  private static let (frameHeader, wordsBigEndian, wordsLittleEndian) = (24, 0x377F_0683, 0x377F_0682)
  private let salts: [UInt8]
  private let isBigEndian: Bool
  private var (first, second): (UInt32, UInt32) = (0, 0)

  init?(header: [UInt8]) {
    let magic = Int(LogCondition.number(header, at: 0))
    guard magic == Self.wordsBigEndian || magic == Self.wordsLittleEndian else { return nil }
    isBigEndian = magic == Self.wordsBigEndian
    salts = Array(header[16..<24])
    add(header[..<24])
    guard holds(header, at: 24) else { return nil }
  }

  /// The chain as it stands after a frame.
  init(after frame: [UInt8], of log: Chain) {
    (salts, isBigEndian) = (log.salts, log.isBigEndian)
    (first, second) = (LogCondition.number(frame, at: 16), LogCondition.number(frame, at: 20))
  }

  /// The size of the database stands in the last frame of each transaction.
  static func isCommit(_ frame: [UInt8]) -> Bool { LogCondition.number(frame, at: 4) != 0 }

  /// Not one of an earlier round through the same file.
  func isOfThisLog(_ frame: [UInt8]) -> Bool { frame[8..<16].elementsEqual(salts) }

  /// Whether the frame is the next one.
  mutating func take(_ frame: [UInt8]) -> Bool {
    guard isOfThisLog(frame) else { return false }
    var next = self
    next.add(frame[..<8])
    next.add(frame[Self.frameHeader...])
    guard next.holds(frame, at: 16) else { return false }
    self = next
    return true
  }

  private func holds(_ bytes: [UInt8], at place: Int) -> Bool {
    LogCondition.number(bytes, at: place) == first && LogCondition.number(bytes, at: place + 4) == second
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { bytes in
      for place in stride(from: 0, to: bytes.count, by: 8) {
        first = first &+ word(bytes, at: place) &+ second
        second = second &+ word(bytes, at: place + 4) &+ first
      }
    }
  }

  private func word(_ bytes: UnsafeRawBufferPointer, at place: Int) -> UInt32 {
    let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
  }
}
