import Foundation
import HearthContent
import HearthCore
import HearthExchange

/// A folder to write the journal into, a file an entry. Nobody but its owner can look into what is made in it.
struct NewFolder {
  private let path: String

  /// - Parameter mayHold: whether something may be in it already; files of the same name are then replaced.
  /// - Throws: a `UsageError` where something is in it.
  init(_ path: String, mayHold: Bool, _ words: Words) throws {
    self.path = path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if !names.isEmpty && !mayHold { throw UsageError(sentence: words[.shellFolderFull, ["folder": path]]) }
  }

  /// - Returns: how many files there are now.
  func write(_ entries: EntryDocument.Entries) throws(Problem) -> Int {
    try make(path)
    var count = 0
    var folder = MarkdownFolder()
    try entries { entry throws(Problem) in
      let file = folder.next(entry)
      let place = path + "/" + file.path
      try make((place as NSString).deletingLastPathComponent)
      try NewFile.write(place, isSynced: false) { out throws(Problem) in try out(file.text) }
      count += 1
    }
    // Once for all of the files.
    sync()
    return count
  }

  /// With those above it.
  private func make(_ folder: String) throws(Problem) {
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    let above = (folder as NSString).deletingLastPathComponent
    guard errno == ENOENT, !above.isEmpty, above != folder else { throw problem(folder) }
    try make(above)
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw problem(folder) }
  }

  private func problem(_ place: String) -> Problem {
    [ENOSPC, EDQUOT].contains(errno) ? .diskFull : .systemRefused(place, code: Int(errno))
  }
}
