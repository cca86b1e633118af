import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// A line at the foot of a list or an entry in which something is named: a day to go to, a search to keep, a file to
/// write.
struct AskLine: Equatable {
  /// What is named.
  enum Matter: Equatable {
    case day
    /// What is looked for under the name.
    case search(String)
    case file([UUID])
  }

  let matter: Matter
  private(set) var field: Field
  /// What is good to know of it.
  private let note: String?
  /// Why the answer cannot be used.
  var trouble: String?
  /// A file's name as it is offered, without its end.
  private var offered = ""
  /// Which of the names that are offered one after the other.
  private var attempt = 1

  private init(_ matter: Matter, _ field: Field, note: String? = nil) {
    (self.matter, self.field, self.note) = (matter, field, note)
  }

  static func day(in context: Context) -> AskLine { AskLine(.day, Field(placeholder: context.words[.askDayHint])) }

  /// - Parameter text: what is looked for, which is its name unless another is typed.
  static func search(_ text: String) -> AskLine { AskLine(.search(text), .selecting(text)) }

  /// Offers a name with the day in it: of one entry its own, else today.
  /// - Parameter note: what is good to know of the entries.
  static func file(for heads: [EntryHead], note: String? = nil, in context: Context) -> AskLine {
    let day = heads.count == 1 ? heads[0].day : context.today
    var line = AskLine(.file(heads.map(\.id)), Field("~/hearth-\(day).md"), note: note)
    line.offered = "~/hearth-\(day)"
    return line
  }

  var isSearch: Bool { if case .search = matter { true } else { false } }
  var isFile: Bool { if case .file = matter { true } else { false } }

  // MARK: Taking in

  mutating func handle(_ input: Input) { if field.handle(input) { trouble = nil } }

  /// Without blanks around it.
  var answer: String { field.text.trimmed }

  /// How a file is written, by the end of its name; nil for any other end.
  var form: ExportForm? { ending.flatMap { ExportForm(rawValue: $0.lowercased()) } }

  private var ending: String? {
    let name = answer.suffix(from: answer.lastIndex(of: "/").map(answer.index(after:)) ?? answer.startIndex)
    return name.lastIndex(of: ".").map { String(name.suffix(from: name.index(after: $0))) }
  }

  /// Gives the file's name the end of the next form.
  mutating func turnForm() {
    let forms = ExportForm.allCases
    let next = form.flatMap(forms.firstIndex).map { forms[($0 + 1) % forms.count] } ?? forms[0]
    field = Field("\(withoutEnding).\(next.rawValue)")
    trouble = nil
  }

  private var withoutEnding: Substring { answer.dropLast(ending.map { $0.count + 1 } ?? 0) }

  // MARK: Writing a file

  /// The keys of a line that names a file.
  static func fileKeys<Command>(take: Command, turnForm: Command, leave: Command) -> Bindings<Command> {
    [
      Binding("Enter", take, .askWrite, hint: .keyExport), Binding("Tab", turnForm, .askForm, hint: .keyForm),
      Binding("Esc", leave, .askLeave, hint: .keyBack),
    ]
  }

  /// The wish for the file; nil where the end of its name does not say how it is written: then `trouble` explains.
  mutating func export(_ words: Words) -> Wish? {
    guard case .file(let ids) = matter else { return nil }
    if form == nil { trouble = words[.askFormUnknown] }
    return form.map { .export(ids, $0, path: answer) }
  }

  /// Why there is no file. Where a name that was offered is taken, the next one is.
  mutating func refuse(_ problem: Problem, _ words: Words) {
    let (name, rest) = (Substring(offered + (attempt > 1 ? "-\(attempt)" : "")), withoutEnding)
    if case .fileExists = problem, rest == name, let ending {
      attempt += 1
      field = Field("\(offered)-\(attempt).\(ending)")
    }
    trouble = words.sentence(problem)
  }

  /// What is said once entries were written.
  static func written(_ count: Int, to path: String, _ words: Words) -> Effect {
    let said: Word = count == 1 ? .noticeExportedOne : .noticeExportedMany
    return .say(Notice(words[said, ["n": words.number(count), "file": path]]))
  }

  // MARK: Drawing

  func height(columns: Int, _ words: Words) -> Int { line(words).height(columns: columns) }

  private func line(_ words: Words) -> FootLine { FootLine(label: label(words), said: note, trouble: trouble) }

  func draw(on frame: inout Frame, in rect: Rect, _ context: Context) {
    guard !rect.isEmpty else { return }
    field.draw(on: &frame, in: line(context.words).draw(on: &frame, in: rect))
  }

  private func label(_ words: Words) -> String {
    switch matter {
    case .day: words[.askDay]
    case .search: words[.askSearch]
    case .file(let ids): words.count(ids.count, .askFileOne, .askFileMany)
    }
  }
}
