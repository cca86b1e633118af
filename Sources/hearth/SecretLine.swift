import Foundation
import HearthCore
import Seal

/// Reads a secret line, such as a passphrase, from a file descriptor.
enum SecretLine {
  /// In bytes; what is longer is no passphrase.
  private static let longest = 4_096

  /// Reads byte by byte, so that nothing behind the line is taken, into memory that does not move.
  ///
  /// - Parameter asking: by it, somebody may call it off.
  /// - Returns: the line without its end, to be wiped by whoever makes something of it; nil where there is none.
  /// - Throws: `passphraseUnfit` where it is longer, or no UTF-8: cut or mended, different lines would be one passphrase;
  ///   `interrupted` where it was called off.
  static func read(from file: CInt, _ asking: Asking? = nil) throws(Problem) -> [UInt8]? {
    var line = [UInt8](repeating: 0, count: longest)
    var length = 0
    while length < longest {
      try asking?.awaitInput(of: file)
      let count = line.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress! + length, 1) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 && length == 0 { return nil }
      if count <= 0 || line[length] == UInt8(ascii: "\n") { break }
      length += 1
    }
    if length == longest || !isText(line[..<length]) {
      Sodium.wipe(&line)
      throw .passphraseUnfit
    }
    if length > 0, line[length - 1] == UInt8(ascii: "\r") { length -= 1 }
    line.removeLast(longest - length)
    return line
  }

  /// Without making a string of it, which nobody could wipe.
  private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (decoder, rest) = (UTF8(), bytes.makeIterator())
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }
}
