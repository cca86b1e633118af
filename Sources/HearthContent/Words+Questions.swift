extension Words {
  /// What a category of questions is called; somebody's own goes by its name.
  package func category(_ id: String) -> String { Self.categories[id].map { self[$0] } ?? id }

  private static let categories: [String: Word] = [
    "change": .questionsCategoryChange, "community": .questionsCategoryCommunity,
    "conflict": .questionsCategoryConflict, "family": .questionsCategoryFamily,
    "friendship": .questionsCategoryFriendship, "gratitude": .questionsCategoryGratitude,
    "grief": .questionsCategoryGrief, "loneliness": .questionsCategoryLoneliness,
    "meaning": .questionsCategoryMeaning, "partner": .questionsCategoryPartner,
    "relationship": .questionsCategoryRelationship, "self": .questionsCategorySelf,
    "solitude": .questionsCategorySolitude, "work": .questionsCategoryWork,
  ]
}
