import HearthCore

extension Shelf {
  /// What could not be used of these files, each taken by itself, as if nothing were built in.
  /// - Parameter files: as for a person's own, but of any folder that is known.
  package static func problems(in files: [(name: String, text: String)]) -> [ContentProblem] {
    files.flatMap { name, text in
      let file = ContentFile(name: name, text: text)
      return switch file.kind {
      case .prompts: Row<Prompt>([file], Prompt.reading).problems
      case .lines: Row<SupportLine>([file], SupportLine.readingOwn).problems
      case .templates: Row<Template>([file], Template.readingOwn).problems
      case .cards: Row<Card>([file], Card.reading).problems
      case .practices, .checks: Row<Practice>().adding([file], all: Practice.readingOwn).problems
      case .measures: Row<CheckInField>([file], CheckInField.readingOwn).problems
      case .demo, .passphraseWords, nil: [ContentProblem(file: name, line: nil, what: .unknownFile)]
      }
    }
  }
}
