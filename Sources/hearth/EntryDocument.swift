import HearthContent
import HearthCore
import HearthExchange

/// Entries on their way out as one document, one after the other, so that no journal is too long for it.
struct EntryDocument {
  /// Hands entries over, one after the other.
  typealias Entries = (_ each: (Entry) throws(Problem) -> Void) throws(Problem) -> Void

  private let form: DocumentForm
  private let words: Words
  private let now: Stamp
  /// Of a journal that goes out whole.
  private let preferences: Preferences

  init(_ form: DocumentForm, _ words: Words, now: Stamp, preferences: Preferences = Preferences()) {
    self.form = form
    self.words = words
    self.now = now
    self.preferences = preferences
  }

  init(_ form: DocumentForm, _ shell: Shell, preferences: Preferences = Preferences()) {
    self.init(form, shell.words, now: Stamp(shell.clock.now, in: shell.clock.zone), preferences: preferences)
  }

  /// Writes a document around the entries that `entries` hands over.
  ///
  /// - Parameter out: where the pieces go; standard output unless said otherwise.
  /// - Returns: how many there were.
  @discardableResult func write(
    to out: @escaping (String) throws(Problem) -> Void = Output.write, _ entries: Entries
  ) throws(Problem) -> Int {
    var count = 0
    var scribe = form.scribe(writtenAt: now, wording: MarkdownText.Wording(words), preferences: preferences)
    try out(scribe.opening)
    try entries { entry throws(Problem) in
      try out(scribe.next(entry))
      count += 1
    }
    try out(scribe.closing)
    return count
  }

  /// To standard output for someone to look at, with nothing in it that would steer a terminal.
  @discardableResult func show(_ entries: Entries) throws(Problem) -> Int {
    try write(
      to: { text throws(Problem) in
        try Output.write(form == .json ? text : Legible.text(text))
      }, entries)
  }
}

extension MarkdownText.Wording {
  /// As Hearth says it elsewhere.
  init(_ words: Words) {
    self.init(
      moment: { "\(words.fullDate($0.calendarDay)) \(words.clock($0))" },
      mood: { words[.shellLineMood, ["mood": words.mood($0)]] },
      tags: { words[.shellLineTags, ["tags": $0.map { "#\($0)" }.joined(separator: " ")]] })
  }
}
