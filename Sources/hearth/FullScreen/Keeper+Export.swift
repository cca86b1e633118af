import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Chosen entries on their way out to a file, from the full screen.
extension Vault {
  /// - Parameter path: `~` is the home. A file that is there already is refused: nothing is written over.
  func export(
    _ ids: [UUID], _ form: ExportForm, to path: String, at now: Stamp, _ words: Words
  ) throws(Problem) -> Event {
    let home = Environment.value("HOME").flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    let path = path.hasPrefix("~/") ? home + path.dropFirst() : path
    if NewFile.exists(path) { throw .fileExists(path) }
    let document = EntryDocument(form.document, words, now: now)
    let count = try NewFile.write(path) { out throws(Problem) in
      try document.write(to: out) { each throws(Problem) in
        for id in ids {
          if let entry = try entry(id) { try each(entry) }
        }
      }
    }
    return .exported(count, path: path)
  }
}

extension ExportForm {
  fileprivate var document: DocumentForm {
    switch self {
    case .json: .json
    case .md: .md
    case .jrnl: .jrnl
    case .csv: .csv
    }
  }
}
