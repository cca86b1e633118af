import HearthCore
import Testing

@Suite struct SettingTextsTests {
  /// A journal that was given one before such were refused opens all the same.
  @Test(arguments: [
    (Setting.dayEnd, "720", true), (.dayEnd, "721", false), (.lockAfter, "0", true), (.lockAfter, "1440", true),
    (.lockAfter, "-1", false), (.lockAfter, "1441", false),
    (.lockAfter, "9223372036854775807", false), (.quietNotes, "heavy=20515 wideGap=never", true),
    (.quietNotes, "heavy=-9223372036854775808", false), (.presence, "20515 9223372036854775807", false),
    (.questionSeed, "18446744073709551615", true),
  ])
  func `a number out of range is as if it was never set`(_ setting: Setting, _ text: String, _ isTaken: Bool) {
    #expect(SettingTexts([setting.rawValue: text])[setting] == (isTaken ? text : nil))
  }
}
