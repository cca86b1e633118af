/// What a practice is called: by a verb, and by a person.
package struct PracticeName: Hashable, Sendable {
  package let id: String
  package let title: String

  package init(id: String, title: String) { (self.id, self.title) = (id, title) }
}
