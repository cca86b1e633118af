import Canvas
import HearthCore
import Pictures

@testable import HearthApp

extension Context {
  /// What a screen knows of the world where there is no story around it: the evening of the stories.
  static func evening(columns: Int = 80, rows: Int = 24) -> Context {
    Context(now: Story.evening, zone: Story.zone, size: Size(columns: columns, rows: rows)) { Story.id(1001) }
  }
}

extension Screen {
  /// The screen by itself, within its top line and key bar.
  func picture(in context: Context) -> Frame {
    var frame = Frame(size: context.size)
    Chrome(self, in: context).draw(on: &frame)
    draw(on: &frame, in: Chrome.body(of: context.size), context)
    return frame
  }
}

extension Frame {
  /// What stands in a role, row by row with a blank between.
  func letters(in role: Role) -> String { letters(marked: role.letter) }

  /// What is underlined, row by row with a blank between.
  var underlined: String { letters(marked: "_") }

  /// Reads the picture that goldens are made of: rows of text, and below each its marks.
  private func letters(marked mark: Character) -> String {
    var row: [Character] = []
    var found: [String] = []
    for line in styled().split(separator: "\n") {
      if line.first == "│" {
        row = Array(line)
        continue
      }
      let here = zip(line, row).filter { Character($0.0.lowercased()) == mark }.map(\.1)
      if !here.isEmpty { found.append(String(here)) }
    }
    return found.joined(separator: " ")
  }
}
