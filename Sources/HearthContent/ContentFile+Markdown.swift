import HearthCore
import Yams

extension ContentFile {
  var isMarkdown: Bool { name.hasSuffix(".md") }

  /// A Markdown file as one stanza: all of it is the text, and the title is its first heading, or the name of the file.
  func page() -> Result<Stanza, ContentProblem> {
    let fileName = String(name.split(separator: "/").last?.dropLast(".md".count) ?? "")
    let map: Node.Mapping = ["id": Node(fileName), "title": Node(heading(in: text) ?? fileName), "text": Node(text)]
    return .success(Stanza(map, file: name, firstLine: 1))
  }

  /// Without its gaps; one of nothing else is no name yet.
  private func heading(in text: String) -> String? {
    text.split(whereSeparator: \.isNewline).lazy
      .filter { $0.first == "#" && $0.drop { $0 == "#" }.first == " " }
      .map { withoutGaps($0.drop { $0 == "#" || $0 == " " }) }
      .first { !$0.isEmpty }
  }

  /// What joined a gap to the rest goes with it: `{{date}}: a dream` is called `a dream`.
  private func withoutGaps(_ heading: Substring) -> String {
    guard heading.contains("{{") else { return String(heading) }
    let pieces = heading.split(separator: "{{", omittingEmptySubsequences: false)
    let behind = pieces.dropFirst().flatMap {
      $0.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
    }
    let words = (pieces.prefix(1) + behind).joined(separator: " ").split(separator: " ").joined(separator: " ")
    let isJoint = { (character: Character) in " :,;-–—|·/".contains(character) }
    return String(words.drop(while: isJoint).reversed().drop(while: isJoint).reversed())
  }
}

// MARK: Cards

extension ContentFile {
  /// A Markdown file as one stanza: what stands between the two lines `---` at its top are the fields, the rest is the
  /// text.
  func card() -> Result<Stanza, ContentProblem> {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      return .failure(ContentProblem(file: name, line: 1, what: .notAMap))
    }
    do throws(ContentProblem) {
      let fields = lines[1..<end].joined(separator: "\n")
      guard var map = try node(of: fields, firstLine: 2)?.mapping else {
        throw ContentProblem(file: name, line: 1, what: .notAMap)
      }
      let text = lines[(end + 1)...].joined(separator: "\n").trimmed
      if !text.isEmpty { map["text"] = Node(text) }
      return .success(Stanza(map, file: name, firstLine: 2))
    } catch {
      return .failure(error)
    }
  }
}
