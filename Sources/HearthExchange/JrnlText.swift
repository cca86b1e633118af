import HearthCore

/// Entries as jrnl keeps them, for `jrnl --import`: `[2026-03-02 21:04:00] By the canal *` and the text below.
///
/// jrnl knows a date, a star and a text. Tags set beside the text go onto a line of their own at its end; mood, question,
/// zone and the day are not in it.
package struct JrnlText: Scribe {
  private var isFirst = true

  package init() {}

  package var opening: String { "" }

  package mutating func next(_ entry: Entry) -> String {
    defer { isFirst = false }
    let lines = lines(of: entry.text)
    let title = lines.first ?? ""
    // To jrnl every first line that ends in an asterisk is starred, and loses it. One that is not goes a line lower.
    let lead = !entry.isStarred && title.hasSuffix("*") ? "\n" + guarded(title) : title
    let rest = lines.dropFirst().map(guarded)
    let head = "[\(moment(entry.stamp))] \(lead)\(entry.isStarred ? " *" : "")"
    return (isFirst ? "" : "\n") + ([head] + rest + tags(entry)).joined(separator: "\n") + "\n"
  }

  package var closing: String { "" }

  /// What begins with a bracket would begin an entry.
  private func guarded(_ line: String) -> String { line.unicodeScalars.first == "[" ? " " + line : line }

  private func tags(_ entry: Entry) -> [String] {
    entry.addedTags.isEmpty
      ? [] : [""] + lines(of: entry.addedTags.map { "#\($0)" }.joined(separator: " ")).map(guarded)
  }

  /// From the first line that holds something to the last, the first without blanks around it. jrnl ends lines where
  /// Python does, also at the separators of old teletypes.
  private func lines(of text: String) -> [String] {
    let all = text.split(omittingEmptySubsequences: false) { character in
      character.isNewline || ("\u{1C}"..."\u{1E}").contains(character)
    }
    let isBlank: (Substring) -> Bool = { $0.allSatisfy(\.isWhitespace) }
    guard let first = all.firstIndex(where: { !isBlank($0) }), let last = all.lastIndex(where: { !isBlank($0) }) else {
      return []
    }
    return [String(trimmed(all[first]))] + all[first...last].dropFirst().map(String.init)
  }

  private func trimmed(_ line: Substring) -> Substring {
    let start = line.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex
    return start[..<end]
  }

  /// `2026-03-02 21:04:33`: the form that is read whatever order of day and month jrnl is set to.
  private func moment(_ stamp: Stamp) -> String {
    let second = (stamp.instant.seconds + stamp.offset).flooredRemainder(60)
    return "\(stamp.calendarDay) \(stamp.clock):\(second.digits(2))"
  }
}
