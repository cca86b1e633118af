import Canvas
import HearthContent
import HearthCore

/// A name that is asked for at the foot of a page.
struct PromptLine: Equatable {
  private let label: Word
  private var field: Field
  /// What is good to know while one answers.
  private let said: String?
  /// Why the answer cannot be used.
  var trouble: String?

  init(_ label: Word, _ text: String = "", saying said: String? = nil) {
    self.label = label
    field = Field(text)
    self.said = said
  }

  /// Without blanks around it.
  var answer: String { field.text.trimmed }

  mutating func handle(_ input: Input) { if field.handle(input) { trouble = nil } }

  /// The same, saying why the answer cannot be used.
  func refusing(_ trouble: String) -> PromptLine {
    var line = self
    line.trouble = trouble
    return line
  }

  private func line(_ words: Words) -> FootLine { FootLine(label: words[label], said: said, trouble: trouble) }

  /// How many rows it takes.
  func height(columns: Int, _ words: Words) -> Int { line(words).height(columns: columns) }

  func draw(on frame: inout Frame, in rect: Rect, _ words: Words) {
    guard !rect.isEmpty else { return }
    field.draw(on: &frame, in: line(words).draw(on: &frame, in: rect))
  }
}
