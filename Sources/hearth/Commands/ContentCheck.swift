import ArgumentParser
import Foundation
import HearthContent
import HearthCore

/// `hearth content check`: every mistake in files of content, with its line.
struct ContentCheck: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check files you wrote, and name each mistake with its line.",
    discussion: """
        hearth content check ~/.config/hearth/content/practices/evening.yaml
        hearth content check prompts/*.yaml

      The folder's name says what is in a file: prompts, practices, cards, measures, templates, lines. Files are only read; \
      nothing is changed. docs/content.md says how to write them.

      The exit status is 0 when all of it can be used, 2 when something cannot.
      """)

  @Argument(help: "The files to read.", completion: .file())
  var files: [String]

  func run() throws {
    let words = Words()
    let problems = Shelf.problems(in: try files.map { (name: $0, text: try text(of: $0)) })
    for problem in problems { try Output.write(Legible.line(problem.sentence(words)) + "\n") }
    guard problems.isEmpty else { throw ExitCode(2) }
    Output.say(words.count(files.count, .contentCheckedOne, .contentCheckedMany))
  }

  private func text(of file: String) throws -> String {
    if file.isEmpty { throw UsageError(sentence: Words()[.shellPlaceUnnamed]) }
    guard let bytes = FileManager.default.contents(atPath: file) else { throw Problem.fileMissing(file) }
    return try PlainText.read(Array(bytes))
  }
}
