/// The pages of a damaged file, each by itself: whatever still opens, also where nothing leads to it any more.
///
/// A page that a save in the log has changed counts as it is there. Frames of the log count one by one up to the last
/// that ends a save, so that one which is damaged takes no others with it.
package final class LoosePages {
  private let pages: PageFile
  private let log: LogFile?
  /// Where in the log each page was written last.
  private let frames: [Int: Int]
  /// How many there are, or were before the file was cut off.
  package private(set) var count: Int
  /// Bytes at the end of each that are not SQLite's.
  package static let reserved = Cipher.overhead

  package init(_ volume: Volume) {
    pages = PageFile(volume)
    log = (try? Volume.open(volume.logName, in: volume.folder, for: .reading)).map { LogFile(of: volume, $0) }
    frames = log?.lastFrames() ?? [:]
    let stored = (try? pages.size()).map { $0 / PageFile.pageSize } ?? 0
    count = max(stored, frames.keys.max() ?? 0)
    count = max(count, page(1).map(LoosePages.told) ?? 0)
  }

  /// What the first page tells of the number of all.
  ///
  /// https://www.sqlite.org/fileformat2.html#in_header_database_size
  private static func told(_ first: [UInt8]) -> Int { first[28..<32].reduce(0) { $0 << 8 | Int($1) } }

  /// - Parameter number: from 1.
  /// - Returns: 4,096 bytes in clear, of which the last 40 are zeros; nil for one that does not open.
  package func page(_ number: Int) -> [UInt8]? {
    guard (1...max(1, count)).contains(number) else { return nil }
    if let frame = frames[number], var page = log?.page(ofFrame: frame) {
      page.replaceSubrange((PageFile.pageSize - Cipher.overhead)..., with: repeatElement(0, count: Cipher.overhead))
      return page
    }
    var page = [UInt8](repeating: 0, count: PageFile.pageSize)
    let isRead: Void? = page.withUnsafeMutableBytes { buffer in
      try? pages.read(into: buffer, at: (number - 1) * PageFile.pageSize)
    }
    return isRead.map { page }
  }
}
