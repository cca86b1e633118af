import Canvas
import HearthContent
import HearthCore

/// The line at the foot of an entry in which one thing set beside its text is changed: mood, tags or date.
struct MarkLine: Equatable {
  private enum Mark: Equatable {
    case mood(Scale)
    case tags(Field)
    case date(Field)
  }

  private var mark: Mark
  /// As it was when the line opened.
  private let before: String
  /// Why the date could not be read.
  private(set) var trouble: String?

  private init(_ mark: Mark, before: String = "") { (self.mark, self.before) = (mark, before) }

  static func mood(of head: EntryHead, in context: Context) -> MarkLine {
    MarkLine(
      .mood(
        Scale(range: 1...5, value: head.mood?.rawValue, low: context.words[.mood1], high: context.words[.mood5])))
  }

  static func tags(of entry: Entry, in context: Context) -> MarkLine {
    let tags = entry.addedTags.joined(separator: " ")
    return MarkLine(
      .tags(Field(tags.isEmpty ? "" : tags + " ", placeholder: context.words[.detailsTagsHint])), before: tags)
  }

  static func date(of head: EntryHead) -> MarkLine {
    let shown = "\(head.stamp.calendarDay) \(head.stamp.clock)"
    return MarkLine(.date(Field(shown)), before: shown)
  }

  // MARK: Taking in

  /// - Returns: true where the key was the whole answer, as a digit is for the mood.
  mutating func handle(_ input: Input) -> Bool {
    trouble = nil
    switch mark {
    case .mood(var scale):
      let isNone = input == .key(KeyPress(.character("0")))
      let isTaken = scale.handle(isNone ? .key(KeyPress(.backspace)) : input)
      mark = .mood(scale)
      return isTaken && input.isDigit
    case .tags(var field):
      field.handle(input)
      mark = .tags(field)
    case .date(var field):
      field.handle(input)
      mark = .date(field)
    }
    return false
  }

  /// What is to be made of the answer. Nil where nothing changes, and where the date cannot be read: then `trouble`
  /// says why.
  mutating func change(of head: EntryHead, in context: Context) -> Change? {
    switch mark {
    case .mood(let scale):
      let mood = scale.value.flatMap(Mood.init(rawValue:))
      return mood == head.mood ? nil : .mood(mood, [head.id])
    case .tags(let field): return tags(field.text, head)
    case .date(let field): return field.text == before ? nil : date(field.text, head, context)
    }
  }

  private func tags(_ typed: String, _ head: EntryHead) -> Change? {
    let (old, new) = (Details.tags(in: before), Details.tags(in: typed))
    let (added, removed) = (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
    return added.isEmpty && removed.isEmpty ? nil : .tags(add: added, remove: removed, [head.id])
  }

  private mutating func date(_ typed: String, _ head: EntryHead, _ context: Context) -> Change? {
    do throws(Problem) {
      let stamp = try context.dates.moment(typed).stamp
      return .date(stamp, stamp.day(endingAt: context.settings.dayEnd), head.id)
    } catch {
      trouble = context.words.sentence(error)
      return nil
    }
  }

  // MARK: Draw

  func height(columns: Int) -> Int { 1 + (trouble?.wrapped(to: max(1, columns)).count ?? 0) }

  /// What is wrong stands above what is typed.
  func draw(on frame: inout Frame, in rect: Rect, _ context: Context) {
    guard !rect.isEmpty else { return }
    frame.fill(rect)
    for (row, line) in (trouble?.wrapped(to: rect.columns) ?? []).prefix(rect.rows - 1).enumerated() {
      frame.put(line, at: rect.dropTop(row).origin, style: .error, limit: rect.columns)
    }
    let line = rect.bottom(1)
    frame.put("▌", at: line.origin, style: .accent)
    let label = frame.put(context.words[label], at: line.dropLeft(2).origin, style: .dim, limit: line.columns - 2)
    let answer = line.dropLeft(label + 4)
    switch mark {
    case .mood(let scale):
      let hint = context.words[.readMoodKeys]
      let width = TextWidth.columns(of: hint)
      let fits = answer.columns >= width + 34
      if fits { frame.put(hint, at: answer.right(width).origin, style: .dim) }
      scale.draw(on: &frame, in: fits ? answer.dropRight(width + 2) : answer)
    case .tags(let field), .date(let field): field.draw(on: &frame, in: answer)
    }
  }

  private var label: Word {
    switch mark {
    case .mood: .detailsMood
    case .tags: .detailsTags
    case .date: .detailsWhen
    }
  }
}

extension Input {
  fileprivate var isDigit: Bool {
    if case .key(let key) = self { return key.isDigit }
    return false
  }
}
