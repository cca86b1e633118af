import Testing

@testable import Canvas

struct PaletteTests {
  private func look(_ role: Role, _ depth: Depth, _ background: Background = .dark) -> Look {
    Palette(depth: depth, background: background).look(of: Style(role))
  }

  @Test(arguments: Background.allCases)
  func `without colours no role uses any`(_ background: Background) {
    for role in Role.allCases {
      let look = look(role, .mono, background)
      #expect(look.foreground == -1 && look.background == -1)
    }
    #expect([Role.selected, .found, .error].allSatisfy { self.look($0, .mono).attributes.contains(.reverse) })
  }

  @Test(arguments: Depth.allCases, Background.allCases)
  func `plain text is the terminal's own`(_ depth: Depth, _ background: Background) {
    #expect(look(.text, depth, background) == Look())
  }

  @Test func `each ground has its own colours`() {
    #expect(look(.accent, .full) == Look(foreground: 215))
    #expect(look(.accent, .full, .light) == Look(foreground: 94))
    #expect(look(.found, .eight) == Look(foreground: 0, background: 3))
    #expect(look(.error, .eight, .light) == Look(foreground: 7, background: 1, attributes: .bold))
  }

  @Test func `a role that is not in the table looks like text`() {
    let palette = Palette([.link: Look(foreground: 4)])
    #expect(palette.look(of: .link) == Look(foreground: 4))
    #expect(palette.look(of: .error) == Look())
  }

  @Test func `a style adds to its role`() {
    let look = Palette(depth: .full).look(of: .link.with(.bold))
    #expect(look.attributes == [.underline, .bold])
  }
}
