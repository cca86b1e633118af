import HearthCore
import Testing

@testable import Canvas

struct InputDecoderFuzzTests {
  /// An hour at the terminal in one line: everything the decoder knows, and some that nobody knows.
  private static let recorded =
    bytes(
      """
      Tea\r␛[A␛OB␛[1;5C␛[1~␛[4;2~é中👩‍💻␛é␛x␛␛␛␛[[A␛␛[D␛[97;5u␛[27;5;115~␛[I␛[O\
      ␛[<0;5;3M␛[<0;5;3m␛[<65;10;10M␛[M !!␛[32;7;8M␛[200~pasted\r\ntext ␛[31m中\u{85}␛[201~after\
      ␛]11;rgb:1c1c/1c1c/1c1c␛\\␛[?62;1;4c␛P>|XTerm(379)␛\\␛]11;rgb:ff/ff/ff\u{7}␛[99;99~␛[3$␛Op\u{0}\u{13}\u{7F}␛Pz␛]z
      """) + [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x1B, 0x5B, 0x41]

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
    let favourites = bytes("␛␛␛[[O]P<>?;:$0123456789~MmuAaR\u{7}\\é")
    for _ in 0..<400 {
      let thrown = (0..<dice.number(below: 120)).map { _ in
        dice.number(below: 3) == 0 ? UInt8(dice.number(below: 256)) : dice.pick(favourites)
      }
      let split = dice.number(below: thrown.count + 1)
      var decoder = InputDecoder()
      let parts = decoder.feed(thrown[..<split]) + decoder.feed(thrown[split...]) + decoder.flush()
      #expect(parts == inputs(thrown))
    }
  }
}
