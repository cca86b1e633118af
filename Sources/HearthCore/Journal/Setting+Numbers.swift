extension Setting {
  /// Within which every whole number in its text has to lie; nil where it may be any, or where there is none.
  private var numbers: ClosedRange<Int>? {
    switch self {
    case .lockAfter: 0...1440
    case .dayEnd: DayEnd.range
    case .lowEnergy, .quietNotes, .invitations, .presence, .monthlyQuestion, .stepPutOff:
      Day.calendar.lowerBound.number...Day.calendar.upperBound.number
    default: nil
    }
  }

  /// Whether the numbers in a text are within range. What else stands in it is for its reader to say.
  package func allows(_ text: String) -> Bool {
    guard let numbers else { return true }
    return text.split { " =".contains($0) }.allSatisfy { Int($0).map(numbers.contains) ?? true }
  }
}
