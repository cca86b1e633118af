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
  func `colours are those the terminal has`(_ depth: Depth, _ background: Background) {
    let count: Int16 =
      switch depth {
      case .mono: 0
      case .eight: 8
      case .sixteen: 16
      case .full: 256
      }
    for role in Role.allCases {
      let look = look(role, depth, background)
      #expect(look.foreground < count && look.background < count && look.foreground >= -1 && look.background >= -1)
    }
    #expect(look(.text, depth, background) == Look(foreground: -1, background: -1, attributes: []))
  }

  @Test(arguments: [Depth.eight, .sixteen])
  func `nothing is drawn in what cannot be read on its ground`(_ depth: Depth) {
    for role in Role.allCases {
      let (dark, light) = (look(role, depth, .dark), look(role, depth, .light))
      if dark.background == -1 { #expect(![0, 4, 8].contains(dark.foreground), "\(role)") }
      if light.background == -1 { #expect(![3, 6, 7, 8, 10, 11, 14, 15].contains(light.foreground), "\(role)") }
      #expect(dark.background == -1 || dark.background != dark.foreground)
      #expect(light.background == -1 || light.background != light.foreground)
    }
  }

  @Test(arguments: Role.allCases)
  func `256 colours can be read on both grounds`(_ role: Role) {
    for (background, ground) in [(Background.dark, 235), (.light, 255)] {
      let look = look(role, .full, background)
      guard look.foreground != -1 else { continue }
      let behind = look.background == -1 ? ground : Int(look.background)
      #expect(contrast(Int(look.foreground), behind) >= (role == .border ? 1.6 : 4.0), "\(background)")
    }
  }

  @Test func `a style adds to its role`() {
    let look = Palette(depth: .full).look(of: .link.with(.bold))
    #expect(look.attributes == [.underline, .bold])
  }

  /// How well one colour of the 256 is told from another: 1 not at all, 21 black on white.
  private func contrast(_ one: Int, _ other: Int) -> Double {
    let (low, high) = (min(luminance(one), luminance(other)), max(luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
  }

  private func luminance(_ colour: Int) -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    let parts =
      colour >= 232
      ? Array(repeating: 8 + 10 * (colour - 232), count: 3)
      : [(colour - 16) / 36, (colour - 16) / 6 % 6, (colour - 16) % 6].map { levels[$0] }
    // A square is near enough to the curve of a screen.
    let light = parts.map { (Double($0) / 255) * (Double($0) / 255) }
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }
}
