import Canvas
import Foundation
import HearthApp
import HearthContent
import HearthCore

/// `config.yaml`, and the folders of content and themes beside it. Written only where the person has just chosen something that is kept there.
struct ConfigFile: Sendable {
  /// The folder, absolute.
  let folder: String

  /// Whether it is read and nothing more, and a person's own content stays out of sight: what is made up is shown to
  /// strangers.
  var isForDemo = false

  private var path: String { folder + "/config.yaml" }

  /// What the file says, and the theme it names; the usual where there is none. What cannot be read is named.
  func read() -> (config: Config, problems: [ContentProblem]) {
    guard let bytes = FileManager.default.contents(atPath: path) else { return (Config(), []) }
    guard let text = try? PlainText.read(Array(bytes)) else {
      return (Config(), [ContentProblem(file: path, line: nil, what: .unreadable)])
    }
    var (config, problems) = Config.reading(text, named: path, themes: Set(Theme.names + ownThemes))
    if let own = config.theme.flatMap(ownTheme) {
      config.ownTheme = own.theme
      problems += own.problems
    }
    return (config, problems)
  }

  /// Where the file wants the journal to lie, absolute; nil where it does not say.
  ///
  /// - Throws: `oddJournal` where it wants to say so and cannot be read.
  func journal(home: String) throws(ContentProblem) -> String? {
    guard let data = FileManager.default.contents(atPath: path),
      let place = try Config.journal(in: String(decoding: data, as: UTF8.self), named: path)
    else { return nil }
    return Environment.opened(place, home: home)
  }

  /// Whether there is any content of a person's own.
  var hasOwnContent: Bool { !ownNames.isEmpty }

  /// A person's own prompts, lines and templates, by name within the content folder, and the names of those that are no
  /// text; what else is broken is told by the shelf.
  func ownContent() -> (files: [(name: String, text: String)], unreadable: [String]) {
    var (files, unreadable): ([(name: String, text: String)], [String]) = ([], [])
    for name in ownNames {
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/content/\(name)") else { continue }
      if let text = try? PlainText.read(Array(bytes)) { files.append((name, text)) } else { unreadable.append(name) }
    }
    return (files, unreadable)
  }

  /// All there is to read and answer.
  func shelf() -> Shelf {
    let (files, unreadable) = ownContent()
    return Shelf(own: files, unreadable: unreadable)
  }

  private var ownNames: [String] {
    if isForDemo { return [] }
    return [
      ("prompts", [".yaml"]), ("lines", [".yaml"]), ("templates", [".yaml", ".md"]), ("cards", [".md"]),
      ("practices", [".yaml"]), ("measures", [".yaml"]),
    ].flatMap { kind, endings in names(in: "content/" + kind, endings).map { "\(kind)/\($0)" } }
  }

  // MARK: Themes

  private var ownThemes: [String] { names(in: "themes", [".yaml"]).map { String($0.dropLast(".yaml".count)) } }

  /// A file of the person's own comes before a theme of the house that has the same name.
  private func ownTheme(_ name: String) -> (theme: OwnTheme, problems: [ContentProblem])? {
    guard ownThemes.contains(name) else { return nil }
    let file = "\(folder)/themes/\(name).yaml"
    guard let bytes = FileManager.default.contents(atPath: file) else { return nil }
    if let text = try? PlainText.read(Array(bytes)) { return OwnTheme.reading(text, named: file) }
    return (OwnTheme.reading("", named: file).theme, [ContentProblem(file: file, line: nil, what: .unreadable)])
  }

  // MARK: Files

  private func names(in place: String, _ endings: [String]) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(place)")) ?? []
    return names.filter { name in endings.contains { name.hasSuffix($0) } && !name.hasPrefix(".") }.sorted()
  }

  // MARK: Writing

  /// Keeps the chosen country, and nothing else of the file is changed.
  func choose(country: String) throws(Problem) -> Config {
    if isForDemo {
      var config = read().config
      config.country = country
      return config
    }
    guard let text = Config.setting(country: country, in: try present()) else {
      throw .configUnsafe(file: path, country: country)
    }
    try write(text)
    return read().config
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
      throw Self.problem(error, at: path)
    }
  }

  /// Foundation's own number says little; what the system said no with lies below it.
  static func problem(_ error: any Error, at path: String) -> Problem {
    let below = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
    let system = below as NSError
    let code = system.domain == NSPOSIXErrorDomain ? CInt(system.code) : EIO
    return [ENOSPC, EDQUOT].contains(code) ? .diskFull : .systemRefused(path, code: Int(code))
  }
}
