/// Turns the bytes of a terminal into keys, pastes, mouse and focus.
///
/// Pure, and works byte by byte: however the bytes are cut into reads, the same inputs come out. What is not known
/// is swallowed and never taken for typing; invalid UTF-8 becomes `�`; no bytes make it fail.
package struct InputDecoder: Sendable {
  private var state = State.ground
  /// Whether Esc came before what is being read.
  private var isAlt = false
  /// What has come of a sequence so far, without its beginning; at most ``longest`` bytes.
  private var collected: [UInt8] = []
  private var partial = PartialCharacter()
  private var paste = Paste()
  private var inputs: [Input] = []

  private enum State {
    case ground
    /// Within a character of several bytes.
    case character
    case escape
    /// Esc twice: two keys, unless a sequence follows.
    case twoEscapes
    /// Esc `[`: keys, mouse reports, answers.
    case control
    /// Esc `[` `[`: function keys of the Linux console.
    case console
    /// Esc `O`: keys again.
    case keypad
    /// The three bytes of a mouse report of the old kind.
    case oldMouse
    /// Esc `]` or Esc `P`: a longer answer of the terminal, which ends with BEL or with Esc `\`.
    case answer
    case answerEscape
    case pasting
  }

  /// What is longer than this means nothing, and is read to its end without being kept.
  private static let longest = 128

  /// A decoder to which nothing has come yet.
  package init() {}

  /// The inputs that are complete with these bytes.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
    feed(Array(bytes)[...])
  }

  /// The same for the bytes of one read. Calls from other modules use this overload, which needs no generic dispatch.
  package mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Input] {
    for byte in bytes { take(byte) }
    return takeInputs()
  }

  /// For how many milliseconds of silence ``flush()`` has to wait; nil where it would decide nothing.
  ///
  /// A lone Esc waits for the rest of an arrow key's sequence: long enough for ssh, too short to notice. The first byte of
  /// a character has said how many follow: those are letters of a person's, and a slow line loses none of them.
  package var patience: Int? {
    guard isPending else { return nil }
    return state == .character ? 5_000 : 30
  }

  /// Whether ``flush()`` would decide something: about a lone Esc, a piece of a character, an unfinished paste.
  private var isPending: Bool {
    switch state {
    case .ground: false
    case .control, .keypad: collected.isEmpty
    case .console, .oldMouse: false
    case .pasting: !paste.isEmpty
    case .character, .escape, .twoEscapes, .answer, .answerEscape: true
    }
  }

  /// The inputs when nothing has followed for as long as ``patience`` says: what might have become a sequence was keys
  /// after all.
  ///
  /// An unfinished paste hands over what it has. A sequence that is known to be one stays open, or its end would be
  /// taken for typing.
  package mutating func flush() -> [Input] {
    switch state {
    case .ground, .console, .oldMouse: break
    case .character: emitBroken()
    case .escape: emit(KeyPress(.escape))
    case .twoEscapes: emitTwoEscapes()
    case .control, .keypad: if collected.isEmpty { emitAlt(state == .control ? "[" : "O") }
    case .answer, .answerEscape: endAnswer()
    case .pasting: flushPaste()
    }
    return takeInputs()
  }

  private mutating func takeInputs() -> [Input] {
    defer { inputs.removeAll() }
    return inputs
  }
}

// MARK: Giving out

extension InputDecoder {
  private mutating func reset() {
    state = .ground
    isAlt = false
    collected.removeAll(keepingCapacity: true)
  }

  private mutating func emit(_ press: KeyPress) {
    let alt: Modifiers = isAlt ? .alt : []
    inputs.append(.key(KeyPress(press.key, press.modifiers.union(alt))))
    reset()
  }

  private mutating func emitAlt(_ character: Character) {
    isAlt = true
    emit(KeyPress(.character(character)))
  }

  private mutating func emitTwoEscapes() {
    emit(KeyPress(.escape))
    emit(KeyPress(.escape))
  }

  private mutating func emitBroken() {
    isAlt = false
    emit(KeyPress(.character("\u{FFFD}")))
  }

  /// Leaves a sequence that ends with this input, or without any.
  private mutating func emit(_ input: Input?) {
    if case .key(let press)? = input { return emit(press) }
    leaveSequence()
    if let input { inputs.append(input) }
  }

  /// An Esc before a sequence that is no key was a key by itself.
  private mutating func leaveSequence() {
    if isAlt { inputs.append(.key(KeyPress(.escape))) }
    reset()
  }

  /// Leaves a sequence that did not end as one does, and takes the byte for what it is by itself.
  private mutating func abandon(at byte: UInt8) {
    leaveSequence()
    if byte != Byte.cancel, byte != Byte.substitute { take(byte) }
  }
}

// MARK: Taking in

