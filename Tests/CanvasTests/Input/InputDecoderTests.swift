import Testing

@testable import Canvas

struct InputDecoderTests {
  @Test(arguments: [
    ("aé中", "a é 中"),
    ("\r\n\t\u{7F}\u{8}", "Enter Enter Tab Backspace Backspace"),
    ("\u{0}\u{1}\u{13}\u{1A}\u{1C}\u{1F}", "C-Space C-a C-s C-z C-\\ C-_"),
    ("␛[A␛[B␛[C␛[D", "Up Down Right Left"),
    ("␛OA␛OB␛OC␛OD", "Up Down Right Left"),
    ("␛[H␛[1~␛[7~␛OH␛[F␛[4~␛[8~␛OF", "Home Home Home Home End End End End"),
    ("␛[2~␛[3~␛[5~␛[6~", "Insert Delete PgUp PgDn"),
    (
      "␛OP␛[P␛[11~␛[[A␛[15~␛[[E␛[17~␛[24~␛[34~",
      "F1 F1 F1 F1 F5 F5 F6 F12 F20"
    ),
    ("␛[Z␛[1;2A␛[1;3B␛[1;5C␛[1;6D␛[3;5~", "S-Tab S-Up A-Down C-Right C-S-Left C-Delete"),
    ("␛[1;2R␛[24;80R", "S-F3"),
    ("␛Oa␛[a␛[3^␛[3$␛[3@", "C-Up S-Up C-Delete S-Delete C-S-Delete"),
    ("␛O5A␛O1;5A␛OM␛Ok␛Op␛Oy", "C-Up C-Up Enter + 0 9"),
    (
      "␛[97u␛[97;5u␛[13;2u␛[97;2u␛[97:65;2u␛[9;5u␛[27u␛[127;3u",
      "a C-a S-Enter A A C-Tab Esc A-Backspace"
    ),
    ("␛[105;5u␛[57399u␛[57414u␛[57376u␛[57441;2u", "C-i 0 Enter F13"),
    ("␛[97;1:1u␛[97;1:2u␛[97;1:3u␛[1;1:3A", "a a"),
    ("␛[27;5;115~␛[27;2;65~␛[27;5;9~", "C-s A C-Tab"),
    ("␛x␛é␛Z␛\r␛\u{7F}␛\u{13}", "A-x A-é A-Z A-Enter A-Backspace C-A-s"),
    ("␛␛[A␛␛OB", "A-Up A-Down"),
  ])
  func `every way to send a key gives that key`(_ bytes: String, expected: String) {
    #expect(keys(bytes) == expected)
  }

  @Test func `three Esc in one read are three Esc`() {
    #expect(keys("␛␛␛") == "Esc Esc Esc")
    #expect(keys("␛␛x") == "Esc A-x")
  }

  @Test func `a lone Esc is known after the silence`() {
    var decoder = InputDecoder()
    #expect(decoder.feed(bytes("␛")).isEmpty)
    #expect(decoder.patience == 30)
    #expect(notation(decoder.flush()) == "Esc")
    #expect(decoder.patience == nil)
  }

  @Test(arguments: ["é", "茶", "🎄", "␛é"]) func `a letter whose bytes come slowly is waited for`(_ letter: String) {
    var decoder = InputDecoder()
    var parts: [Input] = []
    for byte in bytes(letter) {
      #expect(parts.isEmpty)
      parts += decoder.feed(CollectionOfOne(byte))
      if byte >= 0x80, parts.isEmpty { #expect(decoder.patience ?? 0 >= 1_000) }
    }
    #expect(parts == inputs(letter) && decoder.patience == nil)
  }

  @Test(arguments: [
    ("␛[", "A-["), ("␛O", "A-O"), ("␛]", "A-]"), ("␛P", "A-P"), ("␛␛", "Esc Esc"),
    ("␛Pa", "A-P a"),
  ])
  func `what might have begun a sequence was typed`(_ bytes: String, expected: String) {
    #expect(keys(bytes) == expected)
  }

  @Test func `an Esc before a mouse report is not lost`() {
    #expect(
      inputs("␛␛[<0;1;1M") == [
        .key(KeyPress(.escape)), .mouse(MouseEvent(.press, at: Point(column: 0, row: 0))),
      ])
  }

  @Test(arguments: [
    "␛[99~", "␛[?1;2c", "␛[?62;4c", "␛[>41;379;0c", "␛[?2026;2$y", "␛[12;40R",
    "␛[5n", "␛[1;2;3;4;5q",
    "␛]2;a title\u{7}", "␛]4;1;rgb:0/0/0␛\\", "␛P1$r0m␛\\", "␛P>|XTerm(379)␛\\",
    "␛[=1;2u", "␛Oz", "␛[[Z", "␛[<0;0;0M",
    "␛[<66;3;3M", "␛[M \u{1}\u{2}",
  ])
  func `what is not known is swallowed and not typed`(_ bytes: String) {
    #expect(inputs(bytes + "x") == [.key(KeyPress(.character("x")))])
  }

  @Test func `a sequence without end is swallowed and the next one is read`() {
    #expect(keys("␛[" + String(repeating: "1;", count: 5000) + "Ax") == "x")
    #expect(keys("␛[1;␛[B") == "Down")
    #expect(keys("␛[1;\u{18}y") == "y")
    #expect(keys("␛[1\rz") == "Enter z")
    #expect(keys("␛]11;rgb:0␛[A") == "Up")
  }

  @Test func `a sequence that comes slowly is not typed`() {
    var decoder = InputDecoder()
    #expect((decoder.feed(bytes("␛[1;")) + decoder.flush()).isEmpty)
    #expect(notation(decoder.feed(bytes("5C"))) == "C-Right")
  }

  @Test(
    arguments: [
      ([0xFF], "\u{FFFD}"), ([0xC3, 0x28], "\u{FFFD} ("), ([0xE4, 0xB8], "\u{FFFD}"), ([0x80, 0x61], "\u{FFFD} a"),
      ([0xED, 0xA0, 0x80], "\u{FFFD} \u{FFFD} \u{FFFD}"), ([0xC0, 0xAF], "\u{FFFD} \u{FFFD}"),
      ([0xF0, 0x9F, 0x1B], "\u{FFFD} Esc"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD} \u{FFFD} \u{FFFD} \u{FFFD}"),
    ] as [([UInt8], String)])
  func `broken UTF-8 shows as a sign`(_ bytes: [UInt8], expected: String) {
    #expect(notation(inputs(bytes)) == expected)
  }

  @Test func `the window tells when it has the focus`() {
    #expect(inputs("␛[I␛[O") == [.focus(true), .focus(false)])
  }

  @Test(arguments: [
    ("rgb:0000/0000/0000␛\\", Background.dark), ("rgb:ffff/ffff/dddd\u{7}", .light),
    ("rgb:1c/1c/1c␛\\", .dark),
    ("rgba:fd/f6/e3/ff␛\\", .light), ("rgb:f/f/f\u{7}", .light), ("rgb:0000/0000/ffff\u{7}", .dark),
  ])
  func `the colour of the background is dark or light`(_ answer: String, expected: Background) {
    #expect(inputs("␛]11;" + answer) == [.background(expected)])
  }

  @Test(arguments: ["rgb:␛\\", "rgb:12345/0/0␛\\", "rgb:gg/00/00\u{7}", "red\u{7}", "rgb:-1/+1/00\u{7}"])
  func `a colour that cannot be read is swallowed`(_ answer: String) {
    #expect(inputs("␛]11;" + answer).isEmpty)
  }
}
