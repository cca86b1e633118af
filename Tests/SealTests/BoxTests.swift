import Seal
import Testing

@Suite struct `A box that anybody can put something into` {
  private let keys = BoxKeys()

  @Test(arguments: [0, 1, 100, 100_000]) func `is opened by whom it is for`(count: Int) {
    let note = Sodium.randomBytes(count)
    let sealed = SealedBox.seal(note, to: keys.lock)
    #expect(keys.open(sealed) == note)
    #expect(BoxKeys(key: keys.key).open(sealed) == note)
    #expect(BoxKeys().open(sealed) == nil)
  }

  @Test func `looks different each time, and does not open when it was changed`() {
    let note = Array("a note".utf8)
    let sealed = SealedBox.seal(note, to: keys.lock)
    #expect(sealed != SealedBox.seal(note, to: keys.lock))
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 0x40
      #expect(keys.open(changed) == nil, "byte \(place)")
    }
    for count in 0..<sealed.count { #expect(keys.open(Array(sealed.prefix(count))) == nil) }
  }

  @Test func `a key kept gives its lock again`() {
    #expect(BoxKeys(key: keys.key).lock == keys.lock)
    #expect(keys.lock.count == BoxKeys.keySize)
  }
}

@Suite struct `A secret` {
  @Test func `takes its bytes over and wipes where they stood`() {
    var bytes = Array("lamp".utf8)
    let secret = Secret(wiping: &bytes)
    #expect(bytes == [0, 0, 0, 0])
    #expect(secret.withBytes { Array($0) } == Array("lamp".utf8))
  }

  @Test(arguments: [("lamp", "lamp", true), ("lamp", "lamb", false), ("lamp", "lam", false), ("", "", true)])
  func `equals another with the same bytes`(first: String, second: String, isEqual: Bool) {
    var (one, other) = (Array(first.utf8), Array(second.utf8))
    #expect(Secret(wiping: &one).equals(Secret(wiping: &other)) == isEqual)
  }

  @Test func `is never the same twice when it is left to chance`() {
    #expect(!Secret.random(count: 32).equals(.random(count: 32)))
    #expect(Secret.random(count: 0).count == 0)
  }

  @Test func `cannot be written to once it is made`() async {
    await #expect(processExitsWith: .failure) {
      Secret.random(count: 32).withBytes {
        UnsafeMutableRawPointer(mutating: $0.baseAddress)?.storeBytes(of: 1, as: UInt8.self)
      }
    }
  }
}
