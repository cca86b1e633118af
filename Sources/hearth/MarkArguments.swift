import ArgumentParser
import HearthCore

/// A tag as an argument, with or without its `#`.
struct TagArgument: ExpressibleByArgument {
  /// Without `#`, in lower case.
  let name: String

  init?(argument: String) {
    let bare = argument.hasPrefix("#") ? String(argument.dropFirst()) : argument
    guard Marks.tags(in: "#" + bare) == [bare.lowercased()] else { return nil }
    name = bare.lowercased()
  }
}

/// A person as an argument, with or without the `@`.
struct PersonArgument: ExpressibleByArgument {
  let name: String

  init?(argument: String) {
    let bare = argument.hasPrefix("@") ? String(argument.dropFirst()) : argument
    guard Marks.people(in: "@" + bare) == [bare] else { return nil }
    name = bare
  }
}

/// A mood as an argument: 1 to 5.
struct MoodArgument: ExpressibleByArgument {
  let mood: Mood

  init?(argument: String) {
    guard let mood = Int(argument).flatMap(Mood.init(rawValue:)) else { return nil }
    self.mood = mood
  }

  static let allValueStrings = ["1", "2", "3", "4", "5"]
}

/// Moods to look for: `4`, `1..2`, `..2` or `4..`.
struct MoodsArgument: ExpressibleByArgument {
  let range: ClosedRange<Int>

  init?(argument: String) {
    let ends = argument.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let numbers = ends.map { Int($0).flatMap(Mood.init(rawValue:))?.rawValue }
    guard let first = numbers[0] ?? (ends[0].isEmpty && ends.count == 2 ? 1 : nil),
      let last = numbers[ends.count - 1] ?? (ends[ends.count - 1].isEmpty ? 5 : nil), first <= last, argument != ".."
    else { return nil }
    range = first...last
  }
}
