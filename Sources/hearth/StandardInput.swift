import Foundation
import HearthContent
import HearthCore

/// What is piped or typed into a verb.
enum StandardInput {
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether something was piped in and is not read yet.
  static var isWaiting: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return false }
    var waiting: CInt = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &waiting) == 0 && waiting > 0
  }

  /// All of it. Someone at a terminal is told how to end.
  static func text() throws -> String {
    if isTerminal { Output.say(Words()[.shellWriteNow]) }
    return try PlainText.read(bytes())
  }

  /// What it is called in problems.
  static var name: String { Words()[.shellStandardInput] }

  static func bytes() throws(Problem) -> [UInt8] { try bytes(of: STDIN_FILENO, called: name) }

  /// The next line, without its end; nil where none comes any more. It is read byte for byte, so that what stands after
  /// it is left to whoever reads next.
  ///
  /// At a terminal what is no text is told, and another line is waited for. Piped in it is refused: the lines after it
  /// would answer other questions.
  static func line() throws(Problem) -> String? {
    while let bytes = try lineBytes() {
      do throws(Problem) {
        return try PlainText.read(bytes)
      } catch {
        guard isTerminal else { throw error }
        Output.complain(error)
      }
    }
    return nil
  }

  private static func lineBytes() throws(Problem) -> [UInt8]? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .systemRefused(name, code: Int(errno)) }
      if count == 0 { return line.isEmpty ? nil : line }
      if byte == UInt8(ascii: "\n") { return line }
      line.append(byte)
    }
  }

  /// The whole of a file.
  ///
  /// - Throws: a `UsageError` for what is no file.
  static func bytes(ofFile path: String) throws -> [UInt8] {
    if path.isEmpty { throw UsageError(sentence: Words()[.shellPlaceUnnamed]) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? Problem.fileMissing(path) : .systemRefused(path, code: Int(errno)) }
    defer { close(file) }
    guard NewFile.isReadable(file) else { throw UsageError(sentence: Words()[.shellFolderNoFile, ["file": path]]) }
    return try bytes(of: file, called: path)
  }

  /// All bytes of what is open.
  static func bytes(of file: CInt, called name: String) throws(Problem) -> [UInt8] {
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .systemRefused(name, code: Int(errno)) }
      if count == 0 { return all }
      all += piece[..<count]
    }
  }
}
