import GRDB
import HearthCore

/// Cuts text into the words that can be found: by letters and digits, case and accents folded, ł as l and ß as ss; and
/// scripts that are written without spaces into single characters, so that every piece of them is found. A query's words
/// are phrases, so order counts.
final class JournalTokenizer: FTS5WrapperTokenizer {
  static let name = "journal"
  let wrappedTokenizer: any FTS5Tokenizer

  init(db: Database, arguments: [String]) throws {
    wrappedTokenizer = try db.makeTokenizer(.unicode61(diacritics: .remove))
  }

  func accept(
    token: String, flags: FTS5TokenFlags, for tokenization: FTS5Tokenization, tokenCallback: FTS5WrapperTokenCallback
  ) throws {
    for piece in JournalTokenizer.pieces(of: token) { try tokenCallback(piece.spelledOut, flags) }
  }

  /// The token whole, or cut around each character of an unspaced script.
  static func pieces(of token: String) -> [String] {
    // No such script begins before the three bytes of U+0E00.
    guard token.utf8.contains(where: { $0 >= 0xE0 }) else { return [token] }
    var pieces: [String.UnicodeScalarView] = [.init()]
    for scalar in token.unicodeScalars {
      if scalar.isUnspaced {
        pieces += [.init([scalar]), .init()]
      } else {
        pieces[pieces.count - 1].append(scalar)
      }
    }
    return pieces.filter { !$0.isEmpty }.map(String.init)
  }
}
