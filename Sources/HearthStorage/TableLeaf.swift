import Foundation
import GRDB

/// Reads a leaf page of an SQLite table without SQLite, to recover rows that no interior page points to any more.
///
/// Input is untrusted: malformed cells are skipped.
///
/// https://www.sqlite.org/fileformat2.html#b_tree_pages
struct TableLeaf {
  struct Row: Hashable {
    /// The rowid.
    let number: Int64
    let values: [DatabaseValue]
  }

  /// Of a page without the bytes that are left free at its end.
  private let bytes: ArraySlice<UInt8>
  private let cells: [Int]

  /// - Parameters:
  ///   - page: in clear.
  ///   - number: of the page; the first begins with the header of the file.
  ///   - reserved: how many bytes at its end are not SQLite's.
  /// - Returns: nil for every other kind of page.
  init?(_ page: [UInt8], number: Int, reserved: Int) {
    bytes = page.dropLast(reserved)
    var header = ByteReader(bytes, at: number == 1 ? 100 : 0)
    guard header.number(1) == 13, header.skip(2), let count = header.number(2), header.skip(3) else { return nil }
    cells = (0..<Int(count)).compactMap { _ in header.number(2).map { Int($0) } }
  }

  /// - Parameter page: returns an overflow page by its number, for rows too long for the leaf.
  func rows(following page: (Int) -> [UInt8]?) -> [Row] { cells.compactMap { row(at: $0, page) } }

  private func row(at place: Int, _ page: (Int) -> [UInt8]?) -> Row? {
    var cell = ByteReader(bytes, at: place)
    guard let length = cell.varint().flatMap({ Int(exactly: $0) }), let number = cell.varint(),
      let own = cell.take(ownCount(of: length))
    else { return nil }
    var record = own
    if own.count < length {
      guard let next = cell.number(4) else { return nil }
      follow(Int(next), to: length, page, into: &record)
    }
    guard record.count == length, let values = TableLeaf.values(record) else { return nil }
    return Row(number: Int64(bitPattern: number), values: values)
  }

  /// How many bytes of a record are stored on the leaf itself.
  private func ownCount(of length: Int) -> Int {
    let (most, step) = (bytes.count - 35, bytes.count - 4)
    if length <= most { return length }
    let least = (bytes.count - 12) * 32 / 255 - 23
    let count = least + (length - least) % step
    return count <= most ? count : least
  }

  private func follow(_ first: Int, to length: Int, _ page: (Int) -> [UInt8]?, into record: inout ArraySlice<UInt8>) {
    var (next, seen) = (first, Set<Int>())
    while record.count < length, seen.insert(next).inserted, let bytes = page(next)?.prefix(bytes.count) {
      var rest = ByteReader(bytes, at: 0)
      guard let after = rest.number(4), let more = rest.take(min(bytes.count - 4, length - record.count)) else {
        return
      }
      record += more
      next = Int(after)
    }
  }

  /// The rows of a leaf of a table without row numbers that stand on it whole; none of every other page.
  static func keyedRows(_ page: [UInt8], reserved: Int) -> [[DatabaseValue]] {
    let bytes = page.dropLast(reserved)
    var header = ByteReader(bytes, at: 0)
    guard header.number(1) == 10, header.skip(2), let count = header.number(2), header.skip(3) else { return [] }
    let cells = (0..<Int(count)).compactMap { _ in header.number(2).map { Int($0) } }
    return cells.compactMap { place in
      var cell = ByteReader(bytes, at: place)
      return cell.varint().flatMap { Int(exactly: $0) }.flatMap { cell.take($0) }.flatMap(values)
    }
  }

  // MARK: Records

  private static func values(_ record: ArraySlice<UInt8>) -> [DatabaseValue]? {
    var header = ByteReader(record, at: 0)
    guard let count = header.varint().flatMap({ Int(exactly: $0) }), count <= record.count else { return nil }
    var (body, values) = (ByteReader(record, at: count), [DatabaseValue]())
    while header.place < count {
      guard let kind = header.varint(), let value = value(of: kind, &body) else { return nil }
      values.append(value)
    }
    return header.place == count && body.isAtEnd ? values : nil
  }

  private static func value(of kind: UInt64, _ body: inout ByteReader) -> DatabaseValue? {
    switch kind {
    case 0: .null
    case 1...4: body.signed(Int(kind))?.databaseValue
    case 5: body.signed(6)?.databaseValue
    case 6: body.signed(8)?.databaseValue
    case 7: body.number(8).map { Double(bitPattern: $0).databaseValue }
    case 8, 9: Int64(kind - 8).databaseValue
    case 10, 11: nil
    default:
      Int(exactly: (kind - 12) / 2).flatMap { body.take($0) }.map { bytes in
        kind % 2 == 0 ? Data(bytes).databaseValue : String(decoding: bytes, as: UTF8.self).databaseValue
      }
    }
  }
}

/// Bytes from front to back; nil where they end too early.
private struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  /// Of the next one, from 0.
  private(set) var place: Int
  var isAtEnd: Bool { place == bytes.count }

  init(_ bytes: ArraySlice<UInt8>, at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, place <= bytes.count, count <= bytes.count - place else { return nil }
    defer { place += count }
    return bytes[(bytes.startIndex + place)...].prefix(count)
  }

  mutating func skip(_ count: Int) -> Bool { take(count) != nil }

  /// The high byte first.
  mutating func number(_ count: Int) -> UInt64? {
    take(count)?.reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func signed(_ count: Int) -> Int64? {
    let unused = 64 - 8 * count
    return number(count).map { Int64(bitPattern: $0 << unused) >> unused }
  }

  /// Seven bits a byte as long as its high bit is set; all eight of a ninth.
  mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    for index in 1...9 {
      guard let byte = number(1) else { return nil }
      if index == 9 { return value << 8 | byte }
      value = value << 7 | byte & 0x7F
      if byte < 0x80 { break }
    }
    return value
  }
}
