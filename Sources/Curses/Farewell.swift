import CNcurses

/// Byte sequences that depend on the terminal and the size of its screen, made beforehand.
struct Farewell {
  /// Writes spaces over every cell and leaves the cursor wherever it falls.
  ///
  /// Erasing is not enough: GNU screen keeps erased lines in its scrollback, and some terminals do the same when the
  /// whole screen is cleared.
  let scrub: [UInt8]

  /// Everything from the middle of a picture back to the person's shell, for a program that is dying.
  let whole: [UInt8]

  /// - Parameters:
  ///   - modesOff: The sequences that switch off what the display switched on.
  @MainActor
  init(columns: Int, rows: Int, modesOff: [UInt8]) {
    scrub = Self.scrub(columns: columns, rows: rows)
    let modes = modesOff + Self.capability("rmir") + scrub
    whole = modes + Self.capability("clear") + Self.capability("cnorm") + Self.capability("rmcup")
  }

  /// The bytes of a terminfo string without its padding marks; empty where the terminal has none.
  @MainActor
  static func capability(_ name: String) -> [UInt8] {
    guard let found = nc_tigetstr(name) else { return [] }
    return withoutPadding(String(cString: found))
  }

  /// Removes padding delays (`$<5/>`), which only hardware terminals needed.
  static func withoutPadding(_ capability: String) -> [UInt8] {
    // Of most terminals there are none, and this is asked for each row of the screen.
    guard capability.utf8.contains(UInt8(ascii: "$")) else { return Array(capability.utf8) }
    var bytes: [UInt8] = []
    var rest = Substring(capability)
    while let mark = rest.firstRange(of: "$<"), let end = rest[mark.upperBound...].firstIndex(of: ">") {
      bytes += rest[..<mark.lowerBound].utf8
      rest = rest[rest.index(after: end)...]
    }
    return bytes + rest.utf8
  }

  @MainActor
  private static func scrub(columns: Int, rows: Int) -> [UInt8] {
    // Skips the last cell if writing it would scroll the screen.
    let isCornerSafe = nc_tigetflag("xenl") != 0 || nc_tigetflag("am") == 0
    var bytes = capability("sgr0") + capability("op")
    for row in 0..<rows {
      guard let address = nc_cursor_address(Int32(row), 0) else { continue }
      bytes += withoutPadding(String(cString: address))
      bytes += [UInt8](repeating: 0x20, count: row < rows - 1 || isCornerSafe ? columns : columns - 1)
    }
    return bytes
  }
}
