import HearthCore

extension Words {
  /// `A conversation`
  package func moment(_ kind: Moment.Kind) -> String {
    switch kind {
    case .hello: self[.momentHello]
    case .question: self[.momentQuestion]
    case .kindness: self[.momentKindness]
    case .coworker: self[.momentCoworker]
    case .neighbour: self[.momentNeighbour]
    case .smile: self[.momentSmile]
    case .till: self[.momentTill]
    case .conversation: self[.momentConversation]
    case .shared: self[.momentShared]
    case .parallel: self[.momentParallel]
    case .online: self[.momentOnline]
    case .community: self[.momentCommunity]
    case .gaveHelp: self[.momentGaveHelp]
    case .askedHelp: self[.momentAskedHelp]
    case .distance: self[.momentDistance]
    case .conflict: self[.momentConflict]
    }
  }
}
