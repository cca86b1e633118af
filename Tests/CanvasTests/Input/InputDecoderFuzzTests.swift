import Testing

@testable import Canvas

struct InputDecoderFuzzTests {
  /// An hour at the terminal in one line: everything the decoder knows, and some that nobody knows.
  private static let recorded = Array(
    """
    Tea\r\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[1~\u{1B}[4;2~é中👩‍💻\u{1B}é\u{1B}x\u{1B}\u{1B}\u{1B}\u{1B}[[A\u{1B}\u{1B}[D\u{1B}[97;5u\u{1B}[27;5;115~\u{1B}[I\u{1B}[O\
    \u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<65;10;10M\u{1B}[M !!\u{1B}[32;7;8M\u{1B}[200~pasted\r\ntext \u{1B}[31m中\u{85}\u{1B}[201~after\
    \u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\\u{1B}[?62;1;4c\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}]11;rgb:ff/ff/ff\u{7}\u{1B}[99;99~\u{1B}[3$\u{1B}Op\u{0}\u{13}\u{7F}\u{1B}Pz\u{1B}]z
    """.utf8) + [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x1B, 0x5B, 0x41]

  @Test func `every split of the bytes gives the same`() {
    let whole = inputs(Self.recorded)
    for split in 0...Self.recorded.count {
      var decoder = InputDecoder()
      let parts = decoder.feed(Self.recorded[..<split]) + decoder.feed(Self.recorded[split...]) + decoder.flush()
      #expect(parts == whole, "split at \(split)")
    }
  }

  @Test func `one byte at a time gives the same`() {
    var decoder = InputDecoder()
    var parts: [Input] = []
    for byte in Self.recorded { parts += decoder.feed(CollectionOfOne(byte)) }
    #expect(parts + decoder.flush() == inputs(Self.recorded))
  }

  @Test(arguments: 1...8)
  func `no bytes make it fail, and splits do not matter`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let favourites = Array("\u{1B}\u{1B}\u{1B}[[O]P<>?;:$0123456789~MmuAaR\u{7}\\é".utf8)
    for _ in 0..<400 {
      let bytes = (0..<dice.number(below: 120)).map { _ in
        dice.number(below: 3) == 0 ? UInt8(dice.number(below: 256)) : dice.pick(favourites)
      }
      let split = dice.number(below: bytes.count + 1)
      var decoder = InputDecoder()
      let parts = decoder.feed(bytes[..<split]) + decoder.feed(bytes[split...]) + decoder.flush()
      #expect(parts == inputs(bytes))
    }
  }
}
