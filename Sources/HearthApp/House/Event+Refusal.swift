import HearthCore

extension Event {
  /// What somebody who leaves is told.
  package enum Refusal: Equatable {
    /// Words on a page could not be taken: they are not left alone.
    case ofWords(Problem)
    /// Something that was asked for was not done.
    case ofWork(Problem)
  }

  /// Nil for what one may leave without.
  ///
  /// - Parameter toPages: only pages were asked to be kept: what was refused are words, whatever screen they stand on.
  package func refusal(toPages: Bool) -> Refusal? {
    switch self {
    case .draftRefused(_, let problem), .runRefused(_, let problem), .saveRefused(_, let problem),
      .noteRefused(_, let problem):
      .ofWords(problem)
    case .refused(let problem) where toPages: .ofWords(problem)
    // Without a journal nothing was asked of one.
    case .refused(.journalClosed): nil
    case .refused(let problem), .eraseRefused(let problem), .resealRefused(let problem), .exportRefused(let problem):
      .ofWork(problem)
    default: nil
    }
  }
}
