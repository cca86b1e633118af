import HearthCore

/// Entries as jrnl keeps them, for `jrnl --import`: `[2026-03-02 21:04:00] By the canal *` and the text below.
///
/// jrnl knows a date, a star and a text. Tags set beside the text go onto a line of their own at its end; mood, question,
/// zone and the day are not in it.
package struct JrnlText: Scribe {
  /// Keeps a sign from meaning something to jrnl. It takes no room, and unlike a blank it is not taken off when jrnl
  /// writes its journal anew.
  private static let guardian = String(joiner)
  static let joiner: Unicode.Scalar = "\u{2060}"

  private var isFirst = true

  package init() {}

  package var opening: String { "" }

  package mutating func next(_ entry: Entry) -> String {
    defer { isFirst = false }
    let lines = lines(of: entry.text)
    let rest = (lines.dropFirst() + tags(entry)).map(guarded)
    let title = title(lines.first ?? "", isStarred: entry.isStarred, isAlone: rest.isEmpty)
    return (isFirst ? "" : "\n") + (["[\(moment(entry.stamp))] \(title)"] + rest).joined(separator: "\n") + "\n"
  }

  package var closing: String { "" }

  /// A last asterisk would star the entry, and of one that is starred those at both ends would go. What stands alone is
  /// cut after its first sentence, and the rest begins a line.
  private func title(_ line: String, isStarred: Bool, isAlone: Bool) -> String {
    let rest = isAlone ? line.dropFirst().replacing("[", with: JrnlText.guardian + "[") : line.dropFirst()
    let title = String(line.prefix(1)) + rest
    let before = isStarred && title.unicodeScalars.first == "*" ? JrnlText.guardian : ""
    let after = title.unicodeScalars.last == "*" ? JrnlText.guardian : ""
    return before + title + after + (isStarred ? " *" : "")
  }

  /// What begins with a bracket would begin an entry.
  private func guarded(_ line: String) -> String {
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), scalars[first] == "[" else { return line }
    return String(scalars[..<first]) + JrnlText.guardian + String(scalars[first...])
  }

  private func tags(_ entry: Entry) -> [String] {
    entry.addedTags.isEmpty ? [] : [""] + lines(of: entry.addedTags.map { "#\($0)" }.joined(separator: " "))
  }

  /// From the first line that holds something to the last, the first without blanks around it. jrnl ends lines where
  /// Python does, also at the separators of old teletypes.
  private func lines(of text: String) -> [String] {
    let all = text.split(omittingEmptySubsequences: false) { character in
      character.isNewline || ("\u{1C}"..."\u{1E}").contains(character)
    }
    let isEmpty: (Substring) -> Bool = { $0.unicodeScalars.allSatisfy(isBlank) }
    guard let first = all.firstIndex(where: { !isEmpty($0) }), let last = all.lastIndex(where: { !isEmpty($0) }) else {
      return []
    }
    return [trimmed(all[first])] + all[first...last].dropFirst().map(String.init)
  }

  private func trimmed(_ line: Substring) -> String {
    let start = line.unicodeScalars.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }.map(start.index(after:)) ?? start.startIndex
    return String(start[..<end])
  }

  /// White space, as Python counts it.
  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  /// `2026-03-02 21:04:33`: the form that is read whatever order of day and month jrnl is set to.
  private func moment(_ stamp: Stamp) -> String {
    let second = (stamp.instant.seconds + stamp.offset).flooredRemainder(60)
    return "\(stamp.calendarDay) \(stamp.clock):\(second.digits(2))"
  }
}
