import Foundation
import HearthContent
import HearthCore
import HearthExchange

/// A folder of Markdown files to be taken in, with those in its folders.
struct MarkdownSource {
  private let folder: String

  /// Nil for what is no folder.
  init?(_ path: String) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return nil }
    folder = path
  }

  /// - Throws: `importBroken` with the file in which there is a fault; a `UsageError` where there is no page at all.
  func document(_ zones: ImportZones, _ words: Words) throws -> any ImportDocument {
    var pages = MarkdownPages(zones: zones)
    let names = names
    guard !names.isEmpty else { throw UsageError(sentence: words[.shellFolderNoPages, ["folder": folder]]) }
    for name in names {
      let path = (folder as NSString).appendingPathComponent(name)
      try pages.take(try StandardInput.bytes(ofFile: path), file: path)
    }
    return pages.document
  }

  /// By name, which begins with the day in what Hearth writes. What is hidden belongs to other programs.
  private var names: [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      name.lowercased().hasSuffix(".md") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }
}
