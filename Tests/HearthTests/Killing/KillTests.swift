import Foundation
import HearthCore
import HearthStorage
import Laboratory
import Testing

/// Stands here and not beside the other tests of the journal, because starting a process holds the locks of all that is
/// open for the moment between fork and exec.
@Suite struct `When the process is killed` {
  @Test func `everything it acknowledged is there, change for change, and nothing is half there`() throws {
    let home = try Shell()
    let folder = home.home.appending(path: "journal").path
    var (dice, done) = (SeededDice(1), 0)
    let runs = Effort.of(15, long: 300)
    for run in 0..<runs {
      // Every fifth is killed while it opens.
      let isAtWork = run % 5 != 0
      let seconds = Double.random(in: isAtWork ? 0...0.13 : 0...0.02, using: &dice)
      let told = try work(in: folder, from: done, for: seconds, afterItsFirst: isAtWork)
      let vault = try Vault.openPatiently(folder)
      let found = try Chronicle(vault)
      // The one it was at may be there, or not.
      let counts = [told, told + 1].filter { found == Chronicle(after: $0) }
      try #require(!counts.isEmpty, "run \(run): told of \(told)")
      #expect(try run % 5 != 0 || vault.verify().allSatisfy(\.isFine))
      done = counts[0]
      vault.close()
    }
    #expect(done >= runs * 4 / 5)
  }

  /// - Parameter afterItsFirst: it lives that long after the first change it tells of, not after its start.
  /// - Returns: the last change it said was acknowledged.
  private func work(
    in folder: String, from number: Int, for seconds: Double, afterItsFirst: Bool
  ) throws -> Int {
    let (process, said) = (Process(), Pipe())
    process.executableURL = Bundle.main.bundleURL.appending(path: "crashworker")
    process.arguments = [folder, String(number)]
    process.standardOutput = said
    try process.run()
    let ear = said.fileHandleForReading
    let first = afterItsFirst ? ear.availableData : Data()
    usleep(UInt32(seconds * 1_000_000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let lines = String(decoding: first + ear.readDataToEndOfFile(), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    // What stands after the last line's end was cut off while it was said.
    return lines.dropLast().last.flatMap { Int($0) } ?? number
  }
}
