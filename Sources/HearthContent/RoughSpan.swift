/// How long something lasted, coarser the longer it is.
package enum RoughSpan: Hashable, Sendable {
  case days(Int)
  case weeks(Int)
  case months(Int)
  case years(Int)

  /// - Parameter weeksBelow: from so many days on it is told in months.
  package init(days: Int, weeksBelow: Int = 70) {
    self =
      switch days {
      case ..<14: .days(days)
      case ..<weeksBelow: .weeks(days / 7)
      case ..<365: .months(days / 30)
      case 396..<730: .months(days * 12 / 365)
      default: .years(days / 365)
      }
  }
}
