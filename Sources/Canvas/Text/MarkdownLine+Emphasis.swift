extension MarkdownLine {
  /// The most bytes between a sign and the one that answers it. More is hardly meant, and would cost time.
  private static let longest = 4000

  /// Paints emphasis, code and addresses.
  /// - Parameter start: where the words of the line begin.
  mutating func readEmphasis(from start: Int) {
    var place = start
    var open = OpenRuns()
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place = readEscape(at: place)
      case UInt8(ascii: "`"): place = readCode(at: place)
      case UInt8(ascii: ":"): place = readAddress(at: place)
      case UInt8(ascii: "*"), UInt8(ascii: "_"): place = readRun(at: place, &open)
      default: place += 1
      }
    }
  }

  /// A sign after a backslash is only a sign.
  private mutating func readEscape(at place: Int) -> Int {
    guard place + 1 < bytes.count, "\\`*_#>-+.)!".utf8.contains(bytes[place + 1]) else { return place + 1 }
    paint(place..<place + 1, .dim)
    return place + 2
  }

  private func count(of byte: UInt8, at place: Int) -> Int { bytes[place...].prefix { $0 == byte }.count }

  private mutating func readCode(at place: Int) -> Int {
    let tick = UInt8(ascii: "`")
    let ticks = count(of: tick, at: place)
    var end = place + ticks
    while end < min(bytes.count, place + Self.longest) {
      let closing = count(of: tick, at: end)
      if closing == ticks {
        paint(place..<end + ticks, .dim)
        paint(place + ticks..<end, .code)
        return end + ticks
      }
      end += max(1, closing)
    }
    return place + ticks
  }

  /// `https://…`, from the blank before it to the one after.
  private mutating func readAddress(at colon: Int) -> Int {
    guard bytes[colon...].starts(with: "://".utf8) else { return colon + 1 }
    let scheme = bytes[..<colon].reversed().prefix { (0x61...0x7A).contains($0 | 0x20) }.count
    let path = bytes[colon...].prefix { $0 > 0x20 && !"<>\"".utf8.contains($0) }
    let end = path.lastIndex { !".,;:!?)*_'".utf8.contains($0) }.map { $0 + 1 } ?? colon
    guard scheme > 0, end > colon + 3 else { return colon + 1 }
    for place in colon - scheme..<end { paint(place..<place + 1, Style(.link, styles[place].attributes)) }
    return end
  }

  // MARK: Runs of * and _

  private mutating func readRun(at place: Int, _ open: inout OpenRuns) -> Int {
    let sign = bytes[place]
    var run = OpenRuns.Run(sign: sign, range: place..<place + count(of: sign, at: place))
    let end = run.range.upperBound
    let (before, after) = (scalar(before: place), scalar(at: end))
    if !isBlank(before), !isWord(after, beside: run) {
      while !run.range.isEmpty, let opening = open.take(sign, from: place - Self.longest) {
        answer(opening, with: &run, &open)
      }
    }
    if !run.range.isEmpty, !isBlank(after), !isWord(before, beside: run) { open.wait(run) }
    return end
  }

  /// Two signs are strong, one is emphasis; what is left of the longer run waits or goes on.
  private mutating func answer(_ opening: OpenRuns.Run, with run: inout OpenRuns.Run, _ open: inout OpenRuns) {
    let words = opening.range.upperBound..<run.range.lowerBound
    let signs = min(2, opening.range.count, run.range.count)
    add(signs == 2 ? .bold : .italic, to: words)
    paint(words.lowerBound - signs..<words.lowerBound, .dim)
    paint(words.upperBound..<words.upperBound + signs, .dim)
    run.range = run.range.dropFirst(signs)
    if opening.range.count > signs {
      open.wait(OpenRuns.Run(sign: opening.sign, range: opening.range.dropLast(signs)))
    }
  }

  private func isBlank(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isWhitespace ?? true }

  /// Whether a run touches a word at its outer side, so that it belongs to it: `snake_case`, `2*3`. Two asterisks are
  /// hardly anything but strong.
  private func isWord(_ outside: Unicode.Scalar?, beside run: OpenRuns.Run) -> Bool {
    guard let outside else { return false }
    let isLetter = Character(outside).isLetter || Character(outside).isNumber
    return isLetter && (run.sign == UInt8(ascii: "_") || (run.range.count == 1 && outside.isASCII))
  }

  private func scalar(before place: Int) -> Unicode.Scalar? {
    place == 0 ? nil : text.unicodeScalars[text.unicodeScalars.index(before: index(place))]
  }

  private func scalar(at place: Int) -> Unicode.Scalar? {
    place == bytes.count ? nil : text.unicodeScalars[index(place)]
  }

  private func index(_ place: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: place) }
}

/// Runs of `*` or `_` that wait for one that answers them.
private struct OpenRuns {
  struct Run {
    let sign: UInt8
    /// What is left of it, in bytes of the line.
    var range: Range<Int>
  }

  /// By their sign, in the order of the line.
  private var waiting: [UInt8: [Run]] = [:]

  mutating func wait(_ run: Run) { waiting[run.sign, default: []].append(run) }

  /// The nearest of that sign. Runs of the other sign between the two will not be answered any more.
  mutating func take(_ sign: UInt8, from earliest: Int) -> Run? {
    guard let run = waiting[sign]?.popLast(), run.range.lowerBound >= earliest else {
      waiting[sign] = nil
      return nil
    }
    for other in waiting.keys where other != sign {
      while let last = waiting[other]?.last, last.range.lowerBound > run.range.lowerBound {
        waiting[other]?.removeLast()
      }
    }
    return run
  }
}
