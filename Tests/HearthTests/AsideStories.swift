import Foundation
import Testing

/// What Today says by itself, with the real program: it goes by what is in storage, and remembers what it has said.
@Suite struct TodayAsideStories {
  /// Two weeks of evenings on which it was lonely.
  private func heavy(_ house: House) throws {
    for day in 17...28 {
      _ = try house.shell("checkin", "--mood", "2", "--set", "lonely=8", "--at", "2026-02-\(day) 20:00")
    }
  }

  @Test func `the note comes from what was answered, and what was said to it survives the program`() throws {
    let house = try House(welcomed: true)
    try heavy(house)
    let first = try house.open()
    try first.wait(for: "looks heavy")
    try first.press("y")
    try first.wait(for: "Support")
    try first.press("Esc")
    try first.wait(for: "A question")
    try first.wait(forNo: "looks heavy")
    try first.press("C-q")
    _ = try first.waitForEnd()
    let second = try house.open()
    try second.wait(for: "A question")
    // What Today says by itself is there by the time that this page was opened and left.
    try second.press(",")
    try second.wait(for: "A day ends at")
    try second.press("Esc")
    try second.wait(for: "A question")
    #expect(!second.screen.text.contains("looks heavy"))
    try second.press("C-q")
    _ = try second.waitForEnd()
    #expect(try house.shell("export", "--format", "json").contains("\"quietNotes\": \"heavy="))
  }

  @Test func `what is set is there again, and goes along in the export`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "A question")
    try first.press(",")
    try first.wait(for: "A day ends at")
    try first.press("Tab", "Tab", "Tab", "Tab", "Enter")
    try first.wait(for: "About right:")
    try first.type("2-6")
    try first.press("Enter")
    try first.wait(for: "2 to 6")
    try first.press("Esc")
    try first.wait(for: "A question")
    try first.press("e")
    try first.wait(for: "One of these, or none")
    try first.press("C-q")
    _ = try first.waitForEnd()

    let second = try house.open()
    try second.wait(for: "One of these, or none")
    try second.press("c", "4")
    try second.wait(for: "Something is kept")
    try second.press("C-q")
    _ = try second.waitForEnd()
    let document = try house.shell("export", "--format", "json")
    #expect(document.contains("\"markers\": \"contacts=2-6\"") && document.contains("\"lowEnergy\": \"not="))
    #expect(!document.contains("\"checkName\"") && !document.contains("\"presence\""))
  }

  @Test func `who comes back after a while is greeted`() throws {
    let house = try House(welcomed: true)
    let later = try house.open(environment: ["HEARTH_NOW": "2026-04-03T21:04:00+02:00"])
    try later.wait(for: "Good to see you.")
    try later.press("C-q")
    _ = try later.waitForEnd()
  }
}
