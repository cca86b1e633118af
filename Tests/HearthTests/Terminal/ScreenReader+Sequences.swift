extension ScreenReader {
  /// One character of the stream: text, or part of a sequence.
  mutating func read(_ scalar: Unicode.Scalar) {
    switch reading {
    case .text: readText(scalar)
    case .escape: readEscape(scalar)
    case .charset: reading = .text
    case .control(let parameters): readControl(scalar, after: parameters)
    case .string(let kind, let body, let isEnding): readString(scalar, kind: kind, body: body, isEnding: isEnding)
    }
  }

  private mutating func readText(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{1B}": reading = .escape
    case "\r": grid.move(row: grid.cursor.row, column: 0)
    case "\n", "\u{0B}", "\u{0C}": note(lost: grid.lineFeed())
    case "\u{08}": grid.move(row: grid.cursor.row, column: grid.cursor.column - 1)
    case "\t": grid.move(row: grid.cursor.row, column: (grid.cursor.column / 8 + 1) * 8)
    case "\u{00}"..."\u{1F}", "\u{7F}": break
    default:
      put(scalar)
      last = scalar
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if isInserting, !grid.isAtEdge { grid.insertCells(scalar.screenColumns, pen: pen) }
    note(lost: grid.put(scalar, pen: pen))
  }

  private mutating func note(lost rows: [String]) {
    if !isAlternate { scrollback += rows }
  }

  private mutating func readEscape(_ scalar: Unicode.Scalar) {
    reading = .text
    switch scalar {
    case "[": reading = .control("")
    case "]", "P", "_", "^", "X": reading = .string(kind: Character(scalar), body: "", isEnding: false)
    case "(", ")", "*", "+", "#", "%", " ": reading = .charset
    case "7": grid.saved = grid.cursor
    case "8": grid.move(row: grid.saved.row, column: grid.saved.column)
    case "D": note(lost: grid.lineFeed())
    case "E":
      grid.move(row: grid.cursor.row, column: 0)
      note(lost: grid.lineFeed())
    case "M": grid.reverseLineFeed()
    case "c": self = ScreenReader(size)
    case "=", ">", "\\": break
    default: strangers.append("ESC \(scalar)")
    }
  }

  private mutating func readControl(_ scalar: Unicode.Scalar, after parameters: String) {
    switch scalar {
    case "\u{1B}": reading = .escape
    case "\u{18}", "\u{1A}": reading = .text
    case "\u{20}"..."\u{3F}": reading = .control(parameters + String(scalar))
    case "\u{40}"..."\u{7E}":
      reading = .text
      perform(Character(scalar), parameters)
    default: readText(scalar)
    }
  }

  private mutating func readString(_ scalar: Unicode.Scalar, kind: Character, body: String, isEnding: Bool) {
    switch scalar {
    case _ where scalar == "\u{07}" || scalar == "\\" && isEnding:
      reading = .text
      if kind == "]" { obey(body) }
    case "\u{1B}": reading = .string(kind: kind, body: body, isEnding: true)
    default: reading = .string(kind: kind, body: body + String(scalar), isEnding: false)
    }
  }

  /// A control sequence, by its last letter.
  private mutating func perform(_ letter: Character, _ parameters: String) {
    if parameters.hasPrefix("?") { return performPrivate(letter, parameters.dropFirst()) }
    guard parameters.allSatisfy({ $0.isNumber || $0 == ";" || $0 == ":" }) else {
      // Questions and settings with a mark in front or behind (`>c`, `!p`, ` q`): nothing that is seen.
      return
    }
    let numbers = parameters.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }
      .map { Int($0) ?? 0 }
    let count = max(numbers.first ?? 0, 1)
    if !move(letter, count, numbers), !edit(letter, count, numbers) { strangers.append("CSI \(parameters)\(letter)") }
  }

  private mutating func move(_ letter: Character, _ count: Int, _ numbers: [Int]) -> Bool {
    let at = grid.cursor
    switch letter {
    case "A": grid.move(row: at.row - count, column: at.column)
    case "B", "e": grid.move(row: at.row + count, column: at.column)
    case "C", "a": grid.move(row: at.row, column: at.column + count)
    case "D": grid.move(row: at.row, column: at.column - count)
    case "E": grid.move(row: at.row + count, column: 0)
    case "F": grid.move(row: at.row - count, column: 0)
    case "G", "`": grid.move(row: at.row, column: count - 1)
    case "d": grid.move(row: count - 1, column: at.column)
    case "H", "f": grid.move(row: count - 1, column: max(numbers.dropFirst().first ?? 1, 1) - 1)
    case "I": grid.move(row: at.row, column: (at.column / 8 + count) * 8)
    case "Z": grid.move(row: at.row, column: max(0, (at.column + 7) / 8 - count) * 8)
    case "s": grid.saved = grid.cursor
    case "u": grid.move(row: grid.saved.row, column: grid.saved.column)
    default: return false
    }
    return true
  }

  private mutating func edit(_ letter: Character, _ count: Int, _ numbers: [Int]) -> Bool {
    let at = grid.cursor
    let erased = Pen(background: pen.background)
    switch letter {
    case "J": eraseScreen(numbers.first ?? 0, erased)
    case "K": eraseRow(numbers.first ?? 0, erased)
    case "X": grid.erase(at.column..<at.column + count, pen: erased)
    case "P": grid.deleteCells(count, pen: erased)
    case "@": grid.insertCells(count, pen: erased)
    case "L" where grid.scrolls ~= at.row: grid.scroll(at.row...grid.scrolls.upperBound, by: -count, pen: erased)
    case "M" where grid.scrolls ~= at.row: grid.scroll(at.row...grid.scrolls.upperBound, by: count, pen: erased)
    case "L", "M": break
    case "S": grid.scroll(grid.scrolls, by: count, pen: erased)
    case "T": grid.scroll(grid.scrolls, by: -count, pen: erased)
    case "b": for _ in 0..<count { if let last { put(last) } }
    case "r": setScrolls(numbers)
    case "m": paint(numbers)
    case "c": replies += Array("\u{1B}[?62;22c".utf8)
    case "n" where numbers.first == 6: replies += Array("\u{1B}[\(at.row + 1);\(at.column + 1)R".utf8)
    case "h" where numbers == [4]: isInserting = true
    case "l" where numbers == [4]: isInserting = false
    case "h", "l", "n", "t", "g": break
    default: return false
    }
    return true
  }

  private mutating func eraseScreen(_ part: Int, _ pen: Pen) {
    let row = grid.cursor.row
    switch part {
    case 0:
      eraseRow(0, pen)
      grid.eraseRows(row + 1..<grid.rows, pen: pen)
    case 1:
      eraseRow(1, pen)
      grid.eraseRows(0..<row, pen: pen)
    default: grid.eraseRows(0..<grid.rows, pen: pen)
    }
  }

  private mutating func eraseRow(_ part: Int, _ pen: Pen) {
    let column = grid.cursor.column
    switch part {
    case 0: grid.erase(column..<grid.columns, pen: pen)
    case 1: grid.erase(0..<column + 1, pen: pen)
    default: grid.erase(0..<grid.columns, pen: pen)
    }
  }

  private mutating func setScrolls(_ numbers: [Int]) {
    let first = max(numbers.first ?? 1, 1) - 1
    let last = numbers.count > 1 && numbers[1] > 0 ? min(numbers[1], grid.rows) - 1 : grid.rows - 1
    if first < last { grid.scrolls = first...last }
    grid.move(row: 0, column: 0)
  }

  /// DEC private modes.
  private mutating func performPrivate(_ letter: Character, _ parameters: Substring) {
    guard letter == "h" || letter == "l" else { return }
    for mode in parameters.split(separator: ";").compactMap({ Int($0) }) { set(mode, letter == "h") }
  }

  private mutating func set(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 7: break  // going on at the edge, which everyone does
    case 25: isCursorVisible = isOn
    case 47, 1047, 1049: if isOn != isAlternate { switchScreens() }
    default:
      if isOn { modes.insert(mode) } else { modes.remove(mode) }
    }
  }

  /// The program's own screen starts empty, and the shell's comes back as it was.
  private mutating func switchScreens() {
    isAlternate.toggle()
    swap(&grid, &hidden)
    if isAlternate { grid = Grid(size) }
  }

  /// An operating system command: the window's name, or a question about its colours.
  private mutating func obey(_ command: String) {
    if command == "11;?", let background {
      replies += Array("\u{1B}]11;\(background)\u{1B}\\".utf8)
    } else if command.hasPrefix("0;") || command.hasPrefix("2;") {
      title = String(command.dropFirst(2))
    }
  }
}
