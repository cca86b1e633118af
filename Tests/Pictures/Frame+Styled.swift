import Canvas

extension Frame {
  /// The picture with its styles, for files that are compared.
  ///
  /// Each row begins with `│`. Where it holds more than plain text, a row of letters stands below it, one for each
  /// column: the letter of the role as in ``Role/letter``, upper case where it is bold. Further rows mark what is
  /// dim `-`, in italics `~`, underlined `_` or reversed `^`. The last line tells where the cursor is.
  package func styled() -> String {
    let rows = (0..<size.rows).flatMap { row in ["│" + text(ofRow: row)] + marks(ofRow: row).map { " " + $0 } }
    return (rows + [cursorLine]).joined(separator: "\n")
  }

  private func marks(ofRow row: Int) -> [String] {
    let styles = self.row(row).map(\.style)
    let letters = styles.map(\.letter)
    let signs: [(Attributes, Character)] = [(.dim, "-"), (.italic, "~"), (.underline, "_"), (.reverse, "^")]
    let further = signs.map { attribute, sign in styles.map { $0.attributes.contains(attribute) ? sign : " " } }
    return ([letters] + further).compactMap { marks in marks.lastIndex { $0 != " " }.map { String(marks[...$0]) } }
  }

  private var cursorLine: String {
    guard let cursor else { return "no cursor" }
    return "cursor \(cursorVisible ? "" : "hidden ")at \(cursor.column),\(cursor.row)"
  }
}

extension Style {
  fileprivate var letter: Character {
    if attributes.contains(.bold) { return Character(role.letter.uppercased()) }
    return role == .text ? " " : role.letter
  }
}

extension Role {
  /// For pictures of styles.
  package var letter: Character {
    switch self {
    case .text: "x"
    case .dim: "d"
    case .strong: "s"
    case .accent: "a"
    case .heading: "h"
    case .question: "q"
    case .tag: "t"
    case .person: "p"
    case .found: "f"
    case .border: "b"
    case .selected: "z"
    case .bar: "r"
    case .key: "k"
    case .good: "g"
    case .middling: "m"
    case .low: "l"
    case .notice: "n"
    case .error: "e"
    case .link: "i"
    case .step1: "1"
    case .step2: "2"
    case .step3: "3"
    case .step4: "4"
    case .step5: "5"
    }
  }
}
