import Canvas
import HearthCore

extension Line {
  /// A text in one style, but for what was searched for.
  init(_ text: String, _ style: Style, finding sought: Sought) {
    self.init()
    var rest = text.startIndex
    for place in sought.ranges(in: text) {
      append(String(text[rest..<place.lowerBound]), style)
      append(String(text[place]), .found)
      rest = place.upperBound
    }
    append(String(text[rest...]), style)
  }
}
