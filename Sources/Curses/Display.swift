import CNcurses
package import Canvas
import Glibc

/// The terminal's screen: shows frames, and gives the screen back as it was found.
///
/// ncurses works out the difference between two frames and knows the terminal; everything it says goes out in one
/// `write` a frame. There is one display in a process. Make the ``EventLoop`` first.
@MainActor
package final class Display {
  /// How large the screen is. A frame of another size is cut, or leaves the rest as it was.
  package private(set) var size: Size

  /// How many colours the terminal has, after `TERM` and `NO_COLOR`.
  package let depth: Depth

  /// Whether clicks and the wheel come in as input. The terminal's own way to select text then needs Shift.
  package var listensToMouse: Bool {
    didSet {
      if stage == .painted, outlet.speaksModes { outlet.follow(listensToMouse ? Modes.mouseOn : Modes.mouseOff) }
    }
  }

  private let outlet: Outlet
  private let modes: TerminalModes
  private var farewell: Farewell
  private var painter = Painter()
  private var shown: Frame?
  /// How many letters before the cursor of `shown` the terminal has and ncurses knows nothing of.
  private var echoed = 0
  /// False where a letter by itself is not what ncurses would have sent.
  private var echoes = true
  private var isCursorShown = true
  private var stage = Stage.away

  private enum Stage {
    /// The terminal is the person's.
    case away
    /// The keyboard is ours; the screen still shows what it showed.
    case ready
    /// A frame has been shown.
    case painted
  }

  /// Takes the screen.
  ///
  /// The first ``show(_:palette:)`` paints it, and asks the terminal for its background colour. Nobody waits for the
  /// answer: it comes as ``Canvas/Input/background(_:)``, like a key, from the terminals that give one.
  package init(listensToMouse: Bool = false) throws(DisplayProblem) {
    guard let modes = TerminalModes() else { throw .notATerminal }
    let names = try TerminalName(getenv("TERM").map { String(cString: $0) })
    // Without a file in memory there is nothing that ncurses could take for a terminal.
    guard let outlet = Outlet() else { throw .notATerminal }
    let isAnsi = try Self.open(names, on: outlet)
    depth = Self.startColors()
    (self.modes, self.outlet, self.listensToMouse) = (modes, outlet, listensToMouse)
    outlet.speaksModes = isAnsi
    (size, farewell) = Self.fit(isAnsi: isAnsi)
    enter()
    guard isAnsi, names.answersQuestions else { return }
    outlet.follow(Question.text)
    Question.wasAsked()
  }

  /// Makes the screen look like `frame`, writing no more than what has changed.
  package func show(_ frame: Frame, palette: Palette) {
    guard stage != .away else { return }
    if echoed > 0 { tellOfEcho() }
    if painter.take(palette) { shown = nil }
    painter.paint(frame, over: shown)
    placeCursor(of: frame)
    wrefresh(nc_stdscr())
    shown = outlet.flush() ? frame : nil
    // A frame that did not go out whole leaves an unknown picture: the next one starts afresh.
    if shown == nil { clearok(nc_curscr(), true) }
    guard stage == .ready else { return }
    stage = .painted
    CrashGuard.prepare(farewell: farewell.whole)
  }

  /// Whether a letter may come that is shown before it is taken.
  package var awaitsLetter: Bool { echoes && shown?.echo != nil }

  /// Shows a letter at the cursor before it is taken, where the frame that is shown allows it.
  ///
  /// - Returns: The uptime at which it is to be taken at the latest; nil where that has to come first.
  package func echo(_ letter: UInt8, at uptime: Milliseconds) -> Milliseconds? {
    guard echoes, stage == .painted, let echo = shown?.echo, uptime < echo.until, LocalEcho.shows(letter),
      painter.isPlain(.text), outlet.send(letter)
    else { return nil }
    shown?.show(letter)
    echoed += 1
    return echo.until
  }

  /// Paints everything again with the next frame: for Ctrl-L, when something else has written on the screen.
  package func redraw() {
    guard stage == .painted else { return }
    // ncurses clears before it paints, and what is cleared may stay in a scrollback.
    outlet.lead(farewell.scrub)
    outlet.follow(modesOn)
    forgetPicture()
  }

  /// Looks how large the window is now. To be followed by a frame of that size.
  @discardableResult
  package func resize() -> Size {
    let window = TerminalModes.windowSize()
    guard window != (size.columns, size.rows) else { return size }
    (size, farewell) = Self.fit(isAnsi: outlet.speaksModes)
    werase(nc_stdscr())
    if stage == .painted { CrashGuard.prepare(farewell: farewell.whole) }
    redraw()
    return size
  }

  /// Makes the screen blank at once, and keeps it: for a lock. The buffers between frame and terminal are overwritten; the
  /// frame itself is let go of, as any text is.
  package func scrub() {
    guard stage == .painted else { return }
    outlet.lead(farewell.scrub)
    blank()
  }

  /// Wipes the screen and gives the terminal back as it was found. Nothing of the journal stays in any scrollback.
  ///
  /// Messages written to standard error meanwhile come out now. Again does nothing; ``resume()`` takes the screen back.
  package func scrubAndLeave() {
    switch stage {
    case .away: return
    case .ready:
      // The terminal has heard nothing of us yet, and need not.
      endwin()
      outlet.discard()
    case .painted: giveBack()
    }
    stage = .away
    CrashGuard.screenIsDown()
  }

  /// Steps into the background, as Ctrl-Z does elsewhere; comes back when the shell says `fg`.
  ///
  /// Where no shell minds the terminal the kernel stops nobody: then the screen is back at once.
  package func suspend() {
    scrubAndLeave()
    SignalPipe.release()
    kill(0, SIGTSTP)
    SignalPipe.retake()
    // Told to end while in the background: the terminal is the shell's, and stays so.
    guard TerminalModes.isForeground || !SignalPipe.isEnding else { return }
    resume()
  }

  /// Takes the screen again after ``scrubAndLeave()``, or after the program was stopped from outside.
  package func resume() {
    if stage == .away { enter() } else { modes.enter() }
    redraw()
    resize()
  }
}

