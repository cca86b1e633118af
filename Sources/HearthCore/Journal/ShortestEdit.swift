/// The shortest way from one sequence to another, by leaving out and putting in: the algorithm of Eugene W. Myers ("An
/// O(ND) Difference Algorithm and Its Variations").
struct ShortestEdit {
  /// Places that correspond, or that do not.
  struct Stretch: Equatable {
    let isSame: Bool
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Same and changed in turn; none is empty.
  private(set) var stretches: [Stretch] = []
  /// Whether so much differs that all between what both begin and end with counts as changed.
  private(set) var isCoarse = false

  /// - Parameters:
  ///   - old: numbers that stand for words.
  ///   - most: elements that may go or come before it gives up. Time and memory grow with its square.
  init(from old: [Int], to new: [Int], most: Int) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let (oldMiddle, newMiddle) = (Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
    add(isSame: true, start, start)
    if let steps = Self.steps(from: oldMiddle, to: newMiddle, most: most) {
      for step in steps { add(isSame: step.isSame, step.old, step.new) }
    } else {
      isCoarse = true
      add(isSame: false, oldMiddle.count, newMiddle.count)
    }
    add(isSame: true, end, end)
  }

  private mutating func add(isSame: Bool, _ old: Int, _ new: Int) {
    guard old + new > 0 else { return }
    let (oldEnd, newEnd) = (stretches.last?.old.upperBound ?? 0, stretches.last?.new.upperBound ?? 0)
    if let last = stretches.indices.last, stretches[last].isSame == isSame {
      stretches[last].old = stretches[last].old.lowerBound..<oldEnd + old
      stretches[last].new = stretches[last].new.lowerBound..<newEnd + new
    } else {
      stretches.append(Stretch(isSame: isSame, old: oldEnd..<oldEnd + old, new: newEnd..<newEnd + new))
    }
  }

  /// So many elements of both.
  private struct Step {
    let isSame: Bool
    let old: Int
    let new: Int
  }

  private static func steps(from old: [Int], to new: [Int], most: Int) -> [Step]? {
    // How far one gets in the old with a number of edits, by diagonal (place in the old less place in the new).
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var history: [[Int]] = []
    for edits in 0...most {
      history.append(Array(furthest[middle - edits...middle + edits]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let comesDown = isDown(diagonal, edits) { furthest[middle + $0] }
        var place = comesDown ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
        while place < old.count, place - diagonal < new.count, old[place] == new[place - diagonal] { place += 1 }
        furthest[middle + diagonal] = place
        if place >= old.count, place - diagonal >= new.count { return walkBack(history, old.count, new.count) }
      }
    }
    return nil
  }

  /// Whether a diagonal is reached by putting in rather than by leaving out.
  private static func isDown(_ diagonal: Int, _ edits: Int, _ furthest: (Int) -> Int) -> Bool {
    diagonal == -edits || (diagonal != edits && furthest(diagonal - 1) < furthest(diagonal + 1))
  }

  /// - Parameter history: how far one had got before each number of edits, by diagonal from the lowest.
  private static func walkBack(_ history: [[Int]], _ old: Int, _ new: Int) -> [Step] {
    var steps: [Step] = []
    var (place, other) = (old, new)
    for edits in history.indices.reversed().dropLast() {
      let diagonal = place - other
      let furthest = { history[edits][$0 + edits] }
      let comesDown = isDown(diagonal, edits, furthest)
      let before = furthest(comesDown ? diagonal + 1 : diagonal - 1)
      let start = comesDown ? before : before + 1
      steps.append(Step(isSame: true, old: place - start, new: place - start))
      steps.append(comesDown ? Step(isSame: false, old: 0, new: 1) : Step(isSame: false, old: 1, new: 0))
      (place, other) = (before, before - (comesDown ? diagonal + 1 : diagonal - 1))
    }
    steps.append(Step(isSame: true, old: place, new: other))
    return steps.reversed()
  }
}
