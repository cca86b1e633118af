import Canvas
import Foundation
import HearthApp
import HearthContent
import Testing

struct ThemeStories {
  private func look(_ role: Role, _ config: Config, _ depth: Depth = .full, _ background: Background = .dark) -> Look {
    Palette(config, depth: depth, background: background).look(of: Style(role))
  }

  @Test func `without a wish the colours suit the terminal`() {
    #expect(look(.accent, Config()) == Look(foreground: 215))
    #expect(look(.accent, Config(), .full, .light) == Look(foreground: 94))
  }

  @Test func `a theme is kept to, whatever the terminal tells`() {
    #expect(look(.accent, Config(theme: "dark"), .full, .light) == Look(foreground: 215))
    #expect(look(.accent, Config(theme: "mono")) == Look(attributes: .bold))
    #expect(look(.good, Config(theme: "colour-blind"), .full, .light) == Look(foreground: 25))
  }

  @Test func `a theme of one's own changes what it says, and nothing else`() {
    var config = Config(theme: "mine")
    config.ownTheme = OwnTheme.reading("basedOn: light\nfull:\n  accent: 16 on 222 bold", named: "mine.yaml").theme
    #expect(look(.accent, config) == Look(foreground: 16, background: 222, attributes: .bold))
    #expect(look(.person, config) == Look(foreground: 22))
    #expect(look(.accent, config, .eight) == Look(foreground: 1, attributes: .bold))
  }

  @Test func `without a base it changes the theme that suits the terminal`() {
    var config = Config(theme: "mine")
    config.ownTheme = OwnTheme.reading("full:\n  tag: underline", named: "mine.yaml").theme
    #expect(look(.tag, config, .full, .light) == Look(attributes: .underline))
    #expect(look(.accent, config, .full, .light) == Look(foreground: 94))
  }

  /// The house's own files are read when the program is built; what reads a person's would read them in the same way.
  @Test(arguments: Theme.names)
  func `the files of the house say what is compiled in`(name: String) throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Resources/themes/\(name).yaml"), encoding: .utf8)
    let read = OwnTheme.reading("basedOn: mono\n" + text, named: name)
    #expect(read.problems == [])
    for depth in Depth.allCases {
      var config = Config()
      config.ownTheme = read.theme
      let theme = Palette(Config(theme: name), depth: depth, background: .dark)
      #expect(Palette(config, depth: depth, background: .dark) == theme, "\(depth)")
    }
  }
}
