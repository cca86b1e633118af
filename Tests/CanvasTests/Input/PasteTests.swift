import Testing

@testable import Canvas

struct PasteTests {
  private func pasted(_ text: String) -> [Input] { inputs("␛[200~" + text + "␛[201~") }

  @Test func `a paste is one piece of text and no key`() {
    #expect(pasted("q\u{11}ä\n1") == [.paste("qä\n1")])
  }

  @Test(arguments: [
    ("one\r\ntwo\rthree\nfour\r", "one\ntwo\nthree\nfour\n"), ("a\tb", "a\tb"),
    ("␛[31mred␛[0m", "[31mred[0m"),
    ("a\u{7F}b\u{85}c\u{0}d", "abcd"), ("␛[20␛[201", "[20[201"), ("👨‍👩‍👧 e\u{301}", "👨‍👩‍👧 e\u{301}"),
  ])
  func `only text, tabs and line breaks are left of it`(_ text: String, expected: String) {
    #expect(pasted(text) == [.paste(expected)])
  }

  @Test func `keys before and after it are keys`() {
    #expect(inputs("a␛[200~b␛[201~c") == [.key(KeyPress("a")!), .paste("b"), .key(KeyPress("c")!)])
    #expect(inputs("␛[200~␛[201~").isEmpty)
  }

  @Test func `broken UTF-8 in a paste shows as a sign`() {
    #expect(
      inputs(bytes("␛[200~a") + [0xFF, 0xC3] + bytes("b␛[201~")) == [.paste("a\u{FFFD}\u{FFFD}b")])
  }

  @Test func `a paste that stops halfway is not lost`() {
    var decoder = InputDecoder()
    #expect(decoder.feed(bytes("␛[200~half a sent")).isEmpty)
    #expect(decoder.flush() == [.paste("half a sent")])
    #expect(decoder.feed(bytes("ence\r␛[201")).isEmpty)
    #expect(decoder.flush() == [.paste("ence")])
    #expect(decoder.feed(bytes("~x")) == [.paste("\n"), .key(KeyPress(.character("x")))])
  }

  @Test func `Esc by itself leaves a paste whose end was lost`() {
    var decoder = InputDecoder()
    _ = decoder.feed(bytes("␛[200~text")) + decoder.flush()
    #expect(notation(decoder.feed(bytes("␛")) + decoder.flush() + decoder.feed(bytes("j"))) == "Esc j")
  }

  @Test func `a paste too large to hold comes in pieces that join to the whole`() {
    let text = String(repeating: "naïve 中文 👩‍💻\r\n", count: 2 * Paste.largestPiece / 28)
    let pieces = pasted(text).map { if case .paste(let text) = $0 { text } else { "" } }
    #expect(pieces.count > 1)
    #expect(pieces.joined() == text.replacing("\r\n", with: "\n"))
  }
}
