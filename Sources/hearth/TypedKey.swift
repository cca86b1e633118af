import HearthCore
import HearthStorage
import Seal

/// What somebody gave to open something with: a passphrase, which may turn out to be a recovery code.
struct TypedKey: Sendable {
  let passphrase: Passphrase
  /// Where it reads like one.
  let code: RecoveryCode?
  /// Whether it is so short that it can be guessed by trying.
  let isShort: Bool
  /// Whether it is blanks alone.
  let isBlank: Bool

  /// - Parameter bytes: UTF-8; wiped here.
  init(wiping bytes: inout [UInt8]) {
    isShort = TypedPassphrase.isShort(bytes)
    isBlank = TypedPassphrase.isBlank(bytes)
    code = TypedKey.looksLikeCode(bytes) ? RecoveryCode(String(decoding: bytes, as: UTF8.self)) : nil
    passphrase = Passphrase(wiping: &bytes)
  }

  /// The first line of an open file; empty where there is none.
  ///
  /// - Throws: as `SecretLine.read`.
  init(from file: CInt, _ asking: Asking? = nil) throws(Problem) {
    var line = try SecretLine.read(from: file, asking) ?? []
    self.init(wiping: &line)
  }

  var isEmpty: Bool { passphrase.isEmpty }

  /// Only then is a string made of it, which nobody can wipe.
  private static func looksLikeCode(_ bytes: [UInt8]) -> Bool {
    let letters = bytes.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
    return letters.count == 28
      && letters.allSatisfy { Character(UnicodeScalar($0)).isLetter || (0x30...0x39).contains($0) }
  }
}

extension ClosedVault {
  /// Opens with the recovery code, if it is one of this journal, else with the passphrase.
  /// - Throws: `passphraseWrong`.
  func open(_ key: TypedKey) throws(Problem) -> Vault {
    if hasRecovery, let code = key.code {
      do throws(Problem) { return try open(code) } catch {
        if error != .passphraseWrong { throw error }
      }
    }
    return try open(key.passphrase)
  }
}

extension TypedKey {
  /// The key of a file that it opens.
  /// - Throws: `passphraseWrong`.
  func key(of header: KeyHeader) throws(Problem) -> DataKey {
    if let code, let key = header.key(code) { return key }
    guard let key = try header.key(passphrase) else { throw .passphraseWrong }
    return key
  }

  /// The recovery code, where it is that of an open journal.
  func code(of vault: Vault) -> RecoveryCode? { code.flatMap { vault.opens(with: $0) ? $0 : nil } }

  /// Whether it opens a journal that is open already.
  func opens(_ vault: Vault) throws(Problem) -> Bool {
    if code(of: vault) != nil { return true }
    return try vault.opens(with: passphrase)
  }
}
