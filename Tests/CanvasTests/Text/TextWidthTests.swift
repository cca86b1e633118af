import HearthCore
import Testing

@testable import Canvas

struct TextWidthTests {
  @Test(arguments: [
    ("Tea", 3), ("", 0), ("naïve", 5), ("cafe\u{301}", 4), ("中文", 4), ("Ａ", 2), ("한국어", 6), ("ｶﾅ", 2), ("日本、", 6),
    ("👍", 2), ("🟩", 2), ("⌚", 2), ("👍🏽", 2), ("👩‍💻", 2), ("👨‍👩‍👧‍👦", 2), ("❤️", 1), ("☀️", 1), ("✔️", 1),
    ("1️⃣", 1), ("🇩🇪", 2), ("🇩", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("🏽", 2), ("🏳️‍🌈", 1), ("नि", 2), ("क्षि", 3), ("สวัสดี", 4), ("السلام", 6),
    ("שָׁלוֹם", 4), ("─│╭▌█░⠿★…—●✓☐", 13), ("\u{200B}\u{200D}\u{FEFF}", 0), ("\u{301}", 0), ("\u{A0}\u{AD}", 2),
    ("\t\u{1B}\u{7F}\u{85}", 7),
    ("\r\n", 2), ("ᄀ\u{1161}\u{11A8}", 2), ("\u{3000}", 2), ("🫨", 2), ("\u{10FFFF}", 1), ("ガ\u{3099}", 2), ("﷽", 1),
  ])
  func `text takes the columns that terminals agree on`(_ text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test func `the table is in order and no scalar is both wide and without room`() {
    for table in [WidthTable.zero, WidthTable.wide] {
      #expect(table.count.isMultiple(of: 2))
      #expect(table == table.sorted())
    }
    let wide = stride(from: 0, to: WidthTable.wide.count, by: 2).map { WidthTable.wide[$0]...WidthTable.wide[$0 + 1] }
    let zero = stride(from: 0, to: WidthTable.zero.count, by: 2).map { WidthTable.zero[$0]...WidthTable.zero[$0 + 1] }
    #expect(!wide.contains { range in zero.contains { $0.overlaps(range) } })
  }

  @Test func `every scalar takes one column, two or none, and the shortcuts agree with the table`() {
    let (zero, wide) = (scalars(WidthTable.zero), scalars(WidthTable.wide))
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = zero.contains(value) ? 0 : wide.contains(value) ? 2 : 1
      if TextWidth.columns(of: scalar) != expected { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  private func scalars(_ table: [UInt32]) -> Set<UInt32> {
    Set(stride(from: 0, to: table.count, by: 2).flatMap { Array(table[$0]...table[$0 + 1]) })
  }

  @Test(arguments: 1...10)
  func `a row takes exactly the columns that were counted`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    for _ in 0..<500 {
      let text = dice.text(scalars: 1 + dice.number(below: 12))
      var frame = Frame(columns: 60, rows: 1)
      let used = frame.put(text, at: Point(column: 0, row: 0))
      #expect(used == TextWidth.columns(of: text), "\(text.unicodeScalars.map(\.value))")
      #expect(used == text.reduce(0) { $0 + TextWidth.columns(of: $1) })
      #expect(
        frame.row(0).last { $0 != .blank() }.map { _ in frame.row(0).lastIndex { $0 != .blank() } ?? 0 } ?? -1 < used)
    }
  }

  @Test(arguments: 1...4)
  func `whatever is put where, wide characters keep both halves`(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var frame = Frame(columns: 24, rows: 2)
    for _ in 0..<2000 {
      let point = Point(column: dice.number(below: 30) - 3, row: dice.number(below: 2))
      frame.put(dice.text(scalars: 1 + dice.number(below: 5)), at: point, limit: dice.number(below: 9))
      for row in 0..<2 {
        let widths = Array(frame.row(row).map(\.width))
        let halves = widths.indices.allSatisfy { (widths[$0] == 2) == ($0 + 1 < 24 && widths[$0 + 1] == 0) }
        #expect(halves, "\(widths)")
        if !halves { return }
      }
    }
  }
}

extension Dice {
  /// Text of all planes, with many of the scalars that join others.
  mutating func text(scalars count: Int) -> String {
    let joining: [UInt32] = [
      0x200D, 0xFE0F, 0x20E3, 0x301, 0x1F3FD, 0x1F469, 0x1F4BB, 0x1F1E9, 0x94D, 0x915, 0x93F, 0x1100, 0x1161, 0x0D,
      0x0A,
    ]
    var text = String.UnicodeScalarView()
    while text.count < count {
      let value: UInt32 =
        switch number(below: 5) {
        case 0: UInt32(number(below: 0x80))
        case 1: pick(joining)
        case 2: UInt32(number(below: 0x3000))
        case 3: 0x4E00 + UInt32(number(below: 0x100))
        default: UInt32(number(below: 0x110000))
        }
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }
}
