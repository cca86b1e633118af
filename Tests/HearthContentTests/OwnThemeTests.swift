import HearthContent
import Testing

struct OwnThemeTests {
  private func read(_ text: String) -> (theme: OwnTheme, problems: [String]) {
    let read = OwnTheme.reading(
      text, named: "themes/mine.yaml", roles: ["text", "found", "link"], themes: ["dark", "light"])
    return (read.theme, read.problems.map { $0.sentence(Words()) })
  }

  @Test func `a few roles are changed, and the rest is that of another theme`() {
    let (theme, problems) = read(
      """
      # Mine.
      basedOn: light
      full:
        link: "#0072b2 underline"
        found: black on 222
      mono:
        link: bold
      """)
    #expect(problems == [])
    #expect(theme.basedOn == "light")
    #expect(theme.looks.keys.map(\.rawValue).sorted() == ["full", "mono"])
    #expect(theme.looks[.full]?["link"] == Ink("25 underline", colours: 256))
    #expect(theme.looks[.full]?["found"] == Ink("0 on 222", colours: 256))
    #expect(theme.looks[.full]?["text"] == nil)
  }

  @Test(arguments: [
    ("", []),
    ("full:\n", []),
    ("basedOn: sepia", ["line 1: basedOn is \"sepia\", which Hearth cannot use, so it stays as usual."]),
    ("link: 4", ["line 1: link is a name Hearth does not know. The rest still counts."]),
    ("full: 4", ["line 1: full is \"4\", which Hearth cannot use, so it stays as usual."]),
    (
      "full:\n  link: 25\n  lnk: 25\n  text: mauve",
      [
        "line 3: lnk is a name Hearth does not know. The rest still counts.",
        "line 4: text is \"mauve\", which Hearth cannot use, so it stays as usual.",
      ]
    ),
    (
      "sixteen:\n  text: 16\neight:\n  link: #ffffff\n  text: \"#ffffff\"\n  found: [1, 2]",
      [
        "line 2: text is \"16\", which Hearth cannot use, so it stays as usual.",
        "line 4: link is not something Hearth can use, so it stays as usual.",
        "line 5: text is \"#ffffff\", which Hearth cannot use, so it stays as usual.",
        "line 6: found is not something Hearth can use, so it stays as usual.",
      ]
    ),
    ("- text", ["line 1: there are no settings in it. A line looks like this: mouse: on"]),
  ])
  func `what cannot be used is named with its line`(text: String, problems: [String]) {
    #expect(read(text).problems == problems.map { "themes/mine.yaml, " + $0 })
  }

  @Test func `a mistake leaves the other roles as they were wished`() {
    let theme = read("basedOn: dark\nfull:\n  text: mauve\n  link: 25\nlink: 3").theme
    #expect(theme.basedOn == "dark")
    #expect(theme.looks == [.full: ["link": Ink("25", colours: 256)].compactMapValues(\.self)])
  }

  // MARK: A look

  @Test(arguments: [
    ("none", -1, -1, ""), ("214", 214, -1, ""), ("bold", -1, -1, "bold"), ("yellow Bold", 3, -1, "bold"),
    ("bright-black", 8, -1, ""), ("black on bright-yellow", 0, 11, ""),
    ("bold underline 7 on none", 7, -1, "bold underline"),
    ("16 on 222 italic reverse dim", 16, 222, "dim italic reverse"),
    ("#000000", 16, -1, ""), ("#FFFFFF on #87afd7", 231, 110, ""), ("#e69f00", 178, -1, ""), ("#777777", 243, -1, ""),
  ])
  func `a look is a colour, a ground and attributes`(text: String, ink: Int, ground: Int, attributes: String) throws {
    let look = try #require(Ink(text, colours: 256))
    #expect([look.foreground, look.background] == [ink, ground])
    #expect(look.attributes.map(\.rawValue).sorted().joined(separator: " ") == attributes)
  }

  @Test(arguments: [
    "", " ", "256", "-1", "on", "black on", "black on mauve", "blink", "#fff", "#00000g", "+5", "#+12345",
  ])
  func `what is no look is none`(text: String) {
    #expect(Ink(text, colours: 256) == nil)
  }

  @Test(arguments: [(0, "1"), (8, "8"), (8, "bright-red"), (16, "16"), (16, "#ffffff"), (0, "bold on 0")])
  func `a colour the terminal does not have is none`(colours: Int, text: String) {
    #expect(Ink(text, colours: colours) == nil)
    #expect(Ink("bold", colours: colours) != nil)
  }
}
