import Foundation
import HearthContent

/// Where things are written to, as a verb was told.
extension Shell {
  /// Refuses what no file can be written to, before anything is.
  ///
  /// - Parameters:
  ///   - replacing: whether another file may give way to it.
  ///   - taken: said where one does not.
  func expectRoom(for file: String, replacing: Bool = false, orSay taken: Word = .shellFileExists) throws(UsageError) {
    try expectOutside(file)
    let isFree = !NewFile.exists(file)
    guard isFree || replacing else { throw UsageError(sentence: words[taken, ["file": file]]) }
    guard NewFile.isReplaceable(file) else { throw UsageError(sentence: words[.shellFileOdd, ["file": file]]) }
  }

  /// Refuses a name that is none, and one within the journal's own folder.
  func expectOutside(_ place: String) throws(UsageError) {
    if place.isEmpty { throw UsageError(sentence: words[.shellPlaceUnnamed]) }
    let resolved = { (path: String) in URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    let (place, journal) = (resolved(place), resolved(folder.path))
    guard place != journal, !place.hasPrefix(journal + "/") else {
      throw UsageError(sentence: words[.shellPlaceWithin, ["place": place]])
    }
  }
}
