import Foundation
import GRDB
import HearthCore

extension StepRecord.Subject {
  /// The columns `source` and `before`.
  var answerColumns: StatementArguments {
    switch self {
    case .checkIn(let before): [before.id, try? JSONEncoder().encode(before)]
    case .moment(let before): [before.id, try? JSONEncoder().encode(before)]
    case .run(let id): [id, nil]
    case .people(let id, let before): [id, try? JSONEncoder().encode(before)]
    case .entries, .person, .span, .search, .writing: [nil, nil]
    }
  }

  /// Nil where the step is about none of them.
  init?(answers row: Row) {
    if row["kind"] == Change.Kind.run.rawValue, let run: UUID = row["source"] {
      self = .run(run)
      return
    }
    guard let before: Data = row["before"] else { return nil }
    if row["kind"] == Change.Kind.people.rawValue {
      guard let people = try? JSONDecoder().decode(PeopleBefore.self, from: before) else { return nil }
      self = .people(row["source"], before: people)
      return
    }
    if row["kind"] == Change.Kind.checkIn.rawValue, let checkIn = try? JSONDecoder().decode(CheckIn.self, from: before)
    {
      self = .checkIn(checkIn)
    } else if let moment = try? JSONDecoder().decode(Moment.self, from: before) {
      self = .moment(moment)
    } else {
      return nil
    }
  }
}
