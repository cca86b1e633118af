import Seal
import Testing

@Suite struct `A recovery code` {
  private let code = RecoveryCode.random()

  private func opens(_ text: String) throws -> Bool {
    let key = DataKey.random()
    guard let typed = RecoveryCode(text) else { return false }
    return typed.groups == code.groups && KeySlot.recovery(code, for: key) != .recovery(typed, for: .random())
  }

  @Test func `is seven groups of four that can be told apart on paper`() {
    #expect(code.groups.map(\.count) == Array(repeating: 4, count: 7))
    #expect(code.groups.joined().allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) })
    #expect(code.groups != RecoveryCode.random().groups)
  }

  @Test(arguments: ["-", " ", "", "\n", " · "]) func `is read with whatever stands between the groups`(gap: String)
    throws
  {
    #expect(try opens(code.groups.joined(separator: gap)))
    #expect(try opens(code.groups.joined(separator: gap).lowercased()))
  }

  @Test func `is read with letters that look like digits`() throws {
    let text = code.groups.joined(separator: "-")
    #expect(try opens(text.replacing("0", with: "o").replacing("1", with: "l")))
    #expect(try opens(text.replacing("0", with: "O").replacing("1", with: "I")))
  }

  @Test func `is refused with any single letter wrong`() {
    for _ in 0..<20 {
      let letters = Array(RecoveryCode.random().groups.joined())
      for place in letters.indices {
        for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZU" where letter != letters[place] {
          var typed = letters
          typed[place] = letter
          #expect(RecoveryCode(String(typed)) == nil)
        }
      }
    }
  }

  @Test func `is refused with two neighbours swapped`() {
    for _ in 0..<20 {
      let letters = Array(RecoveryCode.random().groups.joined())
      for place in letters.indices.dropLast() where letters[place] != letters[place + 1] {
        var typed = letters
        typed.swapAt(place, place + 1)
        #expect(RecoveryCode(String(typed)) == nil)
      }
    }
  }

  @Test(arguments: ["", "0000-0000-0000-0000-0000-0000-0000", "ABCD", "½", "ßßßß"])
  func `is not anything else`(text: String) {
    #expect(RecoveryCode(text) == nil)
  }

  @Test func `is refused with a letter missing or one too many`() {
    let text = code.groups.joined()
    #expect(RecoveryCode(String(text.dropLast())) == nil)
    #expect(RecoveryCode(text + "0") == nil)
  }
}
