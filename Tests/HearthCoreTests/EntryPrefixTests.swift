import HearthCore
import Testing

@Suite struct EntryPrefixTests {
  @Test(
    arguments: [
      ("yesterday 9am: Called Mum. Body", "yesterday 9am", "Called Mum. Body"),
      ("Yesterday: Called Mum", "Yesterday", "Called Mum"),
      ("9:30: woke", "9:30", "woke"),
      ("21:04:05: exact", "21:04:05", "exact"),
      ("5pm: tea", "5pm", "tea"),
      ("2026-02-14: a walk", "2026-02-14", "a walk"),
      ("2026-02-14 21:04: a walk: long", "2026-02-14 21:04", "a walk: long"),
      ("2026-02-14T21:04:00+01:00: a walk", "2026-02-14T21:04:00+01:00", "a walk"),
      ("last friday at noon: a walk", "last friday at noon", "a walk"),
      ("sat 9am: a walk", "sat 9am", "a walk"),
      ("saturday: a walk", "saturday", "a walk"),
      ("may 1: was rough", "may 1", "was rough"),
      ("14 feb:\nLine one\nLine two", "14 feb", "Line one\nLine two"),
      ("2 hours ago: rain", "2 hours ago", "rain"),
      // What does not exist or is ambiguous is still meant as a date: whoever asks is told.
      ("30 feb: a walk", "30 feb", "a walk"),
      ("03/04/2026: a walk", "03/04/2026", "a walk"),
      ("yesterday:", "yesterday", ""),
    ])
  func `what is plainly a date is taken off`(typed: String, date: String, text: String) {
    let split = EntryPrefix.split(typed)
    #expect(split.date == date)
    #expect(split.text == text)
    #expect(!split.isStarred)
  }

  @Test(
    arguments: [
      "Note to self: buy tea", "may: was rough", "10: ten", "1/2: half done", "14.2: a number", "sat: on a bench",
      "Sun: everywhere", "wed: a wedding", "now: better", "tomorrow: the dentist", "next friday: the party",
      "in 3 days: snow", "9:30 woke", "yesterday 9am Called Mum", "yesterday:Called Mum", "John 3:16: a verse",
      "last week: tired", "march: cold", "2026: a year", "Called Mum.\nyesterday: no", ": nothing", "", "Only text",
      "3.5: a grade", "1st: tea\n2nd: bread", "this morning: rain", "last july: hot",
    ])
  func `all else is text, word for word`(typed: String) {
    #expect(EntryPrefix.split(typed) == EntryPrefix(date: nil, text: typed, isStarred: false))
  }

  @Test(
    arguments: [
      ("Called Mum *", nil, "Called Mum"),
      ("Called Mum *\nWe talked", nil, "Called Mum\nWe talked"),
      ("* Called Mum", nil, "Called Mum"),
      ("*: Called Mum", nil, "Called Mum"),
      ("* yesterday 9am: Called Mum", "yesterday 9am", "Called Mum"),
      ("yesterday 9am *: Called Mum", "yesterday 9am", "Called Mum"),
      ("yesterday*: Called Mum", "yesterday", "Called Mum"),
      ("yesterday 9am: * Called Mum", "yesterday 9am", "Called Mum"),
      ("yesterday 9am: Called Mum *", "yesterday 9am", "Called Mum"),
    ] as [(String, String?, String)])
  func `a star before or behind stars`(typed: String, date: String?, text: String) {
    #expect(EntryPrefix.split(typed) == EntryPrefix(date: date, text: text, isStarred: true))
  }

  @Test(arguments: [
    "**bold** words", "*soft* words", "2*3", "a star*", "* tea\n* milk", "*", "* ", "Title\n* tea", "tea\nmilk *",
  ])
  func `other stars stay where they are`(typed: String) {
    #expect(EntryPrefix.split(typed) == EntryPrefix(date: nil, text: typed, isStarred: false))
  }
}
