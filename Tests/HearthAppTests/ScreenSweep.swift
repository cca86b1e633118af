import Canvas
import Foundation
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// What holds for every screen there is, and for those to come.
@Suite struct ScreenSweep {
  private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "../../Sources/HearthApp").standardizedFileURL

  @Test func `a file of the folder of screens is a screen in the book, and in this sweep`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.sources.appending(path: "Screens").path)
    let names = files.filter { !$0.contains("+") }.map { $0.replacing(".swift", with: "") }
    #expect(KeyBook.screens.map { "\($0)" }.sorted() == names.sorted())
    #expect(Set(EveryScreen.all.map { "\(type(of: $0))" }) == Set(names))
  }

  @Test func `what is bound anywhere has its row in the book`() throws {
    let book = Set((KeyBook.tables.map(\.rows) + [HouseCommand.all.rows]).flatMap(\.all).map { "\($0.label)" })
    let binding = #/Binding\((?:"[^"]*"|\w+), [\w.]+(?:\([^()]*\))?, \.(\w+)/#
    var bound: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path) where file.hasSuffix(".swift") {
      let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
      bound.formUnion(text.matches(of: binding).map { String($0.1) })
    }
    #expect(bound.count > 250)
    #expect(bound.subtracting(book).isEmpty, "\(bound.subtracting(book).sorted())")
  }

  @Test func `the keys of every state are among those its screen lists`() {
    for screen in EveryScreen.all { #expect(screen.listsItsKeys, "\(type(of: screen))") }
  }

  @Test func `no key means two things on a screen, and none is missing a label`() {
    let words = Words()
    for table in KeyBook.tables {
      let keys = table.rows.all.flatMap(\.keys)
      #expect(keys.count == Set(keys).count, "\(words[table.name])")
      for row in table.rows.all {
        #expect(!row.keys.isEmpty, "\(words[table.name]): \(words[row.label])")
        #expect(!words[row.label].isEmpty)
      }
    }
  }

  @Test func `what can be done on a screen goes by a name of its own`() {
    for table in KeyBook.tables {
      let labels = table.rows.all.map(\.label)
      #expect(labels.count == Set(labels).count, "\(table.name)")
    }
  }

  @Test func `the keys of the house mean one thing and no screen takes those that always work`() {
    let always = HouseCommand.always.all.flatMap(\.keys)
    let house = HouseCommand.all.all.flatMap(\.keys)
    #expect(house.count == Set(house).count)
    for table in KeyBook.tables {
      #expect(Set(table.rows.all.flatMap(\.keys)).isDisjoint(with: always), "\(table.name)")
    }
  }

  @Test func `where one types no plain letter is a key, and where digits answer none is either`() {
    for table in KeyBook.tables {
      let typed = table.rows.all.flatMap(\.keys).filter(table.takes.types)
      #expect(typed.isEmpty, "\(table.name)")
    }
  }

  @Test(arguments: [
    (80, 24), (120, 40), (40, 12), (20, 5), (19, 4), (12, 3), (10, 3), (5, 2), (3, 2), (1, 1), (0, 0), (300, 90),
  ])
  func `every screen draws at every size`(columns: Int, rows: Int) {
    let context = Context(
      now: Instant(seconds: 1_772_568_240), zone: .utc, size: Size(columns: columns, rows: rows)
    ) { UUID() }
    for screen in EveryScreen.all {
      var frame = Frame(size: context.size)
      let chrome = Chrome(screen, in: context)
      chrome.draw(on: &frame)
      screen.draw(on: &frame, in: chrome.body, context)
      chrome.say(Notice("A notice that is rather long, so that it has to be told in more than one row"), on: &frame)
      var margin = Margin(around: chrome.body.size)
      screen.draw(on: &margin.frame, in: margin.part, context)
      #expect(margin.isIntact, "\(type(of: screen)) draws outside of its part:\n\(margin.frame.text())")
    }
  }

  @Test(arguments: [Size(columns: 1, rows: 1), Size(columns: 5, rows: 2), Size(columns: 9, rows: 3)])
  func `what is asked in a box stays in its part at any size`(_ size: Size) {
    var margin = Margin(around: size)
    Modal(title: "Leave it?", lines: [Line("The page is kept as a draft.")], choices: ["Stay", "Leave"])
      .draw(on: &margin.frame, in: margin.part)
    #expect(margin.isIntact)
  }

  @Test func `the way out stands in the top line of every screen that is wide enough to hold it`() {
    for columns in [40, 80, 120] {
      let context = Context(now: Instant(seconds: 0), zone: .utc, size: Size(columns: columns, rows: 24)) { UUID() }
      for screen in EveryScreen.all where !screen.floats {
        var frame = Frame(size: context.size)
        Chrome(screen, in: context).draw(on: &frame)
        #expect(frame.text().prefix(columns + 1).contains("^Q"), "\(type(of: screen)) at \(columns)")
        if columns >= 80 { #expect(frame.text().prefix(columns + 1).contains("^G")) }
      }
    }
  }
}

extension Screen {
  /// Whether the keys of its present state, and what typing goes to, are among those its type lists.
  var listsItsKeys: Bool {
    let rows = keyRows().all
    if rows.isEmpty { return true }
    return tablesOfScreens[ObjectIdentifier(Self.self)]?.contains {
      $0.rows.all == rows && $0.takes == takes && $0.name == name
    } ?? false
  }
}

/// Made once: every step of every story asks.
private let tablesOfScreens = Dictionary(
  uniqueKeysWithValues: KeyBook.screens.map { (ObjectIdentifier($0), $0.tables) })
