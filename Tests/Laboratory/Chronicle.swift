package import FoundationEssentials
package import HearthCore

/// A life in a journal that can be told again: what stands in it after change n is known without it.
package struct Chronicle: Equatable, Sendable {
  /// The text of each entry, by the number in its id; nil for one in the trash.
  package private(set) var entries: [Int: String?] = [:]
  package private(set) var draft: String?

  package enum Change: Sendable {
    case save(Int, String)
    case trash(Int)
    case keep(String)
  }

  package init(after count: Int = 0) {
    for number in 0..<count { make(Self.change(number)) }
  }

  /// Change n: a new entry, an edit, a draft, something into the trash; every thirteenth entry is long.
  package static func change(_ number: Int) -> Change {
    switch number % 7 {
    case 2, 5: .keep("Half a sentence \(number)")
    case 3 where number > 7: .save(number - 7, "Edited \(number) marker")
    case 4 where number > 7: .trash(number / 7 * 7)
    default: .save(number, "Entry \(number) #tag\(number % 5) @Jon " + long(number))
    }
  }

  private static func long(_ number: Int) -> String {
    String(repeating: "word\(number) ", count: number % 13 == 0 ? 4_000 : number % 40)
  }

  package mutating func make(_ change: Change) {
    switch change {
    case .save(let number, let text): entries[number] = .some(text)
    case .trash(let number): if entries[number] != nil { entries[number] = .some(nil) }
    case .keep(let text): draft = text
    }
  }

  /// For the draft; no entry has it.
  package static let draftNumber = 999_999

  package static func id(_ number: Int) -> UUID {
    let digits = String(number)
    return UUID(uuidString: "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
      ?? UUID()
  }

  package static let stamp = Stamp(Instant(seconds: 1_772_571_600), in: .utc)
}
