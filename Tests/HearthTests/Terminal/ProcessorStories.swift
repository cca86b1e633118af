import Foundation
import Testing

/// The journal has a thread of its own, begun on another processor than the one that draws, where there is one.
@Suite struct ProcessorStories {
  @Test func `every thread may run wherever the window may`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let window = try shell.terminal([])
    try window.wait(for: "Welcome")
    let tasks = "/proc/\(window.process)/task"
    let threads = try FileManager.default.contentsOfDirectory(atPath: tasks)
    #expect(threads.count > 1)
    #expect(try Set(threads.map { try processors("\(tasks)/\($0)/status") }).count == 1)
    try window.press("C-q")
    #expect(try window.waitForEnd() == .exited(0))
  }

  @Test func `where there is one processor the journal opens on that`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let first = try #require(processors("/proc/self/status").split { ",-".contains($0) }.first)
    let window = try shell.terminal(["-c", String(first), Shell.hearth.path], program: "/usr/bin/taskset")
    try window.wait(for: "Welcome")
    try window.press("C-q")
    #expect(try window.waitForEnd() == .exited(0))
  }

  @Test func `where the system has no room for a thread it works without`() throws {
    let shell = try Shell()
    try shell.run(["add", "By the canal"])
    // No stack of that size fits into memory.
    let command = "ulimit -s 200000000000 && exec \"$0\""
    let window = try shell.terminal(["-c", command, Shell.hearth.path], program: "/bin/sh")
    try window.wait(for: "Welcome")
    try window.press("C-q")
    #expect(try window.waitForEnd() == .exited(0))
    #expect(try shell.run(["list"]).out.contains("By the canal"))
  }

  /// Those that a thread may run on, such as `0-3,6`.
  private func processors(_ status: String) throws -> String {
    let lines = try String(contentsOfFile: status, encoding: .utf8).split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("Cpus_allowed_list:") })
    return line.dropFirst("Cpus_allowed_list:".count).trimmingCharacters(in: .whitespaces)
  }
}
