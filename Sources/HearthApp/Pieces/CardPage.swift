import Canvas
import HearthContent
import HearthCore

/// A card as lines: title, how sure the research is, its text, where it leads, where its claims come from. The full
/// screen and `hearth read` show the same.
package struct CardPage {
  /// Not yet wrapped.
  package private(set) var lines: [Line]
  /// The line of the first link.
  let firstLink: Int

  /// - Parameters:
  ///   - marked: which of its links stands out.
  ///   - header: what stands above it; a title that says the same is left out.
  package init(_ card: Card, in library: Library, marked: Int? = nil, below header: String = "", words: Words) {
    lines = card.title == header ? [] : [Line(card.title, .heading)]
    if let evidence = card.evidence {
      var line = Line(words[evidence.name], .strong)
      line.append(". " + words[evidence.meaning], .dim)
      lines.append(line)
    }
    lines += (lines.isEmpty ? [] : [Line()]) + Markdown(card.text, withoutSigns: true).lines
    let links = library.links(of: card)
    firstLink = lines.count + 2
    if !links.isEmpty {
      lines += [Line(), Line(words[.cardLinks], .heading)]
      lines += links.enumerated().map { Self.line($1, isMarked: $0 == marked, library, words) }
    }
    if !card.sources.isEmpty {
      lines += [Line(), Line(words[.cardSources], .heading)] + card.sources.map { Line($0, .dim) }
    }
  }

  private static func line(_ link: CardLink, isMarked: Bool, _ library: Library, _ words: Words) -> Line {
    var line = Line(isMarked ? "▌ " : "  ", .accent)
    line.append(library.titles[link] ?? words[.supportTitle], isMarked ? .link.with(.bold) : .link)
    line.append("  " + words[link.kind], .dim)
    line.hang = 2
    return line
  }

  /// Without styles, each row with a line break after it.
  /// - Parameter saying: how a line is put where it is shown.
  package func text(columns: Int, saying: (String) -> String = { $0 }) -> String {
    let said = lines.map { line in
      var plain = Line(saying(line.text))
      plain.hang = line.hang
      return plain
    }
    return said.wrapped(to: max(1, columns)).map { $0.text + "\n" }.joined()
  }
}

extension CardLink {
  /// What a link leads to.
  fileprivate var kind: Word {
    switch self {
    case .card: .cardKindCard
    case .practice: .cardKindPractice
    case .prompt: .cardKindPrompt
    case .support: .cardKindSupport
    }
  }
}
