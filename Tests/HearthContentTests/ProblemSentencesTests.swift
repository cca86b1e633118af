import HearthContent
import HearthCore
import Testing

struct ProblemSentencesTests {
  let words = Words()

  private static let all: [Problem] = [
    .folderMissing("/home/a/journal"), .folderUnwritable("/home/a/journal"), .folderForeign("/home/a/journal"),
    .fileLinked("/home/a/journal/journal.db"),
    .newerJournal("/home/a/journal"), .keysUncertain("/home/a/journal"), .halfErased("/home/a/journal"),
    .journalDamaged("/home/a/journal"), .journalPartDamaged("/home/a/journal"), .keysDamaged("/home/a/journal"),
    .placeTaken("/home/a/journal/inbox"),
    .fileUnwritable("/home/a/journal/lock"),
    .journalHeld(process: 4711),
    .journalHeld(process: nil), .journalClosed, .diskFull, .folderFull("/media/stick"),
    .systemRefused("/home/a/journal", code: 5),
    .noSuchEntry("3fe2"),
    .noSuchPerson("Ana"), .nameTaken("Ana"), .nameHasComma("Berg, Mia"), .fileMissing("a.json"), .idTooShort("3f"),
    .journalLost("/home/a/journal", backups: 3), .linkRefused("/home/a/journal"), .passphraseWrong, .passphraseUnfit,
    .memoryShort, .backupDamaged("/home/a/journal/backups/a.db"),
    .ambiguousEntry("3f", matches: 2), .textNotUTF8(byte: 17), .textEmpty, .dateUnknown("soon"),
    .dateNonexistent("2026-02-30"), .dateAmbiguous("03/04", first: "3 April", second: "4 March"),
    .configBroken(file: "config.yaml", line: 3, what: "a quote is missing."),
    .configBroken(file: "config.yaml", line: nil, what: "a quote is missing."),
    .importBroken(file: "old.json", where: .entry(4), what: .missing("at")), .countryUnknown("XX"), .notATerminal,
    .terminalUnknown("dumb"), .terminalUnknown(""),
  ]

  @Test(arguments: all)
  func `a problem says what happened, whether the words are safe, and what to do`(problem: Problem) {
    let sentence = words.sentence(problem)
    #expect(!sentence.contains("{") && !sentence.contains("}"), "a gap is left open")
    #expect(sentence.split(separator: ". ").count >= 2)
    #expect(sentence.hasSuffix(".") || sentence.hasSuffix("all."))
  }

  @Test(arguments: all)
  func `where there is only reading, no change is spoken of`(problem: Problem) {
    let sentence = words.reading(words.sentence(problem))
    #expect(!sentence.contains("changed") && !sentence.contains("  ") && sentence.hasSuffix("."))
  }

  @Test func `names and numbers stand in the sentence`() {
    #expect(words.sentence(.journalHeld(process: 4711)).contains("process 4711"))
    #expect(words.sentence(.dateAmbiguous("03/04", first: "3 April", second: "4 March")).contains("3 April or 4 March"))
    #expect(words.sentence(.configBroken(file: "config.yaml", line: 3, what: "?")).contains("config.yaml, line 3"))
    #expect(words.sentence(.terminalUnknown("dumb")).contains("\"dumb\""))
  }

  @Test(arguments: [
    (ImportFault.Place.line(18), ImportFault.noValue, "line 18, this is no JSON value."),
    (.line(3), .oddBackslash("x"), "line 3, a backslash stands before “x”."),
    (.line(3), .digitsMissing, "line 3, four digits are missing after a backslash and u."),
    (.entry(2), .idTaken(1), "entry 2, it has the id of entry 1."),
    (.entry(2), .odd("zone", .zone), "entry 2, zone is not a zone's name."),
    (.member("schema"), .schemaLater(2), "schema, 2 is later than this Hearth can read."),
  ])
  func `what is wrong in an import is said with its place`(
    place: ImportFault.Place, fault: ImportFault, sentence: String
  ) {
    #expect(words.sentence(.importBroken(file: "old.json", where: place, what: fault)).contains(": " + sentence))
  }

  @Test(arguments: [
    (
      ContentProblem(file: "lines/here.yaml", line: 7, what: .missing, field: "contact"),
      "lines/here.yaml, line 7: contact is missing, so this one was left out."
    ),
    (
      ContentProblem(file: "config.yaml", line: 2, what: .unknownField, field: "colour"),
      "config.yaml, line 2: colour is a name Hearth does not know. The rest still counts."
    ),
    (
      ContentProblem(file: "config.yaml", .textNotUTF8(byte: 13), in: Array("theme: dark\n".utf8) + [0xE9]),
      "config.yaml, line 2: it is not UTF-8: byte 13 fits no character, so nothing of this file could be read. "
        + "Save it as UTF-8."
    ),
    (
      ContentProblem(file: "config.yaml", line: nil, what: .refused, value: "13"),
      "config.yaml: the system refused to read it (error 13), so nothing of it counts. "
        + "Often your user may not: `ls -l` shows it."
    ),
    (
      ContentProblem(file: "prompts/mine.yaml", line: 9, what: .sameID, field: "evening"),
      "prompts/mine.yaml, line 9: another one is called evening already, so this one was left out."
    ),
    (
      ContentProblem(file: "poems.yaml", line: nil, what: .unknownFile),
      "poems.yaml: nothing goes by this name. "
        + "Questions go into prompts/, practices into practices/, cards into cards/, measures into measures/, "
        + "support lines into lines/, templates into templates/."
    ),
  ])
  func `what is wrong in a file is said with file and line`(problem: ContentProblem, sentence: String) {
    #expect(problem.sentence(words) == sentence)
  }
}
