/// Who has the journal that was to be opened here.
package struct JournalHolder: Hashable, Sendable {
  /// Nil where its number is not known.
  package var process: Int?
  /// It is a command, which will soon have ended: then the journal opens here by itself.
  package var isCommand: Bool
  /// The journal has a passphrase, which is not to be typed where it can be read.
  package var isSealed: Bool

  package init(process: Int?, isCommand: Bool = false, isSealed: Bool = false) {
    (self.process, self.isCommand, self.isSealed) = (process, isCommand, isSealed)
  }
}
