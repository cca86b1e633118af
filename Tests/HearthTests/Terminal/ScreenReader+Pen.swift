extension ScreenReader {
  /// Select Graphic Rendition: how the text from here on looks.
  mutating func paint(_ numbers: [Int]) {
    var rest = numbers[...]
    if rest.isEmpty { pen = Pen() }
    while let number = rest.popFirst() {
      switch number {
      case 38: pen.foreground = colour(from: &rest)
      case 48: pen.background = colour(from: &rest)
      default: pen.apply(number)
      }
    }
  }

  /// The rest of `38;5;n` or `38;2;r;g;b`. A true colour counts as 256 and up.
  private func colour(from rest: inout ArraySlice<Int>) -> Int? {
    switch rest.popFirst() {
    case 5: return rest.popFirst()
    case 2:
      let parts = (0..<3).map { _ in rest.popFirst() ?? 0 }
      return 256 + parts[0] << 16 + parts[1] << 8 + parts[2]
    default: return nil
    }
  }
}

extension ScreenReader.Pen {
  /// One number of a rendition that needs no other.
  fileprivate mutating func apply(_ number: Int) {
    switch number {
    case 0: self = .init()
    case 1: bold = true
    case 2: dim = true
    case 3: italic = true
    case 4: underline = true
    case 7: reverse = true
    case 22: (bold, dim) = (false, false)
    case 23: italic = false
    case 24: underline = false
    case 27: reverse = false
    case 30...37: foreground = number - 30
    case 39: foreground = nil
    case 40...47: background = number - 40
    case 49: background = nil
    case 90...97: foreground = number - 90 + 8
    case 100...107: background = number - 100 + 8
    default: break
    }
  }
}
