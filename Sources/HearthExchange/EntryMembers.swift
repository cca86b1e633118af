import FoundationEssentials
import HearthCore

/// The members of one entry in a document, on the way to being an `Entry`. It says which member is wrong, never what it
/// holds.
struct EntryMembers {
  private let members: [String: JSONValue]
  private let number: Int
  private let file: String

  /// - Parameter number: the entry's place in the document, counted from 1.
  init(_ value: JSONValue, number: Int, file: String) throws(Problem) {
    guard case .object(let members) = value else {
      throw .importBroken(file: file, where: .entry(number), what: .noObject)
    }
    self.members = members
    self.number = number
    self.file = file
  }

  /// Title and people follow from the text and are not read.
  func entry() throws(Problem) -> Entry {
    let text = try required("text", .text, \.string)
    return Entry(
      id: try required("id", .id) { $0.string.flatMap(UUID.init(uuidString:)) }, stamp: try stamp(),
      day: try required("day", .day) { $0.string.flatMap { Day($0) } }, createdAt: try instant("createdAt"),
      modifiedAt: try instant("modifiedAt"), text: text, addedTags: try addedTags(besides: text),
      mood: try optional("mood", .mood) { $0.integer.flatMap(Mood.init(rawValue:)) },
      isStarred: try optional("starred", .truth, \.bool) ?? false,
      prompt: try optional("prompt", .text, \.string),
      trashedAt: try optionalInstant("trashedAt"),
      isHushed: try optional("hushed", .truth, \.bool) ?? false)
  }

  private func stamp() throws(Problem) -> Stamp {
    let zone = try required("zone", .zone) { $0.string.flatMap { $0.isEmpty ? nil : $0 } }
    return try required("at", .stamp) { $0.string.flatMap { Stamp(iso: $0, zone: zone) } }
  }

  func instant(_ name: String) throws(Problem) -> Instant {
    try required(name, .date) { $0.string.flatMap { Stamp(iso: $0)?.instant } }
  }

  func optionalInstant(_ name: String) throws(Problem) -> Instant? {
    try optional(name, .date) { $0.string.flatMap { Stamp(iso: $0)?.instant } }
  }

  /// A document made elsewhere may know only `tags`; those the text does not hold were added. As the store keeps them:
  /// in lower case, each once.
  func addedTags(besides text: String) throws(Problem) -> [String] {
    if let added = try tags("addedTags") { return added }
    let inText = Set(Marks.tags(in: text))
    return (try tags("tags") ?? []).filter { !inText.contains($0) }
  }

  private func tags(_ name: String) throws(Problem) -> [String]? {
    try optional(name, .texts, \.strings).map { Marks.merged([], $0.map(\.withoutControls)).filter { !$0.isEmpty } }
  }

  func required<Meaning>(
    _ name: String, _ kind: ImportFault.Kind, _ meaning: (JSONValue) -> Meaning?
  ) throws(Problem) -> Meaning {
    guard let found = try optional(name, kind, meaning) else { throw broken(.missing(name)) }
    return found
  }

  /// Absent and null are the same.
  func optional<Meaning>(
    _ name: String, _ kind: ImportFault.Kind, _ meaning: (JSONValue) -> Meaning?
  ) throws(Problem) -> Meaning? {
    guard let value = members[name], value != .null else { return nil }
    guard let found = meaning(value) else { throw broken(.odd(name, kind)) }
    return found
  }

  func broken(_ what: ImportFault) -> Problem {
    .importBroken(file: file, where: .entry(number), what: what)
  }
}
