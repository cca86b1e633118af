import ArgumentParser
import HearthContent
import HearthCore

/// A name or an id as an argument, as it was typed. An empty one, which a shell makes of an unset variable, is none: it
/// would leave a gap in what is said, or stand for everything.
struct NameArgument: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard argument.withoutControls.contains(where: { !$0.isWhitespace && $0 != "@" }) else { return nil }
    text = argument
  }

  /// As it is kept of what has a name of one line.
  var onOneLine: String { text.withoutControls.trimmed }
}

/// A tag as an argument, with or without its `#`.
struct TagArgument: ExpressibleByArgument {
  /// Without `#`, in lower case.
  let name: String

  init?(argument: String) {
    guard let tag = Marks.tag(typed: argument) else { return nil }
    name = tag
  }
}

/// A tag that is there already, as an argument. It may have come in from elsewhere and hold blanks, commas or a `#` of
/// its own, which no new one does.
struct KnownTagArgument: ExpressibleByArgument {
  /// In lower case: without the `#` it was typed with, and then with it, where that may be a part of it.
  let names: [String]

  init?(argument: String) {
    let typed = argument.withoutControls.trimmed.lowercased()
    let bare = typed.hasPrefix("#") ? String(typed.dropFirst()) : typed
    names = [bare, typed].filter { !$0.isEmpty && $0 != "#" }.uniqued()
    if names.isEmpty { return nil }
  }

  /// Any of them.
  var condition: Condition {
    names.dropFirst().reduce(.tag(names[0], isBegun: false)) { .any([$0, .tag($1, isBegun: false)]) }
  }
}

/// A person as an argument, as the name is kept.
struct PersonArgument: ExpressibleByArgument {
  let name: String

  init?(argument: String) {
    guard let typed = NameArgument(argument: argument), let kept = try? PersonName.kept(typed.text) else {
      return nil
    }
    name = kept
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
