import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The line at the foot of an entry, or of a list with some of them marked, in which one thing set beside the text is
/// changed: mood, tags or date.
struct MarkLine: Equatable {
  private enum Mark: Equatable {
    case mood(Scale)
    case tags(Field)
    /// Tags to be added, and with a dash before them to be taken off, whatever others there are.
    case moreTags(Field)
    case date(Field)
  }

  private var mark: Mark
  /// As it was when the line opened.
  private let before: String
  /// A mood was chosen, or taken off.
  private var isMoodChosen = false
  /// Why the date could not be read.
  private(set) var trouble: String?

  private init(_ mark: Mark, before: String = "") { (self.mark, self.before) = (mark, before) }

  static func mood(of head: EntryHead, in context: Context) -> MarkLine { mood(of: [head], in: context) }

  /// Begins with the mood that all of them have.
  static func mood(of heads: [EntryHead], in context: Context) -> MarkLine {
    let moods = Set(heads.map(\.mood))
    let value = moods.count == 1 ? moods.first??.rawValue : nil
    return MarkLine(
      .mood(Scale(range: 1...5, value: value, low: context.words[.mood1], high: context.words[.mood5])))
  }

  static func moreTags(in context: Context) -> MarkLine {
    MarkLine(.moreTags(Field(placeholder: context.words[.detailsMoreTagsHint])))
  }

  static func tags(of entry: Entry, in context: Context) -> MarkLine {
    let tags = entry.addedTags.joined(separator: " ")
    return MarkLine(
      .tags(Field(tags.isEmpty ? "" : tags + " ", placeholder: context.words[.detailsTagsHint])), before: tags)
  }

  static func date(of head: EntryHead, in context: Context) -> MarkLine {
    let shown = context.words.typed(head.stamp)
    return MarkLine(.date(Field(shown)), before: shown)
  }

  /// It asks for what only one entry has.
  var isDate: Bool { if case .date = mark { true } else { false } }

  // MARK: Taking in

  /// - Returns: true where the key was the whole answer, as a digit is for the mood.
  mutating func handle(_ input: Input) -> Bool {
    trouble = nil
    switch mark {
    case .mood(var scale):
      let isNone = input == .key(KeyPress(.character("0")))
      let isTaken = scale.handle(isNone ? .key(KeyPress(.backspace)) : input)
      mark = .mood(scale)
      isMoodChosen = isMoodChosen || isTaken
      return isTaken && input.isDigit
    case .tags(var field):
      field.handle(input)
      mark = .tags(field)
    case .moreTags(var field):
      field.handle(input)
      mark = .moreTags(field)
    case .date(var field):
      field.handle(input)
      mark = .date(field)
    }
    return false
  }

  /// What is to be made of the answer. Nil where nothing changes, and where the date cannot be read: then `trouble`
  /// says why.
  mutating func change(of head: EntryHead, in context: Context) -> Change? { change(of: [head], in: context) }

  /// The same for all of them; a date is that of one entry, the first.
  mutating func change(of heads: [EntryHead], in context: Context) -> Change? {
    guard let head = heads.first else { return nil }
    let ids = heads.map(\.id)
    switch mark {
    case .mood(let scale):
      let mood = scale.value.flatMap(Mood.init(rawValue:))
      return !isMoodChosen || heads.allSatisfy { $0.mood == mood } ? nil : .mood(mood, ids)
    case .tags(let field): return tags(field.text, ids)
    case .moreTags(let field): return moreTags(field.text, ids)
    case .date(let field): return field.text == before ? nil : date(field.text, head, context)
    }
  }

  private func tags(_ typed: String, _ ids: [UUID]) -> Change? {
    let (old, new) = (Details.tags(in: before), Details.tags(in: typed))
    let (added, removed) = (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
    return added.isEmpty && removed.isEmpty ? nil : .tags(add: added, remove: removed, ids)
  }

  private func moreTags(_ typed: String, _ ids: [UUID]) -> Change? {
    let words = typed.split { $0 == " " || $0 == "," }
    let removed = Details.tags(in: words.filter { $0.hasPrefix("-") }.map { $0.dropFirst() }.joined(separator: " "))
    let added = Details.tags(
      in: words.filter { !$0.hasPrefix("-") }.map { $0.drop { $0 == "+" } }.joined(separator: " "))
    return added.isEmpty && removed.isEmpty ? nil : .tags(add: added, remove: removed, ids)
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

  func height(columns: Int) -> Int { FootLine.height(trouble, columns: columns) }

  /// What is wrong stands above what is typed.
  func draw(on frame: inout Frame, in rect: Rect, _ context: Context) {
    guard !rect.isEmpty else { return }
    let answer = FootLine.draw(on: &frame, in: rect, label: context.words[label], trouble: trouble)
    switch mark {
    case .mood(let scale):
      let hint = context.words[.readMoodKeys]
      let width = TextWidth.columns(of: hint)
      let fits = answer.columns >= width + 34
      if fits { frame.put(hint, at: answer.right(width).origin, style: .dim) }
      scale.draw(on: &frame, in: fits ? answer.dropRight(width + 2) : answer)
    case .tags(let field), .moreTags(let field), .date(let field): field.draw(on: &frame, in: answer)
    }
  }

  private var label: Word {
    switch mark {
    case .mood: .detailsMood
    case .tags, .moreTags: .detailsTags
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
