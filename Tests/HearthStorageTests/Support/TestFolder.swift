import Foundation
import HearthCore
import HearthStorage

/// A place of its own for one test, gone after it.
final class TestFolder: Sendable {
  /// Exists, and holds nothing.
  let root: String
  /// Where a journal can be; does not exist yet.
  var journal: String { root + "/journal" }
  var inbox: String { journal + "/inbox" }

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "hearth-storage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    root = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func open() throws -> Vault { try Vault.open(journal, now: .start) }

  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ bytes: Data, to path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  /// The lowest nine bits: `0o600`.
  func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int ?? -1) & 0o777
  }

  func setMode(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }
}
