import Foundation

/// How thoroughly the crash tests look: a part of all moments as a rule, every moment in `make crash`.
package enum Effort {
  package static let isLong = ProcessInfo.processInfo.environment["HEARTH_CRASH"] == "long"

  package static func of(_ short: Int, long: Int) -> Int { isLong ? long : short }
}
