extension Migrations {
  /// Which entries answer a question, without looking at all of them.
  static let answersToQuestions = """
    CREATE INDEX entry_prompt ON entry (prompt, day, at) WHERE prompt IS NOT NULL AND trashedAt IS NULL;
    """
}