extension InputDecoder {
  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeFirst(byte)
    case .character: takeCharacter(byte)
    case .escape: takeAfterEscape(byte)
    case .twoEscapes: takeAfterTwoEscapes(byte)
    case .control: takeControl(byte)
    case .console: emit(ConsoleKey.input(byte))
    case .keypad: takeKeypad(byte)
    case .oldMouse: takeOldMouse(byte)
    case .answer: takeAnswer(byte)
    case .answerEscape: takeAnswerEscape(byte)
    case .pasting: takePasted(byte)
    }
  }

  private mutating func takeFirst(_ byte: UInt8) {
    switch byte {
    case Byte.escape: state = .escape
    case 0..<0x20, Byte.delete: emit(KeyPress(control: byte))
    case 0x20..<0x7F: emit(KeyPress(.character(Character(Unicode.Scalar(byte)))))
    default:
      state = .character
      if !partial.begin(with: byte) { emitBroken() }
    }
  }

  private mutating func takeCharacter(_ byte: UInt8) {
    switch partial.add(byte) {
    case .more: break
    case .complete(let character): emit(KeyPress(.character(character)))
    case .broken:
      emitBroken()
      take(byte)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case Byte.escape: state = .twoEscapes
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .keypad
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      state = .answer
      collected = [byte]
    default:
      isAlt = true
      takeFirst(byte)
    }
  }

  /// A third Esc leaves the first a key by itself. A sequence after two is a key with Alt; anything else came after
  /// Esc, Esc.
  private mutating func takeAfterTwoEscapes(_ byte: UInt8) {
    switch byte {
    case Byte.escape:
      inputs.append(.key(KeyPress(.escape)))
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      isAlt = true
      takeAfterEscape(byte)
    default:
      emit(KeyPress(.escape))
      takeAfterEscape(byte)
    }
  }

  private mutating func collect(_ byte: UInt8) {
    if collected.count < Self.longest { collected.append(byte) }
  }

  private mutating func takeControl(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "[") where collected.isEmpty: state = .console
    case UInt8(ascii: "M") where collected.isEmpty: state = .oldMouse
    case UInt8(ascii: "$") where collected.first.map(ControlSequence.isDigit) ?? false: endControl(byte)
    case 0x20..<0x40: collect(byte)
    case 0x40..<0x7F: endControl(byte)
    default: abandon(at: byte)
    }
  }

  private mutating func endControl(_ byte: UInt8) {
    guard collected.count < Self.longest else { return leaveSequence() }
    let sequence = ControlSequence(collected, final: byte)
    guard !sequence.beginsPaste else {
      leaveSequence()
      state = .pasting
      return
    }
    emit(sequence.input)
  }

  private mutating func takeKeypad(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"): collect(byte)
    case 0x20..<0x7F: emit(ControlSequence(collected, final: byte).keypadInput)
    default: abandon(at: byte)
    }
  }

  private mutating func takeOldMouse(_ byte: UInt8) {
    collect(byte)
    if collected.count == 3 { emit(MouseEvent(oldReport: collected).map(Input.mouse)) }
  }
}

// MARK: Answers

extension InputDecoder {
  /// A byte that cannot begin an answer means that a person typed Alt with `]` or `P`.
  private mutating func takeAnswer(_ byte: UInt8) {
    if collected.count == 1, !TerminalAnswer.mayBegin(collected[0], byte) {
      emitAlt(Character(Unicode.Scalar(collected[0])))
      return take(byte)
    }
    switch byte {
    case Byte.escape: state = .answerEscape
    case Byte.bell: endAnswer()
    case Byte.cancel, Byte.substitute: reset()
    default: collect(byte)
    }
  }

  private mutating func takeAnswerEscape(_ byte: UInt8) {
    if byte == UInt8(ascii: "\\") { return endAnswer() }
    reset()
    takeAfterEscape(byte)
  }

  private mutating func endAnswer() {
    if collected.count == 1 { return emitAlt(Character(Unicode.Scalar(collected[0]))) }
    emit(TerminalAnswer.input(collected))
  }
}

// MARK: Pasting

extension InputDecoder {
  private mutating func takePasted(_ byte: UInt8) {
    switch paste.add(byte) {
    case .more: break
    case .piece(let text): emitPaste(text)
    case .end(let text):
      emitPaste(text)
      reset()
    }
  }

  private mutating func emitPaste(_ text: String) {
    if !text.isEmpty { inputs.append(.paste(text)) }
  }

  /// Esc alone, with silence around it, leaves a paste whose end was lost.
  private mutating func flushPaste() {
    if paste.isLoneEscape {
      paste = Paste()
      emit(KeyPress(.escape))
    } else {
      emitPaste(paste.takePiece())
    }
  }
}

/// Bytes that have a name.
enum Byte {
  static let bell: UInt8 = 0x07
  static let cancel: UInt8 = 0x18
  static let substitute: UInt8 = 0x1A
  static let escape: UInt8 = 0x1B
  static let delete: UInt8 = 0x7F
}
