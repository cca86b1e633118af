import CSodium
import HearthCore

/// The database: page n at 8,192 + (n − 1) · 4,096, each sealed for its number, nonce and tag in the bytes SQLite
/// leaves free at the end of a page.
final class PageFile: StoreFile {
  static let pageSize = 4096
  private let volume: Volume
  private let file: OpenFile
  private let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: pageSize, alignment: 16)
  /// After a sync that failed nobody knows what the disk has, and a second one would say that all is well.
  private var isPoisoned = false

  init(_ volume: Volume) {
    self.volume = volume
    file = volume.file
  }

  deinit {
    sodium_memzero(scratch.baseAddress, scratch.count)
    scratch.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StoreError) {
    if offset % Self.pageSize == 0, buffer.count == Self.pageSize {
      return try open(page: offset / Self.pageSize + 1, in: buffer)
    }
    try readPart(into: buffer, at: offset)
  }

  /// SQLite reads parts only of the first page: its header before anything else, later its counter.
  private func readPart(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StoreError) {
    let (page, start) = (offset / Self.pageSize + 1, offset % Self.pageSize)
    guard start + buffer.count <= Self.pageSize else { throw .read }
    do throws(StoreError) {
      try open(page: page, in: scratch)
    } catch {
      guard error.code == StoreError.data.code, offset == 0, buffer.count == 100 else {
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        throw error
      }
      describe(in: scratch)
    }
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: scratch[start..<start + buffer.count]))
  }

  /// A first page torn by a power cut stands whole in the log, which SQLite looks at only after this: it is told no
  /// more than what every file of ours has in common.
  private func describe(in page: UnsafeMutableRawBufferPointer) {
    page.initializeMemory(as: UInt8.self, repeating: 0)
    page.copyBytes(from: "SQLite format 3".utf8)
    page[16] = 0x10  // pages of 4,096 bytes
    (page[18], page[19]) = (2, 2)  // with a log
    page[20] = UInt8(Cipher.overhead)
    (page[21], page[22], page[23]) = (64, 32, 32)
  }

  /// Numbers of the pages that do not open.
  func unreadable() throws(StoreError) -> [Int] {
    let pages = 1...max(1, try size() / Self.pageSize)
    return pages.filter { page in (try? open(page: page, in: scratch)) == nil }
  }

  private func open(page: Int, in buffer: UnsafeMutableRawBufferPointer) throws(StoreError) {
    let count = try file.load(buffer, at: Self.place(page))
    guard count == Self.pageSize else {
      // The part of a page that a cut-off write has left is no page.
      buffer.initializeMemory(as: UInt8.self, repeating: 0)
      throw .shortRead
    }
    guard Cipher.open(buffer, at: .init(kind: .page, number: page), key: volume.mainKey) else { throw .data }
    UnsafeMutableRawBufferPointer(rebasing: buffer[(Self.pageSize - Cipher.overhead)...])
      .initializeMemory(as: UInt8.self, repeating: 0)
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StoreError) {
    guard !isPoisoned, volume.use != .reading, offset % Self.pageSize == 0, bytes.count == Self.pageSize,
      offset > 0 || bytes[20] == UInt8(Cipher.overhead)
    else { throw .write }
    // SQLite leaves out the page at 1 GiB, and others when it writes them in another order: what stands there must
    // open too.
    var end = try size()
    while end < offset {
      scratch.initializeMemory(as: UInt8.self, repeating: 0)
      try put(UnsafeRawBufferPointer(scratch), page: end / Self.pageSize + 1)
      end += Self.pageSize
    }
    try put(bytes, page: offset / Self.pageSize + 1)
  }

  private func put(_ bytes: UnsafeRawBufferPointer, page: Int) throws(StoreError) {
    Cipher.seal(
      UnsafeRawBufferPointer(rebasing: bytes[..<(Self.pageSize - Cipher.overhead)]), to: scratch,
      at: .init(kind: .page, number: page), key: volume.mainKey)
    try file.store(UnsafeRawBufferPointer(scratch), at: Self.place(page))
  }

  func truncate(to size: Int) throws(StoreError) {
    guard !isPoisoned, volume.use != .reading, size % Self.pageSize == 0 else { throw .truncate }
    try file.cut(to: KeyHeader.length + size)
  }

  func sync() throws(StoreError) {
    guard !isPoisoned else { throw .sync }
    do throws(StoreError) { try file.settle() } catch {
      isPoisoned = true
      throw error
    }
  }

  /// Whole pages only.
  func size() throws(StoreError) -> Int {
    max(0, file.size - KeyHeader.length) / Self.pageSize * Self.pageSize
  }

  func close() {}

  private static func place(_ page: Int) -> Int { KeyHeader.length + (page - 1) * pageSize }
}
