/// What one part of a check of the journal came to. Numbers and file names, never words of the journal.
package struct Finding: Hashable, Sendable {
  package enum Subject: String, CaseIterable, Sendable {
    /// Folder and files are the person's own and closed to others; `detail` names those that are not.
    case files
    /// All migrations known here were made; `count` of them.
    case schema
    /// SQLite finds its file whole; `detail` is what it says else.
    case database
    /// No row refers to one that is not there; `count` of those that do.
    case links
    /// The search index agrees with the entries; `count` of entries in it.
    case index
    /// What is counted along the way is right; `count` of entries, the trash with them.
    case counts
    /// Nothing unreadable was put aside; `count` of notes that wait.
    case notes
  }

  package let subject: Subject
  package let isFine: Bool
  package let count: Int
  /// For a report of trouble; empty where all is well.
  package let detail: String

  init(_ subject: Subject, isFine: Bool, count: Int = 0, detail: String = "") {
    self.subject = subject
    self.isFine = isFine
    self.count = count
    self.detail = isFine ? "" : detail
  }
}
