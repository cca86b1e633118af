import GRDB
import HearthCore

/// A condition as one question to the index. FTS5 then goes through the lists of all its words side by side, so that a
/// rare one beside a common one is as quick as the rare one alone.
struct IndexExpression {
  /// In FTS5's language.
  let text: String

  /// - Parameter condition: asks for no days, which the index does not know.
  init(_ condition: Condition, in place: EntryFilter.Place, _ db: Database) throws {
    let language = try IndexLanguage(db)
    let whole = try language.text(condition.naming(db))
    let trashed = try language.mark(IndexMarks.trashed)
    switch place {
    case .trash: text = "\(whole) AND \(trashed)"
    // Mostly there is nothing to leave out, and FTS5 would look for it in every part of the index.
    case .journal: text = try IndexExpression.hasTrash(db) ? "\(whole) NOT \(trashed)" : whole
    }
  }

  private static func hasTrash(_ db: Database) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE trashedAt IS NOT NULL)"
    return try Bool.fetchOne(db.cachedStatement(sql: sql)) ?? true
  }
}

/// Says conditions in FTS5's language.
private struct IndexLanguage {
  private let tokenizer: any FTS5Tokenizer
  private let vocabulary: IndexVocabulary

  /// Of a beginning this long the index keeps where it stands (`prefix = '1 2 3'`).
  private static let indexedBeginning = 3
  /// Above it, seeking each word takes longer than letting FTS5 put them together.
  private static let fewWords = 16

  init(_ db: Database) throws {
    tokenizer = try db.makeTokenizer(JournalTokenizer.tokenizerDescriptor())
    vocabulary = IndexVocabulary(db: db)
  }

  func text(_ condition: Condition) throws -> String {
    switch condition {
    case .words(let words, let isBegun): try phrase(words, isBegun)
    case .tag(let name, true): try mark(IndexMarks.tag(name.folded), isBegun: true)
    case .tag(let name, false):
      try either([mark(IndexMarks.tag(name.folded)), mark(IndexMarks.tag(name.folded + "/"), isBegun: true)])
    case .person(let name, let isBegun): try mark(IndexMarks.person(name.folded), isBegun: isBegun)
    case .mood(let moods): try either(moods.clamped(to: 0...6).map { try mark(IndexMarks.mood($0)) })
    case .prompt(let id): try mark(IndexMarks.prompt(id))
    case .starred: try mark(IndexMarks.starred)
    case .any(let parts): try either(parts.map(text))
    case .all(let parts): try every(of: parts)
    case .not: try every(of: [condition])
    case .days: try mark(IndexMarks.nothing)
    }
  }

  func mark(_ mark: String, isBegun: Bool = false) throws -> String {
    try query("marks", [mark], isBegun: isBegun)
  }

  /// FTS5 knows no NOT that stands alone: what is left out is left out of what is asked for, or of all there is.
  private func every(of parts: [Condition]) throws -> String {
    var (wanted, unwanted): ([String], [String]) = ([], [])
    for part in parts {
      if case .not(let left) = part {
        unwanted.append(try text(left))
      } else {
        wanted.append(try text(part))
      }
    }
    let all = try wanted.isEmpty ? mark(IndexMarks.every) : "(\(wanted.joined(separator: " AND ")))"
    return try unwanted.isEmpty ? all : "(\(all) NOT \(either(unwanted)))"
  }

  /// What no entry has is left out: FTS5 would look for it all the same.
  private func either(_ texts: [String]) throws -> String {
    let nothing = try mark(IndexMarks.nothing)
    let some = texts.filter { $0 != nothing }
    return some.isEmpty ? nothing : "(\(some.joined(separator: " OR ")))"
  }

  /// Where what was typed holds no word, no entry holds it.
  private func phrase(_ words: String, _ isBegun: Bool) throws -> String {
    let tokens = try tokenizer.tokenize(query: words).map(\.token)
    return try tokens.isEmpty ? mark(IndexMarks.nothing) : query("text", tokens, isBegun: isBegun)
  }

  /// Asks a column for tokens that follow one another, quoted, so that nothing of them is syntax.
  ///
  /// For a longer beginning FTS5 would first bring together all places of all words that begin so, and that may be every
  /// third entry. Each word asked for by itself is gone through only as far as it is shown.
  private func query(_ column: String, _ tokens: [String], isBegun: Bool) throws -> String {
    // What can be no mark stands in texts alone, and FTS5 need not sort out in which column.
    let isPlain = column == "text" && !tokens.contains(where: IndexMarks.isMark)
    let asked = { (tokens: [String]) in "\(isPlain ? "" : column + " : ")\"\(tokens.joined(separator: " "))\"" }
    guard isBegun, let last = tokens.last, last.unicodeScalars.count > IndexLanguage.indexedBeginning,
      let words = try vocabulary.words(beginningWith: last, atMost: IndexLanguage.fewWords)
    else { return asked(tokens) + (isBegun ? " *" : "") }
    return try either(words.map { asked(tokens.dropLast() + [$0]) })
  }
}
