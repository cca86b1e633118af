import Foundation

/// A shell with a home of its own, in which the real `hearth` is run; the home is gone when the shell is.
///
/// Unless a test says otherwise it is Tuesday, 3 March 2026, 14:30, and clocks are those of Stockholm.
final class Shell: Sendable {
  let home: URL
  private let environment: [String: String]

  struct Result: Equatable {
    let status: Int32
    let out: String
    let err: String

    /// What was written on standard output, a line each.
    var lines: [String] { out.split(separator: "\n").map(String.init) }
  }

  init() throws {
    home = FileManager.default.temporaryDirectory.appending(path: "hearth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    environment = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": home.path + "/data",
      "XDG_CONFIG_HOME": home.path + "/config",
      "HEARTH_NOW": "2026-03-03T14:30:00+01:00", "TZ": "CET-1CEST,M3.5.0,M10.5.0/3",
    ]
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// The binary beside the test bundle.
  static let hearth = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "hearth")

  /// Runs `hearth` to its end.
  @discardableResult
  func run(_ arguments: [String], stdin: String = "", environment: [String: String] = [:]) throws -> Result {
    try start(arguments, stdin: Data(stdin.utf8), environment: environment).result()
  }

  func run(_ arguments: [String], bytes: [UInt8]) throws -> Result {
    try start(arguments, stdin: Data(bytes), environment: [:]).result()
  }

  /// Runs a script, in which `hearth` is the binary.
  @discardableResult
  func script(_ script: String) throws -> Result {
    try start(["-c", "hearth() { \"\(Shell.hearth.path)\" \"$@\"; }; " + script], program: URL(filePath: "/bin/sh"))
      .result()
  }

  /// Runs `hearth` at a terminal, for whoever asks or shows something only there.
  func terminal(
    _ arguments: [String], program: String? = nil, environment: [String: String] = [:]
  ) throws -> Terminal {
    try Terminal.start(
      arguments, program: program, environment: self.environment.merging(environment) { $1 }, folder: home.path,
      background: nil)
  }

  /// A run that goes on.
  struct Running {
    fileprivate let process: Process
    fileprivate let out: URL
    fileprivate let err: URL

    func result() throws -> Result {
      process.waitUntilExit()
      let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
      return Result(
        status: status, out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
        err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }
  }

  /// Starts and does not wait. What goes in and comes out passes through files, so that no pipe fills up.
  func start(
    _ arguments: [String], stdin: Data = Data(), environment: [String: String] = [:], program: URL = Shell.hearth
  ) throws -> Running {
    let name = UUID().uuidString
    let (input, out, err) = (file(".\(name).in"), file(".\(name).out"), file(".\(name).err"))
    try stdin.write(to: input)
    try Data().write(to: out)
    try Data().write(to: err)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = home
    process.environment = self.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    return Running(process: process, out: out, err: err)
  }

  /// Writes a file in the home, with the folders it is in.
  func write(_ name: String, _ text: String) throws {
    let file = file(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// A file in the home.
  func file(_ name: String) -> URL { home.appending(path: name) }

  /// The titles that `list` shows, as it shows them.
  func titles(_ arguments: [String] = []) throws -> [String] {
    try run(["list", "--format", "short"] + arguments).lines.map { String($0.dropFirst("2026-03-02 21:04 ".count)) }
  }

  /// Adds an entry and gives its id.
  func add(_ text: String, _ arguments: [String] = []) throws -> String {
    let said = try run(["add"] + arguments, stdin: text).err
    return said.split(separator: " ").last.map { String($0.prefix(8)) } ?? ""
  }
}
