import Testing

@testable import Canvas

@Suite struct `Editing a text` {
  @Test(arguments: [
    ("|", "'tea", "tea|"), ("te|m", "'a", "tea|m"), ("a|b", "Enter", "a\n|b"),
    ("a [bad|] day", "'good", "a good| day"), ("[a\nb\nc|]", "'x", "x|"), ("|", "'å_é", "å é|"),
  ]) func `typing puts text at the cursor`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test(arguments: [
    ("ab|c", "Backspace", "a|c"), ("a\n|b", "Backspace", "a|b"), ("|a", "Backspace", "|a"),
    ("a|bc", "Delete", "a|c"), ("a|\nb", "Delete", "a|b"), ("a|", "Delete", "a|"),
    ("👨‍👩‍👧‍👦|", "Backspace", "|"), ("|👍🏽x", "Delete", "|x"), ("ne\u{301}|", "Backspace", "n|"),
    ("🇩🇪🇸🇪|", "Backspace", "🇩🇪|"), ("한국|", "Backspace", "한|"), ("[a|]b", "Backspace", "|b"),
  ]) func `a family emoji goes in one press`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test(arguments: [
    ("by the canal|", "C-w", "by the |"), ("by the canal|", "C-Backspace A-Backspace", "by |"),
    ("a\n|b", "C-w", "a|b"), ("by |the canal", "C-Delete", "by | canal"),
    ("by| the canal", "C-Delete", "by| canal"), ("a|\nb", "C-Delete", "a|b"),
    ("by |the canal\nx", "C-k", "by |\nx"), ("by |\nx", "C-k", "by |x"), ("x|", "C-k", "x|"),
    ("[by t|]he", "C-w", "|he"),
  ]) func `words and ends of lines are erased`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test func `the end of a line goes as a whole, however it is wrapped`() {
    #expect(TextBuffer.after("the |long way home", "C-k", width: 6) == "the |")
  }

  @Test(arguments: [
    ("a [bad|] day", "C-x C-v C-v", "a badbad| day"), ("a [bad|] day", "C-c End C-v", "a bad daybad|"),
    ("[a\nb|]c", "C-x End C-v", "ca\nb|"), ("a|b", "C-c C-x C-v", "a|b"), ("[a|]b", "C-v", "[a|]b"),
    ("x[ab|]", "C-c Left S-Right C-c Home C-v", "a|xab"),
  ]) func `cut, copy and paste work inside`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test(arguments: [
    ("a\r\nb", "a\nb"), ("a\rb\r\n\r\nc\n", "a\nb\n\nc\n"), ("\r\n", "\n"), ("plain\n\ttext", "plain\n\ttext"),
  ]) func `line ends of other systems become ours when pasted`(pasted: String, text: String) {
    var buffer = TextBuffer()
    buffer.insert(pasted)
    #expect(buffer.text.utf8.elementsEqual(text.utf8))
  }

  @Test(arguments: [
    "", "\n", "\n\n", "a", "a\n", "\na", "a\r\nb", "e\u{301} é\n\u{301}", "tab\tand\u{0}null\u{2028}line",
    "👨‍👩‍👧‍👦\n한\u{FE0F}",
  ]) func `what is put in comes out byte for byte`(text: String) {
    #expect(TextBuffer(text).text.utf8.elementsEqual(text.utf8))
  }

  @Test func `a mark that joins a letter takes the cursor along`() {
    var buffer = TextBuffer("\u{301}x")
    buffer.type("e")
    #expect(buffer.cursor.offset == 3)
    buffer.type("!")
    #expect(buffer.text == "e\u{301}!x")
  }

  @Test func `Ctrl-C and unknown keys change nothing`() {
    #expect(TextBuffer.after("so|", "C-c C-g F5 A-q Insert Tab Esc") == "so|")
  }

  @Test func `a place outside the text is the nearest inside`() {
    var buffer = TextBuffer("👍🏽\nab")
    buffer.place(at: TextPosition(line: 9, offset: 9))
    #expect(buffer.picture == "👍🏽\nab|")
    buffer.place(at: TextPosition(line: 0, offset: 2))
    #expect(buffer.picture == "👍🏽|\nab")
    buffer.place(at: TextPosition(line: -1, offset: -1))
    #expect(buffer.picture == "|👍🏽\nab")
  }

  @Test(arguments: [
    ("", 0), ("one", 1), ("by the canal", 3), ("don't well-being O’Neill", 3), ("so — and … then – yes", 4),
    ("a—b…c", 3), ("!!! 🙂 --", 0), ("我在家", 3), ("tea在home", 3), ("ひらがな カナ", 6), ("한국 사람", 2),
    ("3.5 #walk @Jon", 3), ("Åsa\u{A0}å\nb", 3), ("สวัสดี", 1),
  ]) func `words are counted, ideographs one each`(text: String, count: Int) {
    #expect(TextBuffer(text).wordCount == count)
  }

  @Test(arguments: [
    ("by the| canal", "'_long_way C-w Enter", "by the long \n| canal"),
    ("a\nb|\nc", "Backspace Backspace Delete", "a|c"), ("[one two|] three", "C-x", "| three"),
    ("one| two", "C-a 'three", "three|"),
  ]) func `the count follows every change`(before: String, keys: String, after: String) {
    var buffer = TextBuffer(picture: before)
    for input in presses(keys) { _ = buffer.take(input) }
    #expect(buffer.picture == after)
    #expect(buffer.wordCount == TextBuffer(buffer.text).wordCount)
  }
}
