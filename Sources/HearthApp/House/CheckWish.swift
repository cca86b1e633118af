import FoundationEssentials
import HearthCore

/// What the world is asked for about the relationship check. Answers go out with `keep` alone.
package enum CheckWish: Equatable, Sendable {
  /// The checks, and the lines for their pages.
  case load
  case loadKept
  case keep(KeptCheck)
  case forget(UUID)
  /// Nothing is suggested about somebody any more, by their name.
  case quieten(String)
  /// Whether what was typed is the passphrase of the journal, which stays open.
  case prove(SecretText)
}

package enum CheckEvent: Equatable, Sendable {
  case loaded([Practice], SupportDirectory)
  case keptLoaded([KeptCheck])
  case kept(KeptCheck)
  case forgotten(UUID)
  case quietened(Person)
  case proven
  case refused(Problem)
}
