import Canvas
import HearthContent

/// With which digits what has the focus is answered: the key bar names them, and help tells the rest.
package struct Answering: Hashable, Sendable {
  /// Ten is `t`.
  let digits: ClosedRange<Int>
  /// A digit answers and closes the page: there is nothing else to press.
  var isOnce = false

  /// The usual scale, and whatever else has as many steps.
  static let scale = Answering(digits: 0...10)

  /// One answer of so many, or several, as `Choice` and `Ticks` take them; where there are ten, 0 is the tenth.
  static func one(of count: Int) -> Answering { Answering(digits: count > 9 ? 0...9 : 1...max(1, count)) }

  /// `0–9 t`, `1–5`, `1`
  var keys: String {
    let (first, last) = (digits.lowerBound, min(9, digits.upperBound))
    return (first < last ? "\(first)–\(last)" : "\(first)") + (digits.contains(10) ? " t" : "")
  }

  func told(_ words: Words) -> String {
    let word: Word = isOnce ? .helpAnsweringOnce : digits.contains(10) ? .helpAnswering : .helpAnsweringDigits
    return words[word, ["keys": keys]]
  }
}

extension Scale {
  var answering: Answering { Answering(digits: digits) }
}
