/// A person in the list of people.
package struct PersonLine: Hashable, Sendable {
  package let person: Person
  /// The day of the last real contact.
  package let lastContact: Day?
  /// How many entries name them, without the trash.
  package let mentions: Int

  package init(_ person: Person, lastContact: Day? = nil, mentions: Int = 0) {
    self.person = person
    self.lastContact = lastContact
    self.mentions = mentions
  }
}

/// Everything there is about a person.
package struct PersonPage: Hashable, Sendable {
  package let person: Person
  package let lastContact: Day?
  package let mentions: Int
  /// How many moments there were with them.
  package let moments: Int
  /// How the last of those felt afterwards, −2 drained to 2 settled, the newest first.
  package let felt: [Int]
  /// The last of the moments, the newest first.
  package let lastMoments: [Moment]
  package let rhythms: [Rhythm]
  /// The newest first.
  package let bond: [BondAnswer]

  package init(
    _ person: Person, lastContact: Day? = nil, mentions: Int = 0, moments: Int = 0, felt: [Int] = [],
    lastMoments: [Moment] = [], rhythms: [Rhythm] = [], bond: [BondAnswer] = []
  ) {
    self.person = person
    self.lastContact = lastContact
    self.mentions = mentions
    self.moments = moments
    self.felt = felt
    self.lastMoments = lastMoments
    self.rhythms = rhythms
    self.bond = bond
  }
}
