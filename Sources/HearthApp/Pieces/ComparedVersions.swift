import Canvas
import HearthCore

/// What was read of versions lately, so that moving among them compares no two twice. What is too much goes, the oldest
/// first.
struct ComparedVersions: Equatable {
  struct Key: Hashable {
    /// Nil for the entry as it is now.
    let version: Revision.ID?
    let isWhole: Bool
  }

  private var lines: [Key: [Line]] = [:]
  /// The oldest first.
  private var keys: [Key] = []
  private(set) var bytes = 0

  /// Of the texts that are remembered; what is asked for last is, however long it is.
  static let mostBytes = 1 << 20

  init() {}

  /// Nil where it was not read lately.
  subscript(key: Key) -> [Line]? { lines[key] }

  mutating func remember(_ read: [Line], as key: Key) {
    guard lines[key] == nil else { return }
    lines[key] = read
    keys.append(key)
    bytes += Self.bytes(of: read)
    while bytes > Self.mostBytes, keys.count > 1 { forgetOldest() }
  }

  private mutating func forgetOldest() {
    bytes -= Self.bytes(of: lines.removeValue(forKey: keys.removeFirst()) ?? [])
  }

  private static func bytes(of lines: [Line]) -> Int {
    lines.reduce(0) { $0 + $1.spans.reduce(0) { $0 + $1.text.utf8.count } }
  }
}
