import CResources

/// The sentences of the program. They stand in a table compiled in, so that none costs the first screen anything.
package struct Words: Sendable {
  /// How dates, times and numbers are written in them.
  package var formats: Formats
  /// What the person calls the five moods, from the lowest up; none where they have the usual names.
  package var moodNames: [String]

  package init(formats: Formats = Formats(), moodNames: [String] = []) {
    self.formats = formats
    self.moodNames = moodNames
  }

  /// The sentence, its gaps filled: `words[.draftOffer, ["when": "yesterday"]]`.
  package subscript(_ word: Word, _ fill: [String: String] = [:]) -> String { say(word, fill) }

  /// The sentence with each `{name}` replaced by what `fill` has for it. A gap without a filling stays as it is; what
  /// is filled in is not looked through again.
  package func say(_ word: Word, _ fill: [String: String] = [:]) -> String {
    let sentence = String(cString: hearth_word(word.rawValue))
    return fill.isEmpty ? sentence : Self.filled(sentence[...], with: fill)
  }

  /// The singular for one, else the plural, with `{n}` filled.
  package func count(_ n: Int, _ one: Word, _ many: Word) -> String { say(n == 1 ? one : many, ["n": number(n)]) }

  /// With a sign between thousands: 1,204.
  package func number(_ n: Int) -> String {
    var digits = String(n.magnitude)
    for place in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert(formats.numbers.sign, at: digits.index(digits.startIndex, offsetBy: place))
    }
    return (n < 0 ? "-" : "") + digits
  }

  private static func filled(_ sentence: Substring, with fill: [String: String]) -> String {
    var result = ""
    var rest = sentence
    // By bytes: a brace is one byte in UTF-8 and part of no other character.
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = rest[rest.utf8.index(after: open)..<close]
      result.append(contentsOf: rest[..<open])
      if let filling = fill[String(name)] { result += filling } else { result.append(contentsOf: rest[open...close]) }
      rest = rest[rest.utf8.index(after: close)...]
    }
    result.append(contentsOf: rest)
    return result
  }
}
