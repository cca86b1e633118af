import Canvas

/// A line at the foot of a page in which something is answered: what is asked for, above it what is good to know, and what
/// is wrong with the answer.
struct FootLine {
  let label: String
  /// What is good to know while one answers.
  var said: String?
  /// Why the answer cannot be used.
  var trouble: String?

  func height(columns: Int) -> Int { 1 + above(columns).count }

  private func above(_ columns: Int) -> [Line] {
    let lines = [said.map { Line($0, .dim) }, trouble.map { Line($0, .error) }]
    return lines.compactMap(\.self).wrapped(to: max(1, columns))
  }

  /// Where there is no room for all that stands above, the last of it is shown.
  /// - Returns: where the answer stands.
  func draw(on frame: inout Frame, in rect: Rect) -> Rect {
    frame.fill(rect)
    above(rect.columns).suffix(max(0, rect.rows - 1)).draw(on: &frame, in: rect)
    let line = rect.bottom(1)
    frame.put(FieldSign.text.rawValue, in: line, style: .accent)
    let used = frame.put(label, in: line.dropLeft(2), style: .dim)
    return line.dropLeft(used + 4)
  }
}
