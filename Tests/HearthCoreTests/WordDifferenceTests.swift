import Testing

@testable import HearthCore

@Suite struct WordDifferenceTests {
  /// What went out in brackets, what came in in braces.
  private func shown(_ old: String, _ new: String) -> String {
    WordDifference(from: old, to: new).pieces.map { piece in
      switch piece {
      case .same(let text): text
      case .removed(let text): "[\(text)]"
      case .added(let text): "{\(text)}"
      }
    }.joined()
  }

  @Test(arguments: [
    ("", "", ""), ("Tea", "Tea", "Tea"), ("", "Tea", "{Tea}"), ("Tea", "", "[Tea]"), ("Tea", "Coffee", "[Tea]{Coffee}"),
    ("I like green tea", "I like black tea", "I like [green]{black} tea"),
    ("I like tea", "I like green tea", "I like {green }tea"), ("I like green tea", "I like tea", "I like [green ]tea"),
    ("I walked slowly home", "I strolled quickly home", "I [walked slowly]{strolled quickly} home"),
    ("We met at the lake on Sunday", "We met at the park on Monday", "We met at the [lake]{park} on [Sunday]{Monday}"),
    ("Jon came by today", "Åsa came by yesterday", "[Jon]{Åsa} came by [today]{yesterday}"),
    ("a long quiet evening", "the short and loud night", "[a long quiet evening]{the short and loud night}"),
    ("one two", "uno due", "[one two]{uno due}"),
    ("It was good.", "It was good. We talked.", "It was good.{ We talked.}"),
    ("One. Two. Three.", "Ono. Two. And more. Three.", "[One]{Ono}. Two. {And more. }Three."),
    ("Good.", "Good!", "Good[.]{!}"), ("don't", "don’t", "[don't]{don’t}"), ("#walk", "#tea", "[#walk]{#tea}"),
    ("one\ntwo\n", "one\nhalf\ntwo\n", "one\n{half\n}two\n"), ("one\ntwo", "one\n2", "one\n[two]{2}"),
    ("a\nb\nc", "x\nb\ny", "[a]{x}\nb\n[c]{y}"), ("one two", "one\ntwo", "one[ ]{\n}two"),
    ("tea  milk", "tea milk", "tea[  ]{ }milk"), ("今天很高兴", "今天不高兴", "今天[很]{不}高兴"),
    ("A 👨‍👩‍👧 day", "A 👩‍👧 day", "A [👨‍👩‍👧]{👩‍👧} day"), ("canal walk", "walk canal", "[canal ]walk{ canal}"),
    ("One heron.\n\nGone.\n\nLast.", "One heron!\n\nLast.", "One heron[.]{!}\n\n[Gone.\n\n]Last."),
    ("One heron.\n\nLast.", "One gull!\n\nA boat\n\nLast.", "One [heron.]{gull!}\n\n{A boat\n\n}Last."),
  ])
  func `it reads as one would mark it by hand`(_ old: String, _ new: String, _ expected: String) {
    #expect(shown(old, new) == expected)
  }

  private func check(_ old: String, _ new: String) {
    var (before, after, last) = ("", "", "")
    for piece in WordDifference(from: old, to: new).pieces {
      switch piece {
      case .same(let text):
        (before, after) = (before + text, after + text)
        #expect(!text.isEmpty && last != "same")
        last = "same"
      case .removed(let text):
        before += text
        #expect(!text.isEmpty && last != "removed" && last != "added")
        last = "removed"
      case .added(let text):
        after += text
        #expect(!text.isEmpty && last != "added")
        last = "added"
      }
    }
    #expect(before == old && after == new)
  }

  @Test(arguments: 0..<300)
  func `nothing is lost between two texts`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let words = ["a", "tea", "the", "canal", " ", " ", "  ", "\n", ".", "茶", "e\u{301}", "é", "👨‍👩‍👧", "\r\n"]
    let old = (0..<dice.number(below: 60)).map { _ in dice.pick(words) }
    let new = old.flatMap { word -> [String] in
      switch dice.number(below: 6) {
      case 0: []
      case 1: [word, dice.pick(words)]
      default: [word]
      }
    }
    check(old.joined(), new.joined())
    check(old.joined(), old.shuffled(using: &dice).joined())
  }

  @Test func `long texts are compared too, by lines where they have little in common`() {
    let lines = (0..<2000).map { "Line \($0) of a long text that somebody wrote." }
    var edited = lines
    edited[7] = "Line 7 of a long text that Jon wrote."
    edited.insert("Something new.", at: 1500)
    let difference = WordDifference(from: lines.joined(separator: "\n"), to: edited.joined(separator: "\n"))
    let changes = difference.pieces.filter {
      if case .same = $0 { false } else { true }
    }
    #expect(changes == [.removed("somebody"), .added("Jon"), .added("Something new.\n")])

    let rewritten = lines.enumerated().map { $0 % 9 == 0 ? "Number \($0), wholly new words in here." : $1 }
    check(lines.joined(separator: "\n"), rewritten.joined(separator: "\n"))
    let kept = WordDifference(from: lines.joined(separator: "\n"), to: rewritten.joined(separator: "\n")).pieces.filter
    {
      if case .same = $0 { true } else { false }
    }
    #expect(kept.count > 200)
    let other = (0..<2000).map { "Wholly other \($0 * 7) words" }
    check(lines.joined(separator: "\n"), other.joined(separator: " "))
    #expect(WordDifference(from: lines.joined(separator: "\n"), to: other.joined(separator: "\n")).pieces.count == 2)
  }
}
