import Foundation
import Glibc
import HearthCore
import Testing

@testable import Seal

struct MemoryTests {
  /// Bytes that no other memory holds: they are kept only mixed with others.
  private let mixed = Sodium.randomBytes(32)
  private let mask = Sodium.randomBytes(32)

  private let (firstOfMixed, firstOfMask): (UInt64, UInt64)

  init() {
    firstOfMixed = LittleEndian.number(mixed, at: 0, count: 8)
    firstOfMask = LittleEndian.number(mask, at: 0, count: 8)
  }

  private func key() -> DataKey {
    DataKey(
      Secret(count: 32) { target in
        for place in 0..<32 { target[place] = mixed[place] ^ mask[place] }
      })
  }

  @Test func `the key of an open journal is in memory once, and nowhere after it is closed`() throws {
    let place = try Place()
    let folder = try place.folder()
    var typed = Array("six plain words".utf8)
    let passphrase = Passphrase(wiping: &typed)
    #expect(typed == [UInt8](repeating: 0, count: 15))
    do {
      let key = key()
      let slot = try #require(KeySlot.passphrase(passphrase, cost: .least, for: key))
      let volume = try Volume.make("a.db", in: folder, key: key, slots: [slot], inboxLock: BoxKeys().lock)
      try Store(volume, isNew: true).close()
    }
    #expect(try copies() == 0)
    do {
      let header = try Volume.header(of: "a.db", in: folder)
      let key = try #require(try header.key(passphrase))
      let store = try Store(try Volume.open("a.db", in: folder, key: key, for: .writing))
      try store.write(Diary.begin)
      #expect(try store.contents().isEmpty)
      #expect(try copies() == 1)
      try store.close()
    }
    #expect(try copies() == 0)
  }

  /// How often the key stands in the memory of this process, leaving out what is only mapped from files.
  private func copies() throws -> Int {
    let memory = open("/proc/self/mem", O_RDONLY)
    defer { close(memory) }
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    defer { Sodium.wipe(&piece) }
    var found = 0
    for span in try spans() {
      var place = span.lowerBound
      while place < span.upperBound {
        let count = pread(memory, &piece, min(piece.count, span.upperBound - place), off_t(place))
        guard count > 0 else { break }
        let own = piece.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        piece.withUnsafeBytes { bytes in
          for start in stride(from: 0, through: count - 32, by: 8) where isKey(bytes, start) {
            // What is looked through is a copy as well.
            if !(own..<own + UInt(bytes.count)).contains(UInt(place + start)) { found += 1 }
          }
        }
        // A key across the end of a piece is seen whole in the next one.
        place += count == piece.count ? count - 32 : count
      }
    }
    return found
  }

  private func isKey(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    return word ^ firstOfMask == firstOfMixed && (0..<32).allSatisfy { bytes[start + $0] == mixed[$0] ^ mask[$0] }
  }

  private func spans() throws -> [Range<Int>] {
    // Foundation returns only the first piece of such a file.
    let file = open("/proc/self/maps", O_RDONLY)
    defer { close(file) }
    var (text, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while case let count = read(file, &piece, piece.count), count > 0 { text += piece[..<count] }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      let ends = fields[0].split(separator: "-").compactMap { Int($0, radix: 16) }
      guard ends.count == 2, fields[1].hasPrefix("r"), fields[1].contains("w") || fields.count < 6, !line.contains("[v")
      else { return nil }
      return ends[0]..<ends[1]
    }
  }
}
