import Foundation

/// Reads a secret line, such as a passphrase, from a file descriptor.
enum SecretLine {
  /// In bytes; what is longer is no passphrase.
  private static let longest = 4_096

  /// Reads byte by byte, so that nothing behind the line is taken, into memory that does not move.
  ///
  /// - Returns: the line without its end, to be wiped by whoever makes something of it; nil where there is none.
  static func read(from file: CInt) -> [UInt8]? {
    var line = [UInt8](repeating: 0, count: longest)
    var length = 0
    while length < longest {
      let count = line.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress! + length, 1) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 && length == 0 { return nil }
      if count <= 0 || line[length] == UInt8(ascii: "\n") { break }
      length += 1
    }
    if length > 0, line[length - 1] == UInt8(ascii: "\r") { length -= 1 }
    line.removeLast(longest - length)
    return line
  }
}
