import HearthContent

/// What a person comes to the room with. A practice names it; those of the program have words of their own.
enum PracticeNeed {
  /// In the order in which they stand in the room.
  private static let all: [(id: String, name: Word)] = [
    ("lonely", .practiceNeedLonely), ("alone", .practiceNeedAlone), ("fight", .practiceNeedFight),
    ("boundary", .practiceNeedBoundary), ("talk", .practiceNeedTalk), ("trust", .practiceNeedTrust),
    ("calm", .practiceNeedCalm), ("fear", .practiceNeedFear), ("grief", .practiceNeedGrief),
    ("help", .practiceNeedHelp), ("change", .practiceNeedChange), ("relationship", .practiceNeedRelationship),
    ("self", .practiceNeedSelf), ("week", .practiceNeedWeek),
  ]

  /// Where it stands among the others; those that are somebody's own come last.
  static func place(_ need: String) -> Int { all.firstIndex { $0.id == need } ?? all.count }

  static func name(_ need: String, _ words: Words) -> String {
    all.first { $0.id == need }.map { words[$0.name] } ?? need
  }
}
