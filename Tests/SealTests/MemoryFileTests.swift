import Testing

@testable import Seal

@Suite struct `A file in memory` {
  private func read(_ file: MemoryFile, at offset: Int, _ count: Int) -> (bytes: [UInt8], isShort: Bool) {
    var (bytes, isShort) = ([UInt8](repeating: 9, count: count), false)
    bytes.withUnsafeMutableBytes { buffer in
      do throws(StoreError) { try file.read(into: buffer, at: offset) } catch {
        isShort = error.code == StoreError.shortRead.code
      }
    }
    return (bytes, isShort)
  }

  private func write(_ bytes: [UInt8], to file: MemoryFile, at offset: Int) {
    bytes.withUnsafeBytes { file.write($0, at: offset) }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 200_000]) func `gives back what was written, wherever it stands`(offset: Int)
  {
    let (file, text) = (MemoryFile(), (0..<70_000).map { UInt8($0 % 251) })
    write(text, to: file, at: offset)
    #expect(file.size() == offset + 70_000)
    #expect(read(file, at: offset, 70_000) == (text, false))
    #expect(read(file, at: 0, offset) == ([UInt8](repeating: 0, count: offset), false))
  }

  @Test func `gives zeros past its end, and says that it was shorter`() {
    let file = MemoryFile([1, 2, 3])
    #expect(read(file, at: 1, 4) == ([2, 3, 0, 0], true))
    #expect(read(file, at: 100, 2) == ([0, 0], true))
  }

  @Test func `does not bring back what was cut off`() {
    let file = MemoryFile([1, 2, 3, 4])
    file.truncate(to: 2)
    write([9], to: file, at: 5)
    #expect(read(file, at: 0, 6) == ([1, 2, 0, 0, 0, 9], false))
    file.truncate(to: 100)
    #expect(file.size() == 6)
    file.close()
    #expect(file.size() == 0)
  }
}
