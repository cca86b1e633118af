import Foundation
import Testing

/// A disk that has no room, met by the real program.
@Suite struct FullDiskStories {
  private static let long = String(repeating: "Words and words. ", count: 120_000)

  @Test func `a limit on files is a full disk: it is told, and what was there stays`() throws {
    let shell = try Shell()
    _ = try shell.add("Before")
    try Data(Self.long.utf8).write(to: shell.file("long"))
    let added = try shell.script("ulimit -f 800; hearth add < \"\(shell.file("long").path)\"")
    #expect(added.status == 1)
    #expect(added.err.contains("The disk is full"))
    #expect(try shell.titles() == ["Before"])
    #expect(try shell.run(["verify"]).status == 0)
    _ = try shell.add("After")
    #expect(try shell.titles().count == 2)
  }

  @Test func `a journal that could not be salvaged whole is not left half done, and can be tried again`() throws {
    let shell = try Shell()
    try shell.run(["generate", "--journal", "big", "--entries", "400"])
    let full = try shell.script("ulimit -f 800; hearth salvage big saved")
    #expect(full.status == 1 && full.err.contains("The disk is full"))
    #expect(!FileManager.default.fileExists(atPath: shell.file("saved").path))
    #expect(try shell.run(["salvage", "big", "saved"]).status == 0)
  }

  /// Only where a person may mount something in a world of their own.
  private static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(.enabled(if: canMount, "Nothing can be mounted here: `unshare -rm` is not allowed."))
  func `a disk that is really full loses nothing that was acknowledged`() throws {
    let shell = try Shell()
    try Data(Self.long.prefix(40_000).utf8).write(to: shell.file("long"))
    let told = try shell.script(
      """
      unshare -rm sh -c '
        mkdir -p "$HOME/small" && mount -t tmpfs -o size=4m none "$HOME/small" || exit 9
        saved=0
        while "$0" add --journal "$HOME/small/j" < "$HOME/long" 2> "$HOME/said"; do
          saved=$((saved + 1))
          [ $saved -lt 200 ] || exit 8
        done
        grep -q "The disk is full" "$HOME/said" || exit 7
        found=$("$0" list --journal "$HOME/small/j" --limit 500 --format short | wc -l)
        [ "$found" -eq "$saved" ] || exit 6
        "$0" verify --journal "$HOME/small/j" > /dev/null || exit 5
      ' "\(Shell.hearth.path)"
      """)
    #expect(told.status == 0, "\(told.err)")
  }

  @Test(.enabled(if: canMount, "Nothing can be mounted here: `unshare -rm` is not allowed."))
  func `a second folder without room is named, and the first backup is there`() throws {
    let shell = try Shell()
    _ = try shell.add("By the canal")
    let told = try shell.script(
      """
      unshare -rm sh -c '
        mkdir -p "$HOME/stick" && mount -t tmpfs -o size=16k none "$HOME/stick" || exit 9
        "$0" backup --to "$HOME/stick"
      ' "\(Shell.hearth.path)"
      """)
    #expect(told.status == 1)
    #expect(told.err.contains("is made and checked"))
    #expect(told.err.contains("/stick is on is full"))
  }
}
