import HearthContent
import HearthCore

extension Card.Topic {
  /// What the shelf is called.
  package var name: Word {
    switch self {
    case .whatItIs: .libraryTopicWhatItIs
    case .howItWorks: .libraryTopicHowItWorks
    case .linkedWith: .libraryTopicLinkedWith
    case .risks: .libraryTopicRisks
    case .building: .libraryTopicBuilding
    case .cycle: .libraryTopicCycle
    case .whereToStart: .libraryTopicWhereToStart
    case .solitude: .libraryTopicSolitude
    case .whenItIsHard: .libraryTopicWhenItIsHard
    case .mistakes: .libraryTopicMistakes
    case .questions: .libraryTopicQuestions
    case .myths: .libraryTopicMyths
    case .research: .libraryTopicResearch
    case .reminders: .libraryTopicReminders
    case .glossary: .libraryTopicGlossary
    case .privacy: .libraryTopicPrivacy
    case .about: .libraryTopicAbout
    }
  }
}

extension Card.Evidence {
  /// What the label says.
  package var name: Word {
    switch self {
    case .robust: .evidenceRobust
    case .likely: .evidenceLikely
    case .uncertain: .evidenceUncertain
    }
  }

  /// What the label means.
  package var meaning: Word {
    switch self {
    case .robust: .evidenceRobustMeans
    case .likely: .evidenceLikelyMeans
    case .uncertain: .evidenceUncertainMeans
    }
  }
}
