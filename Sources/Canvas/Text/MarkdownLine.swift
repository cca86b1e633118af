/// One line of Markdown: what it is, and how each of its bytes looks.
struct MarkdownLine {
  let text: String
  private(set) var bytes: [UInt8]
  private(set) var styles: [Style]
  private var hang = 0

  /// - Parameter isCode: it stands between fences.
  init(_ text: String, isCode: Bool) {
    self.text = text
    bytes = Array(text.utf8)
    styles = Array(repeating: .text, count: bytes.count)
    if isCode {
      paint(0..<bytes.count, .code)
      hang = blanks(from: 0)
    } else if isRule {
      paint(0..<bytes.count, .dim)
    } else {
      readEmphasis(from: readBeginning())
      paintMarks()
    }
  }

  // MARK: Painting

  mutating func paint(_ range: Range<Int>, _ style: Style) {
    for place in range { styles[place] = style }
  }

  mutating func add(_ attributes: Attributes, to range: Range<Int>) {
    for place in range { styles[place] = styles[place].with(attributes) }
  }

  /// Shows a part as found, upon what it looks like.
  mutating func find(_ range: Range<Int>) {
    for place in range { styles[place].role = .found }
  }

  /// Tags and people, but for what looks like them in code and addresses.
  private mutating func paintMarks() {
    for mark in TextMarks.scan(text) where ![.accent, .link].contains(styles[mark.range.lowerBound].role) {
      for place in mark.range { styles[place].role = mark.kind == .tag ? .tag : .person }
    }
  }

  /// Leaves out the signs that ask for emphasis.
  mutating func dropSigns() {
    let signs = Set("*_`\\".utf8)
    let left = bytes.indices.filter { styles[$0] != .dim || !signs.contains(bytes[$0]) }
    (bytes, styles) = (left.map { bytes[$0] }, left.map { styles[$0] })
  }

  /// With its styles, to be drawn or wrapped.
  var line: Line {
    var line = Line()
    line.hang = hang
    var start = 0
    while start < bytes.count {
      let end = styles[start...].firstIndex { $0 != styles[start] } ?? bytes.count
      line.append(String(decoding: bytes[start..<end], as: UTF8.self), styles[start])
      start = end
    }
    return line
  }

  // MARK: What a line begins with

  func blanks(from place: Int) -> Int { bytes[place...].prefix { $0 == 0x20 || $0 == 0x09 }.count }

  /// `---`, `* * *`, `___`
  private var isRule: Bool {
    let signs = bytes.filter { $0 != 0x20 }
    guard let first = signs.first, "-*_".utf8.contains(first), signs.count >= 3 else { return false }
    return signs.allSatisfy { $0 == first }
  }

  /// Quotation marks, the sign of a list, the signs of a heading.
  /// - Returns: where the words begin.
  private mutating func readBeginning() -> Int {
    var place = blanks(from: 0)
    while place < bytes.count, bytes[place] == UInt8(ascii: ">") { place += 1 + blanks(from: place + 1) }
    if bytes[..<place].contains(UInt8(ascii: ">")) {
      paint(0..<place, .dim)
      paint(place..<bytes.count, .dim.with(.italic))
    }
    if let signs = headingSigns(at: place) {
      paint(place..<bytes.count, .heading)
      paint(place..<place + signs, .dim)
      return place + signs
    }
    if let sign = listSign(at: place) {
      paint(place..<place + sign, .dim)
      place += sign + blanks(from: place + sign)
    }
    hang = TextWidth.columns(of: String(decoding: bytes[..<place], as: UTF8.self))
    return place
  }

  /// How many `#` stand here, up to six and before a blank.
  private func headingSigns(at place: Int) -> Int? {
    let count = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(count) && isBlankOrEnd(place + count) ? count : nil
  }

  /// The bytes of `-`, `*`, `+` or a number with `.` or `)`, before a blank.
  private func listSign(at place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    if "-*+".utf8.contains(bytes[place]) { return isBlankOrEnd(place + 1) ? 1 : nil }
    let digits = bytes[place...].prefix { (0x30...0x39).contains($0) }.count
    guard (1...3).contains(digits), place + digits < bytes.count, ".)".utf8.contains(bytes[place + digits]) else {
      return nil
    }
    return isBlankOrEnd(place + digits + 1) ? digits + 1 : nil
  }

  private func isBlankOrEnd(_ place: Int) -> Bool { place == bytes.count || blanks(from: place) > 0 }
}

extension Style {
  /// What stands between backticks.
  static let code = Style.accent
}
