import Canvas
import HearthContent
import HearthCore

/// What is looked for, as it is being typed: the field, what was understood, names that are offered, how much was
/// found.
struct SearchLine: Equatable {
  private(set) var field: Field
  private(set) var query: Query
  private(set) var completion: Completion?
  /// The word whose names were asked for, and have not come.
  private var awaited: String?
  /// What is done as soon as they come, because a key was quicker.
  private(set) var whenTheyCome: Hurry?
  enum Hurry { case take, goOn }
  /// Nil until it was counted.
  var found: FoundCount?
  /// How much besides entries has what is looked for.
  var elsewhere = 0
  /// What nothing has of all that is looked for, where that is why nothing is found.
  var missing: Condition?

  /// Nothing yet.
  init(in context: Context) {
    field = Field(placeholder: context.words[.searchPlaceholder])
    query = .reading("", dates: context.dates)
  }

  var condition: Condition { query.condition }
  /// Nothing but blanks was typed.
  var isEmpty: Bool { field.text.allSatisfy(\.isWhitespace) }

  // MARK: Typing

  /// - Returns: whether the text is another one now.
  mutating func take(_ input: Input, in rect: Rect? = nil, _ context: Context) -> Bool {
    if completion?.handle(input) == true { return false }
    if input == .key(KeyPress(.tab)), waitsForNames() { return false }
    if input == .key(KeyPress(.right)), field.isAtEnd, completion != nil { return accept(context) }
    let before = field.revision
    field.handle(input, in: rect)
    guard field.revision != before else { return false }
    read(context, isBeingTyped: true)
    if begunName == nil { completion = nil }
    return true
  }

  /// Puts another text in place of what was typed. It is whole, but where it is only begun.
  mutating func write(_ text: String, isBegun: Bool = false, _ context: Context) {
    field = Field(text, placeholder: field.placeholder)
    if isBegun { read(context, isBeingTyped: true) } else { finish(context) }
  }

  /// No more is typed: the last term means what it says, as everywhere else, and no longer all that begins so.
  mutating func finish(_ context: Context) {
    completion = nil
    read(context, isBeingTyped: false)
  }

  private mutating func read(_ context: Context, isBeingTyped: Bool) {
    query = .reading(field.text, dates: context.dates, moods: context.words.moods, isBeingTyped: isBeingTyped)
  }

  /// The first thing that was not understood. What is only unfinished is none while one is typing.
  var mistake: Query.Mistake? { query.mistakes.first }

  /// What would not be understood if nothing more were typed: where nothing is found, it may be why.
  func unfinished(_ context: Context) -> Query.Mistake? {
    Query.reading(field.text, dates: context.dates, moods: context.words.moods).mistakes.first
  }

  // MARK: Names

  /// A tag, person or question that is being typed: what stands before it in its word, and how it begins.
  var begunName: (kind: NameKind, lead: String, prefix: String)? {
    let word = field.wordBeforeCursor
    let term = word.drop { $0 == "-" || $0 == "(" }
    for (sign, mark, kind) in Self.signs where term.lowercased().hasPrefix(sign) {
      let rest = term.dropFirst(sign.count)
      let name = sign.hasSuffix(":") && rest.hasPrefix(mark) ? rest.dropFirst(mark.count) : rest
      return (kind, String(word.dropLast(name.count)), String(name))
    }
    return nil
  }

  private static let signs: [(sign: String, mark: String, kind: NameKind)] = [
    ("tag:", "#", .tag), ("with:", "@", .person), ("prompt:", "", .prompt), ("#", "#", .tag), ("@", "@", .person),
  ]

  /// What is to be asked for; nil where no name is being typed.
  mutating func askForNames() -> Wish? {
    let begun = begunName
    awaited = begun == nil ? nil : field.wordBeforeCursor
    return begun.map { .findNames($0.kind, prefix: $0.prefix) }
  }

  /// Names that come late, for a word no longer begun, are dropped.
  /// - Returns: whether one was taken at once.
  mutating func offer(_ names: [String], for kind: NameKind, _ prefix: String, _ context: Context) -> Bool {
    guard let begun = begunName, begun.kind == kind, begun.prefix == prefix else { return false }
    let names = kind == .person ? Marks.writable(names) : names
    completion = names.isEmpty || names == [prefix] ? nil : Completion(names)
    let isTaken = whenTheyCome == .take
    awaitNoNames()
    return isTaken && accept(context)
  }

  mutating func awaitNoNames() { (awaited, whenTheyCome) = (nil, nil) }

  mutating func closeNames() { completion = nil }

  /// Whether names of the word as it stands were asked for: what is offered is of the word before.
  private mutating func waitsForNames() -> Bool {
    waits(.take)
  }

  private mutating func waits(_ hurry: Hurry) -> Bool {
    whenTheyCome = awaited != nil && awaited == field.wordBeforeCursor ? hurry : nil
    return whenTheyCome != nil
  }

  /// Whether one who goes on has to wait for the names of what is begun.
  mutating func waitsToGoOn() -> Bool { completion?.wasMoved != true && waits(.goOn) }

  /// Who goes on while names are offered means the marked one, except where what was typed is a name already: what is
  /// found stays in sight.
  mutating func takeWhatIsMeant(_ context: Context) {
    guard let completion, let begun = begunName else { return }
    let isWhole = completion.candidates.contains { $0.lowercased() == begun.prefix.lowercased() }
    if completion.wasMoved || !begun.prefix.isEmpty && !isWhole { _ = accept(context) }
  }

  /// Takes the offered name, and a blank after it: the term is finished.
  mutating func accept(_ context: Context) -> Bool {
    if waitsForNames() { return false }
    guard let name = completion?.selected, let begun = begunName else { return false }
    field.complete(with: begun.lead + name + " ")
    completion = nil
    read(context, isBeingTyped: true)
    return true
  }

  // MARK: Drawing

  /// - Parameter total: of all entries, where it is known.
  func draw(on frame: inout Frame, in rect: Rect, isTyping: Bool, of total: Int?, order: String, _ context: Context) {
    frame.put("/", in: rect, style: .accent)
    let count = condition == .everything ? "" : said(of: total, order, columns: rect.columns / 2, context.words)
    let width = TextWidth.columns(of: count)
    frame.put(count, in: rect.right(width), style: .dim)
    let place = Self.fieldRect(in: rect).dropRight(width + 2)
    field.draw(on: &frame, in: place, isFocused: isTyping)
  }

  /// Where the text stands in the line.
  static func fieldRect(in rect: Rect) -> Rect { rect.dropLeft(2) }

  /// `3 of 1,204, newest first`, as much of it as there is room for.
  private func said(of total: Int?, _ order: String, columns: Int, _ words: Words) -> String {
    guard let found else { return "" }
    let count = words.number(found.count)
    let plain = words[found.isMore ? .searchMore : .searchFound, ["n": count]]
    let amount = found.isMore ? plain : count
    let whole = total.map { words[.searchOf, ["found": amount, "total": words.number($0)]] } ?? plain
    let forms = [words[.searchOrder, ["found": whole, "order": order]], whole, plain, amount]
    let beside = elsewhere > 0 ? words[.searchElsewhere, ["n": words.number(elsewhere)]] : ""
    return forms.map { $0 + beside }.first { TextWidth.columns(of: $0) <= columns } ?? ""
  }
}
