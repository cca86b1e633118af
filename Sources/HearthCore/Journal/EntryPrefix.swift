/// What stands before an entry typed in the shell: `yesterday 9am: Called Mum. *`.
///
/// Only what is without doubt a date is taken off; anything else stays in the text, word for word, so that `Note to
/// self: buy tea`, `10: ten` and `may: was rough` are what they look like.
package struct EntryPrefix: Hashable, Sendable {
  /// As typed, for `DateLanguage.moment`.
  package let date: String?
  /// What is left when date and star are taken off.
  package let text: String
  package let isStarred: Bool

  package init(date: String?, text: String, isStarred: Bool) {
    self.date = date
    self.text = text
    self.isStarred = isStarred
  }

  /// Takes apart what was typed. Where it is nothing but a star, that is the text.
  package static func split(_ typed: String) -> EntryPrefix {
    let (first, startsStarred) = withoutLeadingStar(typed[...])
    let (date, rest, dateIsStarred) = dated(first)
    let (second, textIsStarred) = date == nil ? (rest, false) : withoutLeadingStar(rest)
    let (text, endsStarred) = withoutTrailingStar(second)
    guard text.contains(where: { !$0.isWhitespace }) || date != nil else {
      return EntryPrefix(date: nil, text: typed, isStarred: false)
    }
    return EntryPrefix(
      date: date, text: text, isStarred: startsStarred || dateIsStarred || textIsStarred || endsStarred)
  }

  /// The part before the first colon that a blank, a line's end or nothing follows, if it is a date.
  private static func dated(_ typed: Substring) -> (date: String?, rest: Substring, isStarred: Bool) {
    let line = typed.prefix { !$0.isNewline }
    let colon = line.indices.first { line[$0] == ":" && (line[line.index(after: $0)...].first?.isWhitespace ?? true) }
    guard let colon else { return (nil, typed, false) }
    let rest = typed[line.index(after: colon)...].drop(while: \.isWhitespace)
    let before = line[..<colon]
    let isStarred = before.last == "*"
    let words = isStarred ? before.dropLast() : before
    return isPlainlyDate(String(words)) ? (words.trimmed, rest, isStarred) : (nil, typed, false)
  }

  /// Words that are dates and nothing else at the beginning of a text: neither `sat`, `now` nor what looks ahead.
  private static func isPlainlyDate(_ words: String) -> Bool {
    guard let phrase = DatePhraseReader.moment(words) else { return false }
    return !phrase.looksAhead && phrase != .fromNow(seconds: 0) && !DateWords.isShortWeekday(words.trimmed)
  }

  /// A star and a blank; but where more lines begin so, it is a list.
  private static func withoutLeadingStar(_ text: Substring) -> (text: Substring, isStarred: Bool) {
    let isStar = text.first == "*" && text.dropFirst().first.map { $0 == " " || $0 == ":" } ?? false
    let points = text.split(whereSeparator: \.isNewline).lazy.filter { $0.hasPrefix("* ") }.prefix(2).count
    guard isStar, points < 2 else { return (text, false) }
    let rest = text.dropFirst().drop { $0 == " " }
    let bare = rest.hasPrefix(": ") ? rest.dropFirst(2) : rest
    return (bare.drop { $0 == " " }, true)
  }

  /// A blank and a star at the end of the first line.
  private static func withoutTrailingStar(_ text: Substring) -> (text: String, isStarred: Bool) {
    let line = text.prefix { !$0.isNewline }
    let title = line.trimmed
    guard title.hasSuffix(" *") else { return (String(text), false) }
    return (title.dropLast(2).trimmed + text[line.endIndex...], true)
  }
}
