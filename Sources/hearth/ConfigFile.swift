import Canvas
import Foundation
import HearthApp
import HearthContent
import HearthCore
import Seal

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
    do throws(ContentProblem) {
      guard let text = try OwnFile.text(at: path) else { return (Config(), []) }
      return reading(text)
    } catch {
      return (Config(), [error])
    }
  }

  private func reading(_ text: String) -> (config: Config, problems: [ContentProblem]) {
    var (config, problems) = Config.reading(text, named: path, themes: Set(Theme.names + ownThemes))
    if let own = config.theme.flatMap(ownTheme) {
      config.ownTheme = own.theme
      problems += own.problems
    }
    return (config, problems)
  }

  /// Where the file wants the journal to lie, absolute; nil where it does not say.
  ///
  /// - Throws: `oddJournal` where it wants to say so and cannot be read; what keeps the file from being read, where it is
  ///   there: it may say so too.
  func journal(home: String) throws(ContentProblem) -> String? {
    guard let bytes = try OwnFile.bytes(at: path), let place = try journal(in: bytes) else { return nil }
    return Environment.opened(place, home: home)
  }

  /// A byte that fits no character takes nothing from the line about the journal where it stands elsewhere.
  private func journal(in bytes: [UInt8]) throws(ContentProblem) -> String? {
    let text: String
    do throws(ContentProblem) {
      text = try OwnFile.text(of: bytes, named: path)
    } catch {
      // In UTF-16 a NUL stands beside each letter.
      let legible = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
      guard Config.mayPlaceJournal(legible) else { return nil }
      guard let place = try? Config.journal(in: legible, named: path), !place.contains("\u{FFFD}") else { throw error }
      return place
    }
    return try Config.journal(in: text, named: path)
  }

  /// Whether there is any content of a person's own.
  var hasOwnContent: Bool { !ownNames.isEmpty || !closedFolders.isEmpty }

  /// A person's own prompts, lines and templates, by name within the content folder, and what could not be read of them;
  /// what else is broken is told by the shelf.
  func ownContent() -> (files: [(name: String, text: String)], unreadable: [ContentProblem]) {
    var (files, unreadable): ([(name: String, text: String)], [ContentProblem]) = ([], closedFolders)
    for name in ownNames {
      do throws(ContentProblem) {
        let text = try OwnFile.text(at: "\(folder)/content/\(name)", named: name)
        if let text { files.append((name, text)) }
      } catch {
        unreadable.append(error)
      }
    }
    return (files, unreadable)
  }

  /// All there is to read and answer.
  func shelf() -> Shelf {
    let (files, unreadable) = ownContent()
    return Shelf(own: files, unreadable: unreadable)
  }

  private static let kinds: KeyValuePairs = [
    "prompts": [".yaml"], "lines": [".yaml"], "templates": [".yaml", ".md"], "cards": [".md"], "practices": [".yaml"],
    "measures": [".yaml"],
  ]

  private var ownNames: [String] {
    if isForDemo || !hasContentFolder { return [] }
    return Self.kinds.flatMap { kind, endings in names(in: "content/" + kind, endings).map { "\(kind)/\($0)" } }
  }

  /// Whether there may be content of a person's own. Mostly there is no folder, and no need to look for each kind.
  var hasContentFolder: Bool { access(folder + "/content", F_OK) == 0 || errno != ENOENT }

  /// Folders of content that are there and cannot be looked into.
  private var closedFolders: [ContentProblem] {
    if isForDemo || !hasContentFolder { return [] }
    if let closed = OwnFile.closed(folder: folder + "/content", named: "content/") { return [closed] }
    return Self.kinds.compactMap { kind, _ in OwnFile.closed(folder: "\(folder)/content/\(kind)", named: kind + "/") }
  }

  // MARK: Themes

  private var ownThemes: [String] { names(in: "themes", [".yaml"]).map { String($0.dropLast(".yaml".count)) } }

  /// A file of the person's own comes before a theme of the house that has the same name.
  private func ownTheme(_ name: String) -> (theme: OwnTheme, problems: [ContentProblem])? {
    guard ownThemes.contains(name) else { return nil }
    let file = "\(folder)/themes/\(name).yaml"
    do throws(ContentProblem) {
      return try OwnFile.text(at: file).map { OwnTheme.reading($0, named: file) }
    } catch {
      return (OwnTheme.reading("", named: file).theme, [error])
    }
  }

  // MARK: Files

  private func names(in place: String, _ endings: [String]) -> [String] {
    let names = (try? Folder("\(folder)/\(place)").names()) ?? []
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
    let bytes: [UInt8]?
    do throws(ContentProblem) {
      bytes = try OwnFile.bytes(at: path)
    } catch {
      // Where a link leads, the file is made.
      if error.what == .strayLink { return "" }
      throw .systemRefused(path, code: error.value.flatMap { Int($0) } ?? Int(EISDIR))
    }
    guard let text = String(validating: bytes ?? [], as: UTF8.self) else {
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
