import Foundation
import HearthCore
import Testing

@testable import hearth

@Suite struct PassphraseCommandTests {
  @Test func `one that says more than a passphrase can be is waited for all the same`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "hearth-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let text = "echo $$ > '\(file)'; printf '%05000d' 0"
    let command = try #require(PassphraseCommand { $0 == PassphraseCommand.variable ? text : nil })
    #expect(throws: Problem.passphraseUnfit) { try command.ask() }
    let number = try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    // A process that nobody waited for is still there.
    #expect(kill(try #require(pid_t(number)), 0) != 0 && errno == ESRCH)
  }

  @Test(arguments: ["", "printf te; ", "exec >&-; ", "yes & ", "echo tea; "])
  func `one that does not end can be called off`(beginning: String) throws {
    // What it leaves running would keep the output of the tests open.
    let text = "exec 2>&-; \(beginning)sleep 600; echo tea"
    let command = try #require(PassphraseCommand { $0 == PassphraseCommand.variable ? text : nil })
    let asking = Asking()
    Thread.detachNewThread {
      usleep(50_000)
      asking.callOff()
    }
    #expect(throws: Problem.interrupted) { try command.ask(asking) }
  }

  @Test func `called off before it has begun, it ends too`() throws {
    let command = try #require(PassphraseCommand { $0 == PassphraseCommand.variable ? "exec sleep 600" : nil })
    let asking = Asking()
    asking.callOff()
    #expect(throws: Problem.interrupted) { try command.ask(asking) }
  }
}
