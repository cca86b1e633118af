import HearthCore
import Testing

struct TypedPassphraseTests {
  @Test(arguments: [
    ("", true), ("elevensigns", true), ("twelve signs", true), ("twelve  signs", true), ("twelvesigns2", false),
    ("twelve signs 2", false), ("åäöåäöåäöåä", true), ("åäöåäöåäöåäö", false), ("☀☀☀☀☀☀", true),
  ])
  func `a typed passphrase is short below twelve letters and signs, and blanks are none`(
    _ typed: String, _ isShort: Bool
  ) {
    #expect(TypedPassphrase.isShort(Array(typed.utf8)) == isShort)
  }
}
