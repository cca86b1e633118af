import ArgumentParser
import FoundationEssentials
import HearthCore

/// What stands beside a text and can be changed, as options.
struct EntryMarks: ParsableArguments {
  @Option(
    name: .customLong("tag"), help: ArgumentHelp("Add a tag beside the text; can be repeated.", valueName: "tag"))
  var tags: [TagArgument] = []

  @Option(name: .customLong("no-tag"), help: ArgumentHelp("Remove a tag beside the text.", valueName: "tag"))
  var removedTags: [KnownTagArgument] = []

  @Option(help: ArgumentHelp("How it was, from 1 (very low) to 5 (good).", valueName: "1-5"))
  var mood: MoodArgument?

  @Flag(name: .customLong("no-mood"), help: "Remove the mood.")
  var removesMood = false

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Star it, or remove the star.")
  var star: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .exclusive, help: "Keep it from coming back on Today, or let it come back.")
  var hush: Bool?

  @Option(help: ArgumentHelp("When it was.", valueName: "date"))
  var at: String?

  func validate() throws {
    if mood != nil && removesMood { throw ValidationError("--mood and --no-mood exclude each other.") }
  }

  var isEmpty: Bool {
    tags.isEmpty && removedTags.isEmpty && mood == nil && !removesMood && star == nil && hush == nil && at == nil
  }

  /// What has to be done to entries, but for the date.
  func changes(_ ids: [UUID]) -> [Change] {
    let tags: Change? =
      self.tags.isEmpty && removedTags.isEmpty
      ? nil : .tags(add: self.tags.map(\.name), remove: removedTags.flatMap(\.names), ids)
    let mood: Change? = mood != nil || removesMood ? .mood(mood?.mood, ids) : nil
    return [tags, mood, star.map { .star($0, ids) }, hush.map { .hush($0, ids) }].compactMap { $0 }
  }
}
