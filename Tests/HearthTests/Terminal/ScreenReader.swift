/// A small terminal, without a window: bytes go in, a picture comes out.
///
/// It understands what ncurses sends to `xterm-256color`, and a little more. What it does not know it notes in
/// ``strangers`` instead of guessing.
struct ScreenReader {
  /// How a cell looks, as far as tests care.
  struct Pen: Hashable {
    var bold = false
    var dim = false
    var italic = false
    var underline = false
    var reverse = false
    /// The number of a palette colour; nil is the terminal's own.
    var foreground: Int?
    var background: Int?
  }

  /// One place on the screen. The right half of a wide character has no text.
  struct Cell: Hashable {
    var text = " "
    var pen = Pen()
  }

  /// The screen as the program has drawn it: rows of cells.
  struct Grid: Equatable {
    var columns: Int
    var cells: [[Cell]]
    var cursor = Place()
    var saved = Place()
    /// The rows that scroll, first and last.
    var scrolls: ClosedRange<Int>
    /// Whether the cursor has filled the last column: the next character goes to the next row.
    var isAtEdge = false

    init(_ size: ScreenSize) {
      columns = size.columns
      cells = Array(repeating: Array(repeating: Cell(), count: size.columns), count: size.rows)
      scrolls = 0...size.rows - 1
    }

    var rows: Int { cells.count }
  }

  /// A place on the screen, from 0, from the top left.
  struct Place: Hashable {
    var row = 0
    var column = 0
  }

  private(set) var size: ScreenSize
  /// The screen that is seen now.
  var grid: Grid
  /// The one behind it: the shell's while the program has its own.
  var hidden: Grid
  /// Whether the program has its own screen, beside the one of the shell.
  var isAlternate = false
  var pen = Pen()
  var isCursorVisible = true
  /// Whether a character pushes the row's rest to the right instead of replacing.
  var isInserting = false
  /// The DEC private modes that are on, without the cursor's and the screen's.
  var modes: Set<Int> = []
  /// What programs named the window.
  var title = ""
  /// The colour told to a program that asks for the background, as `rgb:…`; nil: no answer.
  var background: String? = "rgb:0000/0000/0000"
  /// What the terminal has to say, until someone takes it.
  var replies: [UInt8] = []
  /// Sequences that were not understood.
  var strangers: [String] = []
  /// Rows that have left the top of the main screen.
  var scrollback: [String] = []
  var reading = Reading.text
  /// The last character written, for the sequence that repeats it.
  var last: Unicode.Scalar?
  /// The bytes of a UTF-8 character that is not whole yet.
  var incomplete: [UInt8] = []

  /// Where in a sequence the stream stands.
  enum Reading: Equatable {
    case text
    case escape
    case charset
    case control(String)
    case string(kind: Character, body: String, isEnding: Bool)
  }

  /// An empty screen.
  init(_ size: ScreenSize) {
    self.size = size
    grid = Grid(size)
    hidden = Grid(size)
  }

  /// The rows as text, each without its trailing spaces.
  var lines: [String] { grid.lines }

  /// The picture: all rows, with the empty ones at the bottom left out.
  var text: String {
    lines.reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
  }

  /// The cursor's place.
  var cursor: Place { grid.cursor }

  /// The look of a cell.
  func pen(row: Int, column: Int) -> Pen { grid.cells[row][column].pen }

  /// Takes in what a program has written.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  /// Gives the window another size, as xterm would: what does not fit is cut off.
  mutating func resize(to size: ScreenSize) {
    self.size = size
    grid.resize(to: size)
    hidden.resize(to: size)
  }

  private mutating func feed(_ byte: UInt8) {
    if incomplete.isEmpty, byte < 0x80 { return read(Unicode.Scalar(byte)) }
    incomplete.append(byte)
    if let whole = String(validating: incomplete, as: UTF8.self) {
      incomplete = []
      for scalar in whole.unicodeScalars { read(scalar) }
    } else if incomplete.count >= 4 || byte < 0x80 {
      incomplete = []
      read("\u{FFFD}")
    }
  }
}

/// Columns and rows of a terminal's window.
struct ScreenSize: Hashable, Sendable {
  var columns: Int
  var rows: Int

  /// The size to design for.
  static let standard = ScreenSize(columns: 80, rows: 24)
}
