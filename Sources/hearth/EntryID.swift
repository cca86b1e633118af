import FoundationEssentials
import HearthCore
import HearthStorage

/// Ids as people handle them: the first few of their 32 digits.
enum EntryID {
  /// What is shown at least: as many as in lists, so that one id looks alike everywhere.
  static let least = 8
  /// What has to be typed at least.
  static let fewest = 4

  /// For lists, and echoes of what was just saved: long enough to meet no other by chance. To look each of them up
  /// would take longer than the list.
  static func short(_ id: UUID) -> String { String(digits(id).prefix(least)) }

  static func digits(_ id: UUID) -> String { id.uuidString.lowercased().replacing("-", with: "") }
}

extension Vault {
  /// The one entry whose id begins so, in the trash or not.
  ///
  /// - Throws: `idTooShort`, `noSuchEntry`, `ambiguousEntry`.
  func entry(withIDBeginning typed: String) throws(Problem) -> Entry {
    guard typed.count >= EntryID.fewest else { throw .idTooShort(typed) }
    let found = try entries(matchingID: typed, limit: 10)
    guard let entry = found.first else { throw .noSuchEntry(typed) }
    guard found.count == 1 else { throw .ambiguousEntry(typed, matches: found.count) }
    return entry
  }

  /// As much of an id as names it alone, at least eight digits.
  func shortID(_ id: UUID) throws(Problem) -> String {
    let digits = EntryID.digits(id)
    for length in EntryID.least..<digits.count {
      let prefix = String(digits.prefix(length))
      if try entries(matchingID: prefix, limit: 2).count < 2 { return prefix }
    }
    return digits
  }
}
