/// The support lines that may be shown, by country. The country is chosen by the person and never guessed.
package struct SupportDirectory: Hashable, Sendable {
  /// Those that may be shown, in the order of their files.
  package let lines: [SupportLine]
  /// Codes of the countries that can be chosen, sorted: those with an emergency number, and those to which the person
  /// has added a line.
  package let countries: [String]

  /// Lines whose evidence is not enough, those that are switched off, and those of a country that cannot be chosen are
  /// left out.
  package init(_ lines: [SupportLine]) {
    let offered = lines.filter(\.isOffered)
    let anchors = offered.filter { $0.needs.contains(.emergency) || $0.evidence.basis == .own }
    let places = Set(anchors.map(\.country)).union([SupportLine.international])
    self.lines = offered.filter { places.contains($0.country) }
    countries = places.subtracting([SupportLine.international]).sorted()
  }

  /// Lines for one need, under one heading.
  package struct Section: Hashable, Sendable {
    package let need: SupportLine.Need
    package let lines: [SupportLine]
  }

  /// Whether a country can be chosen; by its code, as in `countries`.
  package func offers(_ country: String) -> Bool { countries.contains(country) }

  /// The sections of a country, emergency first, each line under every need it serves. Empty for a country that is not
  /// offered.
  package func sections(for country: String) -> [Section] {
    sections(of: lines.filter { $0.country == country })
  }

  /// What to show after a country's own lines: directories alone, since a neighbour's numbers would mislead there.
  /// Without a country, everything international.
  package func elsewhere(from country: String?) -> [Section] {
    country == nil ? international : international.filter { $0.need == .directory }
  }

  /// The first international directory, to look further in; nil where there is none.
  package var firstDirectory: SupportLine? { international.first { $0.need == .directory }?.lines.first }

  /// What serves everywhere or several countries at once: shown where no country is chosen, or theirs is not here.
  package var international: [Section] { sections(of: lines.filter { $0.country == SupportLine.international }) }

  /// The first line for someone in a crisis; nil where the country has none.
  package func firstCrisisLine(in country: String) -> SupportLine? {
    sections(for: country).first { $0.need == .crisis }?.lines.first
  }

  /// Nil where the country is not offered, or has no such number here.
  package func emergencyLine(in country: String) -> SupportLine? {
    sections(for: country).first { $0.need == .emergency }?.lines.first
  }

  private func sections(of lines: [SupportLine]) -> [Section] {
    SupportLine.Need.allCases.compactMap { need in
      let found = lines.filter { $0.needs.contains(need) }
      return found.isEmpty ? nil : Section(need: need, lines: found)
    }
  }
}
