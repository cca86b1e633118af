import Foundation
import HearthCore

/// Things to draw from, of which the first come often and the last seldom, as words do in any language (Zipf's law).
struct Vocabulary {
  private let words: [String]
  /// How likely it is to draw one up to there.
  private let shares: [Double]

  /// - Parameter words: the commonest first; not empty.
  init(_ words: [String]) {
    self.words = words
    var sum = 0.0
    let sums = words.indices.map { place in
      sum += 1 / (Double(place) + 2.7)
      return sum
    }
    shares = sums.map { $0 / sum }
  }

  func draw(_ dice: inout Dice) -> String {
    let wanted = dice.fraction()
    return words[(0..<shares.count - 1).partitioningIndex { shares[$0] > wanted }]
  }
}

extension Vocabulary {
  /// A language that looks like one: what is common in it is English, the rest is made up of syllables.
  static func language(words count: Int, _ dice: inout Dice) -> Vocabulary {
    var words = common
    var known = Set(words)
    while words.count < count {
      let word = madeUp(&dice)
      if known.insert(word).inserted { words.append(word) }
    }
    return Vocabulary(words)
  }

  /// Up to three syllables. None holds a j, q, x or z, so none begins like a word that is to be found.
  private static func madeUp(_ dice: inout Dice) -> String {
    let pairs = (0..<dice.pick([1, 2, 2, 2, 3])).map { _ in dice.pick(onsets) + dice.pick(vowels) }
    return pairs.joined() + dice.pick(codas)
  }

  private static let onsets = [
    "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "sh", "st",
    "t", "th", "tr", "v", "w",
  ]
  private static let vowels = ["a", "e", "i", "o", "u", "a", "e", "o", "ea", "oo", "ou"]
  private static let codas = ["", "", "", "n", "r", "l", "s", "t", "m", "nd", "st", "ck"]
  /// Without those letters too.
  private static let common = """
    the and i to a of it was in that my with but we on for me so as at he she is not had this be about what have they \
    her him when all out up there one some then more like time day back over home how now down after today work \
    from again too only way still little two long said think know feel felt made went came came by last week night \
    morning good well much thing things few both before here who people friend mother sister tea walk house rain light \
    street old new never always maybe somehow slowly talked laughed called wrote read cooked slept woke sat waited
    """.split(separator: " ").map(String.init)
}
