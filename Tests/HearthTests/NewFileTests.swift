import Foundation
import HearthCore
import Testing

@testable import hearth

@Suite struct NewFileTests {
  /// A folder in the way of its second name, which it bears where it takes the place of another.
  @Test func `what kept a file from its place is told, and not what tidying up met`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "hearth-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let place = root.resolvingSymlinksInPath().appending(path: "out.md").path
    try FileManager.default.createDirectory(
      atPath: place + ".\(getpid()).new/x", withIntermediateDirectories: true)
    try Data("before".utf8).write(to: URL(fileURLWithPath: place))
    #expect(throws: Problem.systemRefused(place, code: Int(EEXIST))) {
      try NewFile.write(place) { out throws(Problem) in try out("after") }
    }
    #expect(try String(contentsOfFile: place, encoding: .utf8) == "before")
  }
}
