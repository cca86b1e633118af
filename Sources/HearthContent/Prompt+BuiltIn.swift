import CResources
import HearthCore

extension Prompt {
  /// The questions compiled into the program, in the order of their files: a table, since one of them stands on the first screen.
  static var builtIn: [Prompt] { rows.filter(isSpoken).map(Prompt.init) }

  /// One of them, without making the others.
  static func builtIn(_ id: String) -> Prompt? {
    rows.first { String(cString: $0.id) == id && isSpoken($0) }.map(Prompt.init)
  }

  private static var rows: [hearth_prompt] { (0..<hearth_prompt_count()).map { hearth_prompt($0).pointee } }

  private static func isSpoken(_ row: hearth_prompt) -> Bool { spokenFiles.contains(row.fileName) }

  private static let spokenFiles: Set<String> = {
    var files: [UnsafePointer<CChar>] = []
    // Questions of a file stand together, and mostly share its name. A name that comes twice does no harm.
    for row in rows where files.last != row.file { files.append(row.file) }
    return Set(ContentFile.spoken(files.map { String(cString: $0) }, in: Language.current))
  }()

  private init(_ row: hearth_prompt) {
    self.init(
      id: String(cString: row.id), text: String(cString: row.text), literal: row.literal.map { String(cString: $0) },
      categories: row.list(row.categories),
      depth: Int(row.depth), minutes: Int(row.minutes), concepts: row.list(row.concepts).compactMap { Int($0) },
      note: row.note.map { String(cString: $0) })
  }
}

extension hearth_prompt {
  fileprivate var fileName: String { String(cString: file) }

  fileprivate func list(_ texts: UnsafePointer<CChar>) -> [String] {
    String(cString: texts).split(separator: ",").map(String.init)
  }
}
