import Canvas
import HearthContent
import HearthCore

/// An entry in a list: when, mood, title, what it is marked with; on a second row, where there is one, how it begins.
struct EntryLine {
  /// How the time is told.
  enum When { case clock, day, dayAndClock }

  let head: EntryHead
  let isMarked: Bool
  let when: When

  init(_ head: EntryHead, isMarked: Bool, when: When) {
    self.head = head
    self.isMarked = isMarked
    self.when = when
  }

  func draw(on frame: inout Frame, in rect: Rect, _ context: Context) {
    var line = Line()
    if rect.columns >= 30 { line.append(time(context).padded(to: width), .dim) }
    line.append(" \(Glyphs.mood(head.mood)) ", Glyphs.style(of: head.mood))
    let marks = rect.columns >= 60 ? self.marks : Line()
    let room = rect.columns - line.columns - (marks.isEmpty ? 0 : marks.columns + 2)
    line.append(title(context).truncated(to: max(4, room)), isMarked ? .text.with(.bold) : .text)
    line.draw(on: &frame, at: rect.origin, limit: rect.columns)
    marks.draw(on: &frame, at: rect.right(marks.columns).origin, limit: marks.columns)
    if rect.rows > 1 {
      let indent = min(4, rect.columns)
      frame.put(
        head.excerpt.truncated(to: rect.columns - indent), at: rect.dropTop(1).dropLeft(indent).origin, style: .dim)
    }
  }

  private var width: Int { when == .clock ? 5 : when == .day ? 11 : 17 }

  private func time(_ context: Context) -> String {
    let day = context.words.shortDay(head.day, today: context.today)
    switch when {
    case .clock: return head.stamp.clock
    case .day: return day
    case .dayAndClock: return "\(day.padded(to: 11)) \(head.stamp.clock)"
    }
  }

  private func title(_ context: Context) -> String {
    head.title.isEmpty ? context.words[.entryUntitled] : head.title
  }

  /// `★ #walk @Jon`, at most two tags and one person, and none that the title shows already.
  private var marks: Line {
    var parts: [Line] = head.isStarred ? [Line("★", .accent)] : []
    let shown = Set(Marks.tags(in: head.title).map { "#" + $0 } + Marks.people(in: head.title).map { "@" + $0 })
    let tags = head.tags.map { "#" + $0 }.filter { !shown.contains($0) }
    let people = head.people.map { "@" + $0 }.filter { !shown.contains($0) }
    parts += tags.prefix(2).map { Line($0.truncated(to: 11), .tag) }
    parts += people.prefix(1).map { Line($0.truncated(to: 11), .person) }
    var line = Line()
    for (index, part) in parts.enumerated() {
      if index > 0 { line.append(" ") }
      line.append(part)
    }
    return line
  }
}

/// The signs that say the same without colour.
enum Glyphs {
  /// ● high, ◐ middling, ○ low; a blank where no mood was set.
  static func mood(_ mood: Mood?) -> String {
    switch mood?.rawValue {
    case 4, 5: "●"
    case 3: "◐"
    case 1, 2: "○"
    default: " "
    }
  }

  static func style(of mood: Mood?) -> Style {
    switch mood?.rawValue {
    case 4, 5: Style(.good)
    case 3: Style(.middling)
    case 1, 2: Style(.low)
    default: .dim
    }
  }
}
