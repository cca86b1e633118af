// How keys are written: in bindings and configuration (`C-s`, `S-Tab`, `A-z`, `Space`), and on the screen (`^S`,
// `Shift-Tab`).

extension KeyPress {
  /// Reads a key as bindings write it: `x`, `?`, `C-s`, `A-z`, `C-A-Left`, `S-Tab`, `Enter`, `Esc`, `Space`, `F1`.
  /// Nil when there is no such key.
  package init?(_ notation: String) {
    var rest = Substring(notation)
    var modifiers: Modifiers = []
    while rest.count > 2, rest.dropFirst().first == "-", let modifier = Modifiers(letter: rest.first) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    guard let key = Key(name: rest) else { return nil }
    self = KeyPress(key, modifiers).plain
  }

  /// The key as bindings write it; reading it gives the same key again.
  package var notation: String {
    let letters: [(Modifiers, String)] = [(.control, "C-"), (.alt, "A-"), (.shift, "S-")]
    return letters.filter { modifiers.contains($0.0) }.map(\.1).joined() + key.name
  }

  /// The key as a person reads it: `^S`, `Alt-Z`, `Shift-Tab`, `Enter`, `x`.
  package var label: String {
    guard case .character(let character) = key, character != " " else { return words + key.name }
    if modifiers == .control { return "^" + character.uppercased() }
    return modifiers.isEmpty ? String(character) : words + character.uppercased()
  }

  private var words: String {
    let names: [(Modifiers, String)] = [(.control, "Ctrl-"), (.alt, "Alt-"), (.shift, "Shift-")]
    return names.filter { modifiers.contains($0.0) }.map(\.1).joined()
  }

  /// The one form in which a key is compared: Shift goes into the letter, and a Ctrl-letter is lower case.
  var plain: KeyPress {
    guard case .character(let character) = key, character != " " else { return self }
    if modifiers.contains(.control) { return KeyPress(.character(character.single(character.lowercased())), modifiers) }
    guard modifiers.contains(.shift) else { return self }
    return KeyPress(.character(character.single(character.uppercased())), modifiers.subtracting(.shift))
  }
}

extension KeyPress {
  /// The key that reaches a program in place of this one, which terminals do not send by itself; nil where they do.
  package var sentAs: KeyPress? {
    guard case .character(let character) = key, character != " " else { return sentWithoutModifiers }
    guard modifiers.contains(.control) else { return nil }
    let others = modifiers.subtracting(.control)
    if let twin = Self.twins[character] { return KeyPress(twin, others) }
    let isSent = character.isASCII && (character.isLowercase || "\\]^_".contains(character))
    if isSent { return modifiers.contains(.shift) ? KeyPress(key, modifiers.subtracting(.shift)) : nil }
    return KeyPress(key, others)
  }

  /// Control characters that are keys of their own.
  private static let twins: [Character: Key] = [
    "m": .enter, "j": .enter, "i": .tab, "h": .backspace, "[": .escape, "@": .character(" "),
  ]

  /// Of the keys that are a single byte, only some are sent with a second key held.
  private var sentWithoutModifiers: KeyPress? {
    let sent: Set<Modifiers>
    switch key {
    case .tab: sent = [[], .shift]
    case .enter, .backspace: sent = [[], .alt]
    case .escape: sent = [[]]
    case .character: sent = [[], .control, .alt]
    default: return nil
    }
    return sent.contains(modifiers) ? nil : KeyPress(key)
  }
}

extension Modifiers {
  fileprivate init?(letter: Character?) {
    switch letter {
    case "C": self = .control
    case "A": self = .alt
    case "S": self = .shift
    default: return nil
    }
  }
}

extension Character {
  /// The other case of this character, where that is one character as well.
  fileprivate func single(_ other: String) -> Character { other.count == 1 ? other[other.startIndex] : self }
}

extension Key {
  private static let names: [(key: Key, name: String)] = [
    (.enter, "Enter"), (.tab, "Tab"), (.escape, "Esc"), (.backspace, "Backspace"), (.delete, "Delete"),
    (.insert, "Insert"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
    (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.character(" "), "Space"),
  ]

  fileprivate var name: String {
    if case .function(let number) = self { return "F\(number)" }
    if case .character(let character) = self, character != " " { return String(character) }
    return Key.names.first { $0.key == self }?.name ?? ""
  }

  fileprivate init?(name: Substring) {
    if let known = Key.names.first(where: { $0.name == name }) {
      self = known.key
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.first == "F", let number = Int(name.dropFirst()), (1...35).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
