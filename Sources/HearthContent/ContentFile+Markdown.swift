import HearthCore
import Yams

extension ContentFile {
  var isMarkdown: Bool { name.hasSuffix(".md") }

  /// A Markdown file as one stanza: all of it is the text, and the title is its first heading, or the name of the file.
  func page() -> Result<Stanza, ContentProblem> {
    do throws(Problem) {
      let text = try PlainText.read(Array(text.utf8))
      let fileName = String(name.split(separator: "/").last?.dropLast(".md".count) ?? "")
      let map: Node.Mapping = ["id": Node(fileName), "title": Node(heading(in: text) ?? fileName), "text": Node(text)]
      return .success(Stanza(map, file: name, firstLine: 1))
    } catch {
      return .failure(ContentProblem(file: name, line: nil, what: .unreadable))
    }
  }

  /// One with a gap in it is no name yet.
  private func heading(in text: String) -> String? {
    text.split(whereSeparator: \.isNewline).lazy
      .filter { $0.first == "#" && $0.drop { $0 == "#" }.first == " " && !$0.contains("{{") }
      .map { $0.drop { $0 == "#" || $0 == " " } }
      .first { !$0.isEmpty }
      .map(String.init)
  }
}
