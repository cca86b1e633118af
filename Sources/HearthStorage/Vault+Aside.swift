import HearthCore
import Seal

extension Vault {
  /// Moves notes back into the inbox that were put aside and open now: those left for this journal while another stood in
  /// its place. Meant for the moment of opening; where nothing is aside it costs one look.
  ///
  /// One that still does not open stays where it is, and so does one whose name is taken in the inbox.
  func bringBackNotes() throws(Problem) {
    guard let inbox = try folder?.folder(JournalFolder.inbox), inbox.status(of: JournalFolder.aside) != nil else {
      return
    }
    let aside = try inbox.folder(JournalFolder.aside)
    let names = try aside.names()
    if names.isEmpty { return }
    let keys = try read(InboxKeys.all)
    for name in names {
      let first = InboxName.beforeAside(name)
      guard inbox.status(of: first) == nil, Vault.opens(name, as: first, in: aside, keys) else { continue }
      try aside.rename(name, to: first, in: inbox)
    }
  }

  private static func opens(_ name: String, as first: String, in aside: Folder, _ keys: [BoxKeys]) -> Bool {
    if InboxAnswers.isName(first) {
      if case .sheet = InboxFile<InboxAnswers>(name, in: aside, keys) { return true }
    } else if InboxNote.isName(first) {
      if case .sheet = InboxFile<InboxNote>(name, in: aside, keys) { return true }
    }
    return false
  }
}
