import Foundation
import Testing

/// Where the journal lies, what time it is, and help.
@Suite struct PlaceAndTimeTests {
  @Test(
    arguments: [
      ([], [:], "data/hearth"),
      ([], ["XDG_DATA_HOME": ""], ".local/share/hearth"),
      ([], ["XDG_DATA_HOME": "relative"], ".local/share/hearth"),
      ([], ["HEARTH_JOURNAL": "mine"], "mine"),
      ([], ["HEARTH_JOURNAL": "~/mine"], "mine"),
      ([], ["HEARTH_JOURNAL": ""], "data/hearth"),
      (["--journal", "yours"], ["HEARTH_JOURNAL": "mine"], "yours"),
    ] as [([String], [String: String], String)])
  func `the journal lies where it was asked to`(arguments: [String], environment: [String: String], place: String)
    throws
  {
    let shell = try Shell()
    #expect(try shell.run(["add", "Tea"] + arguments, environment: environment).status == 0)
    #expect(FileManager.default.fileExists(atPath: shell.file(place).appending(path: "journal.db").path))
  }

  @Test(arguments: [
    ["list"], ["search", "tea"], ["people"], ["verify"], ["backup"], ["export", "--format", "md"], ["undo"],
  ])
  func `where no journal is, reading makes none`(_ arguments: [String]) throws {
    let shell = try Shell()
    let read = try shell.run(arguments)
    #expect(read.status == 1)
    #expect(read.err.hasPrefix("There is no journal in \(shell.file("data/hearth").path) yet"))
    #expect(!FileManager.default.fileExists(atPath: shell.file("data").path))
  }

