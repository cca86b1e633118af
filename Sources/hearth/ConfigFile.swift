import Foundation
import HearthContent
import HearthCore

/// `config.yaml` and the folder of content beside it. Written only where the person has just chosen something that is kept there.
struct ConfigFile: Sendable {
  /// The folder, absolute.
  let folder: String

  private var path: String { folder + "/config.yaml" }

  /// What the file says; the usual where there is none. A file that cannot be read is named.
  func read() -> (config: Config, problems: [ContentProblem]) {
    guard let data = FileManager.default.contents(atPath: path) else { return (Config(), []) }
    guard let text = String(validating: data, as: UTF8.self) else {
      return (Config(), [ContentProblem(file: path, line: nil, what: .unreadable)])
    }
    return Config.reading(text, named: path)
  }

  /// A person's own prompts and lines, by name within the content folder; broken text is told by the shelf.
  func ownContent() -> [(name: String, text: String)] {
    let root = folder + "/content"
    return ["prompts", "lines"].flatMap { kind in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(kind)")) ?? []
      return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
        FileManager.default.contents(atPath: "\(root)/\(kind)/\(name)")
          .map { ("\(kind)/\(name)", String(decoding: $0, as: UTF8.self)) }
      }
    }
  }

  /// Keeps the chosen country, and nothing else of the file is changed.
  func choose(country: String) throws(Problem) -> Config {
    guard let text = Config.setting(country: country, in: try present()) else {
      throw .configUnsafe(file: path, country: country)
    }
    try write(text)
    return Config.reading(text, named: path).config
  }

  /// The text of the file; empty where there is none. One that cannot be read is not written over.
  private func present() throws(Problem) -> String {
    guard FileManager.default.fileExists(atPath: path) else { return "" }
    guard let data = FileManager.default.contents(atPath: path) else { throw .systemRefused(path, code: Int(EACCES)) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .configBroken(file: path, line: nil, what: "UTF-8")
    }
    return text
  }

  /// Whole or not at all, and readable by nobody else. A file that is a link stays one.
  private func write(_ text: String) throws(Problem) {
    let target = URL(filePath: path).resolvingSymlinksInPath()
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: target, options: .atomic)
    } catch {
      throw .systemRefused(path, code: (error as NSError).code)
    }
  }
}
