import HearthCore
import Testing

@testable import Canvas

@Suite struct `Undo and redo` {
  @Test(arguments: [
    ("|", "'by_the_canal C-z", "by the |"), ("|", "'by_the_canal C-z C-z", "by |"),
    ("|", "'by_the_canal C-z C-z C-z", "|"), ("|", "'by_the_canal C-z C-z C-y", "by the |"),
    ("|", "'by_the_canal C-z C-z C-z C-y C-y C-y C-y", "by the canal|"),
    ("|", "'tea Left Right 'm C-z", "tea|"), ("|", "'tea Backspace Backspace C-z", "tea|"),
    ("|", "'tea Backspace 's C-z", "te|"), ("a [bad|] day", "'good C-z", "a [bad|] day"),
    ("a [bad|] day", "Delete C-z", "a [bad|] day"),
    ("by |the canal", "Delete Delete Delete C-z", "by |the canal"),
    ("by the canal|", "C-w C-w C-z", "by the |"), ("a|b", "Enter C-z", "a|b"), ("|", "'a C-z 'b C-y", "b|"),
    ("a|", "C-z C-y", "a|"), ("a\n|b", "Backspace C-z", "a\n|b"), ("[a\nb|]c", "C-x C-v C-z C-z", "[a\nb|]c"),
  ]) func `go by words while typing and by deeds else`(before: String, keys: String, after: String) {
    #expect(TextBuffer.after(before, keys) == after)
  }

  @Test func `a pause begins a new step`() {
    var area = TextArea()
    let rect = Rect(column: 0, row: 0, columns: 40, rows: 5)
    for (letter, time) in [("a", 0), ("b", 500), ("c", 1400), ("d", 2500)] {
      area.handle(.key(KeyPress(.character(Character(letter)))), in: rect, at: time)
    }
    area.perform(.undo)
    #expect(area.text == "abc")
    area.perform(.undo)
    #expect(area.text.isEmpty)
  }

  @Test func `a large paste is one step, also in pieces`() {
    let piece = String(repeating: "The long way home, 我在家, 👨‍👩‍👧‍👦.\n", count: 1500)
    var area = TextArea("before")
    let rect = Rect(column: 0, row: 0, columns: 40, rows: 5)
    area.moveToEnd()
    area.handle(.paste(piece), in: rect)
    area.handle(.paste(piece), in: rect)
    #expect(area.text == "before" + piece + piece)
    area.handle(.key(KeyPress(.character("x"))), in: rect)
    area.perform(.undo)
    #expect(area.text == "before" + piece + piece)
    area.perform(.undo)
    #expect(area.text == "before")
    area.perform(.redo)
    #expect(area.text == "before" + piece + piece)
  }

  /// Pieces that test boundaries of characters when they meet: marks, joiners, flags, skin tones, line breaks.
  private static let pieces = [
    "a", " ", "walk", "é", "\u{301}", "e", "我", "家", "👩", "\u{200D}", "👧", "🏽", "🇸", "🇪", "\n", "\n\n",
    "\r\n",
    "#tag", "@Jon", "한", "नि", "\u{FE0F}", "-", "/", "7", "’", "(", ")", "。", "\t",
  ]

  @Test(arguments: 1...12 as ClosedRange<UInt64>) func `all the way back and forth gives the same text`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let original = (0..<dice.number(below: 40)).map { _ in dice.pick(Self.pieces) }.joined()
    var buffer = TextBuffer(original)
    buffer.width = 1 + dice.number(below: 20)
    for _ in 0..<150 {
      change(&buffer, with: &dice)
      expectSound(buffer)
    }
    while buffer.redo() {}
    let final = buffer.text
    while buffer.undo() { expectSound(buffer) }
    #expect(buffer.text.utf8.elementsEqual(original.utf8))
    while buffer.redo() {}
    #expect(buffer.text.utf8.elementsEqual(final.utf8))
    #expect(buffer.wordCount == TextBuffer(final).wordCount)
  }

  private func change(_ buffer: inout TextBuffer, with dice: inout Dice) {
    buffer.layOut(from: 0, rows: .max)
    let motion = dice.pick(Motion.allCases)
    switch dice.number(below: 13) {
    case 0...3: buffer.type(dice.pick(Self.pieces))
    case 4: buffer.insert((0..<8).map { _ in dice.pick(Self.pieces) }.joined())
    case 5...6: buffer.erase(dice.pick([.left, .right, .wordLeft, .lineEnd]))
    case 7: buffer.move(motion, selecting: true)
    case 8: buffer.cut()
    case 9: buffer.paste()
    case 10: buffer.undo()
    case 11: buffer.redo()
    default: buffer.move(motion)
    }
  }

  /// The cursor stands between characters, rows join to the whole, and every row begins between characters.
  private func expectSound(_ buffer: TextBuffer, at location: SourceLocation = #_sourceLocation) {
    let selection = buffer.selection ?? buffer.cursor..<buffer.cursor
    for position in [buffer.cursor, selection.lowerBound, selection.upperBound] {
      let line = buffer.lines[position.line]
      #expect(line.boundary(from: position.offset) == position.offset, sourceLocation: location)
    }
    for (index, line) in buffer.lines.enumerated() {
      let rows = buffer.rows(of: index)
      #expect(rows == wrap(line.text, width: buffer.width), sourceLocation: location)
      #expect(rows.map { String(line[$0]) }.joined().utf8.elementsEqual(line.text.utf8), sourceLocation: location)
      #expect(rows.allSatisfy { line.boundary(from: $0.lowerBound) == $0.lowerBound }, sourceLocation: location)
    }
  }
}
