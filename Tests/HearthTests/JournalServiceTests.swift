import FoundationEssentials
import HearthApp
import HearthCore
import Testing

@testable import hearth

/// What the journal's own thread makes of what it is asked.
@Suite struct JournalServiceTests {
  @Test func `what is damaged in a journal that is open is a part of it, and a backup is another file`() throws {
    let shell = try Shell()
    let folder = shell.file("journal").path
    let service = JournalService(folder: folder, config: ConfigFile(folder: folder + "-config"), zone: .utc)
    func told(of place: String) -> Event { service.event { throw Problem.journalDamaged(place) } }
    #expect(told(of: folder) == .refused(.journalDamaged(folder)))
    service.open(now: Instant(seconds: 0), trying: false) { _ in }
    service.finish()
    #expect(told(of: folder) == .refused(.journalPartDamaged(folder)))
    #expect(told(of: folder + "/backups") == .refused(.journalDamaged(folder + "/backups")))
    #expect(service.event(refused: Event.resealRefused, { throw Problem.diskFull }) == .resealRefused(.diskFull))
  }
}
