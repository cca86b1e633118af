/// A page that is begun already: text with gaps such as `{{date}}`, filled in when it is opened. Nothing in it is ever executed.
package struct Template: Hashable, Sendable {
  package let id: String
  package let title: String
  /// As it stands in the file.
  package let text: String
  /// From the person's own folder.
  package let isOwn: Bool

  package init(id: String, title: String, text: String, isOwn: Bool = false) {
    self.id = id
    self.title = title
    self.text = text
    self.isOwn = isOwn
  }
}
