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
        hearth content check ~/.config/hearth/content

      The folder's name says what is in a file: prompts, practices, cards, measures, templates, lines. Of a folder every file \
      counts whose name ends in .yaml or .md. Files are only read; nothing is changed. docs/content.md says how to write them.

      The exit status is 0 when all of it can be used, 2 when something cannot.
      """)

  @Argument(help: "The files to read, or folders of them.", completion: .file())
  var files: [String]

  func run() throws {
    let words = Words()
    let files = try files.flatMap { try Self.files(at: $0) }
    let problems = Shelf.problems(in: try files.map { (name: $0, text: try text(of: $0)) })
    for problem in problems { try Output.write(Legible.line(problem.sentence(words)) + "\n") }
    guard problems.isEmpty else { throw ExitCode(2) }
    Output.say(words.count(files.count, .contentCheckedOne, .contentCheckedMany))
  }

  /// The file itself, or all of content in a folder, in the order of their names.
  private static func files(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return [path]
    }
    let found = (FileManager.default.subpaths(atPath: path) ?? []).sorted()
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }.map { path + (path.hasSuffix("/") ? "" : "/") + $0 }
    guard !found.isEmpty else { throw UsageError(sentence: Words()[.contentNoFiles, ["folder": path]]) }
    return found
  }

  private func text(of file: String) throws -> String {
    if file.isEmpty { throw UsageError(sentence: Words()[.shellPlaceUnnamed]) }
    guard let bytes = FileManager.default.contents(atPath: file) else { throw Problem.fileMissing(file) }
    return try PlainText.read(Array(bytes))
  }
}
