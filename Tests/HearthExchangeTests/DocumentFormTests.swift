import HearthCore
import HearthExchange
import Testing

@Suite struct DocumentFormTests {
  @Test(
    arguments: zip(
      DocumentForm.allCases,
      ["{\n  \"schema\"", "## 2026-03-02 21:04 — By", "[2026-03-02 21:04:00] By", "id,at,zone,"]))
  func `each form is known by how it begins`(form: DocumentForm, beginning: String) {
    #expect(written([Samples.canal], as: form).hasPrefix(beginning))
  }

  @Test(arguments: DocumentForm.allCases)
  func `an entry is written as it is, whatever else is there`(form: DocumentForm) {
    let both = written([Samples.bare, Samples.canal], as: form)
    #expect(both.contains("Tea"))
    #expect(both.contains("By the canal"))
  }
}

/// A document with a member is taken, or refused by the name of that member.
func expect(_ member: String, isTaken: Bool, as name: String, _ place: SourceLocation = #_sourceLocation) {
  do {
    _ = try JournalJSON.Document(Array("{\"schema\": 1, \(member), \"entries\": []}".utf8), file: "a.json")
    #expect(isTaken, "\(member) was taken", sourceLocation: place)
  } catch {
    guard case .importBroken(file: "a.json", where: .member(name), what: _) = error else {
      Issue.record(error, sourceLocation: place)
      return
    }
    #expect(!isTaken, "\(member) was refused", sourceLocation: place)
  }
}

/// The whole document.
func written(_ entries: [Entry], as form: DocumentForm) -> String {
  let wording = MarkdownText.Wording(
    moment: { "\($0.calendarDay) \($0.clock)" }, mood: { "mood: \($0.rawValue)" },
    tags: { "tags: " + $0.joined(separator: ", ") })
  var scribe = form.scribe(writtenAt: Samples.evening, wording: wording)
  return scribe.opening + entries.map { scribe.next($0) }.joined() + scribe.closing
}
