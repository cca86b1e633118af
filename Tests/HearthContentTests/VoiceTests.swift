import Foundation
import HearthCore
import Testing

@testable import HearthContent

/// docs/VOICE.md, as far as a machine can hold anyone to it.
struct VoiceTests {
  /// The last list of docs/VOICE.md.
  private static let unsaid = [
    "should", "must", "you need help", "have you tried", "symptoms", "score", "diagnosis", "streak", "missed",
    "overdue", "failed", "improved", "declined", "worse", "normal people", "healthy relationship", "leave now",
    "why don't you leave", "confront", "couples", "mediation", "toxic", "abuser", "victim", "seek professional",
    "immediately", "guarantee", "we promise", "don't worry", "cheer up",
  ]

  /// Where a sentence comes from, and the sentence.
  private static let said: [(place: String, text: String)] = {
    let words = Words()
    let shelf = Shelf()
    return Word.allCases.map { ("\($0)", words[$0]) }
      + shelf.prompts.flatMap { prompt in
        [prompt.text, prompt.literal, prompt.note].compactMap(\.self).map { (prompt.id, $0) }
      }
      + shelf.templates.flatMap { [($0.id, $0.title), ($0.id, $0.text)] }
      + shelf.library.cards.flatMap { [($0.id, $0.title), ($0.id, $0.text)] }
      + (shelf.practices + shelf.checks).flatMap { practice in practice.texts.map { (practice.id, $0) } }
      + DemoShelf.builtIn.pages.map { ("demo \($0.day)", $0.text) }
      + DemoShelf.builtIn.lines.map { ("demo days", $0.text) }
      + shelf.lineRow.items.flatMap { line in
        [line.forWhom, line.hours, line.caveat].compactMap(\.self).map { (line.id, $0) }
      }
  }()

  @Test(arguments: unsaid)
  func `nobody is told`(phrase: String) {
    let found = Self.said.filter { Self.plain($0.text).contains(Self.plain(phrase)) }
    #expect(found.map(\.place) == [])
  }

  @Test func `nothing is shouted`() {
    #expect(Self.said.filter { $0.text.contains("!") || $0.text.contains("！") }.map(\.place) == [])
    let pictures = Self.said.filter { $0.text.unicodeScalars.contains(where: \.properties.isEmojiPresentation) }
    #expect(pictures.map(\.place) == [])
  }

  @Test func `the page names the same phrases`() throws {
    let page = try String(contentsOf: Checkout.root.appending(path: "docs/VOICE.md"), encoding: .utf8)
    let list = try #require(page.replacing("\n", with: " ").components(separatedBy: "## What is not said").last)
    let named = list.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(named == Self.unsaid)
  }

  @Test func `no question presumes a partner or asks for an event`() {
    let phrases = ["your partner", "your husband", "your wife", "the worst", "remember a time", "describe a time"]
    for phrase in phrases {
      #expect(Shelf().prompts.filter { Self.plain($0.text).contains(Self.plain(phrase)) }.map(\.id) == [])
    }
  }

  @Test func `a journal that promises to be no more than it is`() {
    let limits = [Word.welcomeYours3, .welcomeLimits1, .welcomeLimits2, .welcomeLimits3].map { Words()[$0] }.joined()
    #expect(limits.contains("Nobody has a right to see it"))
    #expect(limits.contains("It cannot hide that it is here"))
    #expect(limits.contains("backups"))
  }

  /// Lower case, one blank between words and at both ends, so that "must" is not found in "mustard".
  private static func plain(_ text: String) -> String {
    let letters = text.lowercased().map { $0.isLetter || $0 == "'" || $0 == "’" ? $0 : " " }
    return " " + String(letters).split(separator: " ").joined(separator: " ") + " "
  }
}

extension Practice {
  /// Everything that a person can read of it.
  fileprivate var texts: [String] {
    let steps = steps.flatMap { [$0.text] + [$0.literal, $0.hint].compactMap(\.self) + $0.timerTexts }
    let options = self.steps.flatMap { $0.options + $0.items }.map(\.text)
    let scales = measures.flatMap { [$0.title] + [$0.low, $0.high].compactMap(\.self) }
    return [title] + Array(pages.values) + steps + options + scales
  }
}

extension Step {
  fileprivate var timerTexts: [String] {
    guard case .timer(let timer) = kind else { return [] }
    return timer.prompts + timer.phases.map(\.text) + [timer.reminder].compactMap(\.self)
  }
}
