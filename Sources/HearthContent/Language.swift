import CResources

/// The language in which the program speaks: that of a folder in `Resources/`, chosen once at the start.
package enum Language {
  /// The folder every other falls back on.
  static let base = "en"

  /// The one that is spoken.
  package static var current: String { String(cString: hearth_language()) }

  /// Speaks the language that the environment asks for, or English where that one is not known here.
  /// - Parameter environment: the value of a variable; asking for three costs less than copying all.
  package static func choose(by environment: (String) -> String?) {
    _ = wanted(in: environment).contains { hearth_speak($0) } || hearth_speak(base)
  }

  /// The folders that would do, the closest first: `pt-BR` and `pt` for `pt_BR.UTF-8`.
  static func wanted(in environment: (String) -> String?) -> [String] {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(environment).first { !$0.isEmpty } ?? ""
    let place = String(set.prefix { $0 != "." && $0 != "@" })
    let language = String(place.prefix { $0 != "_" })
    return place == language ? [language] : [String(place.map { $0 == "_" ? "-" : $0 }), language]
  }
}
