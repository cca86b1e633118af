/// What was set, as texts.
package struct SettingTexts: Sendable {
  /// By their raw values: it is read at every start, and strings are the cheapest of keys.
  private let texts: [String: String]

  /// - Parameter texts: by the raw values of settings; others are passed over.
  package init(_ texts: [String: String]) { self.texts = texts }

  /// Nil where it was never set, or where a number in it is out of range.
  package subscript(setting: Setting) -> String? {
    texts[setting.rawValue].flatMap { setting.allows($0) ? $0 : nil }
  }

  package func says(_ setting: Setting) -> Bool { self[setting] == "yes" }

  /// What stands there with commas between.
  package func list(_ setting: Setting) -> [String] {
    (self[setting] ?? "").split(separator: ",").map(String.init)
  }

  /// Those of a list that are known; a name that is none is passed over.
  package func known<Name: RawRepresentable<String> & Hashable>(_ setting: Setting) -> Set<Name> {
    var known: Set<Name> = []
    for text in list(setting) { if let name = Name(rawValue: text) { known.insert(name) } }
    return known
  }
}
