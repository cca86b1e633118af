import ArgumentParser
import HearthContent
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

/// A person as an argument, with or without the `@`; `_` stands for a blank, as in a text.
struct PersonArgument: ExpressibleByArgument {
  let name: String

  init?(argument: String) {
    let bare = argument.hasPrefix("@") ? String(argument.dropFirst()) : argument
    name = Marks.spoken(bare).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if name.isEmpty { return nil }
  }
}

/// A mood as an argument: 1 to 5, or by its name.
struct MoodArgument: ExpressibleByArgument {
  let mood: Mood

  init?(argument: String) {
    guard let mood = Words().moods.mood(argument) else { return nil }
    self.mood = mood
  }

  static let allValueStrings = ["1", "2", "3", "4", "5"]
}

/// Moods to look for: `4`, `1..2`, `..2`, `4..` or `low`.
struct MoodsArgument: ExpressibleByArgument {
  let range: ClosedRange<Int>

  init?(argument: String) {
    guard let range = Words().moods.range(argument) else { return nil }
    self.range = range
  }
}