  @Test func `a question is asked, and an import looked at, where no journal is`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea", "--journal", "other"])
    try shell.run(["export", "--journal", "other", "--format", "json", "--output", "all.json"])
    #expect(try shell.run(["prompt"]).status == 0)
    #expect(try shell.run(["import", "all.json", "--dry-run"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: shell.file("data").path))
  }

  @Test func `a journal that is gone is told of where its backups are`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.run(["backup"])
    try FileManager.default.removeItem(at: shell.file("data/hearth/journal.db"))
    for verb in [["list"], ["add", "More"]] {
      let told = try shell.run(verb)
      #expect(told.status == 1)
      #expect(told.err.contains("backups of it are there (1)"))
    }
    #expect(try shell.run(["restore-backup", "--yes"]).status == 0)
    #expect(try shell.titles() == ["Tea"])
  }

  @Test func `the config says where it lies, unless something closer does`() throws {
    let shell = try Shell()
    try shell.write("config/hearth/config.yaml", "journal: ~/ours\n")
    try shell.run(["add", "Tea"])
    #expect(FileManager.default.fileExists(atPath: shell.file("ours/journal.db").path))
    try shell.run(["add", "Tea"], environment: ["HEARTH_JOURNAL": "mine"])
    #expect(FileManager.default.fileExists(atPath: shell.file("mine/journal.db").path))
    #expect(!FileManager.default.fileExists(atPath: shell.file("data/hearth").path))
  }

  @Test func `a config that speaks of a journal and cannot be read opens none`() throws {
    let shell = try Shell()
    try shell.write("config/hearth/config.yaml", "journal: somewhere\n")
    let result = try shell.run(["add", "Tea"])
    #expect(result.status == 2)
    #expect(result.err.contains("No journal was opened"))
    #expect(!FileManager.default.fileExists(atPath: shell.file("data/hearth").path))
    #expect(try shell.run(["add", "Tea", "--journal", "mine"]).status == 0)
  }

  @Test func `a config that is there and cannot be read opens none either`() throws {
    let shell = try Shell()
    try FileManager.default.createDirectory(
      at: shell.file("config/hearth/config.yaml"), withIntermediateDirectories: true)
    for verb in [["add", "Tea"], ["list"]] {
      let result = try shell.run(verb)
      #expect(result.status == 2)
      #expect(result.err.contains("config.yaml: it is a folder") && result.err.contains("It may say where"))
    }
    #expect(!FileManager.default.fileExists(atPath: shell.file("data/hearth").path))
    #expect(try shell.run(["add", "Tea", "--journal", "mine"]).status == 0)
  }

  @Test func `typed dates are read in the order the config writes them in`() throws {
    let shell = try Shell()
    try shell.write("config/hearth/config.yaml", "dates: mdy\n")
    try shell.run(["add", "01/02/2026 9am: Tea"])
    #expect(try shell.run(["list", "--format", "short"]).lines == ["2026-01-02 09:00 Tea"])
  }

  @Test func `dates and times are said as the config writes them`() throws {
    let shell = try Shell()
    try shell.write("config/hearth/config.yaml", "dates: iso\nclock: 12\n")
    let said = try shell.run(["add", "yesterday 9pm: Tea"]).err
    #expect(said.hasPrefix("Saved under Monday, 2026-03-02, 9:00 pm, as "))
    #expect(try shell.run(["list", "--format", "md"]).out.hasPrefix("## Monday, 2026-03-02 9:00 pm — Tea"))
    #expect(try shell.run(["list", "--format", "short"]).lines == ["2026-03-02 21:00 Tea"])
  }

  @Test func `the journal can be named before the verb too`() throws {
    let shell = try Shell()
    #expect(try shell.run(["--journal", "mine", "add", "Tea"]).status == 0)
    #expect(try shell.run(["--journal", "mine", "list"]).lines.count == 1)
    #expect(FileManager.default.fileExists(atPath: shell.file("mine/journal.db").path))
    #expect(!FileManager.default.fileExists(atPath: shell.file("data/hearth").path))
  }

  @Test func `folder and files are closed to others`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    let folder = shell.file("data/hearth").path
    let modes = try ([folder] + FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" })
      .map { try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int }
    #expect(Set(modes) == [0o600, 0o700])
  }

  @Test func `the hour that was set is the hour that is shown`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"], environment: ["HEARTH_NOW": "2026-07-01T09:15:00-05:00"])
    #expect(try shell.run(["list", "--format", "short"]).lines == ["2026-07-01 09:15 Tea"])
  }

  @Test(
    arguments: [
      ("Europe/Stockholm", "Europe/Stockholm"), (":Europe/Stockholm", "Europe/Stockholm"), ("UTC", "UTC"),
      ("CET-1", "+01:00"), ("", "UTC"),
    ])
  func `a zone keeps its name`(setting: String, name: String) throws {
    let shell = try Shell()
    let now = name == "UTC" ? "2026-03-03T13:30:00Z" : "2026-03-03T14:30:00+01:00"
    try shell.run(["add", "Tea"], environment: ["TZ": setting, "HEARTH_NOW": now])
    #expect(try shell.run(["list", "--format", "json"]).out.contains("\"zone\": \"\(name)\""))
  }

  @Test(arguments: [["--help"], ["add", "--help"], ["help", "list"], ["--version"]])
  func `help is data, and no failure`(arguments: [String]) throws {
    let result = try Shell().run(arguments)
    #expect(result.status == 0)
    #expect(result.err == "")
    #expect(!result.out.isEmpty)
  }

  @Test func `support needs no journal and makes none`() throws {
    let shell = try Shell()
    let result = try shell.run(["support", "--country", "gb"])
    #expect(result.status == 0)
    #expect(result.out.contains("Samaritans") && result.out.contains("116 123"))
    #expect(try shell.run(["support"]).out.contains("GB  United Kingdom"))
    let elsewhere = try shell.run(["support", "--country", "Elsewhere"])
    #expect(elsewhere.status == 0 && elsewhere.out.hasPrefix("Another country\n"))
    #expect(elsewhere.out.contains("findahelpline.com"))
    #expect(!FileManager.default.fileExists(atPath: shell.file("data").path))
  }

  @Test func `what opens no journal does not ask where it lies`() throws {
    let shell = try Shell()
    try shell.write("config/hearth/config.yaml", "journal: Documents/journal\n")
    for arguments in [
      ["support"], ["support", "--country", "gb"], ["read"], ["read", "solitude"], ["practice", "--list"],
      ["checkin", "--measures"], ["keys"],
    ] {
      let said = try shell.run(arguments)
      #expect(said.status == 0 && !said.out.isEmpty, "\(arguments)")
    }
    #expect(try shell.run(["keys"]).err.contains("says where the journal lies"))
    // What opens one does not open another.
    for arguments in [["list"], ["add", "Tea"], ["lock"], ["practice", "solitude-check"]] {
      #expect(try shell.run(arguments).status == 2, "\(arguments)")
    }
    #expect(!FileManager.default.fileExists(atPath: shell.file("data").path))
  }
}
