/// What Today remembers of what it has said by itself, so that it says nothing too often.
package struct AsideMemory: Hashable, Sendable {
  package var notes = QuietNoteHistory()
  package var invitations = Invitations()
  package var presence = Presence()
  package var monthly = MonthlyQuestion()
  /// On this day nothing more is offered.
  package var putOff: Day?

  package init() {}
}
