import Foundation
import HearthCore

/// Entries nobody wrote, for measuring: as many, as long and as far apart as those of a person who wrote for years. The
/// same seed gives the same entries, and some words in them are counted.
struct SyntheticJournal: Sequence, IteratorProtocol {
  /// Stands in three of ten entries.
  static let commonWord = "quiet"
  /// Stands in seven entries.
  static let rareWord = "zephyr"
  /// Is on five entries.
  static let rareTag = "jubilee"

  private let count: Int
  private var number = 0
  private var dice: Dice
  private let words: Vocabulary
  /// From the first entry to the last.
  private let seconds: Double
  private static let lastDay = Day(number: 20_512)

  init(entries count: Int, seed: UInt64) {
    self.count = count
    dice = Dice(seed: seed)
    words = Vocabulary.language(words: 24_000, &dice)
    seconds = 2.7 * pow(Double(Swift.max(count, 1)) / 1000, 0.492) * 365.25 * 86_400
  }

  mutating func next() -> Entry? {
    guard number < count else { return nil }
    defer { number += 1 }
    let stamp = stamp()
    return Entry(
      id: UUID(dice.next(), dice.next()), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: stamp.instant,
      modifiedAt: stamp.instant, text: text(), mood: dice.falls(60) ? mood() : nil, isStarred: dice.falls(4))
  }

  /// From the oldest on; in the daytime, more of them in the evening.
  private mutating func stamp() -> Stamp {
    let days = Int(seconds / 86_400 * Double(number + 1 - count) / Double(count))
    let hour = dice.falls(60) ? Int.random(in: 18...22, using: &dice) : Int.random(in: 7...17, using: &dice)
    let second = hour * 3600 + dice.number(below: 3600)
    let instant = Instant(seconds: (SyntheticJournal.lastDay.number + days) * 86_400 + second)
    return Stamp(instant, in: .utc)
  }

  private mutating func mood() -> Mood? {
    [1, 2, 2, 3, 3, 3, 4, 4, 4, 5].randomElement(using: &dice).flatMap(Mood.init(rawValue:))
  }

  /// A title and some paragraphs, about 155 words.
  private mutating func text() -> String {
    var paragraphs = [sentence(Int.random(in: 3...6, using: &dice), end: "")]
    var left = Int.random(in: 60...240, using: &dice)
    while left > 0 {
      let size = Swift.min(left, Int.random(in: 30...90, using: &dice))
      paragraphs.append(paragraph(size))
      left -= size
    }
    let marks = marks()
    if !marks.isEmpty { paragraphs.append(marks.joined(separator: " ")) }
    return paragraphs.joined(separator: "\n\n")
  }

  private mutating func paragraph(_ count: Int) -> String {
    var sentences: [String] = []
    var left = count
    while left > 0 {
      let length = Swift.min(left, Int.random(in: 5...18, using: &dice))
      sentences.append(sentence(length, end: "."))
      left -= length
    }
    return sentences.joined(separator: " ")
  }

  private mutating func sentence(_ count: Int, end: String) -> String {
    let all = (0..<count).map { _ in words.draw(&dice) }.joined(separator: " ")
    return all.prefix(1).uppercased() + all.dropFirst() + end
  }

  /// The last line: what is counted, people, tags.
  private mutating func marks() -> [String] {
    var marks: [String] = []
    if [1, 4, 8].contains(number % 10) { marks.append(SyntheticJournal.commonWord) }
    if isOne(of: 7) { marks.append(SyntheticJournal.rareWord) }
    marks += (0..<Int.random(in: 0...2, using: &dice)).map { _ in "@" + Self.people.draw(&dice) }.uniqued()
    marks += (0..<Int.random(in: 0...3, using: &dice)).map { _ in "#" + Self.tags.draw(&dice) }.uniqued()
    if isOne(of: 5) { marks.append("#" + SyntheticJournal.rareTag) }
    return marks
  }

  /// Whether this entry is one of so few, evenly spread over all of them.
  private func isOne(of few: Int) -> Bool {
    (0..<few).contains { (2 * $0 + 1) * count / (2 * few) == number }
  }

  private static let people = Vocabulary([
    "Jon", "Ana", "Mum", "Lena", "Tom", "Priya", "Sam", "Dad", "Noor", "Ines", "Kofi", "Maja", "Ben", "Yuki", "Olga",
    "Amir", "Ruth", "Leo", "Tess", "Hugo",
  ])
  private static let tags = Vocabulary([
    "walk", "work", "home", "tea", "family", "sleep", "walk/canal", "music", "garden", "reading", "friends", "rain",
    "train", "cooking", "letters", "swim", "winter", "neighbours", "choir", "walk/hill", "bread", "cat", "market",
    "sea", "planning", "gratitude", "dream", "running", "visit", "birthday",
  ])
}

extension UUID {
  /// Of 128 bits, marked as drawn by chance.
  init(_ high: UInt64, _ low: UInt64) {
    let bits = withUnsafeBytes(of: (high.bigEndian, low.bigEndian), Array.init)
    self.init(
      uuid: (
        bits[0], bits[1], bits[2], bits[3], bits[4], bits[5], bits[6] & 0x0F | 0x40, bits[7], bits[8] & 0x3F | 0x80,
        bits[9], bits[10], bits[11], bits[12], bits[13], bits[14], bits[15]
      ))
  }
}
