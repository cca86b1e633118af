import CSodium

/// A file of SQLite's own that never reaches a disk; wiped when it is closed.
final class MemoryFile: StoreFile {
  private var pieces: [UnsafeMutableRawBufferPointer] = []
  private var count = 0
  private static let pieceSize = 1 << 16

  init(_ bytes: [UInt8] = []) {
    bytes.withUnsafeBytes { write($0, at: 0) }
  }

  deinit { close() }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StoreError) {
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
    let found = max(0, min(buffer.count, count - offset))
    each(offset, found) { piece, place in
      UnsafeMutableRawBufferPointer(rebasing: buffer[place..<place + piece.count])
        .copyMemory(from: UnsafeRawBufferPointer(piece))
    }
    if found < buffer.count { throw .shortRead }
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    while pieces.count * Self.pieceSize < offset + bytes.count {
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 16)
      piece.initializeMemory(as: UInt8.self, repeating: 0)
      pieces.append(piece)
    }
    each(offset, bytes.count) { piece, place in
      piece.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[place..<place + piece.count]))
    }
    count = max(count, offset + bytes.count)
  }

  /// Each stretch of `length` bytes from `offset` that lies in one piece, with its place in the whole.
  private func each(_ offset: Int, _ length: Int, _ work: (UnsafeMutableRawBufferPointer, Int) -> Void) {
    var place = 0
    while place < length {
      let (index, inside) = (offset + place).quotientAndRemainder(dividingBy: Self.pieceSize)
      let part = min(Self.pieceSize - inside, length - place)
      work(UnsafeMutableRawBufferPointer(rebasing: pieces[index][inside..<inside + part]), place)
      place += part
    }
  }

  func truncate(to size: Int) {
    guard size < count else { return }
    each(size, count - size) { piece, _ in piece.initializeMemory(as: UInt8.self, repeating: 0) }
    count = size
  }

  func sync() {}
  func size() -> Int { count }

  func close() {
    for piece in pieces {
      sodium_memzero(piece.baseAddress, piece.count)
      piece.deallocate()
    }
    (pieces, count) = ([], 0)
  }
}
