import Foundation
import GRDB
import HearthCore
import Testing

@testable import HearthStorage

struct CheckInsTests {
  private let today = Stamp(.start, in: .utc).calendarDay
  private let vault: Vault

  init() throws { vault = try Vault.inMemory() }

  private func checkIn(_ answers: [Measure.ID: Double], id: UUID = UUID(), daysAgo: Int = 0) -> CheckIn {
    let stamp = Stamp(.start.adding(seconds: -86_400 * daysAgo), in: .utc)
    return CheckIn(id: id, stamp: stamp, day: stamp.calendarDay, answers: answers, createdAt: .start)
  }

  private func moment(_ kind: Moment.Kind, with: [String] = [], id: UUID = UUID()) -> Moment {
    Moment(
      id: id, stamp: Stamp(.start, in: .utc), day: today, kind: kind, with: with, medium: .call, minutes: 20, felt: -1,
      marks: [.presence, .bothWays], numbers: [.openness: -3, .tensionBefore: 7], line: "Rain\0 on the line",
      createdAt: .start)
  }

  @Test func `a check-in comes back as it was answered, and each answer is a reading`() throws {
    let answered = checkIn(["mood": 4, "wanted": 7, "own/walks": 2])
    try vault.save(answered, now: .start)
    #expect(try vault.checkIns(in: today...today) == [answered])
    #expect(try vault.readings(of: ["wanted", "mood"], in: today...today).map(\.value).sorted() == [4, 7])
  }

  @Test func `several a day and one of last week stand under their own days`() throws {
    for (mood, ago) in [(3.0, 0), (5, 0), (1, 7)] { try vault.save(checkIn(["mood": mood], daysAgo: ago), now: .start) }
    #expect(try vault.checkIns(in: today...today).map { $0.answers["mood"] } == [3, 5])
    #expect(try vault.readings(in: today.adding(days: -7)...today).map(\.value) == [1, 3, 5])
  }

  @Test func `an answer that was taken out of a check-in is no reading any more`() throws {
    let id = UUID()
    try vault.save(checkIn(["mood": 4, "energy": 2], id: id), now: .start)
    try vault.save(checkIn(["mood": 5], id: id), now: .start)
    #expect(try vault.readings(in: today...today).map(\.value) == [5])
  }

  @Test func `deleting a check-in takes it off the day and its numbers off the charts, and one undo brings both`()
    throws
  {
    let answered = checkIn(["mood": 4])
    try vault.save(answered, now: .start)
    try vault.trashCheckIn(answered.id, now: .start)
    #expect(try vault.checkIns(in: today...today).isEmpty)
    #expect(try vault.readings(in: today...today).isEmpty)
    #expect(try vault.takeBack(now: .start) == TakenBack(.checkIn, on: today))
    #expect(try vault.checkIns(in: today...today) == [answered])
    #expect(try vault.takeBack(now: .start) == nil)
  }

  @Test func `an edit of a check-in is taken back to what was answered before`() throws {
    let id = UUID()
    try vault.save(checkIn(["mood": 2], id: id), now: .start)
    try vault.save(checkIn(["mood": 5, "had": 3], id: id), now: .start)
    #expect(try vault.takeBack(now: .start)?.kind == .checkIn)
    #expect(try vault.checkIn(id)?.answers == ["mood": 2])
  }

  @Test func `a moment comes back whole, and all its numbers and ticks are readings`() throws {
    let noted = moment(.conversation, with: ["Ana", "Jon"])
    try vault.save(noted, now: .start)
    #expect(try vault.moments(in: today...today) == [noted])
    let measures = Set(try vault.readings(in: today...today).map(\.measure))
    #expect(
      measures == [
        "moment/both-ways", "moment/felt", "moment/minutes", "moment/openness", "moment/presence",
        "moment/tension-before",
      ])
  }

  @Test func `a name is one person, whatever its case, and outlives an emptied trash`() throws {
    try vault.save(moment(.hello, with: ["Ana"]), now: .start)
    try vault.save(moment(.shared, with: ["ANA"]), now: .start)
    _ = try vault.emptyTrash()
    #expect(try vault.moments(in: today...today).map(\.with) == [["Ana"], ["Ana"]])
  }

  @Test func `a deleted or edited moment is brought back by undo, the last change first`() throws {
    let noted = moment(.shared, with: ["Ana"])
    try vault.save(noted, now: .start)
    var edited = noted
    (edited.felt, edited.with) = (2, ["Jon"])
    try vault.save(edited, now: .start)
    try vault.trashMoment(noted.id, now: .start)
    #expect(try vault.moments(in: today...today).isEmpty)
    #expect(try vault.takeBack(now: .start) == TakenBack(.moment, about: ["Jon"], on: today))
    #expect(try vault.moments(in: today...today) == [edited])
    #expect(try vault.takeBack(now: .start) == TakenBack(.moment, about: ["Ana"], on: today))
    #expect(try vault.moments(in: today...today) == [noted])
  }

  @Test func `a moment that comes back is told with the names of now`() throws {
    let noted = moment(.shared, with: ["Ana"])
    try vault.save(noted, now: .start)
    try vault.rename(try vault.person(named: "Ana").id, to: "Anna", now: .start)
    try vault.trashMoment(noted.id, now: .start)
    #expect(try vault.takeBack(now: .start)?.people == ["Anna"])
  }

  @Test func `the readings of a source are these and no others`() throws {
    let (run, other) = (UUID(), UUID())
    let stamp = Stamp(.start, in: .utc)
    func reading(_ measure: String, _ source: UUID) -> Reading {
      Reading(source: source, measure: measure, value: 1, stamp: stamp, day: today)
    }
    try vault.keep(readings: [reading("a", run), reading("b", run)], of: run)
    try vault.keep(readings: [reading("a", other)], of: other)
    try vault.keep(readings: [reading("b", run)], of: run)
    #expect(try vault.readings(in: today...today).map(\.measure) == ["a", "b"])
    try vault.keep(readings: [], of: run)
    #expect(try vault.readings(in: today...today).map(\.source) == [other])
  }
}

