package import HearthCore

/// What one part of a check came to. Numbers and file names, never words of the journal.
package struct HealthFinding: Hashable, Sendable {
  /// What was looked at.
  package enum Subject: String, CaseIterable, Sendable {
    // Of the journal

    /// Folder and files are the person's own and closed to others; `detail` names those that are not.
    case files
    /// The beginning of the file, with the ways to its key, stands there twice; `count` of whole copies.
    case header
    /// What the log held when the journal was opened; `count` of pages of a save that was cut off before it was done,
    /// which nobody was told of.
    case log
    /// All migrations known here were made; `count` of them.
    case schema
    /// Every page opens, and SQLite finds its file whole; `detail` is what it says else.
    case database
    /// No row refers to one that is not there; `count` of those that do.
    case links
    /// The search index agrees with the entries; `count` of entries in it.
    case index
    /// What is counted along the way is right; `count` of entries, the trash with them.
    case counts
    /// Nothing unreadable was put aside or waits; `count` of notes that wait.
    case notes
    /// Backups open, as far as the journal's key opens them, and the newest of these is whole; `count` of all, `detail`
    /// names those that do not.
    case backups

    // Of the machine and this process

    /// Keys are in memory that is not swapped out; `count` of such KiB.
    case memory
    /// A crash writes no image of the memory.
    case core
    /// Memory that is swapped out goes to no disk in clear; `detail` names where else.
    case swap
  }

  /// What a report of trouble has beside the count.
  package enum Detail: Hashable, Sendable {
    /// Names of files and devices, or what SQLite says of its file; empty where all is well.
    case text(String)
    /// The first of the pages that do not open.
    case unreadable(pages: [Int])
    /// The check itself could not be made.
    case refused(Problem)

    /// For programs, which know it by these words.
    package var text: String {
      switch self {
      case .text(let text): text
      case .unreadable(let pages): "unreadable: " + pages.map(String.init).joined(separator: " ")
      case .refused(.journalDamaged): "unreadable"
      case .refused(let problem): "\(problem)"
      }
    }
  }

  /// How it is.
  package enum State: String, Sendable {
    case fine
    /// Worth knowing, and no fault of the journal.
    case note
    case trouble
  }

  package let subject: Subject
  package let state: State
  /// Of what the subject says; 0 where it counts nothing.
  package let count: Int
  /// Empty where all is fine.
  package let detail: Detail

  /// Whether nothing has to be done about it: a note is no trouble.
  package var isFine: Bool { state != .trouble }

  init(_ subject: Subject, _ state: State, count: Int = 0, detail: Detail) {
    self.subject = subject
    self.state = state
    self.count = count
    self.detail = state == .fine ? .text("") : detail
  }

  init(_ subject: Subject, _ state: State, count: Int = 0, detail: String = "") {
    self.init(subject, state, count: count, detail: .text(detail))
  }

  /// Of a journal whose key cannot be found any more: all that is known of it.
  package static let keysDamaged = HealthFinding(.header, .trouble)

  init(_ subject: Subject, isFine: Bool, count: Int = 0, detail: String = "") {
    self.init(subject, isFine ? .fine : .trouble, count: count, detail: detail)
  }
}
