import Canvas

extension TextArea {
  /// Sets the cursor where a page that was begun is to be gone on with: on the first empty line after one that is not,
  /// else at the end.
  mutating func moveToGap() {
    let isEmpty = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.allSatisfy(\.isWhitespace) }
    let filled = isEmpty.firstIndex(of: false) ?? isEmpty.endIndex
    moveToEnd()
    guard let gap = isEmpty[filled...].firstIndex(of: true) else { return }
    while cursor.line > gap { perform(.move(.up)) }
  }
}
