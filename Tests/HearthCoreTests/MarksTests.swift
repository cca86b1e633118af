import HearthCore
import Testing

@Suite struct MarksTests {
  @Test(
    arguments: [
      ("A #walk by the canal", ["walk"]), ("#Walk #walk #WALK", ["walk"]),
      ("(#tea) \"#milk\" —#honey", ["tea", "milk", "honey"]),
      ("#work/idea-2 and #a_b", ["work/idea-2", "a_b"]), ("#2026 is a year, #2026a is not", ["2026a"]),
      ("the end #done.", ["done"]),
      ("#café #孤独 #Ü", ["café", "孤独", "ü"]), ("# Heading\n## Sub\n#real", ["real"]), ("C# and a#b and a##c", []),
      ("https://example.org/#part", []), ("#", []), ("##", []), ("#-", []), ("#dash-", ["dash"]), ("", []),
      ("#one\n#two", ["one", "two"]),
      ("#👍 #ok👍", ["ok"]),
    ])
  func `tags`(text: String, tags: [String]) {
    #expect(Marks.tags(in: text) == tags)
  }

  @Test(
    arguments: [
      ("Tea with @Jon.", ["Jon"]), ("@Jon and @jon are two spellings", ["Jon", "jon"]), ("mail a@b.se", []),
      ("@O'Brien, @O’Neill", ["O'Brien", "O’Neill"]),
      ("@Jon's sister, @Ana’s cat", ["Jon", "Ana"]), ("the keys are @Jon's.", ["Jon"]), ("@J.R. came", ["J.R"]),
      ("(@Mum)", ["Mum"]),
      ("@李 @Zoë-Ann", ["李", "Zoë-Ann"]), ("@ @1 @_", []),
      ("https://example.org/@jon", []), ("@Jon @Jon", ["Jon"]),
      ("@Aunt_Mia's tea, @Dr._Ruth_ and @aunt__mia", ["Aunt Mia", "Dr. Ruth", "aunt mia"]),
      ("@Ana,@Ben", ["Ana", "Ben"]),
    ])
  func `people`(text: String, people: [String]) {
    #expect(Marks.people(in: text) == people)
  }

  @Test func `a name of several words is written with signs between them, where a text can hold it`() {
    #expect(
      Marks.writable(["Aunt Mia", "Jon", "Dr. Ruth", "Mia (next door)", "St. John's"]) == [
        "Aunt_Mia", "Jon", "Dr._Ruth",
      ])
    #expect(Marks.spoken("Aunt_Mia") == "Aunt Mia")
  }

  @Test func `tags set beside the text come after those inside it, each once`() {
    #expect(Marks.merged(["walk", "tea"], ["Tea", "alone", "alone"]) == ["walk", "tea", "alone"])
  }
}
