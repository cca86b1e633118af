import Testing

@Suite
struct ScreenReaderTests {
  /// Bytes, written with `␛` for Esc, and the picture they make on 12 by 4.
  struct Picture: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let stream: String
    let text: String

    init(_ description: String, _ stream: String, _ text: String) {
      testDescription = description
      self.stream = stream
      self.text = text
    }
  }

  static let pictures: [Picture] = [
    .init("text goes to the next row at the edge", "twelve wide, and more", "twelve wide,\n and more"),
    .init("a row that is exactly full stays one", "twelve wide!\r\nnext", "twelve wide!\nnext"),
    .init("the cursor can be placed anywhere", "␛[3;5Hhere␛[1;1Hfirst", "first\n\n    here"),
    .init("and moved by steps", "abc␛[2Dx␛[By␛[A␛[Cz", "axc z\n  y"),
    .init("by column and by row", "␛[2d␛[6Gx␛[Hy", "y\n     x"),
    .init("a row's rest can be erased", "something␛[5G␛[K", "some"),
    .init("and its beginning", "something␛[4G␛[1K", "    thing"),
    .init("and a piece of it", "something␛[3G␛[4Xx", "sox   ing"),
    .init("everything below can be erased", "one\r\ntwo\r\nthree␛[2;2H␛[J", "one\nt"),
    .init("everything can be erased", "one\r\ntwo␛[2Jx", "\n   x"),
    .init("characters can be taken out", "something␛[3G␛[2P", "sothing"),
    .init("and room made for some", "something␛[5G␛[2@––", "some––thing"),
    .init("what falls off the edge is gone", "twelve wide!␛[1G␛[3@or ", "or twelve wi"),
    .init("typing can push the rest on", "something␛[5G␛[4h-some-␛[4l␛[12G!", "some-some-t!"),
    .init("rows can be taken out", "one\r\ntwo\r\nthree␛[2H␛[M", "one\nthree"),
    .init("and room made for some", "one\r\ntwo␛[H␛[Lzero", "zero\none\ntwo"),
    .init("a full screen scrolls", "1\r\n2\r\n3\r\n4\r\n5", "2\n3\n4\n5"),
    .init("a part of it can scroll alone", "1\r\n2\r\n3\r\n4␛[2;3r␛[3H\nx", "1\n3\nx\n4"),
    .init("and backwards", "1\r\n2\r\n3\r\n4␛[2;3r␛[2H␛Mx", "1\nx\n2\n4"),
    .init("a character can be repeated", "-␛[5b>", "------>"),
    .init("also a wide one", "中␛[2b|", "中中中|"),
    .init("a wide character takes two columns", "中文␛[5Gx", "中文x"),
    .init("it does not fit into one", "twelve wide中", "twelve wide\n中"),
    .init("half of it overwritten leaves a space", "中文␛[2Gx␛[4Gy", " x y"),
    .init("a mark joins the character before", "e\u{301}a␛[3Gx", "e\u{301}ax"),
    .init("an emoji is wide", "🙂␛[3G|", "🙂|"),
    .init("a flag is two narrow letters", "🇳🇱␛[3G|", "🇳🇱|"),
    .init("tabs stop at eight", "a\tb", "a       b"),
    .init("back-space only moves", "abc\u{08}\u{08}x", "axc"),
    .init("colours leave no trace in the text", "␛[1;38;5;214mwarm␛[m", "warm"),
    .init("nor does the window's name", "␛]2;a name\u{07}x␛]0;other␛\\y", "xy"),
    .init("nor what is asked and set", "␛[?2026h␛[?1000hx␛[?2026l␛[c␛[>c␛[!p", "x"),
    .init("the shell's screen comes back", "shell␛[?1049h␛[Hprogram␛[?1049l$", "shell$"),
    .init("the cursor's place can be kept", "ab␛7␛[3;3Hc␛8d", "abd\n\n  c"),
  ]

  @Test(arguments: pictures)
  func `bytes become a picture`(picture: Picture) {
    let screen = screen(after: picture.stream)
    #expect(screen.text == picture.text)
    #expect(screen.strangers.isEmpty)
  }

  @Test(arguments: pictures)
  func `it does not matter where the stream is cut`(picture: Picture) {
    var screen = ScreenReader(ScreenSize(columns: 12, rows: 4))
    for byte in bytes(picture.stream) { screen.feed([byte]) }
    #expect(screen.text == picture.text)
  }

  @Test
  func `how text looks is kept beside it`() {
    let screen = screen(after: "a␛[1;7;38;5;214;44mb␛[22;27;39mc␛[0md␛[91me␛[38;2;1;2;3mf")
    #expect(screen.pen(row: 0, column: 0) == .init())
    #expect(screen.pen(row: 0, column: 1) == .init(bold: true, reverse: true, foreground: 214, background: 4))
    #expect(screen.pen(row: 0, column: 2) == .init(background: 4))
    #expect(screen.pen(row: 0, column: 3) == .init())
    #expect(screen.pen(row: 0, column: 4) == .init(foreground: 9))
    #expect(screen.pen(row: 0, column: 5) == .init(foreground: 256 + 0x010203))
  }

  @Test
  func `questions are answered`() {
    let screen = screen(after: "ab␛[6n␛]11;?␛\\␛[c")
    #expect(screen.replies == bytes("␛[1;3R␛]11;rgb:0000/0000/0000␛\\␛[?62;22c"))
  }

  @Test
  func `only the shell's screen has a memory`() {
    let shell = screen(after: "1\r\n2\r\n3\r\n4\r\n5\r\n6")
    #expect(shell.scrollback == ["1", "2"])
    let program = screen(after: "␛[?1049h1\r\n2\r\n3\r\n4\r\n5\r\n6")
    #expect(program.scrollback.isEmpty)
    #expect(program.isAlternate)
  }

  @Test
  func `modes and the cursor are seen`() {
    let screen = screen(after: "␛[?25l␛[?2004h␛[?1000;1006h␛[?1000l␛[2;4H")
    #expect(!screen.isCursorVisible)
    #expect(screen.modes == [2004, 1006])
    #expect(screen.cursor == .init(row: 1, column: 3))
  }

  @Test
  func `another size cuts and pads`() {
    var screen = screen(after: "twelve wide!\r\ntwo\r\nthree\r\nfour")
    screen.resize(to: ScreenSize(columns: 6, rows: 2))
    #expect(screen.text == "twelve\ntwo")
    screen.resize(to: ScreenSize(columns: 1, rows: 1))
    screen.feed(bytes("␛[5;5H中x"))
    #expect(screen.text == "x")
  }

  @Test
  func `broken bytes become a mark`() {
    var screen = ScreenReader(ScreenSize(columns: 12, rows: 1))
    screen.feed([0x61, 0xC3, 0x28, 0xFF, 0xFF, 0xFF, 0xFF, 0x62])
    #expect(screen.text.hasSuffix("b"))
    #expect(screen.text.contains("\u{FFFD}"))
  }

  private func screen(after stream: String) -> ScreenReader {
    var screen = ScreenReader(ScreenSize(columns: 12, rows: 4))
    screen.feed(bytes(stream))
    return screen
  }

  private func bytes(_ stream: String) -> [UInt8] {
    Array(stream.map { $0 == "␛" ? "\u{1B}" : String($0) }.joined().utf8)
  }
}
