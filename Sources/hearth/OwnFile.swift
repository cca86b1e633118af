import Foundation
import HearthContent
import HearthCore

/// A file that a person may have put beside the config. One that is not there is nothing; one that is there and cannot be
/// read is told, because what stands in it would count.
enum OwnFile {
  /// Its text; nil where there is none.
  static func text(at path: String, named name: String? = nil) throws(ContentProblem) -> String? {
    guard let bytes = try bytes(at: path, named: name) else { return nil }
    return try text(of: bytes, named: name ?? path)
  }

  static func text(of bytes: [UInt8], named name: String) throws(ContentProblem) -> String {
    do throws(Problem) {
      return try PlainText.read(bytes)
    } catch {
      throw ContentProblem(file: name, error, in: bytes)
    }
  }

  /// Its bytes; nil where there is none.
  static func bytes(at path: String, named name: String? = nil) throws(ContentProblem) -> [UInt8]? {
    let name = name ?? path
    // Nobody may ever write into a pipe.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      let code = errno
      guard isMissing(code) else { throw refused(name, code) }
      if isStray(path) { throw ContentProblem(file: name, line: nil, what: .strayLink) }
      return nil
    }
    defer { close(file) }
    guard holdsBytes(file) else { throw ContentProblem(file: name, line: nil, what: .noFile) }
    do throws(Problem) {
      return try StandardInput.bytes(of: file, called: name)
    } catch {
      guard case .systemRefused(_, let code) = error else { throw refused(name, EIO) }
      throw refused(name, CInt(code))
    }
  }

  /// What keeps a folder that is there from being looked into; nil where nothing does.
  static func closed(folder path: String, named name: String) -> ContentProblem? {
    if let folder = opendir(path) {
      closedir(folder)
      return nil
    }
    let code = errno
    return isMissing(code) ? nil : refused(name, code)
  }

  private static func isMissing(_ code: CInt) -> Bool { code == ENOENT || code == ENOTDIR }

  /// Whether a link on the way to what is missing leads nowhere.
  private static func isStray(_ path: String) -> Bool {
    var (place, status) = (path[...], stat())
    while !place.isEmpty, lstat(String(place), &status) != 0 {
      place = place.lastIndex(of: "/").map { place[..<$0] } ?? ""
    }
    return status.st_mode & S_IFMT == S_IFLNK && stat(String(place), &status) != 0
  }

  /// A file, or a device such as the one that is always empty.
  private static func holdsBytes(_ file: CInt) -> Bool {
    var status = stat()
    return fstat(file, &status) == 0 && [S_IFREG, S_IFCHR].contains(status.st_mode & S_IFMT)
  }

  private static func refused(_ name: String, _ code: CInt) -> ContentProblem {
    ContentProblem(file: name, line: nil, what: .refused, value: String(code))
  }
}
