import Foundation
import HearthCore
import HearthStorage

/// The second folder of backups, for the full screen and the shell alike.
extension Vault {
  /// Its path, where one is named.
  var secondFolderPath: String? {
    get throws(Problem) { try setting(.backupFolder).map(Environment.opened) }
  }

  /// The folder and its path, where one is named and there today.
  var secondFolder: (place: BackupFolder, path: String)? {
    get throws(Problem) {
      guard let path = try secondFolderPath else { return nil }
      return (try? secondPlace(at: path)).map { ($0, path) }
    }
  }

  /// A folder for a second copy of each backup.
  /// - Throws: `folderOwn` for the journal's own, `folderMissing`, `folderForeign`.
  func secondPlace(at path: String) throws(Problem) -> BackupFolder {
    guard let journal = folderPath else { return try BackupFolder.at(path) }
    return try BackupFolder.at(path, outside: journal)
  }

  /// The paths of this journal's in the second folder, where that is there today.
  var backupsElsewhere: [String] {
    guard let (place, path) = try? secondFolder, let backups = try? backups(in: place) else { return [] }
    return backups.map { "\(path)/\($0.name)" }
  }

  /// Makes one in a second folder.
  /// - Throws: `folderFull` where there is no room: it may be on another disk.
  func backUp(now: Stamp, to path: String, _ rotation: BackupRotation? = BackupRotation()) throws(Problem) {
    do throws(Problem) { _ = try backUp(now: now, in: secondPlace(at: path), rotation) } catch .diskFull {
      throw .folderFull(path)
    }
  }

  /// Why what is named anew can be no second folder; nil where it can be, also one that is not there today.
  func refusal(ofSecondFolder path: String) -> Problem? {
    do throws(Problem) { _ = try secondPlace(at: path) } catch {
      switch error {
      case .folderOwn, .folderForeign, .folderUnwritable: return error
      default: return nil
      }
    }
    return access(path, W_OK) == 0 ? nil : .folderUnwritable(path)
  }

  /// Makes one in the second folder, where one is named, and notes whether that has got it: Today still says so after a
  /// lock, and on another day.
  ///
  /// - Parameter rotation: nil lets none go there.
  /// - Returns: why there is none.
  func backUpElsewhere(
    now: Stamp, _ rotation: BackupRotation? = BackupRotation(), goingOn: () throws(Problem) -> Void = {}
  ) throws(Problem) -> Problem? {
    guard let path = try secondFolderPath else { return nil }
    do throws(Problem) {
      try goingOn()
      try backUp(now: now, to: path, rotation)
      try set(.backupMissed, to: nil)
      return nil
    } catch {
      if error != .interrupted { try? set(.backupMissed, to: "yes") }
      return error
    }
  }
}