/// Check-ins and moments that were left beside a journal while it was held.
struct AnswerSheetTests {
  @Test func `what was left while the journal was held is in it when it is opened, once, under its own day`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    let stamp = Stamp(.start, in: .utc)
    let checkIn = CheckIn(
      id: UUID(), stamp: stamp, day: Day(number: 1), answers: ["mood": 4, "feeling/calm": 1], createdAt: .start)
    let moment = Moment(
      id: UUID(), stamp: stamp, day: Day(number: 1), kind: .hello, with: ["Ana"], numbers: [.openness: 2],
      createdAt: .start)
    let inbox = Inbox(folder: folder.journal)
    for _ in 1...2 {
      try inbox.leave(checkIn)
      try inbox.leave(moment)
      let vault = try folder.open()
      defer { vault.close() }
      let taken = try vault.takeInNotes(dayEnd: .midnight, now: .start)
      #expect(taken.notes.isEmpty && taken.answers == 2)
      let day = stamp.calendarDay
      #expect(try vault.checkIns(in: day...day).map(\.answers) == [checkIn.answers])
      #expect(try vault.moments(in: day...day).map(\.with) == [["Ana"]])
      #expect(try vault.moments(in: day...day).map(\.numbers) == [[.openness: 2]])
    }
  }

  @Test func `nothing of it can be read in the file that waits`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    let stamp = Stamp(.start, in: .utc)
    try Inbox(folder: folder.journal).leave(
      Moment(
        id: UUID(), stamp: stamp, day: stamp.calendarDay, kind: .shared, with: ["Ottoline"], line: "quince",
        createdAt: .start))
    let name = try #require(try folder.names(in: folder.inbox).first { $0.hasSuffix(".answers") })
    let bytes = try Data(contentsOf: URL(filePath: folder.inbox).appending(path: name))
    for word in ["Ottoline", "quince", "shared"] { #expect(bytes.range(of: Data(word.utf8)) == nil) }
  }
  @Test func `one that waits is counted, and one that cannot be read is put aside and stops nothing`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    defer { vault.close() }
    let stamp = Stamp(.start, in: .utc)
    try Data("nothing".utf8).write(to: URL(filePath: folder.inbox).appending(path: "A.answers"))
    try Inbox(folder: folder.journal).leave(
      CheckIn(id: UUID(), stamp: stamp, day: stamp.calendarDay, answers: ["mood": 4], createdAt: .start))
    #expect(try vault.verify().first(where: { $0.subject == .notes })?.count == 2)
    _ = try vault.takeInNotes(dayEnd: .midnight, now: .start)
    #expect(try vault.checkIns(in: stamp.calendarDay...stamp.calendarDay).count == 1)
    #expect(try vault.verify().first(where: { $0.subject == .notes })?.detail == .text("A.answers"))
  }

  @Test func `with the trash they go for good`() throws {
    let vault = try Vault.inMemory()
    let stamp = Stamp(.start, in: .utc)
    let checkIn = CheckIn(id: UUID(), stamp: stamp, day: stamp.calendarDay, answers: ["mood": 4], createdAt: .start)
    let moment = Moment(id: UUID(), stamp: stamp, day: stamp.calendarDay, kind: .hello, felt: 1, createdAt: .start)
    try vault.save(checkIn, now: .start)
    try vault.save(moment, now: .start)
    try vault.trashCheckIn(checkIn.id, now: .start)
    try vault.trashMoment(moment.id, now: .start)
    #expect(try vault.checkIn(checkIn.id) != nil && vault.moment(moment.id) != nil)
    _ = try vault.emptyTrash()
    #expect(try vault.checkIn(checkIn.id) == nil && vault.moment(moment.id) == nil)
    #expect(try vault.takeBack(now: .start) == nil)
  }

  /// No check-in of ours holds such a number; a file can.
  @Test func `one that could not be brought back is not changed`() throws {
    let vault = try Vault.inMemory()
    let stamp = Stamp(.start, in: .utc)
    var checkIn = CheckIn(
      id: .number(1), stamp: stamp, day: stamp.calendarDay, answers: ["sleep": .infinity], createdAt: .start)
    try vault.save(checkIn, now: .start)
    checkIn.answers = ["sleep": 7]
    #expect(throws: Problem.self) { try vault.save(checkIn, now: .start) }
    #expect(throws: Problem.self) { try vault.trashCheckIn(.number(1), now: .start) }
    #expect(try vault.checkIn(.number(1))?.answers == ["sleep": .infinity])
  }
}
