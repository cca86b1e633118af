import GRDB
import HearthCore

/// A condition as one question to the index. FTS5 then goes through the lists of all its words side by side, so that a
/// rare one beside a common one is as quick as the rare one alone.
struct IndexExpression {
  /// In FTS5's language.
  let text: String

  /// - Parameter condition: asks for no days, which the index does not know.
  init(_ condition: Condition, in place: EntryFilter.Place, _ db: Database) throws {
    let tokenizer = try db.makeTokenizer(JournalTokenizer.tokenizerDescriptor())
    let whole = try IndexExpression.text(condition.naming(db), tokenizer)
    let trashed = IndexExpression.mark(IndexMarks.trashed)
    text = "\(whole) \(place == .journal ? "NOT" : "AND") \(trashed)"
  }

  private static func text(_ condition: Condition, _ tokenizer: any FTS5Tokenizer) throws -> String {
    switch condition {
    case .words(let words, let isBegun): try phrase(words, isBegun, tokenizer)
    case .tag(let name, true): mark(IndexMarks.tag(name.folded), isBegun: true)
    case .tag(let name, false):
      "(\(mark(IndexMarks.tag(name.folded))) OR \(mark(IndexMarks.tag(name.folded + "/"), isBegun: true)))"
    case .person(let name, let isBegun): mark(IndexMarks.person(name.folded), isBegun: isBegun)
    case .mood(let moods): either(moods.clamped(to: 0...6).map { mark(IndexMarks.mood($0)) })
    case .prompt(let id): mark(IndexMarks.prompt(id))
    case .starred: mark(IndexMarks.starred)
    case .any(let parts): either(try parts.map { try text($0, tokenizer) })
    case .all(let parts): try every(of: parts, tokenizer)
    case .not: try every(of: [condition], tokenizer)
    case .days: mark(IndexMarks.nothing)
    }
  }

  /// FTS5 knows no NOT that stands alone: what is left out is left out of what is asked for, or of all there is.
  private static func every(of parts: [Condition], _ tokenizer: any FTS5Tokenizer) throws -> String {
    var (wanted, unwanted): ([String], [String]) = ([], [])
    for part in parts {
      if case .not(let left) = part {
        unwanted.append(try text(left, tokenizer))
      } else {
        wanted.append(try text(part, tokenizer))
      }
    }
    let all = wanted.isEmpty ? mark(IndexMarks.every) : "(\(wanted.joined(separator: " AND ")))"
    return unwanted.isEmpty ? all : "(\(all) NOT \(either(unwanted)))"
  }

  private static func either(_ texts: [String]) -> String {
    texts.isEmpty ? mark(IndexMarks.nothing) : "(\(texts.joined(separator: " OR ")))"
  }

  /// What was typed is quoted, so that nothing of it is syntax. Where it holds no word, no entry holds it.
  private static func phrase(_ words: String, _ isBegun: Bool, _ tokenizer: any FTS5Tokenizer) throws -> String {
    // A NUL would end the question.
    let words = words.replacing("\0", with: " ")
    if try tokenizer.tokenize(query: words).isEmpty { return mark(IndexMarks.nothing) }
    return "text : \"\(words.replacing("\"", with: "\"\""))\"\(isBegun ? " *" : "")"
  }

  private static func mark(_ mark: String, isBegun: Bool = false) -> String {
    "marks : \"\(mark)\"\(isBegun ? " *" : "")"
  }
}
