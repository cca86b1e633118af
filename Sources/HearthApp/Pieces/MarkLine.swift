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
  /// What it is about, as it was when the line opened: nothing else is changed, wherever the mark goes meanwhile.
  private let targets: [EntryHead]
  /// As it was when the line opened.
  private let before: String
  /// What is good to know.
  private let note: String?
  /// A mood was chosen, or taken off.
  private var isMoodChosen = false
  /// Why it cannot be taken.
  private(set) var trouble: String?

  private init(_ mark: Mark, of targets: [EntryHead], before: String = "", note: String? = nil) {
    (self.mark, self.targets, self.before, self.note) = (mark, targets, before, note)
  }

  /// Begins with the mood that all of them have.
  /// - Parameter note: what is good to know of them.
  static func mood(of heads: [EntryHead], note: String? = nil, in context: Context) -> MarkLine {
    let moods = Set(heads.map(\.mood))
    let value = moods.count == 1 ? moods.first??.rawValue : nil
    let (low, high) = (context.words.allMoods[0], context.words.allMoods[4])
    // The digits that mean the ends, where there is room for them.
    let isRoomy = context.size.columns >= 60
    let scale = Scale(
      range: 1...5, value: value, low: isRoomy ? "1 \(low)" : low, high: isRoomy ? "5 \(high)" : high)
    return MarkLine(.mood(scale), of: heads, note: note)
  }

  /// - Parameter note: what is good to know of them.
  static func moreTags(of heads: [EntryHead], note: String? = nil, in context: Context) -> MarkLine {
    MarkLine(.moreTags(Field(placeholder: context.words[.detailsMoreTagsHint])), of: heads, note: note)
  }

  /// Those in the text are told: they cannot be taken off here.
  static func tags(of entry: Entry, in context: Context) -> MarkLine {
    let tags = entry.addedTags.joined(separator: " ")
    let inText = Marks.tags(in: entry.text).map { "#" + $0 }.joined(separator: " ")
    return MarkLine(
      .tags(Field(tags.isEmpty ? "" : tags + " ", placeholder: context.words[.detailsTagsHint])), of: [entry.head],
      before: tags, note: inText.isEmpty ? nil : context.words[.detailsTagsInText, ["tags": inText]])
  }

  /// Where its clock is not the one of here, that is told.
  /// - Parameter note: what is good to know of it.
  static func date(of head: EntryHead, note: String? = nil, in context: Context) -> MarkLine {
    let shown = context.words.typed(head.stamp)
    let isHere = context.zone.offset(at: head.stamp.instant) == head.stamp.offset
    let elsewhere = isHere ? nil : context.words[.detailsElsewhere, ["zone": head.stamp.zone]]
    return MarkLine(.date(.selecting(shown)), of: [head], before: shown, note: note ?? elsewhere)
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

  /// What is to be made of the answer. Nil where nothing changes, and where a date or a tag is none: then `trouble` says
  /// why.
  mutating func change(in context: Context) -> Change? {
    let ids = targets.map(\.id)
    switch mark {
    case .mood(let scale):
      let mood = scale.value.flatMap(Mood.init(rawValue:))
      return !isMoodChosen || targets.allSatisfy { $0.mood == mood } ? nil : .mood(mood, ids)
    case .tags(let field): return isFit(Details.tags(in: field.text), context) ? tags(field.text, ids) : nil
    case .moreTags(let field):
      let (added, removed) = Self.moreTags(in: field.text)
      guard isFit(added, context) else { return nil }
      return added.isEmpty && removed.isEmpty ? nil : .tags(add: added, remove: removed, ids)
    case .date(let field): return field.text == before ? nil : date(field.text, context)
    }
  }

  /// What no search could find is no tag; one that an entry has already may stay.
  private mutating func isFit(_ tags: [String], _ context: Context) -> Bool {
    let known = Details.tags(in: before)
    if tags.allSatisfy({ known.contains($0) || Marks.tag(typed: $0) != nil }) { return true }
    trouble = context.words[.tagsNoTag]
    return false
  }

  private func tags(_ typed: String, _ ids: [UUID]) -> Change? {
    let (old, new) = (Details.tags(in: before), Details.tags(in: typed))
    let (added, removed) = (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
    return added.isEmpty && removed.isEmpty ? nil : .tags(add: added, remove: removed, ids)
  }

  private static func moreTags(in typed: String) -> (added: [String], removed: [String]) {
    let words = typed.split { $0 == " " || $0 == "," }
    let removed = words.filter { $0.hasPrefix("-") }.map { $0.dropFirst() }
    let added = words.filter { !$0.hasPrefix("-") }.map { $0.drop { $0 == "+" } }
    return (Details.tags(in: added.joined(separator: " ")), Details.tags(in: removed.joined(separator: " ")))
  }

  private mutating func date(_ typed: String, _ context: Context) -> Change? {
    guard let head = targets.first else { return nil }
    do throws(Problem) {
      let stamp = try context.dates(of: head.stamp).moment(typed).stamp
      return .date(stamp, stamp.day(endingAt: context.settings.dayEnd), head.id)
    } catch {
      trouble = context.words.sentence(error)
      return nil
    }
  }

  // MARK: Draw

  func height(columns: Int, _ words: Words) -> Int { line(words).height(columns: columns) }

  private func line(_ words: Words) -> FootLine {
    let said = note ?? stayingTag.map { words[.detailsTagStays, ["tag": $0]] }
    return FootLine(label: words[label], said: said, trouble: trouble)
  }

  /// A tag that is being taken off, and may stand in a text: there it stays.
  private var stayingTag: String? {
    guard case .moreTags(let field) = mark else { return nil }
    let tags = Set(targets.flatMap(\.tags))
    return Self.moreTags(in: field.text).removed.last { tags.contains($0) }.map { "#" + $0 }
  }

  func draw(on frame: inout Frame, in rect: Rect, _ context: Context) {
    guard !rect.isEmpty else { return }
    let answer = line(context.words).draw(on: &frame, in: rect)
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
