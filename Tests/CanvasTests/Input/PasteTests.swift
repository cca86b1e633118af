import Testing

@testable import Canvas

struct PasteTests {
  private func pasted(_ text: String) -> [Input] { inputs("\u{1B}[200~" + text + "\u{1B}[201~") }

  @Test func `a paste is one piece of text and no key`() {
    #expect(pasted("q\u{11}ä\n1") == [.paste("qä\n1")])
  }

  @Test(arguments: [
    ("one\r\ntwo\rthree\nfour\r", "one\ntwo\nthree\nfour\n"), ("a\tb", "a\tb"), ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
    ("a\u{7F}b\u{85}c\u{0}d", "abcd"), ("\u{1B}[20\u{1B}[201", "[20[201"), ("👨‍👩‍👧 e\u{301}", "👨‍👩‍👧 e\u{301}"),
  ])
  func `only text, tabs and line breaks are left of it`(_ text: String, expected: String) {
    #expect(pasted(text) == [.paste(expected)])
  }

  @Test func `keys before and after it are keys`() {
    #expect(inputs("a\u{1B}[200~b\u{1B}[201~c") == [.key(KeyPress("a")!), .paste("b"), .key(KeyPress("c")!)])
    #expect(inputs("\u{1B}[200~\u{1B}[201~").isEmpty)
  }

  @Test func `broken UTF-8 in a paste shows as a sign`() {
    #expect(inputs(Array("\u{1B}[200~a".utf8) + [0xFF, 0xC3] + Array("b\u{1B}[201~".utf8)) == [.paste("a\u{FFFD}\u{FFFD}b")])
  }

  @Test func `a paste that stops halfway is not lost`() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~half a sent".utf8).isEmpty)
    #expect(decoder.flush() == [.paste("half a sent")])
    #expect(decoder.feed("ence\r\u{1B}[201".utf8).isEmpty)
    #expect(decoder.flush() == [.paste("ence")])
    #expect(decoder.feed("~x".utf8) == [.paste("\n"), .key(KeyPress(.character("x")))])
  }

  @Test func `Esc by itself leaves a paste whose end was lost`() {
    var decoder = InputDecoder()
    _ = decoder.feed("\u{1B}[200~text".utf8) + decoder.flush()
    #expect(notation(decoder.feed("\u{1B}".utf8) + decoder.flush() + decoder.feed("j".utf8)) == "Esc j")
  }

  @Test func `a paste too large to hold comes in pieces that join to the whole`() {
    let text = String(repeating: "naïve 中文 👩‍💻\r\n", count: 2 * Paste.largestPiece / 28)
    let pieces = pasted(text).map { if case .paste(let text) = $0 { text } else { "" } }
    #expect(pieces.count > 1)
    #expect(pieces.joined() == text.replacing("\r\n", with: "\n"))
  }
}
