import Foundation
import HearthCore
import Testing

@Suite struct PreferencesTests {
  private static let ids = (0..<4).map { _ in UUID() }

  private func preferences(_ person: Person, trust: Int, on day: Int = 1, call: String = "Call") -> Preferences {
    var kept = Preferences(
      people: [person],
      touchpoints: [Touchpoint(id: Self.ids[3], title: call, kind: .call, startedOn: Day(number: 1))])
    kept.bonds = BondAnswer(.trust, trust, on: Day(number: day)).map { [KeptBondAnswer($0, about: Self.ids[2])] } ?? []
    return kept
  }

  /// People, bond answers and steady things: how many are new, and how many are there and say something else.
  @Test(arguments: [
    (Person(id: ids[0], name: "Mia"), 3, 1, "Call", [0, 0, 0], [0, 0, 0]),
    (Person(id: ids[1], name: "MIA"), 4, 1, "Walk", [0, 0, 0], [1, 1, 1]),
    (Person(id: ids[0], name: "Jon"), 3, 2, "Call", [0, 1, 0], [1, 0, 0]),
    (Person(id: ids[1], name: "Jon"), 3, 1, "Call", [1, 0, 0], [0, 0, 0]),
  ])
  func `what comes in is known by its id, a person by the name too, an answer by person, question and day`(
    _ person: Person, _ trust: Int, _ day: Int, _ call: String, _ new: [Int], _ unlike: [Int]
  ) {
    let here = preferences(Person(id: Self.ids[0], name: "Mia"), trust: 3)
    let coming = preferences(person, trust: trust, on: day, call: call)
    let found = [coming.beyond(here), coming.unlike(here)].map {
      [$0.people.count, $0.bonds.count, $0.touchpoints.count]
    }
    #expect(found == [new, unlike])
  }
}
