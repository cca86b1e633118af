import GRDBSQLite
import Glibc

/// A file as SQLite sees it: whole, in clear, in bytes from 0.
protocol StoreFile: AnyObject {
  /// Bytes past the end are zeros, and `shortRead` is thrown.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StoreError)
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StoreError)
  func truncate(to size: Int) throws(StoreError)
  func sync() throws(StoreError)
  func size() throws(StoreError) -> Int
  func close()
}

/// The SQLite error code for a file operation that failed.
struct StoreError: Error {
  let code: CInt

  private init(ioError detail: CInt) { code = SQLITE_IOERR | detail << 8 }

  static let read = StoreError(ioError: 1)
  static let shortRead = StoreError(ioError: 2)
  static let write = StoreError(ioError: 3)
  static let sync = StoreError(ioError: 4)
  static let truncate = StoreError(ioError: 6)
  /// A piece that does not open: it was changed, or put where it does not belong.
  static let data = StoreError(ioError: 32)

  private init(code: CInt) { self.code = code }

  /// Out of space becomes SQLITE_FULL; any other errno becomes `trying`.
  init(_ refusal: SystemError, while trying: StoreError) {
    switch refusal.code {
    case ENOSPC, EDQUOT, EFBIG: self.init(code: SQLITE_FULL)
    default: self = trying
    }
  }
}

extension OpenFile {
  func load(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StoreError) -> Int {
    do { return try read(into: buffer, at: offset) } catch { throw StoreError(error, while: .read) }
  }

  func store(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StoreError) {
    do { try write(bytes, at: offset) } catch { throw StoreError(error, while: .write) }
  }

  func cut(to size: Int) throws(StoreError) {
    do { try truncate(to: size) } catch { throw StoreError(error, while: .truncate) }
  }

  func settle() throws(StoreError) {
    do { try flush() } catch { throw StoreError(error, while: .sync) }
  }
}