// MARK: Opening

extension Display {
  /// - Returns: Whether the terminal understands control sequences as ECMA-48 has them.
  private static func open(_ names: TerminalName, on outlet: Outlet) throws(DisplayProblem) -> Bool {
    useUtf8()
    SignalPipe.listen()
    guard withWindowSize({ names.candidates.contains { nc_newterm($0, outlet.file) != nil } }) else {
      throw .unusableTerminal(names.candidates[0])
    }
    guard nc_cursor_address(0, 0) != nil else {
      endwin()
      throw .unusableTerminal(names.candidates[0])
    }
    noecho()
    nonl()
    typeahead(-1)  // or a frame stops half-way when a key is waiting
    for setting in [keypad, intrflush, leaveok, idlok, scrollok] { _ = setting(nc_stdscr(), false) }
    return Farewell.capability("cup").starts(with: [0x1B, 0x5B])
  }

  /// Tells ncurses the window's size while it starts. It writes to a file and cannot ask the window; left to the terminal's
  /// description it would set scroll margins for 24 rows, and leave them to the shell.
  private static func withWindowSize(_ start: () -> Bool) -> Bool {
    let window = TerminalModes.windowSize()
    let sizes = [("LINES", window.rows), ("COLUMNS", window.columns)]
    let before = sizes.map { getenv($0.0).map { String(cString: $0) } }
    for (name, size) in sizes { setenv(name, String(size), 1) }
    defer {
      for ((name, _), old) in zip(sizes, before) {
        if let old { setenv(name, old, 1) } else { unsetenv(name) }
      }
      use_env(false)
    }
    use_env(true)
    return start()
  }

