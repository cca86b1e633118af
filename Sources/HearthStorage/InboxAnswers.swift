import Foundation
import Glibc
import HearthCore
import Seal

/// A check-in or a moment as a file in the inbox, beside the notes and sealed like them. An earlier Hearth, which knows
/// neither, leaves the file where it is.
struct InboxAnswers: InboxSheet {
  /// Grows when an older Hearth could not read it any more.
  var schema = 1
  var checkIn: CheckIn?
  var moment: Moment?

  init(_ checkIn: CheckIn) { self.checkIn = checkIn }
  init(_ moment: Moment) { self.moment = moment }

  static let ending = ".answers"

  static func isName(_ name: String) -> Bool { name.hasSuffix(ending) }

  /// Names of the files, in order.
  static func names(in inbox: Folder) throws(Problem) -> [String] {
    try InboxName.names(in: inbox, endingIn: ending)
  }

  /// - Parameter lock: what it is sealed to.
  func write(in inbox: Folder, sealedTo lock: [UInt8]) throws(Problem) {
    guard let id = checkIn?.id ?? moment?.id, let json = try? JSONEncoder().encode(self) else {
      throw .systemRefused(inbox.path, code: Int(EIO))
    }
    let sealed = SealedBox.seal(Array(json), to: lock)
    try inbox.write(sealed, as: id.uuidString + Self.ending, first: InboxName.draft(of: id))
  }
}
