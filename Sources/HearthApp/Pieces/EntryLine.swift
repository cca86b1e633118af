import Canvas
import HearthContent
import HearthCore

/// An entry in a list: when, mood, title, what it is marked with; on a second row, where there is one, how it begins.
struct EntryLine {
  /// How the time is told.
  enum When {
    case clock, day
    /// Below the heading of a month: the day where it is told, then the clock.
    case dayOfMonth(isTold: Bool)
  }

  let head: EntryHead
  let isMarked: Bool
  let when: When
  /// What is highlighted.
  var sought = Sought(.everything)

  init(_ head: EntryHead, isMarked: Bool, when: When, finding sought: Sought = Sought(.everything)) {
    self.head = head
    self.isMarked = isMarked
    self.when = when
    self.sought = sought
  }

  func draw(on frame: inout Frame, in rect: Rect, _ context: Context) {
    var line = Line()
    if rect.columns >= Self.leastForTime { line.append(time(context, isRoomy: rect.columns >= 60), .dim) }
    line.append(" \(Glyphs.mood(head.mood)) ", Glyphs.style(of: head.mood))
    let marks = marks(in: rect.columns, after: line.columns)
    let room = rect.columns - line.columns - (marks.isEmpty ? 0 : marks.columns + 2)
    let title = Line(title(context), isMarked ? .text.with(.bold) : .text, finding: sought)
    // An entry of one long line goes on below, from word to word.
    let goesOn = head.excerpt.isEmpty && rect.rows > 1
    let cut = goesOn ? title.wholeWords(in: max(4, room)) : max(4, room)
    line.append(title.truncated(to: cut))
    line.draw(on: &frame, at: rect.origin, limit: rect.columns)
    marks.draw(on: &frame, at: rect.right(marks.columns).origin, limit: marks.columns)
    guard rect.rows > 1 else { return }
    let below = rect.dropTop(1).dropLeft(4)
    let shown = title.truncated(to: cut).text
    let rest =
      goesOn ? title.rest(after: cut) : sought.below(title.text, shown: shown, excerpt: head.excerpt)
    // What is found is to be in sight also where little of the excerpt is.
    let excerpt = sought.isEmpty ? rest : sought.excerpt(of: rest, limit: max(2, below.columns))
    Line(excerpt, .dim, finding: sought).truncated(to: below.columns)
      .draw(on: &frame, at: below.origin, limit: below.columns)
  }

  private func time(_ context: Context, isRoomy: Bool) -> String {
    let clock = context.words.clock(head.stamp).paddedLeft(to: context.words.clockColumns)
    switch when {
    case .clock: return clock
    case .day: return context.words.shortDay(head.day, today: context.today).padded(to: Self.dayColumns)
    case .dayOfMonth(let isTold):
      let day = isTold ? dayOfMonth(context, isRoomy: isRoomy) : ""
      return "\(day.padded(to: Self.dayOfMonthColumns(isRoomy: isRoomy))) \(clock)"
    }
  }

  /// `today`, `yesterday` where there is room for it, `Mon 2`.
  private func dayOfMonth(_ context: Context, isRoomy: Bool) -> String {
    let isLate = head.day <= context.today && head.day >= context.today.adding(days: -1)
    let late = isLate ? context.words.shortDay(head.day, today: context.today) : ""
    let hasRoom = TextWidth.columns(of: late) <= Self.dayOfMonthColumns(isRoomy: isRoomy)
    return isLate && hasRoom ? late : context.words.dayOfMonth(head.day)
  }

  private func title(_ context: Context) -> String {
    head.title.isEmpty ? context.words[.entryUntitled] : head.shownTitle
  }

  /// Whether one row of so many columns says all that there is.
  /// - Parameter lead: the columns before the title.
  static func isWhole(_ head: EntryHead, in columns: Int, after lead: Int) -> Bool {
    guard head.excerpt.isEmpty else { return false }
    let marks = EntryLine(head, isMarked: false, when: .clock).marks(in: columns, after: lead)
    return lead + TextWidth.columns(of: head.shownTitle) + (marks.isEmpty ? 0 : marks.columns + 2) <= columns
  }

  /// The columns before the title: the time, where there is room for it, and the mood.
  static func lead(in columns: Int, _ when: When, _ words: Words) -> Int {
    if columns < leastForTime { return 3 }
    return switch when {
    case .clock: 3 + words.clockColumns
    case .day: 3 + dayColumns
    case .dayOfMonth: 3 + dayOfMonthColumns(isRoomy: columns >= 60) + 1 + words.clockColumns
    }
  }

  private static let leastForTime = 30
  /// `★ #marketday… #gardening… @Johannes… +12`
  private static let mostForMarks = 42
  static let dayColumns = 11
  private static func dayOfMonthColumns(isRoomy: Bool) -> Int { isRoomy ? 9 : 6 }

