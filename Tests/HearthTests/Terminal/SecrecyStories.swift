import Foundation
import Glibc
import Testing

/// What the system could keep of the memory of an open journal.
@Suite(.serialized) struct SecrecyStories {
  private static let marker = "zephyrous lanterns"

  /// An open page with the marker on it, in a folder where a core would be written.
  private func writing(in house: House) throws -> Terminal {
    let hearth = try Terminal.start(
      ["--journal", house.journal], environment: house.environment, folder: house.root.path)
    try hearth.wait(for: "n write")
    try hearth.press("n")
    try hearth.type(Self.marker)
    try hearth.wait(for: Self.marker)
    return hearth
  }

  @Test func `the system may write no image of its memory`() throws {
    let house = try House(welcomed: true)
    let hearth = try writing(in: house)
    let limits = try String(contentsOfFile: "/proc/\(hearth.process)/limits", encoding: .utf8)
    let core = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") })
    #expect(core.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
  }

  /// What may not be looked into belongs to root, in `/proc`. So that root can see it too, the program is then nobody's.
  @Test func `no program of the same person may look into it`() throws {
    let house = try House(welcomed: true)
    let isRoot = geteuid() == 0
    let owner: uid_t = isRoot ? 65_534 : geteuid()
    let way = isRoot ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : ["/usr/bin/env"]
    if isRoot { house.give(to: owner) }
    func start(_ command: String...) throws -> Terminal {
      try Terminal.start(
        way.dropFirst() + command, program: way[0], environment: house.environment, folder: house.root.path)
    }
    let other = try start("/bin/sh", "-c", "echo ready; exec sleep 60")
    try other.wait(for: "ready")
    #expect(try other.owner == owner)
    let hearth = try start(Terminal.builtProgram, "--journal", house.journal)
    try hearth.wait(for: "n write")
    #expect(try hearth.owner == 0)
  }

  @Test(arguments: [SIGABRT, SIGSEGV]) func `a crash leaves no core with a word of the page`(
    number: Int32
  ) throws {
    let house = try House(welcomed: true)
    let hearth = try writing(in: house)
    try hearth.signal(number)
    #expect(try hearth.waitForEnd() == .signalled(number))
    let files = FileManager.default.enumerator(at: house.root, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where !file.hasDirectoryPath {
      #expect(!file.lastPathComponent.hasPrefix("core"))
      let bytes = try Data(contentsOf: file)
      #expect(bytes.range(of: Data(Self.marker.utf8)) == nil, "\(file.lastPathComponent)")
    }
  }
}

extension Terminal {
  /// To whom the system gives what can be seen of the program.
  fileprivate var owner: uid_t {
    get throws {
      var status = stat()
      #expect(stat("/proc/\(process)/environ", &status) == 0)
      return status.st_uid
    }
  }
}

extension House {
  fileprivate func give(to owner: uid_t) {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    for path in [root.path] + names.map({ "\(root.path)/\($0)" }) { _ = chown(path, owner, owner) }
  }
}
