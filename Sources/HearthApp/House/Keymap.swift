import Canvas
import HearthContent
import HearthCore

/// Which keys do what, as a person has changed it: by the name of what a key does, the same wherever it can be done.
package struct Keymap: Hashable, Sendable {
  private var changed: [Word: [KeyPress]] = [:]

  /// The keys as they come.
  package init() {}

  /// - Parameter chosen: for each label, keys in key notation, separated by blanks.
  /// - Throws: all that is wrong with them.
  package init(_ chosen: [Word: String]) throws(Faults) {
    // Asking every screen for its keys is worth it only where one was changed.
    if chosen.isEmpty { return }
    var faults: [Fault] = []
    for (label, notation) in chosen {
      for part in notation.split(separator: " ") {
        do throws(Fault) { changed[label, default: []].append(try Self.key(String(part), for: label)) } catch {
          faults.append(error)
        }
      }
    }
    faults += stolenEscapes + typed + clashes
    if !faults.isEmpty { throw Faults(all: faults) }
  }

  private static func key(_ part: String, for label: Word) throws(Fault) -> KeyPress {
    guard let key = KeyPress(part) else { throw .oddKey(part, label) }
    if let other = key.sentAs { throw .unsent(part, as: other, label) }
    return key
  }

  /// Why chosen keys cannot be used.
  package struct Faults: Error, Hashable, Sendable {
    package let all: [Fault]

    /// For whoever chose them in this config, in the order of its lines. One for each choice: a key that many places
    /// have already is no more wrong than one that a single place has.
    package func problems(in config: Config) -> [ContentProblem] {
      let problems = all.map { $0.problem(in: config) }
      let first = Dictionary(problems.map { ($0.field, $0) }) { first, _ in first }
      return first.values.sorted { ($0.line ?? 0, $0.field ?? "") < ($1.line ?? 0, $1.field ?? "") }
    }
  }

  /// What is wrong with a chosen key.
  package enum Fault: Error, Hashable, Sendable {
    /// No key is written like this.
    case oddKey(String, Word)
    /// No terminal tells it from another.
    case unsent(String, as: KeyPress, Word)
    /// A plain letter for what works only where one types: it would be text.
    case typed(KeyPress, Word)
    /// One key for two things that can be done in the same place.
    case clash(KeyPress, Word, Word)

    fileprivate func problem(in config: Config) -> ContentProblem {
      switch self {
      case .oddKey(let key, let label): problem(.oddKey, of: [label], key, in: config)
      case .unsent(let key, let other, let label): problem(.unsentKey, of: [label], key, in: config, other: other.label)
      case .typed(let key, let label): problem(.typedKey, of: [label], key.label, in: config)
      case .clash(let key, let one, let other): problem(.keyClash, of: [one, other], key.label, in: config)
      }
    }

    /// It stands where the last of the labels was given a key.
    private func problem(
      _ what: ContentProblem.What, of labels: [Word], _ key: String, in config: Config, other: String? = nil
    ) -> ContentProblem {
      let chosen = config.chosenKeys.last { labels.contains($0.label) }
      return ContentProblem(
        file: "config.yaml", line: chosen?.line, what: what, field: (chosen?.label ?? labels[0]).path, value: key,
        choices: other.map { [$0] } ?? labels.map(\.path))
    }
  }

  /// Whether no key is changed.
  var isUsual: Bool { changed.isEmpty }

  /// The keys for a row: the person's own if there are any, else the usual ones. Leaving and support keep their usual
  /// keys in addition. A key that types text in this place is ignored.
  func keys(of row: KeyRow, where takes: Takes) -> [KeyPress] {
    guard let chosen = changed[row.label]?.filter({ !takes.types($0) }), !chosen.isEmpty else { return row.keys }
    return Self.unmovable.contains(row.label) ? row.keys + chosen : chosen
  }

  private static let unmovable: Set<Word> = [.houseLeaveNow, .houseSupport]

  /// Esc may only be bound to a command that steps back.
  private var stolenEscapes: [Fault] {
    let escape = KeyPress(.escape)
    let backs = Set(KeyBook.tables.flatMap { $0.rows.all.filter { $0.keys.contains(escape) }.map(\.label) })
    let thieves = changed.filter { $1.contains(escape) && !backs.contains($0) && $0 != .houseBack }.keys
    return thieves.map { .clash(escape, $0, .houseBack) }
  }

  /// A printable key bound to a command that is available only while typing, where it would be text.
  private var typed: [Fault] {
    let elsewhere = KeyBook.tables.filter { $0.takes != .text }.flatMap(\.rows.all)
    let free = Set((elsewhere + HouseCommand.whenNotTyping.rows.all + HouseCommand.paletteOnly.rows.all).map(\.label))
    return changed.filter { !free.contains($0.key) }.compactMap { label, keys in
      keys.first(where: \.isPlainCharacter).map { .typed($0, label) }
    }
  }

  /// Keys with two meanings in one place, each reported once. While typing, the house's single-letter keys do not
  /// apply.
  private var clashes: [Fault] {
    KeyBook.tables.flatMap { table in
      let house = table.takes == .nothing ? HouseCommand.all : HouseCommand.always
      return clashes([table.rows, house.rows].flatMap { $0.changed(by: self, where: table.takes).all })
    }.uniqued()
  }

  /// A screen may deliberately shadow a key of the house, so only changed keys count as clashes.
  private func clashes(_ rows: [KeyRow]) -> [Fault] {
    var owners: [KeyPress: Word] = [:]
    var found: [Fault] = []
    for row in rows {
      for key in row.keys {
        if let owner = owners[key], owner != row.label, changed[owner] != nil || changed[row.label] != nil {
          found.append(.clash(key, owner, row.label))
        }
        owners[key] = row.label
      }
    }
    return found
  }
}
