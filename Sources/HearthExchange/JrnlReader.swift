import HearthCore

/// Reads a journal of jrnl's. An entry begins where a line does, with a date in brackets and a blank; the rest of that
/// line is its title, and what follows up to the next such line its text.
///
/// A star is the asterisk that jrnl sets after a blank at the end of the title. Tags stay in the text, where they stand.
enum JrnlReader {
  static func document(_ bytes: [UInt8], file: String, zones: ImportZones) throws(Problem) -> any ImportDocument {
    var (document, ids) = (ImportedEntries(.jrnl), ContentID())
    for piece in try pieces(of: try lines(of: bytes, file: file), file: file) {
      let (text, isStarred) = text(of: piece.lines)
      let stamp = piece.time.stamp(in: zones.here)
      // No two of them have one id.
      _ = document.append(
        Entry(
          id: ids.next(.jrnl, at: piece.time.minute, text), stamp: stamp, day: stamp.calendarDay,
          createdAt: stamp.instant, modifiedAt: stamp.instant, text: text, isStarred: isStarred))
    }
    return document
  }

  private struct Piece {
    let time: ClockReading
    /// The first is the title.
    var lines: [String]
  }

  private static func pieces(of lines: [String], file: String) throws(Problem) -> [Piece] {
    var pieces: [Piece] = []
    for (index, line) in lines.enumerated() {
      func broken(_ what: ImportFault) -> Problem { .importBroken(file: file, where: .line(index + 1), what: what) }
      if let (date, title) = beginning(of: line) {
        guard let time = ClockReading(date) else { throw broken(.oddEntryDate) }
        pieces.append(Piece(time: time, lines: [title]))
      } else if !pieces.isEmpty {
        pieces[pieces.count - 1].lines.append(line)
      } else if !line.isBlank {
        throw broken(.noEntry)
      }
    }
    return pieces
  }

  /// What looks like a date is one for jrnl too, and would begin an entry there: where it cannot be read, that is told
  /// rather than taken for text of the entry before it.
  private static func beginning(of line: String) -> (date: Substring, title: String)? {
    guard line.first == "[", let end = line.firstIndex(of: "]") else { return nil }
    let (date, rest) = (line[line.index(after: line.startIndex)..<end], line[line.index(after: end)...])
    let isDate =
      date.count > 6 && date.first?.isASCIIDigit == true
      && date.allSatisfy { $0.isASCIIDigit || "-/.: TAPMapm".contains($0) || $0.isWhitespace }
      && date.filter { "-/.".contains($0) }.count >= 2
    var title = rest.unicodeScalars
    guard isDate, title.popFirst().map({ $0 == " " }) ?? true else { return nil }
    return (date, String(title))
  }

  private static func text(of lines: [String]) -> (text: String, isStarred: Bool) {
    var title: String = lines[0].trimmed
    let isStarred = title == "*" || title.hasSuffix(" *")
    if isStarred { title = String(title.dropLast()).trimmed }
    var all: [String] = [title] + Array(lines[1...])
    while let last = all.last, last.isBlank, all.count > 1 { all.removeLast() }
    all[0] = unguarded(title: all[0])
    return (all.map { unguarded($0) }.joined(separator: "\n"), isStarred)
  }

  /// Without the signs that `export` sets so that nothing in a text means something to jrnl: before a bracket, and here
  /// beside an asterisk.
  private static func unguarded(title: String) -> String {
    var scalars = title.unicodeScalars[...]
    if scalars.starts(with: [JrnlText.joiner, "*"]) { scalars.removeFirst() }
    if scalars.reversed().starts(with: [JrnlText.joiner, "*"]) { scalars.removeLast() }
    return String(scalars)
  }

  private static func unguarded(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    let kept = scalars.indices.filter { index in
      scalars[index] != JrnlText.joiner || index + 1 == scalars.count || scalars[index + 1] != "["
    }
    return kept.count == scalars.count ? line : String(String.UnicodeScalarView(kept.map { scalars[$0] }))
  }

  /// - Throws: what is no text, by its line.
  private static func lines(of bytes: [UInt8], file: String) throws(Problem) -> [String] {
    try ImportText.read(bytes, file: file).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// Text of a file that comes in, as it is.
enum ImportText {
  /// A byte order mark in front is passed over.
  ///
  /// - Throws: `importBroken` with the line that is not UTF-8 or holds a NUL.
  static func read(_ bytes: [UInt8], file: String) throws(Problem) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self), !text.utf8.contains(0) { return text }
    var number = 0
    for line in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.contains(0) { throw .importBroken(file: file, where: .line(number), what: .textHasNUL) }
      if String(validating: line, as: UTF8.self) == nil { break }
    }
    throw .importBroken(file: file, where: .line(number), what: .textNotUTF8)
  }
}

extension StringProtocol {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
