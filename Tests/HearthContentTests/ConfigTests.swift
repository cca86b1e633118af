import HearthContent
import HearthCore
import Testing

struct ConfigTests {
  @Test(arguments: [
    ("", Config()),
    ("# nothing chosen yet\n", Config()),
    ("country: GB\n", Config(country: "GB")),
    ("country: gb", Config(country: "GB")),
    ("country: Elsewhere", Config(country: Config.elsewhere)),
    ("country: null\nmouse: true", Config()),
    ("mouse: off\ntheme: light", Config(theme: "light", mouse: false)),
    ("weekStart: Sunday", Config(weekStart: 7)),
    ("journal: ~/Documents/journal", Config(journal: "~/Documents/journal")),
    ("journal: \"/srv/my journal\"", Config(journal: "/srv/my journal")),
    ("dates: iso\nclock: 12\nnumbers: 1 204", Config(dates: .iso, clock: .hours12, numbers: .blank)),
    ("numbers: 1.204\nclock: \"24\"", Config(numbers: .point)),
    ("country: NO  # where I live", Config(country: "NO")),
  ])
  func `a config is read`(text: String, config: Config) {
    let read = Config.reading(text, named: "config.yaml")
    #expect(read.config == config)
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: [
    (
      "colour: red",
      "config.yaml, line 1: colour is a name Hearth does not know; it knows country, theme, mouse, weekStart, journal, "
        + "dates, clock, numbers or keys. The rest still counts."
    ),
    (
      "theme: light\nmouse: perhaps",
      "config.yaml, line 2: mouse is \"perhaps\", which Hearth cannot use, so it stays as usual. It takes on or off."
    ),
    (
      "country: Sweden",
      "config.yaml, line 1: country is \"Sweden\", which Hearth cannot use, so it stays as usual. "
        + "It takes two letters, such as GB, or elsewhere."
    ),
    (
      "theme: \"light\nmouse: true",
      "config.yaml, line 1: from this line on it could not be read. "
        + "Often it is a missing quote, a tab, or a different indentation."
    ),
    (
      "theme: light\n\tmouse: true",
      "config.yaml, line 2: from this line on it could not be read. "
        + "Often it is a missing quote, a tab, or a different indentation."
    ),
    (
      "country: GB\ncountry: US",
      "config.yaml, line 2: country stands there more than once, so nothing of this could be read. Leave one of them."
    ),
    (
      "journal: notes/here",
      "config.yaml, line 1: journal is \"notes/here\", which Hearth cannot use, so it stays as usual. "
        + "It takes a folder that begins with / or with ~/."
    ),
    (
      "mouse: on\nclock: 13",
      "config.yaml, line 2: clock is \"13\", which Hearth cannot use, so it stays as usual. It takes 24 or 12."
    ),
    (
      "dates: [dmy]",
      "config.yaml, line 1: dates is not something Hearth can use, so it stays as usual. It takes dmy, mdy or iso."
    ),
    (
      "keys: C-n",
      "config.yaml, line 1: keys is \"C-n\", which Hearth cannot use, so it stays as usual. "
        + "Below it stand names of what can be done, each with its keys, such as house.write: n"
    ),
    (
      "keys:\n  house.write: w\n  house.fly: f",
      "config.yaml, line 3: house.fly is a name Hearth does not know. The rest still counts."
    ),
    (
      "keys:\n  house.write:\n    twice: w",
      "config.yaml, line 2: house.write is not something Hearth can use, so it stays as usual."
    ),
    ("- a\n- b", "config.yaml, line 1: there are no settings in it. A line looks like this: mouse: on"),
  ])
  func `what cannot be used is named with its line, gently`(text: String, sentence: String) {
    let read = Config.reading(text, named: "config.yaml")
    #expect(read.problems.map { $0.sentence(Words()) } == [sentence])
    #expect(read.config.mouse)
  }

