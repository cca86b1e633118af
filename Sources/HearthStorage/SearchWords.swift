/// What a person typed to find something, as a question to the index. Every word is quoted, so that nothing typed is
/// syntax.
struct SearchWords {
  /// Nil where no word stands.
  let match: String?

  init(_ typed: String) {
    let words = typed.split { $0.isWhitespace || $0 == "\0" }
      .map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
    match = words.isEmpty ? nil : words.joined(separator: " ") + "*"
  }
}
