/// A sequence that began with Esc `[` or Esc `O`, taken apart: `1;5A` is the parameters 1 and 5, and the final byte
/// `A`.
struct ControlSequence {
  /// `<`, `=`, `>` or `?` before the parameters.
  private let prefix: UInt8?
  /// Separated by `;`, each with its parts separated by `:`. What is left out is nil.
  private let parameters: [[Int?]]
  private let isUnknown: Bool
  private let final: UInt8

  init(_ bytes: [UInt8], final: UInt8) {
    let hasPrefix = bytes.first.map { (0x3C..<0x40).contains($0) } ?? false
    let rest = hasPrefix ? bytes.dropFirst() : bytes[...]
    prefix = hasPrefix ? bytes[0] : nil
    isUnknown = !rest.allSatisfy { (0x30..<0x3C).contains($0) }
    parameters = rest.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { parameter in
      parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
    }
    self.final = final
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30..<0x3A).contains(byte) }

  /// Large numbers stay large without growing further.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    return digits.reduce(0) { min($0 * 10 + Int($1) - 0x30, 1 << 30) }
  }

  private func number(_ place: Int, part: Int = 0) -> Int? {
    guard parameters.indices.contains(place), parameters[place].indices.contains(part) else { return nil }
    return parameters[place][part]
  }

  var beginsPaste: Bool { prefix == nil && final == UInt8(ascii: "~") && number(0) == 200 }

  /// What a sequence after Esc `[` says; nil when nothing that matters here.
  var input: Input? {
    if isUnknown { return nil }
    if prefix == UInt8(ascii: "<") { return mouse }
    guard prefix == nil, !isRelease else { return nil }
    switch final {
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"): return numberedKey
    case UInt8(ascii: "u"): return key(forCode: number(0), shifted: number(0, part: 1))
    case UInt8(ascii: "M"): return urxvtMouse
    case UInt8(ascii: "I"): return .focus(true)
    case UInt8(ascii: "O"): return .focus(false)
    case UInt8(ascii: "Z"): return .key(KeyPress(.tab, modifiers.union(.shift)))
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return Self.cursorKeys[final & 0x5F].map { .key(KeyPress($0, .shift)) }
    // With any other first number it tells where the cursor is.
    case UInt8(ascii: "R") where (number(0) ?? 1) != 1: return nil
    default: return Self.cursorKeys[final].map { .key(KeyPress($0, modifiers)) }
    }
  }

  /// What a sequence after Esc `O` says.
  var keypadInput: Input? {
    if let key = Self.cursorKeys[final] { return .key(KeyPress(key, keypadModifiers)) }
    if (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(final) {
      return Self.cursorKeys[final & 0x5F].map { .key(KeyPress($0, .control)) }
    }
    return Self.keypadKeys[final].map { .key(KeyPress($0, keypadModifiers).plain) }
  }
}

// MARK: Keys

extension ControlSequence {
  /// The number after `;` says what is held: one more than the bits of Shift, Alt, Control, and others that do not
  /// matter.
  private var modifiers: Modifiers { Self.modifiers(number(1)) }

  /// Esc `O` `5` `P` and Esc `O` `1` `;` `5` `P` say the same.
  private var keypadModifiers: Modifiers { Self.modifiers(number(1) ?? number(0)) }

  private static func modifiers(_ number: Int?) -> Modifiers {
    let bits = max(0, (number ?? 1) - 1)
    let meta = bits & 32 == 0 ? 0 : 2
    return Modifiers(rawValue: UInt8((bits | meta) & 7))
  }

  /// Some terminals tell when a key is let go.
  private var isRelease: Bool { number(1, part: 1) == 3 }

  private static let cursorKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  /// The number pad, from `*` to `9`, sends the letter that is 0x40 above the character.
  private static let keypadKeys: [UInt8: Key] = {
    var keys: [UInt8: Key] = [UInt8(ascii: "M"): .enter, UInt8(ascii: "I"): .tab, UInt8(ascii: "X"): .character("=")]
    for byte in UInt8(ascii: "*")...UInt8(ascii: "9") {
      keys[byte + 0x40] = .character(Character(Unicode.Scalar(byte)))
    }
    return keys
  }()

  private static let numberedKeys: [Int: Key] = {
    var keys: [Int: Key] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    // The numbers of F1 to F20, which skip one after F5, F10, F14, F16.
    let functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
    for (place, number) in functions.enumerated() { keys[number] = .function(place + 1) }
    return keys
  }()

  private var numberedKey: Input? {
    if number(0) == 27 { return key(forCode: number(2), shifted: nil) }
    guard let key = number(0).flatMap({ Self.numberedKeys[$0] }) else { return nil }
    return .key(KeyPress(key, modifiers.union(rxvtModifiers)))
  }

  /// One terminal says by the final byte what is held.
  private var rxvtModifiers: Modifiers {
    switch final {
    case UInt8(ascii: "^"): .control
    case UInt8(ascii: "$"): .shift
    case UInt8(ascii: "@"): [.control, .shift]
    default: []
    }
  }

  /// A key told by the number of its character.
  private func key(forCode code: Int?, shifted: Int?) -> Input? {
    guard let code, let key = Self.key(forCode: code) else { return nil }
    if modifiers.contains(.shift), !modifiers.contains(.control), let shifted, let other = Self.key(forCode: shifted) {
      return .key(KeyPress(other, modifiers.subtracting(.shift)))
    }
    return .key(KeyPress(key, modifiers).plain)
  }

  private static func key(forCode code: Int) -> Key? {
    switch code {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 57_376...57_398: return .function(code - 57_376 + 13)
    case 57_399...57_408: return .character(Character(Unicode.Scalar(UInt8(0x30 + code - 57_399))))
    case 57_409...57_426: return namedPad[code - 57_409]
    // Keys that only modify, and those for sound and light.
    case ..<32, 128..<160, 57_344...63_743: return nil
    default: return Unicode.Scalar(UInt32(code)).map { .character(Character($0)) }
    }
  }

  private static let namedPad: [Key] = [
    .character("."), .character("/"), .character("*"), .character("-"), .character("+"), .enter, .character("="),
    .character(","), .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
  ]
}

// MARK: Mouse

extension ControlSequence {
  private var mouse: Input? {
    guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
    return report(code: number(0), isRelease: final == UInt8(ascii: "m"))
  }

  /// The same in decimal numbers, with 32 added to the first as in the old kind.
  private var urxvtMouse: Input? { report(code: number(0).map { $0 - 32 }, isRelease: false) }

  private func report(code: Int?, isRelease: Bool) -> Input? {
    guard let code, let column = number(1), let row = number(2) else { return nil }
    return MouseEvent(code: code, column: column, row: row, isRelease: isRelease).map(Input.mouse)
  }
}

/// F1 to F5 of the Linux console.
enum ConsoleKey {
  static func input(_ byte: UInt8) -> Input? {
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) else { return nil }
    return .key(KeyPress(.function(Int(byte) - 0x40)))
  }
}
