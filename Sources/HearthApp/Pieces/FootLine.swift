import Canvas

/// A line at the foot of a page in which something is answered: what is asked for, and above it what is wrong with the
/// answer.
enum FootLine {
  static func height(_ trouble: String?, columns: Int) -> Int {
    1 + (trouble?.wrapped(to: max(1, columns)).count ?? 0)
  }

  /// - Returns: where the answer stands.
  static func draw(on frame: inout Frame, in rect: Rect, label: String, trouble: String?) -> Rect {
    frame.fill(rect)
    for (row, line) in (trouble?.wrapped(to: max(1, rect.columns)) ?? []).prefix(rect.rows - 1).enumerated() {
      frame.put(line, at: rect.dropTop(row).origin, style: .error, limit: rect.columns)
    }
    let line = rect.bottom(1)
    frame.put("▌", at: line.origin, style: .accent)
    let used = frame.put(label, at: line.dropLeft(2).origin, style: .dim, limit: line.columns - 2)
    return line.dropLeft(used + 4)
  }
}
