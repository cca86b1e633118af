import Canvas
import HearthContent
import HearthCore

/// Support lines as text, for a country or, without one, for everywhere: what `hearth support` prints.
struct SupportText {
  private let directory: SupportDirectory
  private let country: String?
  private let words: Words
  private let columns: Int

  /// - Parameter country: one that the directory offers; nil for the directories of lines everywhere.
  init(_ directory: SupportDirectory, country: String?, _ words: Words, columns: Int) {
    self.directory = directory
    self.country = country
    self.words = words
    self.columns = min(columns, 100)
  }

  /// Danger first, then the plain words for someone who thinks of ending their life, then all else.
  func text() -> String {
    let own = country.map(directory.sections) ?? []
    let urgent = own.filter { $0.need == .emergency }
    let others = own.filter { $0.need != .emergency } + directory.international
    let parts = [intro] + urgent.map(section) + [endingLife] + others.map(section) + [paragraph(words[.supportCallLog])]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var intro: String {
    guard let country else {
      let known = words.countries(of: directory).map { "  \($0.code)  \($0.name)" }
      return ([paragraph(words[.shellSupportCountries])] + known).joined(separator: "\n")
    }
    return words.country(country) + "\n" + paragraph(words[.supportIntro])
  }

  private func section(_ section: SupportDirectory.Section) -> String {
    ([words.heading(of: section.need)] + section.lines.map(line)).joined(separator: "\n")
  }

  private func line(_ line: SupportLine) -> String {
    let notes = words.notes(on: line) + [line.caveat].compactMap(\.self)
    let small = notes.joined(separator: " · ").wrapped(to: max(20, columns - 4)).map { "    " + $0 }
    return (["  \(line.service)   \(words.contacts(of: line))"] + small).joined(separator: "\n")
  }

  private var endingLife: String {
    let paragraphs = words.endingLife(directory, country: country).map(paragraph)
    return ([words[.supportLifeHeading]] + paragraphs).joined(separator: "\n")
  }

  private func paragraph(_ text: String) -> String { text.wrapped(to: columns).joined(separator: "\n") }
}
