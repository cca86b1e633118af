import Testing

@testable import Canvas

@Suite struct `Finding in a text` {
  @Test(arguments: [
    ("By the Canal, the CANAL", "canal", ["Canal", "CANAL"]), ("Åsa åsa asa", "asa", ["Åsa", "åsa", "asa"]),
    ("asa Åsa", "Å", ["a", "a", "Å", "a"]), ("cafe\u{301}s", "cafe", ["cafe\u{301}"]),
    ("café", "CAFE\u{301}", ["café"]), ("Łódź Ørsted", "lodz", ["Łódź"]), ("Łódź Ørsted", "orsted", ["Ørsted"]),
    ("việt Nam", "viet n", ["việt N"]), ("Αθήνα", "αθηνα", ["Αθήνα"]), ("İstanbul", "istanbul", ["İstanbul"]),
    ("שָׁלוֹם", "שלום", ["שָׁלוֹם"]), ("我在家在", "在", ["在", "在"]), ("ก็ กี", "ก", []), ("👩‍👧 👩", "👩", ["👩"]),
    ("aaa", "aa", ["aa"]), ("so", "", []), ("so", "\u{301}", []),
  ]) func `does not care for case and accents`(text: String, query: String, found: [String]) {
    let line = TextLine(text)
    #expect(line.ranges(of: FoldedText(query)).map { String(line[$0]) } == found)
  }

  @Test func `selects as one types, from where the search began`() {
    var area = TextArea("tea\nthe canal\nthe car\nthen")
    area.press("Down Down", 20, 6)
    #expect(area.find("c") == 2)
    #expect(area.buffer.picture == "tea\nthe canal\nthe [c|]ar\nthen")
    area.find("can")
    #expect(area.buffer.picture == "tea\nthe [can|]al\nthe car\nthen")
    #expect(area.find("candle") == 0)
    #expect(area.buffer.picture == "tea\nthe canal\n|the car\nthen")
    area.find("the")
    #expect(area.buffer.picture == "tea\nthe canal\n[the|] car\nthen")
  }

  @Test func `goes on around the ends`() {
    var area = TextArea("so and So\nsó")
    area.find("so")
    #expect(area.findCount == 3)
    #expect(area.finding?.current == 0)
    for (step, current) in [(true, 1), (true, 2), (true, 0), (false, 2), (false, 1)] {
      if step { area.findNext() } else { area.findPrevious() }
      #expect(area.finding?.current == current)
    }
    #expect(area.selectedText == "So")
    area.endFind()
    #expect(area.findCount == nil)
    #expect(area.selectedText == "So")
  }

  @Test func `sees what was changed meanwhile`() {
    var area = TextArea("a b a")
    area.find("a")
    area.press("C-a 'a_b", 20, 3)
    area.findNext()
    #expect(area.findCount == 1)
    #expect(area.buffer.picture == "[a|] b")
  }

  @Test func `marks all that is in sight`() {
    var area = TextArea("one two\nTwo #two @Two")
    area.find("two")
    #expect(area.drawn(20, 2).pictureOfRoles == "hhhhzzz\nfff tfff pfff")
  }
}
