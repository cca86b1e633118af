import FoundationEssentials
import HearthCore

/// The forms in which a journal can come in.
package enum ImportForm: String, CaseIterable, Sendable {
  /// Hearth's own.
  case json
  /// What Day One exports.
  case dayone
  /// A journal of jrnl's, or its text export.
  case jrnl
  /// Markdown with front matter, a file an entry.
  case md

  /// By how a document begins; nil where none of them begins so.
  package init?(recognisedIn bytes: [UInt8]) {
    let text = (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
      .drop { [0x20, 0x0A, 0x0D, 0x09].contains($0) }
    switch text.first.map(Unicode.Scalar.init) {
    case "{": self = DayOneJSON.isRecognised(in: bytes) ? .dayone : .json
    case "[" where text.dropFirst().first.map { (0x30...0x39).contains($0) } == true: self = .jrnl
    case "-" where text.starts(with: Array("---".utf8)): self = .md
    default: return nil
    }
  }

  /// - Parameters:
  ///   - file: what the document is called in problems.
  ///   - scales, scalesOfRun: as of `JournalJSON.Document`.
  /// - Throws: `importBroken`.
  package func document(
    _ bytes: [UInt8], file: String, zones: ImportZones, scales: [Measure.ID: ClosedRange<Int>] = [:],
    scalesOfRun: (Run) -> [Measure.ID: ClosedRange<Int>]? = { _ in nil }
  ) throws(Problem) -> any ImportDocument {
    switch self {
    case .json: return try JournalJSON.Document(bytes, file: file, scales: scales, scalesOfRun: scalesOfRun)
    case .dayone: return try DayOneJSON.document(bytes, file: file, zones: zones)
    case .jrnl: return try JrnlReader.document(bytes, file: file, zones: zones)
    case .md:
      var pages = MarkdownPages(zones: zones)
      try pages.take(bytes, file: file)
      return pages.document
    }
  }
}

/// What a date without an offset means: it is read by the clock of one place.
package struct ImportZones: Sendable {
  /// Where one is.
  let here: Zone
  /// Finds a zone by its name.
  let named: @Sendable (String) -> Zone?

  package init(here: Zone, named: @escaping @Sendable (String) -> Zone?) {
    (self.here, self.named) = (here, named)
  }
}

/// A journal that was read whole and found sound, before the first of it is taken in.
package protocol ImportDocument: Sendable {
  /// What it says about the journal as a whole.
  var preferences: Preferences { get }

  /// Every entry, one at a time.
  /// - Parameter dayEnd: which day an entry belongs to, where the document does not tell.
  func entries(dayEnd: DayEnd, _ each: (Entry) throws(Problem) -> Void) throws(Problem)

  /// An entry with what documents of this kind do not tell, as the journal has it under the same id: that is no
  /// difference.
  func completed(_ entry: Entry, by here: Entry) -> Entry
}

extension JournalJSON.Document: ImportDocument {
  package func entries(dayEnd _: DayEnd, _ each: (Entry) throws(Problem) -> Void) throws(Problem) {
    try entries(each)
  }

  package func completed(_ entry: Entry, by _: Entry) -> Entry { entry }
}

/// Entries of other programs, and of Hearth's own forms that tell less than everything.
struct ImportedEntries: ImportDocument {
  let form: ImportForm
  private var all: [(entry: Entry, hasDay: Bool)] = []
  private var ids: Set<UUID> = []

  init(_ form: ImportForm) { self.form = form }

  var preferences: Preferences { Preferences() }

  /// - Parameter hasDay: whether the document tells the day.
  /// - Returns: false where another has its id already; it is left out.
  mutating func append(_ entry: Entry, hasDay: Bool = false) -> Bool {
    guard ids.insert(entry.id).inserted else { return false }
    all.append((entry, hasDay))
    return true
  }

  func entries(dayEnd: DayEnd, _ each: (Entry) throws(Problem) -> Void) throws(Problem) {
    for (entry, hasDay) in all {
      var entry = entry
      if !hasDay { entry.day = entry.stamp.day(endingAt: dayEnd) }
      try each(entry)
    }
  }

  func completed(_ entry: Entry, by here: Entry) -> Entry {
    var told = entry
    (told.createdAt, told.modifiedAt) = (here.createdAt, here.modifiedAt)
    told.trashedAt = entry.trashedAt ?? here.trashedAt
    if told.tags == here.tags || form == .jrnl { told.addedTags = here.addedTags }
    if form == .md { return told }
    (told.mood, told.prompt, told.isHushed) = (here.mood, here.prompt, here.isHushed)
    // jrnl writes no zone: the same clock on the same day is the same moment, wherever one is.
    let isSameClock = entry.stamp.calendarDay == here.stamp.calendarDay && entry.stamp.clock == here.stamp.clock
    if form == .jrnl ? isSameClock : entry.stamp.instant == here.stamp.instant {
      (told.stamp, told.day) = (here.stamp, here.day)
    }
    return told
  }
}
