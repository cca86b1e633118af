import Canvas
import HearthContent

/// All keys of all screens, read from their bindings: what `hearth keys` prints and `docs/keys.md` holds.
package struct KeyBook: Sendable {
  /// The keys of one place.
  package struct Page: Sendable {
    package let title: String
    /// Keys as a person reads them, what they do, and the name that the config file knows this by.
    package let rows: [(keys: String, label: String, name: String)]
  }

  /// The keys of the house first, then each screen; what a screen can do in some state only stands behind the rest.
  package let pages: [Page]

  /// Every screen there is. A new one is added here.
  static let screens: [any Screen.Type] = [
    TodayScreen.self, JournalScreen.self, ReadScreen.self, VersionsScreen.self, ComposeScreen.self, PaletteScreen.self,
    TagsScreen.self, DraftScreen.self, TemplatesScreen.self, HushedScreen.self, SettingsScreen.self, TicksScreen.self,
    ElsewhereScreen.self, YearScreen.self, SupportScreen.self, WelcomeScreen.self, HeldScreen.self, UnlockScreen.self,
    CurtainScreen.self,
    PassphraseScreen.self, RecoveryScreen.self, BackupsScreen.self, FarewellScreen.self, EraseScreen.self,
    LibraryScreen.self, CardScreen.self, ChartsScreen.self, DayScreen.self, MemoriesScreen.self, CheckInScreen.self,
    MomentScreen.self, PeopleScreen.self, PersonScreen.self, FormScreen.self, TouchpointsScreen.self,
    TouchpointScreen.self, PeopleMapsScreen.self, PracticesScreen.self, PracticeScreen.self, PastRunScreen.self,
    FollowUpScreen.self, CheckScreen.self, KeptChecksScreen.self, OwnSupportScreen.self, VeilScreen.self,
    QuestionsScreen.self, AnswersScreen.self, ReportScreen.self,
  ]
  static let tables: [KeyTable] = screens.flatMap { $0.tables }

  package init(_ words: Words = Words(), keymap: Keymap = Keymap()) {
    var titles: [Word] = []
    var rows: [Word: [KeyRow]] = [:]
    func add(_ title: Word, _ more: KeyRows) {
      if rows[title] == nil { titles.append(title) }
      let known = Set(rows[title, default: []].map(\.label))
      rows[title, default: []] += more.all.filter { !$0.keys.isEmpty && !known.contains($0.label) }
    }
    add(.keysAlways, HouseCommand.always.rows.changed(by: keymap, where: .text))
    add(.keysWhenNotTyping, HouseCommand.whenNotTyping.rows.changed(by: keymap, where: .nothing))
    for table in Self.tables { add(table.name, table.rows.changed(by: keymap, where: table.takes)) }
    pages = titles.map { title in
      Page(
        title: words[title],
        rows: rows[title, default: []].map { row in
          (row.keys.map(\.label).joined(separator: " "), words[row.label], row.label.path)
        })
    }
  }
}
