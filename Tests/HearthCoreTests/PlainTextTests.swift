import HearthCore
import Testing

@Suite struct PlainTextTests {
  @Test(
    arguments: [
      ("Tea\n", "Tea"), ("Tea\r\nMilk\r\n\r\n", "Tea\nMilk"), ("\u{FEFF}Tea", "Tea"), ("\n\n  Tea  \n", "\n\n  Tea  "),
      ("a\rb", "a\nb"), ("", ""),
      ("\n\n", ""), ("é茶👨‍👩‍👧\u{85}", "é茶👨‍👩‍👧"),
    ])
  func `text comes in as it was meant`(sent: String, text: String) throws {
    #expect(try PlainText.read(Array(sent.utf8)) == text)
  }

  @Test(
    arguments: [
      ([0xFF], 1), ([0x41, 0x42, 0xC3], 3), ([0x41, 0xC3, 0x28], 2), ([0xC3, 0xA9, 0x80], 3),
      ([0xED, 0xA0, 0x80], 1),
      ([0xEF, 0xBB, 0xBF, 0x41, 0xFE], 5), ([0xE8, 0x8C, 0xB6, 0xF8], 4),
    ] as [([UInt8], Int)])
  func `the first byte that is no text is named`(bytes: [UInt8], place: Int) {
    #expect(throws: Problem.textNotUTF8(byte: place)) { try PlainText.read(bytes) }
  }

  @Test func `control characters are those that Unicode calls so`() {
    let all = (0...0x1_0FFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    #expect(all.filter(\.isControl) == all.filter { $0.properties.generalCategory == .control })
  }

  @Test func `a NUL is named as what it is`() {
    #expect(throws: Problem.textHasNUL(byte: 2)) { try PlainText.read([0x41, 0x00, 0x42]) }
  }
}
