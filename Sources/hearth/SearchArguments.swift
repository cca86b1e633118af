import ArgumentParser

/// The arguments of `hearth search`, in which a word to be left out looks like an option: `-work`, `'-canal on:2026'`.
enum SearchArguments {
  /// A blank before each of those: no option begins with one, and to a search it is nothing.
  static func spared(in arguments: [String]) -> [String] {
    guard let verb = VerbName.place(in: arguments), arguments[verb] == Search.configuration.commandName else {
      return arguments
    }
    let words = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments.enumerated().map { verb < $0 && $0 < words && leavesOut($1) ? " " + $1 : $1 }
  }

  /// Short options are `-h` and `-n` alone, which may have its number with it.
  private static func leavesOut(_ argument: String) -> Bool {
    guard argument.first == "-", let sign = argument.dropFirst().first, sign != "-", argument != "-h" else {
      return false
    }
    return sign != "n" || !argument.dropFirst(2).allSatisfy(\.isNumber)
  }
}
