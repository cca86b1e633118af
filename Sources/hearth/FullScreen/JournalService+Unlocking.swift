import HearthApp
import HearthCore
import HearthStorage
import Seal
import Synchronization

/// The ways to a sealed journal. All of it runs on the journal's thread; trying a passphrase takes about half a second.
extension JournalService {
  /// - Parameter trying: what gives a passphrase by itself is asked for it at once.
  /// - Returns: nil where it waits for a passphrase; that is told then.
  func enter(now: Instant, _ trying: Bool, _ reply: Services.Reply) throws(Problem) -> Vault? {
    guard let folder else { return try Vault.madeUp(endingAt: now, in: zone) }
    let closed = try ClosedVault.enter(folder, now: now)
    guard closed.isSealed else { return try closed.open() }
    door.withLock { $0 = closed }
    let giver = trying ? passphrases?.giver : nil
    reply(
      .sealed(
        LockedDoor(hasRecovery: closed.hasRecovery, hasCommand: passphrases?.giver == .command, asked: giver)))
    if let giver { unlock(by: giver, reply).map(reply) }
    return nil
  }

  /// Nothing typed means that the command is to be asked.
  func unlock(_ typed: SecretText, _ reply: Services.Reply) -> Event? {
    let key = typed.give { TypedKey(wiping: &$0) }
    if key.isEmpty { return unlock(by: .command, reply) }
    return unlock(by: nil, reply) { closed throws(Problem) in try closed.open(key) }
  }

  func unlockWithCode(_ typed: SecretText, _ reply: Services.Reply) -> Event? {
    unlock(by: nil, reply) { closed throws(Problem) in try closed.open(code(typed)) }
  }

  private func unlock(by giver: KeyGiver, _ reply: Services.Reply) -> Event? {
    unlock(by: giver, reply) { closed throws(Problem) in
      let asking = Asking()
      self.asking.withLock { $0 = asking }
      defer { self.asking.withLock { $0 = nil } }
      guard let key = try passphrases?.key(asking) else { throw .passphraseWrong }
      return try closed.open(key)
    }
  }

  /// Opens the door with what `key` gives; a key that does not fit leaves it closed.
  ///
  /// - Parameter giver: of the key, where nobody typed it.
  /// - Returns: nil where there is no door any more.
  private func unlock(by giver: KeyGiver?, _ reply: Services.Reply, with key: (ClosedVault) throws(Problem) -> Vault)
    -> Event?
  {
    unlocking.store(true, ordering: .relaxed)
    defer { unlocking.store(false, ordering: .relaxed) }
    guard let closed = door.withLock({ $0 }) else { return nil }
    do throws(Problem) {
      let vault = try key(closed)
      door.withLock { $0 = nil }
      unlocking.store(false, ordering: .relaxed)
      begin(vault, reply).map(reply)
      return event { .unlocked(by: giver, try vault.whenSaved) }
    } catch {
      return .unlockRefused(error)
    }
  }

  func code(_ typed: SecretText) throws(Problem) -> RecoveryCode {
    defer { typed.wipe() }
    guard let code = RecoveryCode(typed.text) else { throw .passphraseWrong }
    return code
  }
}

extension PassphraseSource {
  /// Nil where somebody has to type.
  fileprivate var giver: KeyGiver? {
    switch self {
    case .command: .command
    case .file: .file
    case .terminal: nil
    }
  }

  /// May take its time. Nil where somebody has to type.
  fileprivate func key(_ asking: Asking) throws(Problem) -> TypedKey? {
    switch self {
    case .command(let command): try command.ask(asking)
    case .file(let file): try TypedKey(from: file, asking)
    case .terminal: nil
    }
  }
}
