import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// All keys of all screens, read from their bindings: what `hearth keys` prints and `docs/keys.md` holds.
package struct KeyBook: Sendable {
  /// The keys of one place.
  package struct Page: Sendable {
    package let title: String
    /// Keys as a person reads them, what they do, and the name that the config file knows this by.
    package let rows: [(keys: String, label: String, name: String)]
  }

  /// The keys of the house first, then each screen.
  package let pages: [Page]

  package init(_ words: Words = Words(), keymap: Keymap = Keymap()) {
    func page(_ title: Word, _ rows: KeyRows) -> Page {
      Page(
        title: words[title],
        rows: rows.changed(by: keymap).all.filter { !$0.keys.isEmpty }.map { row in
          (row.keys.map(\.label).joined(separator: " "), words[row.label], row.label.path)
        })
    }
    pages =
      [
        page(.keysAlways, HouseCommand.always.rows),
        page(.keysWhenNotTyping, HouseCommand.whenNotTyping.rows),
      ] + Self.screens.map { page($0.name, $0.keyRows()) }
  }

  /// One of each kind, in the states that show the most keys.
  static var screens: [any Screen] {
    let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    let context = Context(now: Instant(seconds: 0), zone: .utc, size: Size(columns: 80, rows: 24)) { nobody }
    let stamp = context.stamp
    let draft = Draft(entry: nobody, isEdit: false, text: "", stamp: stamp, keptAt: context.now)
    let head = Entry(
      id: nobody, stamp: stamp, day: context.today, createdAt: context.now, modifiedAt: context.now, text: ""
    ).head
    let routes: [Route] = [
      .read(head, in: EntryFilter()), .compose(.blank(answering: nil)), .trash, .support, .settings, .welcome,
      .palette(.everything), .draftOffer(draft), .held(process: nil), .versions(head), .templates, .hushed(head),
      .year(context.today, in: EntryFilter()),
    ]
    return Room.allCases.map { $0.screen(in: context) } + JournalScreen.states(in: context)
      + routes.map { $0.screen(over: [], named: "", in: context) }
  }
}
