/// The words of a passphrase that nobody has thought up, so that nobody can think of it.
///
/// There are 2,048, and each is drawn for itself: a word is worth 11 bits, six of them 66. They are easy to read, say and
/// type; `scripts/passphrase-words.py` sees to it that no two can be taken for each other.
package enum PassphraseWords {
  /// All of them, in order, in the language that is spoken.
  static var all: [Substring] {
    ContentFile.builtIn(.passphraseWords).flatMap { $0.text.split(separator: "\n") }
  }

  /// Words with a space between them, such as `velvet onion meadow` for three. The same word can come twice: leaving
  /// that out would only make the phrase easier to guess.
  ///
  /// - Parameters:
  ///   - count: how many, from 0.
  ///   - dice: the system's own chance for a phrase that protects something.
  package static func phrase(_ count: Int, using dice: inout some RandomNumberGenerator) -> String {
    let words = all
    return (0..<count).map { _ in words[Int.random(in: words.indices, using: &dice)] }.joined(separator: " ")
  }
}