  /// `★ #walk @Jon +2`: at most two tags and one person, and none that the title shows already. In a narrow list as
  /// many as the whole title leaves room for.
  private func marks(in columns: Int, after lead: Int) -> Line {
    let star = head.isStarred && columns >= Self.leastForTime ? [Line("★", .accent)] : []
    if columns >= 60 {
      let isWhole = lead + TextWidth.columns(of: head.shownTitle) <= columns
      // Of a title that is cut off, what stands at its end is not in sight.
      let seen = isWhole ? head.title : head.title.truncated(to: max(1, columns - lead - Self.mostForMarks))
      return Line(joining: star + names(tags: 2, people: 1, besides: seen))
    }
    if columns < Self.leastForTime || head.tags.isEmpty && head.people.isEmpty { return Line(joining: star) }
    let room = columns - lead - TextWidth.columns(of: head.shownTitle) - 2
    let forms = [(2, 1), (1, 1), (1, 0), (0, 1)].lazy.map {
      Line(joining: star + names(tags: $0, people: $1, besides: head.title))
    }
    return forms.first { $0.columns <= room } ?? Line(joining: star)
  }

  /// So many at most of those that the title does not show, and how many there are besides.
  private func names(tags: Int, people: Int, besides title: String) -> [Line] {
    if head.tags.isEmpty && head.people.isEmpty { return [] }
    let shown = Set(Marks.tags(in: title).map { "#" + $0 } + Marks.people(in: title).map { "@" + Marks.written($0) })
    let allTags = head.tags.map { "#" + $0 }.filter { !shown.contains($0) }
    let allPeople = head.people.map { "@" + Marks.written($0) }.filter { !shown.contains($0) }
    let rest = max(0, allTags.count - tags) + max(0, allPeople.count - people)
    return allTags.prefix(tags).map { Line($0.truncated(to: 11), .tag, finding: sought) }
      + allPeople.prefix(people).map { Line($0.truncated(to: 11), .person, finding: sought) }
      + (rest > 0 ? [Line("+\(rest)", .dim)] : [])
  }
}

extension Line {
  /// With a blank between each two.
  fileprivate init(joining parts: [Line]) {
    self.init()
    for (index, part) in parts.enumerated() {
      if index > 0 { append(" ") }
      append(part)
    }
  }
}

extension Line {
  /// All that is set beside a text or named in it: `● good  #walk @Jon`.
  init(marksOf head: EntryHead, _ words: Words) {
    self.init()
    if let mood = head.mood { append("\(Glyphs.mood(mood)) \(words.mood(mood))  ", Glyphs.style(of: mood)) }
    let names = head.tags.map { Line("#\($0)", .tag) } + head.people.map { Line("@\(Marks.written($0))", .person) }
    for name in names {
      append(name)
      append(" ")
    }
  }
}

extension Line {
  /// Since when it is in the trash; nil where it is not.
  init?(trashed head: EntryHead, _ context: Context) {
    guard let since = head.trashedAt else { return nil }
    self.init(context.words[.readInTrash, ["when": context.when(Stamp(since, in: context.zone))]], .dim)
  }

  /// What does not stand on a row that holds so many columns of it, cut there with `…`; nothing where all of it does.
  fileprivate func rest(after columns: Int) -> String {
    guard self.columns > columns else { return "" }
    let shown = truncated(to: columns).text.dropLast()
    return "…" + text.dropFirst(shown.count).trimmed
  }

  /// How many of so many columns hold it up to the end of a word, `…` included; all of them where that is far.
  fileprivate func wholeWords(in columns: Int) -> Int {
    let shown = truncated(to: columns).text.dropLast()
    guard self.columns > columns, text.dropFirst(shown.count).first?.isWhitespace != true,
      let end = shown.lastIndex(where: \.isWhitespace)
    else { return columns }
    let whole = TextWidth.columns(of: shown[..<end]) + 1
    return whole * 2 > columns ? whole : columns
  }
}

extension EntryHead {
  /// The first line without the signs of Markdown, or as it is where it holds nothing else.
  var shownTitle: String {
    let plain = Markdown.plain(title)
    return plain.allSatisfy(\.isWhitespace) ? title : plain
  }

  /// `yesterday, By the canal`: as a sentence names it, with the first words where the title is long.
  func named(in context: Context) -> String {
    let words = context.words
    let title = title.isEmpty ? words[.entryUntitled] : shownTitle.truncatedAtWord(to: 24)
    return words[.undoneEntry, ["day": words.shortDay(day, today: context.today), "title": title]]
  }
}

/// The signs that say the same without colour.
enum Glyphs {
  /// ● high, ◐ middling, ○ low.
  static func sign(of mood: Mood) -> Character {
    switch mood.rawValue {
    case 4, 5: "●"
    case 3: "◐"
    default: "○"
    }
  }

  /// The same; a blank where no mood was set.
  static func mood(_ mood: Mood?) -> String { mood.map { String(sign(of: $0)) } ?? " " }

  static func style(of mood: Mood?) -> Style {
    switch mood?.rawValue {
    case 4, 5: Style(.good)
    case 3: Style(.middling)
    case 1, 2: Style(.low)
    default: .dim
    }
  }
}
