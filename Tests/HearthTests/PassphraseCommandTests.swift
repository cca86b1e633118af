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
    // Nothing is left running: it would keep open what the tests write to, and by what other tests hear of an end.
    let text = "exec 2>&-; \(beginning)exec sleep 600"
    let command = try #require(PassphraseCommand { $0 == PassphraseCommand.variable ? text : nil })
    let asking = Asking()
    Thread.detachNewThread {
      usleep(50_000)
      asking.callOff()
    }
    #expect(throws: Problem.interrupted) { try command.ask(asking) }
  }

  @Test func `one that was called off does not stay in the list of processes`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "hearth-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = "echo $$ >'\(file.path)'; exec sleep 600"
    let command = try #require(PassphraseCommand { $0 == PassphraseCommand.variable ? text : nil })
    let asking = Asking()
    Thread.detachNewThread {
      while (try? Data(contentsOf: file))?.last != UInt8(ascii: "\n") { usleep(1_000) }
      asking.callOff()
    }
    #expect(throws: Problem.interrupted) { try command.ask(asking) }
    let number = try String(contentsOf: file, encoding: .utf8).dropLast()
    let process = try #require(pid_t(number))
    for _ in 0..<10_000 where kill(process, 0) == 0 { usleep(1_000) }
    #expect(kill(process, 0) != 0 && errno == ESRCH)
  }

  @Test func `called off before it has begun, it ends too`() throws {
    let command = try #require(PassphraseCommand { $0 == PassphraseCommand.variable ? "exec sleep 600" : nil })
    let asking = Asking()
    asking.callOff()
    #expect(throws: Problem.interrupted) { try command.ask(asking) }
  }
}
