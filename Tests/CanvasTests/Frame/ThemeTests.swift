import Testing

@testable import Canvas

struct ThemeTests {
  static let cases = Theme.names.flatMap { name in Depth.allCases.map { (name, $0) } }
  static let contrasting = ["high-contrast", "high-contrast-light"]
  static let colourBlind = ["colour-blind", "colour-blind-light"]

  private func looks(_ name: String, _ depth: Depth) throws -> [Role: Look] {
    let palette = try #require(Theme(named: name))[depth]
    return Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, palette[$0]) })
  }

  @Test(arguments: cases)
  func `a theme has a look for every role, in colours the terminal has`(_ name: String, _ depth: Depth) throws {
    let looks = try looks(name, depth)
    let count: Int16 = [.mono: 0, .eight: 8, .sixteen: 16, .full: 256][depth] ?? 0
    for role in Role.allCases {
      let look = try #require(looks[role], "\(role)")
      #expect((-1..<count).contains(look.foreground) && (-1..<count).contains(look.background), "\(role)")
    }
  }

  @Test(arguments: cases)
  func `what has to be told apart differs`(_ name: String, _ depth: Depth) throws {
    let looks = try looks(name, depth)
    let pairs: [(Role, Role)] = [
      (.found, .text), (.selected, .text), (.found, .selected), (.error, .text), (.error, .notice), (.link, .text),
      (.tag, .text),
      (.person, .text), (.strong, .dim), (.heading, .dim), (.accent, .dim), (.key, .bar), (.question, .dim),
    ]
    for (one, other) in pairs { #expect(looks[one] != looks[other], "\(one) and \(other)") }
    let stand = [Role.found, .selected].compactMap { looks[$0] }
    #expect(stand.allSatisfy { $0.background != -1 || $0.attributes.contains(.reverse) })
  }

  @Test(arguments: Theme.names.filter { $0 != "mono" }, [Depth.eight, .sixteen, .full])
  func `with colours, a high mood and a low one differ`(_ name: String, _ depth: Depth) throws {
    let looks = try looks(name, depth)
    #expect(Set([looks[.good], looks[.middling], looks[.low]]).count > 1)
    #expect(looks[.good] != looks[.low])
  }

  // MARK: What can be read

  @Test(arguments: Theme.names, [Depth.eight, .sixteen])
  func `nothing is drawn in what cannot be read on its ground`(_ name: String, _ depth: Depth) throws {
    let unreadable: Set<Int16> = isForLight(name) ? [3, 6, 7, 8, 10, 11, 14, 15] : [0, 4, 8]
    for (role, look) in try looks(name, depth) {
      if look.background == -1 {
        #expect(!unreadable.contains(look.foreground), "\(role)")
      } else {
        #expect(look.background != look.foreground, "\(role)")
      }
    }
  }

  @Test(arguments: Theme.names)
  func `256 colours stand out from their ground`(_ name: String) throws {
    let ground = isForLight(name) ? 255 : 235
    let isContrasting = Self.contrasting.contains(name)
    for (role, look) in try looks(name, .full) where look.foreground != -1 {
      let behind = look.background == -1 ? ground : Int(look.background)
      // Squares and bars need less than letters.
      let least = isContrasting ? 7 : role == .border ? 1.6 : Role.steps.contains(role) ? 3 : 4
      #expect(contrast(Int(look.foreground), behind) >= least, "\(role)")
    }
  }

  @Test(arguments: contrasting, Depth.allCases)
  func `with high contrast nothing is faint`(_ name: String, _ depth: Depth) throws {
    for (role, look) in try looks(name, depth) { #expect(!look.attributes.contains(.dim), "\(role)") }
  }

  @Test(arguments: colourBlind)
  func `high and low are blue and orange, and nothing is told by red or green`(_ name: String) throws {
    let full = try looks(name, .full)
    let (good, low) = (try #require(full[.good]), try #require(full[.low]))
    #expect(parts(Int(good.foreground))[2] - parts(Int(low.foreground))[2] >= 100, "they differ in blue")
    for (role, look) in full where look.foreground != -1 {
      let colour = parts(Int(look.foreground))
      #expect(colour[0] - max(colour[1], colour[2]) < 90, "\(role) is red")
      #expect(colour[1] - max(colour[0], colour[2]) < 40, "\(role) is green")
    }
    for (role, look) in try Array(looks(name, .sixteen)) + Array(looks(name, .eight)) {
      #expect(![1, 2, 9, 10].contains(look.foreground) && ![1, 2, 9, 10].contains(look.background), "\(role)")
    }
  }

  // MARK: Which one

  @Test func `on a light ground the twin for light stands in`() {
    #expect(Theme(named: "colour-blind", on: .dark) == Theme(named: "colour-blind"))
    #expect(Theme(named: "colour-blind", on: .light) == Theme(named: "colour-blind-light"))
    #expect(Theme(named: "dark", on: .light) == Theme(named: "dark"))
    #expect(Theme(named: "sepia", on: .light) == nil)
    #expect(Background.allCases.map(Theme.suiting) == [Theme(named: "dark"), Theme(named: "light")])
  }

  // MARK: Colours

  private func isForLight(_ name: String) -> Bool { name.hasSuffix("light") }

  /// How well one colour of the 256 is told from another: 1 not at all, 21 black on white.
  private func contrast(_ one: Int, _ other: Int) -> Double {
    let (low, high) = (min(luminance(one), luminance(other)), max(luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
  }

  private func luminance(_ colour: Int) -> Double {
    // A square is near enough to the curve of a screen.
    let light = parts(colour).map { (Double($0) / 255) * (Double($0) / 255) }
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }

  /// Red, green and blue, 0 to 255.
  private func parts(_ colour: Int) -> [Int] {
    let levels = [0, 95, 135, 175, 215, 255]
    return colour >= 232
      ? Array(repeating: 8 + 10 * (colour - 232), count: 3)
      : [(colour - 16) / 36, (colour - 16) / 6 % 6, (colour - 16) % 6].map { levels[$0] }
  }
}
