/// What somebody can be called: the one rule for every name that is typed.
package enum PersonName {
  /// Whether a name is one name: commas stand between names, so one with a comma in it would be two people elsewhere.
  package static func isOne(_ name: String) -> Bool { !name.contains(",") }

  /// A name as it is kept: on one line, without control characters, and without blanks and `@` around it. `_` stands for
  /// a blank, as in a text: whoever types `@Aunt_Mia` anywhere means Aunt Mia.
  /// - Throws: `textEmpty` for a name with nothing in it.
  package static func kept(_ typed: String) throws(Problem) -> String {
    let bare = Marks.spoken(typed.withoutControls).drop { $0.isWhitespace || $0 == "@" }
    let name = bare.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if name.isEmpty { throw .textEmpty }
    return name
  }

  /// The same of a name that nobody has yet. Those with a comma are left to imports, which bring what is kept elsewhere.
  /// - Throws: `nameHasComma` too.
  package static func new(_ typed: String) throws(Problem) -> String {
    let name = try kept(typed)
    if !isOne(name) { throw .nameHasComma(name) }
    return name
  }
}
