import Foundation
import Testing

/// Another process has the journal open.
@Suite struct HeldTests {
  /// Has the journal's lock for as long as it lives.
  private final class Holder {
    private let lock: CInt

    init(_ shell: Shell) {
      lock = open(shell.file("data/hearth/lock").path, O_RDWR | O_CLOEXEC)
      #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    }

    func release() { close(lock) }
  }

  @Test func `what is added waits, and is there once the other lets go`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let holder = Holder(shell)
    let added = try shell.run(["add", "--mood", "4", "yesterday 9am: Meanwhile #tea *"])
    #expect(added.status == 0)
    #expect(added.err.hasPrefix("Saved under Monday, 2 March, 09:00, as "))
    holder.release()
    let lines = try shell.run(["list"]).lines
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("2026-03-02 09:00  ●★ Meanwhile #tea  "))
  }

  @Test func `fifty at once wait, and all of them are there`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let holder = Holder(shell)
    let all = try (1...50).map { try shell.start(["add", "entry \($0)"]) }
    #expect(try all.map { try $0.result().status } == Array(repeating: 0, count: 50))
    holder.release()
    #expect(try Set(shell.titles()) == Set(["Before"] + (1...50).map { "entry \($0)" }))
  }

  @Test func `check-ins and moments wait as well, asked or told, and are there once each`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let holder = Holder(shell)
    #expect(try shell.run(["checkin", "--mood", "4", "--wanted", "7", "--at", "yesterday 21:00"]).status == 0)
    #expect(try shell.run(["checkin"], stdin: "2\n\n\n\n").err.contains("enough for today"))
    #expect(try shell.run(["moment", "micro", "hello", "--with", "Ana", "--after=1"]).status == 0)
    #expect(try shell.run(["moment"], stdin: "conversation\nJon\n2\n").status == 0)
    #expect(try shell.run(["checkin", "--mood", "9"]).status == 2)
    #expect(try shell.run(["checkin", "--list"]).err.hasPrefix("The journal is open in another Hearth"))
    holder.release()
    for _ in 1...2 {
      #expect(
        try shell.run(["checkin", "--list"]).lines == [
          "2026-03-02 21:00  mood 4 · wanted 7", "2026-03-03 14:30  mood 2",
        ])
      let moments = try shell.run(["moment", "--list"]).lines.map { $0.dropFirst(18) }.sorted()
      #expect(
        moments == ["A conversation · Jon · afterwards: settled", "A hello · Ana · afterwards: a little lighter"])
    }
  }

  @Test func `what needs the journal says who has it`() throws {
    let shell = try Shell()
    let id = try shell.add("Before")
    let holder = Holder(shell)
    for arguments in [["list"], ["show", id], ["delete", id], ["export", "--format", "json"], ["verify"]] {
      let result = try shell.run(arguments)
      #expect(result.status == 1)
      #expect(result.out == "")
      #expect(result.err.hasPrefix("The journal is open in another Hearth"))
    }
    holder.release()
    #expect(try shell.titles() == ["Before"])
  }
}