  /// Characters only: with the whole locale, C code would write decimal commas.
  private static func useUtf8() {
    setlocale(LC_CTYPE, "")
    if nc_is_utf8() == 0 { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private static func startColors() -> Depth {
    let noColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    guard !noColor, has_colors(), start_color() == OK else { return .mono }
    use_default_colors()
    return switch nc_colors() {
    case 256...: .full
    case 16...: .sixteen
    default: .eight
    }
  }

  private static func fit(isAnsi: Bool) -> (Size, Farewell) {
    let window = TerminalModes.windowSize()
    resizeterm(Int32(window.rows), Int32(window.columns))
    let farewell = Farewell(
      columns: window.columns, rows: window.rows, modesOff: isAnsi ? Modes.release + Modes.allOff : [])
    return (Size(columns: window.columns, rows: window.rows), farewell)
  }

  private func enter() {
    modes.enter()
    CrashGuard.prepare(farewell: [])
    CrashGuard.screenIsUp(terminal: outlet.terminal.number, modes: modes.found)
    stage = .ready
    outlet.follow(modesOn)
    forgetPicture()
  }

  private var modesOn: [UInt8] {
    guard outlet.speaksModes else { return [] }
    return Modes.pasteOn + (listensToMouse ? Modes.mouseOn : [])
  }
}

/// Sequences for what terminfo has no words for.
private enum Modes {
  static let pasteOn = Array("\u{1B}[?2004h".utf8)
  /// Presses and releases, movement while a button is held, and coordinates without a limit.
  static let mouseOn = Array("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h".utf8)
  static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8)
  /// Also the scroll margins: no screen of ours needs them, and a shell does not expect them.
  static let allOff = Array("\u{1B}[r\u{1B}[?2004l".utf8) + mouseOff
  /// A frame that is cut off in the middle leaves the terminal holding it back.
  static let release = Array("\u{1B}[?2026l".utf8)
}

// MARK: Painting

extension Display {
  /// The cursor goes where the frame has it, also when it is hidden: that is where a screen reader reads.
  private func placeCursor(of frame: Frame) {
    let place = frame.cursor ?? Point(column: 0, row: 0)
    wmove(nc_stdscr(), Int32(clamping: place.row), Int32(clamping: place.column))
    guard frame.cursorVisible != isCursorShown else { return }
    isCursorShown = frame.cursorVisible
    curs_set(isCursorShown ? 1 : 0)
  }

  /// Lets ncurses draw the letters that are there already, and keeps that from the terminal.
  private func tellOfEcho() {
    guard let shown, let cursor = shown.cursor else { return }
    let columns = cursor.column - echoed..<cursor.column
    painter.paint(columns, inRow: cursor.row, of: shown)
    placeCursor(of: shown)
    wrefresh(nc_stdscr())
    let letters = shown.row(cursor.row).dropFirst(columns.lowerBound).prefix(echoed).map { UInt8($0.glyph) }
    echoed = 0
    guard outlet.takeBack() != letters else { return }
    echoes = false
    forgetPicture()
  }

  private func forgetPicture() {
    (shown, echoed) = (nil, 0)
    clearok(nc_curscr(), true)
  }

  private func giveBack() {
    outlet.lead(outlet.speaksModes ? Modes.allOff + farewell.scrub : farewell.scrub)
    curs_set(1)
    isCursorShown = true
    blank()
    endwin()
    _ = outlet.flush()
    outlet.forget()
    // From here on a crash finds the person's own screen.
    CrashGuard.prepare(farewell: [])
    Question.awaitAnswer()
  }

  /// Lets ncurses clear the screen, and forgets what was on it.
  private func blank() {
    werase(nc_stdscr())
    forgetPicture()
    wrefresh(nc_stdscr())
    _ = outlet.flush()
    outlet.forget()
    painter.forget()
  }
}
