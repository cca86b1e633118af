import Testing

@testable import Canvas

struct InputDecoderTests {
  @Test(arguments: [
    ("aé中", "a é 中"),
    ("\r\n\t\u{7F}\u{8}", "Enter Enter Tab Backspace Backspace"),
    ("\u{0}\u{1}\u{13}\u{1A}\u{1C}\u{1F}", "C-Space C-a C-s C-z C-\\ C-_"),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", "Up Down Right Left"),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", "Up Down Right Left"),
    ("\u{1B}[H\u{1B}[1~\u{1B}[7~\u{1B}OH\u{1B}[F\u{1B}[4~\u{1B}[8~\u{1B}OF", "Home Home Home Home End End End End"),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", "Insert Delete PgUp PgDn"),
    ("\u{1B}OP\u{1B}[P\u{1B}[11~\u{1B}[[A\u{1B}[15~\u{1B}[[E\u{1B}[17~\u{1B}[24~\u{1B}[34~", "F1 F1 F1 F1 F5 F5 F6 F12 F20"),
    ("\u{1B}[Z\u{1B}[1;2A\u{1B}[1;3B\u{1B}[1;5C\u{1B}[1;6D\u{1B}[3;5~", "S-Tab S-Up A-Down C-Right C-S-Left C-Delete"),
    ("\u{1B}[1;2R\u{1B}[24;80R", "S-F3"),
    ("\u{1B}Oa\u{1B}[a\u{1B}[3^\u{1B}[3$\u{1B}[3@", "C-Up S-Up C-Delete S-Delete C-S-Delete"),
    ("\u{1B}O5A\u{1B}O1;5A\u{1B}OM\u{1B}Ok\u{1B}Op\u{1B}Oy", "C-Up C-Up Enter + 0 9"),
    ("\u{1B}[97u\u{1B}[97;5u\u{1B}[13;2u\u{1B}[97;2u\u{1B}[97:65;2u\u{1B}[9;5u\u{1B}[27u\u{1B}[127;3u", "a C-a S-Enter A A C-Tab Esc A-Backspace"),
    ("\u{1B}[105;5u\u{1B}[57399u\u{1B}[57414u\u{1B}[57376u\u{1B}[57441;2u", "C-i 0 Enter F13"),
    ("\u{1B}[97;1:1u\u{1B}[97;1:2u\u{1B}[97;1:3u\u{1B}[1;1:3A", "a a"),
    ("\u{1B}[27;5;115~\u{1B}[27;2;65~\u{1B}[27;5;9~", "C-s A C-Tab"),
    ("\u{1B}x\u{1B}é\u{1B}Z\u{1B}\r\u{1B}\u{7F}\u{1B}\u{13}", "A-x A-é A-Z A-Enter A-Backspace C-A-s"),
    ("\u{1B}\u{1B}[A\u{1B}\u{1B}OB", "A-Up A-Down"),
  ])
  func `every way to send a key gives that key`(_ bytes: String, expected: String) {
    #expect(keys(bytes) == expected)
  }

  @Test func `three Esc in one read are three Esc`() {
    #expect(keys("\u{1B}\u{1B}\u{1B}") == "Esc Esc Esc")
    #expect(keys("\u{1B}\u{1B}x") == "Esc A-x")
  }

  @Test func `a lone Esc is known after the silence`() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}".utf8).isEmpty)
    #expect(decoder.isPending)
    #expect(notation(decoder.flush()) == "Esc")
    #expect(!decoder.isPending)
  }

  @Test(arguments: [("\u{1B}[", "A-["), ("\u{1B}O", "A-O"), ("\u{1B}]", "A-]"), ("\u{1B}P", "A-P"), ("\u{1B}\u{1B}", "Esc Esc"), ("\u{1B}Pa", "A-P a")])
  func `what might have begun a sequence was typed`(_ bytes: String, expected: String) {
    #expect(keys(bytes) == expected)
  }

  @Test func `an Esc before a mouse report is not lost`() {
    #expect(inputs("\u{1B}\u{1B}[<0;1;1M") == [.key(KeyPress(.escape)), .mouse(MouseEvent(.press, at: Point(column: 0, row: 0)))])
  }

  @Test(arguments: [
    "\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[?62;4c", "\u{1B}[>41;379;0c", "\u{1B}[?2026;2$y", "\u{1B}[12;40R", "\u{1B}[5n", "\u{1B}[1;2;3;4;5q",
    "\u{1B}]2;a title\u{7}", "\u{1B}]4;1;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}[=1;2u", "\u{1B}Oz", "\u{1B}[[Z", "\u{1B}[<0;0;0M",
    "\u{1B}[<66;3;3M", "\u{1B}[M \u{1}\u{2}",
  ])
  func `what is not known is swallowed and not typed`(_ bytes: String) {
    #expect(inputs(bytes + "x") == [.key(KeyPress(.character("x")))])
  }

  @Test func `a sequence without end is swallowed and the next one is read`() {
    #expect(keys("\u{1B}[" + String(repeating: "1;", count: 5000) + "Ax") == "x")
    #expect(keys("\u{1B}[1;\u{1B}[B") == "Down")
    #expect(keys("\u{1B}[1;\u{18}y") == "y")
    #expect(keys("\u{1B}[1\rz") == "Enter z")
    #expect(keys("\u{1B}]11;rgb:0\u{1B}[A") == "Up")
  }

  @Test func `a sequence that comes slowly is not typed`() {
    var decoder = InputDecoder()
    #expect((decoder.feed("\u{1B}[1;".utf8) + decoder.flush()).isEmpty)
    #expect(notation(decoder.feed("5C".utf8)) == "C-Right")
  }

  @Test(arguments: [
    ([0xFF], "\u{FFFD}"), ([0xC3, 0x28], "\u{FFFD} ("), ([0xE4, 0xB8], "\u{FFFD}"), ([0x80, 0x61], "\u{FFFD} a"),
    ([0xED, 0xA0, 0x80], "\u{FFFD} \u{FFFD} \u{FFFD}"), ([0xC0, 0xAF], "\u{FFFD} \u{FFFD}"), ([0xF0, 0x9F, 0x1B], "\u{FFFD} Esc"),
    ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD} \u{FFFD} \u{FFFD} \u{FFFD}"),
  ] as [([UInt8], String)])
  func `broken UTF-8 shows as a sign`(_ bytes: [UInt8], expected: String) {
    #expect(notation(inputs(bytes)) == expected)
  }

  @Test func `the window tells when it has the focus`() {
    #expect(inputs("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test(arguments: [
    ("rgb:0000/0000/0000\u{1B}\\", Background.dark), ("rgb:ffff/ffff/dddd\u{7}", .light), ("rgb:1c/1c/1c\u{1B}\\", .dark),
    ("rgba:fd/f6/e3/ff\u{1B}\\", .light), ("rgb:f/f/f\u{7}", .light), ("rgb:0000/0000/ffff\u{7}", .dark),
  ])
  func `the colour of the background is dark or light`(_ answer: String, expected: Background) {
    #expect(inputs("\u{1B}]11;" + answer) == [.background(expected)])
  }

  @Test(arguments: ["rgb:\u{1B}\\", "rgb:12345/0/0\u{1B}\\", "rgb:gg/00/00\u{7}", "red\u{7}", "rgb:-1/+1/00\u{7}"])
  func `a colour that cannot be read is swallowed`(_ answer: String) {
    #expect(inputs("\u{1B}]11;" + answer).isEmpty)
  }
}
