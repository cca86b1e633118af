import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// A line at the foot of the list in which something is named: a day to go to, a search to keep, a file to write.
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
  /// Why the answer cannot be used.
  var trouble: String?

  static func day(in context: Context) -> AskLine {
    AskLine(matter: .day, field: Field(placeholder: context.words[.askDayHint]))
  }

  /// - Parameter text: what is looked for, which is its name unless another is given.
  static func search(_ text: String) -> AskLine { AskLine(matter: .search(text), field: Field(text)) }

  static func file(for ids: [UUID]) -> AskLine { AskLine(matter: .file(ids), field: Field("~/hearth-export.md")) }

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
    field = Field(String(answer.dropLast(ending.map { $0.count + 1 } ?? 0)) + ".\(next.rawValue)")
    trouble = nil
  }

  // MARK: Drawing

  func height(columns: Int) -> Int { FootLine.height(trouble, columns: columns) }

  func draw(on frame: inout Frame, in rect: Rect, _ context: Context) {
    guard !rect.isEmpty else { return }
    let answer = FootLine.draw(on: &frame, in: rect, label: label(context.words), trouble: trouble)
    field.draw(on: &frame, in: answer)
  }

  private func label(_ words: Words) -> String {
    switch matter {
    case .day: words[.askDay]
    case .search: words[.askSearch]
    case .file(let ids): words.count(ids.count, .askFileOne, .askFileMany)
    }
  }
}
