import HearthApp
import HearthContent
import HearthCore
import HearthStorage
import Seal

/// What the relationship check asks for. All but the texts runs on the journal's thread.
extension JournalService {
  func answer(_ wish: CheckWish, now: Instant) -> Event {
    event(refused: { .check(.refused($0)) }, { .check(try granted(wish)) })
  }

  private func granted(_ wish: CheckWish) throws(Problem) -> CheckEvent {
    switch wish {
    case .load: return .loaded(shelf.checks, shelf.support)
    case .loadKept: return .keptLoaded(try vault.keptChecks())
    case .keep(let check):
      guard try vault.keep(check) else { throw .journalSealed }
      return .kept(check)
    case .forget(let id):
      try vault.forgetCheck(id)
      return .forgotten(id)
    case .quieten(let name): return .quietened(try vault.quieten(name))
    case .prove(let typed):
      let passphrase = typed.give { Passphrase(wiping: &$0) }
      guard try vault.opens(with: passphrase) else { throw .passphraseWrong }
      return .proven
    }
  }
}
