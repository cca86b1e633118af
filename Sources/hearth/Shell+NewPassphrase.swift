import HearthContent
import HearthCore
import HearthStorage
import Seal

extension Shell {
  /// Offers six words, and takes what is typed twice.
  /// - Throws: `GivenUp` for an empty line.
  func newKey() throws -> TypedKey {
    var chance = SystemRandomNumberGenerator()
    let offer = words[.shellPassphraseOffer, ["words": PassphraseWords.phrase(6, using: &chance)]]
    return try QuietTerminal.listening(aside: true) { terminal in
      terminal.say(offer)
      while true {
        let first = try answer(to: .shellPassphraseAskNew, at: terminal)
        if first.isBlank {
          terminal.say(words[.shellPassphraseBlank])
          continue
        }
        if first.isShort { terminal.say(words[.shellPassphraseShortAsked]) }
        let second = try answer(to: .shellPassphraseAskAgain, at: terminal)
        if first.passphrase.equals(second.passphrase) { return first }
        terminal.say(words[.shellPassphraseDiffer])
      }
    }
  }

  /// What a journal is to be sealed anew with. It stays the passphrase; who came in with the recovery code, and so may
  /// not know it, chooses another one.
  ///
  /// - Parameter key: what opened the journal; nil where it takes nothing.
  func passphrase(toSeal vault: Vault, openedWith key: TypedKey?) throws -> Passphrase? {
    guard let key, key.code(of: vault) != nil else { return key?.passphrase }
    guard QuietTerminal.isThere else { throw UsageError(sentence: words[.shellEraseCodeUnasked]) }
    say(.shellEraseCode)
    return try newKey().passphrase
  }
}
