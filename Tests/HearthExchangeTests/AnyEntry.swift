import FoundationEssentials
import HearthCore

extension UUID {
  static func numbered(_ number: Int) -> UUID {
    let digits = String(number)
    let zeros = String(repeating: "0", count: 12 - digits.count)
    return UUID(uuidString: "3F9A1C00-0000-4000-8000-\(zeros)\(digits)") ?? UUID()
  }
}

extension Entry {
  /// An entry such as nobody would write, with everything in it that formats stumble over.
  static func any(number: Int, _ dice: inout Dice) -> Entry {
    let offset = [0, 3600, -12_600, 50_400, 1172, -43_200].randomElement(using: &dice) ?? 0
    let stamp = Stamp(instant: .any(&dice), offset: offset, zone: ["UTC", "Europe/Stockholm", "+00:19"][number % 3])
    return Entry(
      id: .numbered(number), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: .any(&dice),
      modifiedAt: .any(&dice),
      text: anyText(&dice),
      addedTags: Marks.merged([], (0..<(number % 3)).map { _ in "t" + anyText(&dice).withoutControls }),
      mood: Mood(rawValue: Int.random(in: 0...6, using: &dice)), isStarred: Bool.random(using: &dice),
      prompt: Bool.random(using: &dice) ? anyText(&dice) : nil, trashedAt: number % 5 == 0 ? .any(&dice) : nil,
      isHushed: Bool.random(using: &dice))
  }

  private static func anyText(_ dice: inout Dice) -> String {
    let pieces = [
      "a", " ", "\n", "\r\n", "\t", "\"", "\\", "/", "\u{1}", "\u{1F}", "\u{7F}", "\u{9B}", "\u{2028}", "é", "e\u{301}",
      "茶", "👨‍👩‍👧", "#tag", " @Jon's",
      "\u{FEFF}", "\u{FFFF}", "\u{10FFFF}", "[2020-01-01 10:00] ", "\u{202E}", "}", "{", ",", "null", "\\u0041",
    ]
    return (0..<Int.random(in: 0...40, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
  }
}

extension Instant {
  /// Any millisecond from the year 33 to the year 3906.
  static func any(_ dice: inout Dice) -> Instant {
    Instant(milliseconds: Int64.random(in: -61_100_000_000_000...61_100_000_000_000, using: &dice))
  }
}
