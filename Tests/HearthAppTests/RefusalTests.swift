import HearthApp
import HearthCore
import Testing

@testable import hearth

@Suite struct RefusalTests {
  @Test(
    arguments: [
      (Event.saveRefused(Story.id(1), .diskFull), Event.Refusal.ofWords(.diskFull), Event.Refusal.ofWords(.diskFull)),
      (.draftRefused(Story.id(1), .diskFull), .ofWords(.diskFull), .ofWords(.diskFull)),
      (.noteRefused(Story.id(1), .diskFull), .ofWords(.diskFull), .ofWords(.diskFull)),
      (.refused(.diskFull), .ofWork(.diskFull), .ofWords(.diskFull)),
      (.refused(.journalHeld(process: nil)), .ofWork(.journalHeld(process: nil)), .ofWords(.journalHeld(process: nil))),
      (.refused(.journalClosed), nil, .ofWords(.journalClosed)),
      (.exportRefused(.diskFull), .ofWork(.diskFull), .ofWork(.diskFull)),
      (.backupRefused(.diskFull), nil, nil), (.takenBack(nil), nil, nil),
    ] as [(Event, Event.Refusal?, Event.Refusal?)])
  func `who leaves is told what was not done`(
    _ event: Event, _ refusal: Event.Refusal?, _ refusalToPages: Event.Refusal?
  ) {
    #expect(event.refusal(toPages: false) == refusal)
    #expect(event.refusal(toPages: true) == refusalToPages)
  }

  @Test func `what is as usual is not kept, and everything else comes back`() {
    #expect(Settings().texts.values.compactMap(\.self) == ["yes"])
    let settings = Settings {
      $0.dayEnd = DayEnd(minute: 60)
      ($0.isWelcomed, $0.bringsBack, $0.showsRhythm, $0.reducesMotion) = (false, false, true, true)
      ($0.lockAfter, $0.leavesOnEscape, $0.covers, $0.speaksPlainly) = (0, true, true, true)
      ($0.invites, $0.asksMonthly, $0.hidesCheck, $0.skipsCheckNotice) = (true, false, true, true)
      ($0.interests, $0.moodNames, $0.checkInFields) = ([.lonely], ["a", "b", "c", "d", "e"], ["mood"])
      $0.leaning.pace = .person
    }
    let texts = settings.texts.compactMapValues(\.self)
    let kept = SettingTexts(Dictionary(uniqueKeysWithValues: texts.map { ($0.rawValue, $1) }))
    #expect(Settings(kept) == settings)
    #expect(Settings(SettingTexts([:])) == Settings { $0.isWelcomed = false })
  }
}
