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
}
