import Glibc
import HearthCore
import HearthStorage
import Laboratory

// Writes into the journal it is given, change after change from a number on, and says each number once the change is
// acknowledged, until somebody ends it. Started by the tests, which end it at a random moment.

guard CommandLine.arguments.count == 3, var number = Int(CommandLine.arguments[2]) else { exit(2) }
let vault = try Vault.openPatiently(CommandLine.arguments[1])
while true {
  try Chronicle.make(number, in: vault)
  number += 1
  // At once, past any buffer.
  let line = Array("\(number)\n".utf8)
  _ = write(STDOUT_FILENO, line, line.count)
}
