import Foundation
import HearthContent
import HearthCore

/// Where a person's things lie, by the XDG Base Directory specification.
struct JournalLocation: Equatable, Sendable {
  /// The journal, absolute.
  let path: String
  /// Whether it was named by the person; a name that leads nowhere is then a slip and no wish for a new journal.
  let isNamed: Bool
  /// The folder of `config.yaml` and of content of one's own, absolute.
  let config: String

  /// - Parameters:
  ///   - named: what `--journal` says.
  ///   - current: the folder that relative names begin in.
  ///   - configured: what the config file says; asked for only where nothing closer says it.
  init(
    named: String?, environment: (String) -> String?, home: String, current: String,
    configured: (ConfigFile) throws -> String?
  ) rethrows {
    let settings = (JournalLocation.base("XDG_CONFIG_HOME", environment) ?? home + "/.config") + "/hearth"
    let said = named ?? environment("HEARTH_JOURNAL").flatMap { $0.isEmpty ? nil : $0 }
    let name = try said ?? configured(ConfigFile(folder: settings))
    let data = JournalLocation.base("XDG_DATA_HOME", environment) ?? home + "/.local/share"
    isNamed = name != nil
    path = name.map { JournalLocation.absolute($0, home: home, current: current) } ?? data + "/hearth"
    config = settings
  }

  /// The specification says that a relative path in these is to be ignored.
  private static func base(_ name: String, _ environment: (String) -> String?) -> String? {
    environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  private static func absolute(_ path: String, home: String, current: String) -> String {
    let path = Environment.opened(path, home: home)
    return path.hasPrefix("/") ? path : current + "/" + path
  }
}

extension JournalLocation {
  /// As this process was started.
  ///
  /// - Throws: a `UsageError` for an empty name, and where the config file speaks of the journal and cannot be read.
  init(named: String?) throws {
    if named == "" { throw UsageError(sentence: Words()[.shellJournalUnnamed]) }
    let home = Environment.home
    try self.init(
      named: named, environment: Environment.value, home: home, current: FileManager.default.currentDirectoryPath
    ) { file in
      do throws(ContentProblem) {
        return try file.journal(home: home)
      } catch {
        let words = Words()
        throw UsageError(
          sentence: [error.sentence(words), error.rest(words)].compactMap(\.self).joined(separator: " "))
      }
    }
  }

  /// For the config file and content of one's own alone; the journal may lie elsewhere.
  static var ofContent: JournalLocation {
    JournalLocation(
      named: nil, environment: Environment.value, home: Environment.home,
      current: FileManager.default.currentDirectoryPath, configured: { _ in nil })
  }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }
}

extension ContentProblem {
  /// Why no journal was opened, where the problem does not say so itself.
  fileprivate func rest(_ words: Words) -> String? {
    switch what {
    case .oddJournal: nil
    case .refused, .noFile, .strayLink: words[.contentJournalUnknown]
    default: words[.contentJournalUnopened]
    }
  }
}
