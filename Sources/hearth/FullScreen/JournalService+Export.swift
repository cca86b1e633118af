import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Chosen entries on their way out to a file, from the full screen.
extension Vault {
  /// - Parameters:
  ///   - path: `~` is the home. A file that is there already is refused: nothing is written over.
  ///   - goingOn: throws where it is to end early; then there is no file.
  func export(
    _ ids: [UUID], _ form: ExportForm, to path: String, at now: Stamp, _ words: Words,
    goingOn: () throws(Problem) -> Void
  ) throws(Problem) -> Event {
    let path = Environment.opened(path)
    if NewFile.exists(path) { throw .fileExists(path) }
    let document = EntryDocument(form.document, words, now: now)
    let count = try NewFile.write(path) { out throws(Problem) in
      try document.write(to: out) { each throws(Problem) in
        for id in ids {
          try goingOn()
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
