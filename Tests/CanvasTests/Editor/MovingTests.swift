import Testing

@testable import Canvas

@Suite struct `Moving in a text` {
  @Test(arguments: [
    ("ab|c", "Right", "abc|"), ("a|bc", "Left", "|abc"), ("ab|\ncd", "Right", "ab\n|cd"),
    ("ab\n|cd", "Left", "ab|\ncd"), ("abc|", "Right", "abc|"), ("|abc", "Left", "|abc"),
    ("|👨‍👩‍👧‍👦!", "Right", "👨‍👩‍👧‍👦|!"), ("e\u{301}|", "Left", "|e\u{301}"), ("🇩🇪🇸🇪|", "Left", "🇩🇪|🇸🇪"),
  ]) func `by character goes over whole characters and line breaks`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test(arguments: [
    ("|by the canal", "C-Right", "by| the canal"), ("by| the canal", "C-Right", "by the| canal"),
    ("by the canal|", "C-Left", "by the |canal"), ("by the |canal", "C-Left", "by |the canal"),
    ("|… don't, you", "C-Right", "… don't|, you"), ("O’Neill's|", "C-Left", "|O’Neill's"),
    ("|'so' it", "C-Right", "'so|' it"), ("end|\nnext", "C-Right", "end\n|next"),
    ("end\n|next", "C-Left", "end|\nnext"), ("end | ", "C-Right", "end  |"), ("hello 👋|", "C-Left", "hello |👋"),
    ("|我在 home", "C-Right", "我在| home"), ("tea好|", "C-Left", "tea|好"),
    ("|snake_case 3rd", "C-Right C-Right", "snake_case 3rd|"),
  ]) func `by word stops at ends of words and lines`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  /// At width 10 the line is shown as "the long ", "way home ", "again".
  @Test(arguments: [
    ("the lo|ng way home again", "Down", "the long way ho|me again"),
    ("the long way home aga|in", "Up", "the long way| home again"),
    ("the long way ho|me again", "Home", "the long |way home again"),
    ("the long way ho|me again", "Home Home", "|the long way home again"),
    ("the long w|ay home again", "End", "the long way home| again"),
    ("the long w|ay home again", "End End", "the long way home again|"),
    ("|the long way home again", "End Down", "the long way home| again"),
    ("the lo|ng way home again", "Up", "|the long way home again"),
    ("the long way home a|gain", "Down", "the long way home again|"),
  ]) func `by row follows what is shown`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys, width: 10) == after)
  }

  @Test(arguments: [
    ("abcdef|\nab\nabcdef", "Down Down", "abcdef\nab\nabcdef|"),
    ("abcdef|\nab\nabcdef", "Down Left Down", "abcdef\nab\na|bcdef"), ("abc|d\n我在家", "Down", "abcd\n我|在家"),
    ("我在|家\nabcdef", "Down", "我在家\nabcd|ef"), ("我|在家\na\n我在家", "Down Down", "我在家\na\n我|在家"),
    ("ab👩‍💻|\nabcdef", "Down", "ab👩‍💻\nabcd|ef"),
  ]) func `up and down keeps the column, wide characters included`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test func `the end of a row without a space is shown at its end`() {
    var buffer = TextBuffer("我在家里喝茶")
    buffer.width = 6
    buffer.move(.rowEnd)
    #expect(buffer.picture == "我在家|里喝茶")
    #expect(buffer.caretRow.row == 0)
    buffer.move(.down)
    #expect(buffer.picture == "我在家里喝茶|")
    buffer.move(.up)
    #expect(buffer.caretRow.row == 0)
    buffer.move(.right)
    #expect(buffer.picture == "我在家里|喝茶")
  }

  @Test(arguments: [
    ("one\n\ntwo|\nthree", "C-Up", "one\n\n|two\nthree"), ("one\n\n|two\nthree", "C-Up", "|one\n\ntwo\nthree"),
    ("o|ne\n\n\ntwo", "C-Down", "one\n\n\n|two"), ("one\nt|wo", "C-Down", "one\ntwo|"),
    ("on|e", "C-Up C-Up", "|one"),
  ]) func `by paragraph goes from start to start`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test(arguments: [
    ("1|\n2\n3\n4\n5\n6", "PgDn", "1\n2\n3\n4|\n5\n6"), ("1\n2\n3\n4\n5|\n6", "PgUp", "1\n2|\n3\n4\n5\n6"),
    ("1\n2\n3\n4\n5\n|6", "PgDn", "1\n2\n3\n4\n5\n6|"), ("1\n2|\n3", "PgUp", "1|\n2\n3"),
    ("a\nb|\nc", "C-End", "a\nb\nc|"), ("a\nb|\nc", "C-Home", "|a\nb\nc"),
  ]) func `by page and to the ends`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test(arguments: [
    ("by |the canal", "S-Right S-Right", "by [th|]e canal"), ("by |the canal", "S-Left", "by[| ]the canal"),
    ("by [th|]e canal", "S-Left S-Left S-Left", "by[| ]the canal"),
    ("by |the canal", "C-S-Right", "by [the|] canal"), ("by [the|] canal", "Right", "by the| canal"),
    ("by [the|] canal", "Left", "by |the canal"), ("by [the|] canal", "Down", "by the canal|"),
    ("a|b\ncd", "S-Down", "a[b\nc|]d"), ("a|b\ncd", "C-a", "[ab\ncd|]"), ("ab\n|cd", "S-End", "ab\n[cd|]"),
    ("ab\nc|d", "C-S-Home", "[|ab\nc]d"), ("a|b", "S-Right S-Left", "a|b"),
  ]) func `with Shift selects`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test func `every key is one that can be pressed, and has one meaning`() {
    var seen: Set<KeyPress> = []
    for (notation, editing) in Editing.keys {
      for word in notation.split(separator: " ") {
        let key = KeyPress(String(word))
        #expect(key.flatMap { Editing($0) } == editing, "\(word)")
        #expect(key.map { seen.insert($0).inserted } == true, "\(word)")
      }
    }
  }
}
