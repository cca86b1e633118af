package import HearthCore

/// The beginning of a sealed file: what it is, and the ways to its key. It stands there twice, so that a write that is
/// cut off leaves one of the two.
///
/// docs/format.md has it to the byte.
package struct KeyHeader: Hashable, Sendable {
  /// Of one copy, in bytes.
  static let size = 4096
  /// Of both: where the pages begin.
  package static let length = 2 * size
  static let slotCount = 8

  /// The first bytes of every sealed file. They say nothing of what the program is.
  package static let magic = Array("NQz1\u{7}\u{1A}\n0".utf8)

  /// The first 20 bytes, which slots are authenticated with: magic, version 1, page size 4,096, 40 reserved bytes per
  /// page, cipher 1, no flags. The number of slots follows at 20.
  static let beginning: [UInt8] = magic + [1, 0, 0, 0, 0, 0x10, 0, 0, UInt8(Cipher.overhead), 1, 0, 0]

  private enum Part {
    static let version = 8
    static let slotCount = 20
    static let generation = 24
    static let fileID = 32..<48
    static let slots = 64
    static let inboxLock = 1600..<1632
    static let seal = 4032..<4064
    static let checksum = 4064..<4096
  }

  /// What its keys are derived for, so that a page of one file does not open in another.
  package let fileID: FileID
  /// Grows with each change of the header.
  var generation: UInt64 = 1
  /// The ways to the key.
  package var slots: [KeySlot]
  /// What notes left while the journal is closed are sealed to.
  package let inboxLock: [UInt8]
  /// How many of the two copies were whole when it was read.
  package private(set) var wholeCopies = 2
  /// The keyed hash, as read; checked once the key is there.
  private var seal: [UInt8] = []

  init(fileID: FileID = .random(), slots: [KeySlot], inboxLock: [UInt8]) {
    self.fileID = fileID
    self.slots = slots
    self.inboxLock = inboxLock
  }

  /// Of two whole copies the newer one counts.
  /// - Throws: `newerJournal` for the format of a later version, `journalDamaged` when no copy is whole.
  static func read(from file: OpenFile, path: String) throws(Problem) -> KeyHeader {
    let bytes = try file.read(limit: length)
    let copies = [bytes.prefix(size), bytes.dropFirst(size)].map(Array.init).filter(isWhole)
    if copies.contains(where: { !$0.starts(with: beginning) }) { throw .newerJournal(path) }
    let headers = copies.compactMap(KeyHeader.init)
    guard var header = headers.max(by: { $0.generation < $1.generation }) else { throw .journalDamaged(path) }
    header.wholeCopies = headers.count { $0.generation == header.generation }
    return header
  }

  /// Whether a file begins like one of ours.
  package static func begins(_ bytes: [UInt8]) -> Bool {
    [0, size].contains { bytes.dropFirst($0).starts(with: magic) }
  }

  private static func isWhole(_ copy: [UInt8]) -> Bool {
    copy.count == size && copy.starts(with: magic)
      && Sodium.hash(Array(copy[..<Part.checksum.lowerBound])).elementsEqual(copy[Part.checksum])
  }

  private init?(_ copy: [UInt8]) {
    let slots = (0..<Self.slotCount).map { place in
      KeySlot(Array(copy[Part.slots + place * KeySlot.size..<Part.slots + (place + 1) * KeySlot.size]))
    }
    guard !slots.contains(nil) else { return nil }
    fileID = FileID(Array(copy[Part.fileID]))
    generation = LittleEndian.number(copy, at: Part.generation, count: 8)
    self.slots = slots.compactMap(\.self).filter { $0.kind != .none }
    inboxLock = Array(copy[Part.inboxLock])
    seal = Array(copy[Part.seal])
  }

  /// One of the two, by where it begins.
  enum Copy: Int {
    case first = 0
    case second = 4096

    /// In which they are written.
    static let order = [Copy.second, .first]

    var other: Copy { self == .first ? .second : .first }
  }

  /// Writes both copies, one after the other, so that one of them is whole at every moment and no old slot stays.
  func write(to file: OpenFile, key: DataKey) throws(Problem) {
    for copy in Copy.order { try write(copy, to: file, key: key) }
  }

  /// Writes one of them, and waits for the disk.
  func write(_ copy: Copy, to file: OpenFile, key: DataKey) throws(Problem) {
    try file.write(bytes(key), at: copy.rawValue)
    try file.sync()
  }

  /// Puts right the copy that is not as it was written. The one this was read from is left alone.
  func mend(in file: OpenFile, key: DataKey) throws(Problem) {
    let right = bytes(key)
    for copy in Copy.order {
      if try file.read(at: copy.rawValue, limit: Self.size) != right { try write(copy, to: file, key: key) }
    }
  }

  private func bytes(_ key: DataKey) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.size)
    bytes.replaceSubrange(0..<Self.beginning.count, with: Self.beginning)
    LittleEndian.put(UInt64(Self.slotCount), into: &bytes, at: Part.slotCount, count: 4)
    LittleEndian.put(generation, into: &bytes, at: Part.generation, count: 8)
    bytes.replaceSubrange(Part.fileID, with: fileID.bytes)
    let all = slots + Array(repeating: KeySlot.none, count: Self.slotCount - slots.count)
    bytes.replaceSubrange(Part.slots..<Part.slots + all.count * KeySlot.size, with: all.flatMap(\.bytes))
    bytes.replaceSubrange(Part.inboxLock, with: inboxLock)
    bytes.replaceSubrange(Part.seal, with: keyedHash(Array(bytes[..<Part.seal.lowerBound]), key))
    bytes.replaceSubrange(Part.checksum, with: Sodium.hash(Array(bytes[..<Part.checksum.lowerBound])))
    return bytes
  }

  private func keyedHash(_ bytes: [UInt8], _ key: DataKey) -> [UInt8] {
    Sodium.hash(bytes, key: key.subkey(.header, of: fileID))
  }

  /// Whether it was written by someone who had the key.
  package func isAuthentic(_ key: DataKey) -> Bool {
    bytes(key)[Part.seal].elementsEqual(seal)
  }

  /// The log carries the file's identity in its name, so that one left behind is never taken for that of another file.
  package var logName: String { "journal.\(fileID.digits).wal" }

  // MARK: The ways in

  /// Whether the key stands there in clear: whoever reads the file can read the journal.
  package var isOpen: Bool { slots.contains { $0.kind == .open } }
  package var hasRecovery: Bool { slots.contains { $0.kind == .recovery } }

  /// The key of a journal without a passphrase.
  package var openKey: DataKey? { slots.firstNonNil(\.openKey) }

  /// Takes as long as the costs of the slots say.
  /// - Throws: `memoryShort`.
  package func key(_ passphrase: Passphrase) throws(Problem) -> DataKey? {
    for slot in slots {
      if let key = try slot.key(passphrase) { return key }
    }
    return nil
  }

  /// Nil where the code opens no slot. It takes no time that one would notice.
  package func key(_ code: RecoveryCode) -> DataKey? { slots.firstNonNil { $0.key(code) } }
}
