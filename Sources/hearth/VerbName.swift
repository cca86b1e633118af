import ArgumentParser
import HearthContent

/// What verbs are called, for one that was typed otherwise.
enum VerbName {
  private static var all: [String] {
    let configuration = Hearth.configuration
    let verbs = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
    return verbs.compactMap { $0.configuration.commandName }
  }

  /// Where the verb stands: before it may be options of the journal, with their values. Nil where there is none.
  static func place(in arguments: [String]) -> Int? {
    var place = 0
    while place < arguments.count, arguments[place].hasPrefix("-") {
      if arguments[place] == "--" { return nil }
      place += JournalOptions.namesBeforeValue.contains(arguments[place]) ? 2 : 1
    }
    return place < arguments.count ? place : nil
  }

  /// Whatever else is wrong is left to the parser; it would take a word that is no verb for one of `open`.
  /// - Throws: `UsageError` for a word in the place of a verb that is none, also after `help`.
  static func refuseUnknown(in arguments: ArraySlice<String>) throws {
    let rest = arguments.first == "help" ? arguments.dropFirst() : arguments
    guard let typed = rest.first, !typed.hasPrefix("-"), typed != "help", !all.contains(typed) else { return }
    let (near, name) = (nearest(to: typed), Legible.line(typed))
    let word: Word = near == nil ? .shellNoVerb : .shellNoVerbNear
    throw UsageError(sentence: Words()[word, ["name": name, "near": near ?? ""]])
  }

  /// One that is a slip or two away, or begins so.
  private static func nearest(to typed: String) -> String? {
    let near = all.map { (name: $0, slips: slips(from: Array(typed), to: Array($0))) }.min { $0.slips < $1.slips }
    if let near, near.slips <= min(2, typed.count / 2) { return near.name }
    return typed.count > 1 ? all.first { $0.hasPrefix(typed) } : nil
  }

  /// Letters put in, left out, typed for another or in place of each other.
  private static func slips(from typed: [Character], to name: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...name.count)
    for (row, letter) in typed.enumerated() {
      var next = [row + 1]
      for (column, other) in name.enumerated() {
        var least = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, letter == name[column - 1], typed[row - 1] == other {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      (before, last) = (last, next)
    }
    return last[name.count]
  }
}
