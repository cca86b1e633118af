import HearthContent

extension Settings {
  /// What the way to the relationship check is called; nil where the person has hidden it.
  package func checkDoor(_ words: Words) -> String? { hidesCheck ? nil : checkName ?? words[.signsDoor] }
}

extension Context {
  var checkDoor: String? { settings.checkDoor(words) }
}
