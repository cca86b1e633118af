import Canvas
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

/// Keys as a person has changed them.
@Suite @MainActor struct KeymapStories {
  private func story(_ chosen: [(Word, String)], _ keys: String) -> Story {
    let story = Samples.story()
    var config = Config()
    config.chosenKeys = chosen.map { ChosenKey($0.0, $0.1, line: 2) }
    story.hear(.configured(config, []))
    return story.play(keys)
  }

  @Test(arguments: [(Word.composeSave, "s"), (.housePalette, "p"), (.paletteRun, "Space"), (.composeFind, "F2 f")])
  func `a plain letter is refused for what works only where one types`(label: Word, keys: String) {
    let story = story([(label, keys)], "")
    #expect(story.screen.contains("is text where \(label.path) works"))
    #expect(story.play("nps f<Esc>").journal.entries.first?.text == "ps f")
  }

  @Test func `a letter for what is done in lists and boxes stays text in the boxes`() {
    let story = story([(.listUp, "Up Z"), (.listDown, "Down W")], "2WW")
    #expect(story.markedTitle == "Soup for one")
    story.play("Z")
    #expect(story.markedTitle == "Jon rang")
    story.play("<C-p>ZW")
    #expect(story.screen.contains("│ / ZW "))
    story.play("<Esc><C-p><Down>")
    #expect(story.screen.contains("│ ▌ Change this entry"))
  }

  @Test func `all that is wrong is told at once, in the order of the lines`() {
    let config = Config(chosenKeys: [
      ChosenKey(.journalStar, "d", line: 2), ChosenKey(.houseLeaveNow, "nokey", line: 3),
      ChosenKey(.composeSave, "s", line: 4), ChosenKey(.houseHelp, "C-m", line: 5),
    ])
    do throws(Keymap.Faults) {
      _ = try Keymap(config.keys)
      Issue.record("They were taken.")
    } catch {
      let told = error.problems(in: config)
      #expect(told.map(\.what) == [.keyClash, .oddKey, .typedKey, .unsentKey])
      #expect(told.map(\.line) == [2, 3, 4, 5])
    }
  }

  @Test func `a clash is found in every state of a screen`() {
    // With names offered in the search line, in the line that asks for a file, in the trash.
    for (label, taken) in [(Word.searchKeep, "Tab"), (.askForm, "Enter"), (.journalRestore, "C-e")] {
      #expect(throws: Keymap.Faults.self) { try Keymap([label: taken]) }
    }
  }

  @Test(arguments: [
    Word.settingsOpenPage, .settingsRename, .settingsNameMoods, .settingsSooner, .settingsLessSoon, .todayAskAgain,
    .todayOpenAnswer, .todayTrashAnswer, .supportPin,
  ])
  func `a plain letter serves for what can be done in one state alone`(label: Word) throws {
    _ = try Keymap([label: "Z"])
  }
}
