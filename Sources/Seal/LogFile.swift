import CSodium
import HearthCore

/// SQLite's write-ahead log, sealed unit by unit: its header, and for each frame a header and a page.
///
/// Not the free bytes of the pages but longer units, because SQLite's own checksums are of the pages in clear and are
/// not to be seen. What is written is kept until it is synced, read or too much, so that a save is one write.
final class LogFile: StoreFile {
  private let volume: Volume
  private let file: OpenFile
  private var pending: [UInt8] = []
  private var pendingPlace = 0
  private var isPoisoned = false
  /// The offset of the first unit that could not be written, `Int.max` before. A unit behind that gap would never be
  /// found.
  private var wholeEnd = Int.max
  /// Until the first write SQLite may be looking for the end of the log.
  private var isWritten = false
  /// Its name has reached the disk.
  private var isNamed: Bool
  private let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: Unit.sealedPage, alignment: 16)

  private static let pendingLimit = 1 << 20

  /// Opens or makes the log of a volume, and looks through what a crash may have left in it.
  init(of volume: Volume, _ file: OpenFile) {
    self.volume = volume
    self.file = file
    isNamed = false
    if file.size > 0 { volume.note(examination()) }
  }

  deinit {
    sodium_memzero(scratch.baseAddress, scratch.count)
    scratch.deallocate()
  }

  // MARK: Units

  private enum Unit {
    static let (header, frameHeader, page) = (32, 24, 4096)
    static let frame = frameHeader + page
    static let (sealedHeader, sealedFrame) = (header + Cipher.overhead, frame + 2 * Cipher.overhead)
    static let sealedPage = page + Cipher.overhead
  }

  /// A unit: where it stands in clear and where sealed.
  private struct Span {
    let kind: Cipher.Place.Kind
    /// 0 for the header of the log.
    let frame: Int
    let (start, count, place): (Int, Int, Int)

    var end: Int { start + count }
    var sealedCount: Int { count + Cipher.overhead }

    /// The unit that holds the byte at `offset`.
    init(at offset: Int) {
      if offset < Unit.header {
        (kind, frame, start, count, place) = (.logHeader, 0, 0, Unit.header, 0)
        return
      }
      let (index, inside) = (offset - Unit.header).quotientAndRemainder(dividingBy: Unit.frame)
      let (start, place) = (
        Unit.header + index * Unit.frame, Unit.sealedHeader + index * Unit.sealedFrame
      )
      if inside < Unit.frameHeader {
        (kind, frame, self.start, count, self.place) = (.frameHeader, index + 1, start, Unit.frameHeader, place)
      } else {
        (kind, frame, self.start, count, self.place) = (
          .framePage, index + 1, start + Unit.frameHeader, Unit.page, place + Unit.frameHeader + Cipher.overhead
        )
      }
    }
  }

  private func open(_ span: Span) throws(StoreError) -> UnsafeRawBufferPointer? {
    let sealed = UnsafeMutableRawBufferPointer(rebasing: scratch[..<span.sealedCount])
    guard try file.load(sealed, at: span.place) == span.sealedCount,
      Cipher.open(sealed, at: .init(kind: span.kind, number: span.frame), key: volume.logKey)
    else { return nil }
    return UnsafeRawBufferPointer(rebasing: sealed[..<span.count])
  }

  // MARK: Reading

  /// A read of exactly one page is of live data, so failure is an error. Before the first write, other reads are
  /// SQLite's recovery scan.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StoreError) {
    try writePending()
    let (size, isInUse) = (try size(), isWritten || buffer.count == Unit.page)
    var place = 0
    while place < buffer.count {
      let span = Span(at: offset + place)
      let inside = offset + place - span.start
      let count = min(span.count - inside, buffer.count - place)
      let target = UnsafeMutableRawBufferPointer(rebasing: buffer[place..<place + count])
      if let unit = try open(span) {
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: unit[inside..<inside + count]))
      } else {
        target.initializeMemory(as: UInt8.self, repeating: 0)
        if isInUse, span.end <= size { throw .data }
      }
      place += count
    }
    if offset + buffer.count > size { throw .shortRead }
  }

  // MARK: Writing

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StoreError) {
    guard !isPoisoned else { throw .write }
    isWritten = true
    var place = 0
    while place < bytes.count {
      let span = Span(at: offset + place)
      guard span.start == offset + place, span.count <= bytes.count - place else { throw .write }
      try seal(UnsafeRawBufferPointer(rebasing: bytes[place..<place + span.count]), as: span)
      place += span.count
    }
  }

  private func seal(_ unit: UnsafeRawBufferPointer, as span: Span) throws(StoreError) {
    guard span.place <= wholeEnd else { throw .write }
    if pendingPlace + pending.count != span.place || pending.count > Self.pendingLimit { try writePending() }
    if pending.isEmpty { pendingPlace = span.place }
    let sealed = UnsafeMutableRawBufferPointer(rebasing: scratch[..<span.sealedCount])
    Cipher.seal(unit, to: sealed, at: .init(kind: span.kind, number: span.frame), key: volume.logKey)
    pending.append(contentsOf: sealed)
    wholeEnd = max(wholeEnd, span.place + span.sealedCount)
  }

  /// After a failed write the pending units are dropped and the save fails. SQLite may go on behind the gap, but the
  /// file then reads as cut off there.
  private func writePending() throws(StoreError) {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: pending.count <= 1 << 17) }
    var result: Result<Void, StoreError> = .success(())
    pending.withUnsafeBytes { bytes in
      result = Result { () throws(StoreError) in try file.store(bytes, at: pendingPlace) }
    }
    if case .failure = result { wholeEnd = min(wholeEnd, pendingPlace) }
    try result.get()
  }

  func truncate(to size: Int) throws(StoreError) {
    guard !isPoisoned else { throw .truncate }
    try writePending()
    let span = Span(at: size)
    guard size == 0 || span.start == size else { throw .truncate }
    try file.cut(to: size == 0 ? 0 : span.place)
  }

  func sync() throws(StoreError) {
    guard !isPoisoned else { throw .sync }
    try writePending()
    do throws(StoreError) {
      try file.settle()
      if !isNamed { try volume.syncNames() }
      isNamed = true
    } catch {
      isPoisoned = true
      throw error
    }
  }

  func size() throws(StoreError) -> Int {
    let sealed = max(file.size, pending.isEmpty ? 0 : pendingPlace + pending.count)
    guard sealed >= Unit.sealedHeader else { return sealed == 0 ? 0 : 1 }
    let (frames, rest) = (sealed - Unit.sealedHeader).quotientAndRemainder(dividingBy: Unit.sealedFrame)
    return Unit.header + frames * Unit.frame + (rest == 0 ? 0 : 1)
  }

  func close() { try? writePending() }

  // MARK: What a crash left

  private func examination() -> LogCondition {
    LogCondition(header: unit(at: 0), frames: frameCount, frameHeader: header(ofFrame:), page: page(ofFrame:))
  }

  private var frameCount: Int { max(0, file.size - Unit.sealedHeader) / Unit.sealedFrame }

  private func unit(at offset: Int) -> [UInt8]? { (try? open(Span(at: offset))).flatMap { $0.map(Array.init) } }

  private func header(ofFrame number: Int) -> [UInt8]? { unit(at: Unit.header + (number - 1) * Unit.frame) }

  /// - Returns: as SQLite has written it; nil when it does not open.
  func page(ofFrame number: Int) -> [UInt8]? {
    unit(at: Unit.header + (number - 1) * Unit.frame + Unit.frameHeader)
  }

  /// By page, the last frame that still opens, of those up to the end of the last save. Frames of an earlier round
  /// through the same file have other salts.
  func lastFrames() -> [Int: Int] {
    var round: ArraySlice<UInt8>? = unit(at: 0)?[16..<24]
    var (found, whole) = ([Int: Int](), [Int: Int]())
    for frame in stride(from: 1, through: frameCount, by: 1) {
      guard let header = header(ofFrame: frame) else { continue }
      if round == nil { round = header[8..<16] }
      guard let round, header[8..<16].elementsEqual(round) else { continue }
      let (page, size) = (LogCondition.number(header, at: 0), LogCondition.number(header, at: 4))
      if self.page(ofFrame: frame) != nil { found[Int(page)] = frame }
      if size > 0 { whole = found }
    }
    return whole
  }

  /// All of the log in clear, for one who may not write.
  func contents() throws(StoreError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: try size())
    var result: Result<Void, StoreError> = .success(())
    bytes.withUnsafeMutableBytes { buffer in
      result = Result { () throws(StoreError) in
        // In one piece it is read as what SQLite does when it looks for the end.
        try read(into: buffer, at: 0)
      }
    }
    try result.get()
    return bytes
  }
}
