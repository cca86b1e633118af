/// A tag, and how much of the journal has it. What lies in the trash does not count.
package struct TagUse: Hashable, Sendable {
  /// Without `#`.
  package let name: String
  /// How many entries.
  package let entries: Int
  /// In how many of them it stands in the text alone, where only a change of the text takes it off.
  package let inTexts: Int

  package init(_ name: String, entries: Int, inTexts: Int = 0) {
    (self.name, self.entries, self.inTexts) = (name, entries, inTexts)
  }
}
