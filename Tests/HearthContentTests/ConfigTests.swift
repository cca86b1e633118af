import HearthContent
import Testing

struct ConfigTests {
  @Test(arguments: [
    ("", Config()),
    ("# nothing chosen yet\n", Config()),
    ("country: GB\n", Config(country: "GB")),
    ("country: gb", Config(country: "GB")),
    ("country: null\nmouse: true", Config()),
    ("mouse: off\ntheme: light", Config(theme: .light, mouse: false)),
    ("weekStart: Sunday", Config(weekStart: 7)),
    ("country: NO  # where I live", Config(country: "NO")),
  ])
  func `a config is read`(text: String, config: Config) {
    let read = Config.reading(text, named: "config.yaml")
    #expect(read.config == config)
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: [
    ("colour: red", "config.yaml, line 1: colour is a name Hearth does not know. The rest still counts."),
    (
      "theme: light\nmouse: perhaps",
      "config.yaml, line 2: mouse is not something Hearth can use, so it stays as usual."
    ),
    ("country: Sweden", "config.yaml, line 1: country is not something Hearth can use, so it stays as usual."),
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
    ("- a\n- b", "config.yaml, line 1: there are no settings in it. A line looks like this: mouse: true"),
  ])
  func `what cannot be used is named with its line, gently`(text: String, sentence: String) {
    let read = Config.reading(text, named: "config.yaml")
    #expect(read.problems.map { $0.sentence(Words()) } == [sentence])
    #expect(read.config.mouse)
  }

  @Test func `one odd setting does not take the others with it`() {
    let read = Config.reading("country: SE\nmouse: perhaps\nweekStart: someday\ntheme: light\nnew: x", named: "c")
    #expect(read.config == Config(country: "SE", theme: .light))
    #expect(read.problems.map(\.field) == ["mouse", "weekStart", "new"])
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
