import Foundation
import Testing

@testable import HearthContent

struct LanguageTests {
  @Test(arguments: [
    (["LANG": "sv_SE.UTF-8"], ["sv-SE", "sv"]),
    (["LANG": "sv_SE", "LC_MESSAGES": "de", "LC_ALL": ""], ["de"]),
    (["LANG": "sv_SE", "LC_ALL": "pt_BR.UTF-8@euro"], ["pt-BR", "pt"]),
    (["LC_ALL": "C.UTF-8"], ["C"]),
    ([:], [""]),
  ])
  func `the environment says which language is meant`(environment: [String: String], wanted: [String]) {
    #expect(Language.wanted { environment[$0] } == wanted)
  }

  @Test(arguments: [["LANG": "xx_XX.UTF-8"], ["LC_ALL": "C"], [:]])
  func `English stands in for a language that is not here`(environment: [String: String]) {
    Language.choose { environment[$0] }
    #expect(Language.current == "en")
    #expect(Words()[.roomToday] == "Today")
  }

  @Test func `a file that a language has stands for the English one of the same name`() {
    let names = ["en/lines/norway.yaml", "en/prompts/self.yaml", "sv/prompts/more.yaml", "sv/prompts/self.yaml"]
    #expect(ContentFile.spoken(names, in: "en") == ["en/lines/norway.yaml", "en/prompts/self.yaml"])
    #expect(
      ContentFile.spoken(names, in: "sv") == ["en/lines/norway.yaml", "sv/prompts/more.yaml", "sv/prompts/self.yaml"])
  }

  // MARK: A folder of one's own language

  @Test func `a second language is a folder, and what it leaves out stays English`() throws {
    let copy = try SmallCheckout(swedish: "room:\n  today: Idag\n")
    let (status, said) = try copy.makeWords()
    #expect(status == 0, "\(said)")
    #expect(
      try copy.text("Sources/CResources/words.c").contains(
        """
        static const char *const words_sv[] = {
          "Idag",
          "Journal, {n}",
        };
        """))
    #expect(try copy.text("Sources/HearthContent/Word.swift").contains("case roomJournal"))
  }

  @Test(arguments: [
    (
      "room:\n  today: Idag\n  garden: Trädgård\n",
      "Resources/sv/words.yaml:3: Resources/en/words.yaml has no room.garden"
    ),
    ("room:\n  journal: Dagbok\n", "Resources/sv/words.yaml:2: the gaps of room.journal are ['n']"),
  ])
  func `a sentence that English does not have, or with other gaps, is refused`(text: String, sentence: String) throws {
    let (status, said) = try SmallCheckout(swedish: text).makeWords()
    #expect(status == 1)
    #expect(said == sentence + "\n")
  }
}

/// The script that makes the tables, and two languages of two sentences, in a folder that is gone afterwards.
private final class SmallCheckout {
  private let root: URL

  init(swedish: String) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "hearth-\(UUID().uuidString)")
    let files = ["en": "room:\n  today: Today\n  journal: \"Journal, {n}\"\n", "sv": swedish]
    for (language, text) in files {
      let folder = root.appending(path: "Resources/\(language)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: folder.appending(path: "words.yaml"), atomically: true, encoding: .utf8)
    }
    let scripts = root.appending(path: "scripts")
    try FileManager.default.createDirectory(at: scripts, withIntermediateDirectories: true)
    for name in ["words.py", "generated.py", "plainyaml.py"] {
      let script = Checkout.root.appending(path: "scripts/\(name)")
      try FileManager.default.copyItem(at: script, to: scripts.appending(path: name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func makeWords() throws -> (status: Int32, said: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", root.appending(path: "scripts/words.py").path]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