  @Test func `several mistakes are told at a glance, each with its line`() {
    let read = Config.reading("mouse: perhaps\ncolour: red\nclock: 13\n", named: "/home/a/config.yaml")
    #expect(
      Words().sentence(read.problems)
        == "3 things cannot be used: config.yaml line 1 (mouse), config.yaml line 2 (colour), "
        + "config.yaml line 3 (clock). `hearth keys` tells them in full.")
    let one = Config.reading("mouse: perhaps", named: "/home/a/config.yaml")
    #expect(Words().sentence(one.problems)?.hasPrefix("config.yaml, line 1: mouse is") == true)
    #expect(Words().sentence([ContentProblem]()) == nil)
  }

  @Test func `one odd setting does not take the others with it`() {
    let read = Config.reading("country: SE\nmouse: perhaps\nweekStart: someday\ntheme: light\nnew: x", named: "c")
    #expect(read.config == Config(country: "SE", theme: "light"))
    #expect(read.problems.map(\.field) == ["mouse", "weekStart", "new"])
  }

  @Test(arguments: [
    ("country: SE\nx: \"unclosed", 2), ("country: SE\nkeys:\n  house.write: w\nfoo: [\n\nbar: 1", 4),
    ("country: SE\n\tmouse: off", 2),
    ("country: SE\r\nclock: 24\r\nx: [\r\n", 3), ("country: SE\nmouse: off: on", 2), ("country: \"SE\nmouse: off", 1),
  ])
  func `what stands above a broken line counts`(text: String, line: Int) {
    let read = Config.reading(text, named: "config.yaml")
    #expect(read.config.country == (line > 1 ? "SE" : nil))
    #expect(read.config.mouse)
    #expect(read.problems.map(\.what) == [.unreadable] && read.problems.first?.line == line, "\(read.problems)")
  }

  @Test(arguments: [("dark", "dark"), ("sepia", nil), ("../dark", nil), ("Dark", nil)])
  func `a theme is one of those there are`(name: String, theme: String?) {
    let read = Config.reading("theme: \(name)", named: "config.yaml", themes: ["dark", "light", "my-own"])
    #expect(read.config.theme == theme)
    #expect(read.problems.map(\.field) == (theme == nil ? ["theme"] : []))
  }

  @Test func `keys are wished by what they do`() {
    let text = """
      keys:
        journal.star: "*"
        house.write: [n, C-n]
        house.help: "F1 ?"
        journal.trash: D
      """
    let read = Config.reading(text, named: "config.yaml")
    #expect(read.problems.isEmpty)
    #expect(
      read.config.chosenKeys == [
        ChosenKey(.journalStar, "*", line: 2), ChosenKey(.houseWrite, "n C-n", line: 3),
        ChosenKey(.houseHelp, "F1 ?", line: 4), ChosenKey(.journalTrash, "D", line: 5),
      ])
    #expect(read.config.keys[.houseHelp] == "F1 ?")
  }

  @Test(arguments: [
    (nil, DateLanguage.Order.unset), (Formats.Dates.dmy, .dayFirst), (.mdy, .monthFirst), (.iso, .unset),
  ])
  func `a typed date with two numbers is read as dates are written, once that is said`(
    dates: Formats.Dates?, order: DateLanguage.Order
  ) {
    #expect(Config(dates: dates).typedDates == order)
    #expect(Config(dates: dates).formats.dates == dates ?? .dmy)
  }

  // MARK: Where the journal lies

  @Test(arguments: [
    ("theme: dark", nil),
    ("theme: \"dark\nmouse: on", nil),
    ("# journal: /a\nmouse: \"off", nil),
    ("theme: \"dark\nkeys:\n  journal.star: x", nil),
    ("journal: /srv/journal", "/srv/journal"),
    ("{ theme: dark, journal: ~/j }", "~/j"),
    ("journal: /srv/journal\nmouse: perhaps\nodd: 1", "/srv/journal"),
  ])
  func `the journal's place is found`(text: String, place: String?) throws {
    #expect(try Config.journal(in: text, named: "config.yaml") == place)
  }

  @Test(arguments: [
    ("theme: dark\njournal: here", 2, ContentProblem.What.oddJournal), ("journal: [a]", 1, .oddJournal),
    ("journal:", 1, .oddJournal), ("mouse: on\njournal: ~", 2, .oddJournal),
    // What is wrong elsewhere is told as that.
    ("journal: /srv\ntheme: \"dark", 2, .unreadable), ("journal: /a\njournal: /b", 2, .twice),
    ("journal: /a\nmouse: on\ntheme: dark\nmouse: off", 4, .twice), ("- journal: /a", 1, .notAMap),
  ])
  func `where it is meant and cannot be read, no other journal is opened`(
    text: String, line: Int, what: ContentProblem.What
  ) {
    do throws(ContentProblem) {
      _ = try Config.journal(in: text, named: "config.yaml")
      Issue.record("It was read: \(text)")
    } catch {
      #expect(error.file == "config.yaml" && error.line == line && error.what == what, "\(error)")
    }
  }

  // MARK: Writing the country

  @Test(arguments: [
    ("", "country: GB\n"),
    ("theme: light", "theme: light\ncountry: GB\n"),
    ("theme: light\n", "theme: light\ncountry: GB\n"),
    ("country: SE\ntheme: light\n", "country: GB\ntheme: light\n"),
    ("# mine\n\ncountry: SE   # for now\nmouse: no\n", "# mine\n\ncountry: GB # for now\nmouse: no\n"),
    ("# country: SE\nmouse: no\n", "# country: SE\nmouse: no\ncountry: GB\n"),
    ("theme: light\r\ncountry: SE\r\nmouse: no\r\n", "theme: light\r\ncountry: GB\r\nmouse: no\r\n"),
    ("theme: light\r\n", "theme: light\r\ncountry: GB\r\n"),
    ("'country' : SE\n", "country: GB\n"),
    ("country: nowhere\nodd: 1\n", "country: GB\nodd: 1\n"),
    ("country:\n", "country: GB\n"),
  ])
  func `choosing a country changes that line and nothing else`(before: String, after: String) {
    #expect(Config.setting(country: "GB", in: before) == after)
  }

  @Test(arguments: ["theme: \"light\n", "{ theme: light }\n", "- a\n", "country: |\n  SE\n", "theme: light\n...\n"])
  func `a text that cannot be changed with certainty is left alone`(text: String) {
    #expect(Config.setting(country: "GB", in: text) == nil)
  }
}
