import FoundationEssentials
import HearthCore
import Testing

struct CoveredNamesTests {
  private static let people = [
    Person(id: .numbered(1), name: "Ruth", aliases: ["R"]), Person(id: .numbered(2), name: "Rosa"),
    Person(id: .numbered(3), name: "Mr Hale"), Person(id: .numbered(4), name: "Lin"),
    Person(id: .numbered(5), name: "Åsa", aliases: ["the neighbour", "Å"]),
    Person(id: .numbered(6), name: "Aunt Mia"), Person(id: .numbered(7), name: "O'Brien"),
    Person(id: .numbered(8), name: "Jo-Ann D’Arcy"),
  ]

  private func covered(_ text: String, _ way: Report.Names = .initials) -> String {
    CoveredNames(Self.people, as: way, someone: "someone").covered(text)
  }

  @Test(arguments: [
    ("Tea with @Ruth.", "Tea with R. 2."), ("It was Rosa. Lin. Ruth", "It was R. L. R. 2"), ("Lin... Lin?", "L... L.?"),
    ("@Ruth's dog", "R. 2's dog"), ("Ruth and Rosa", "R. 2 and R."),
    ("Ruthless, linen, Linda", "Ruthless, linen, Linda"), ("@mr hale rang", "M. H. rang"),
    ("Mr Hale rang", "M. H. rang"), ("@Åsa, Åsa", "Å., Å."),
    ("mr hale, MR\nHALE, @Mr_Hale", "M. H., M. H., M. H."), ("#ruth, LIN!", "#R. 2, L.!"), ("r or å", "r or å"),
    ("@New_Face came", "N. came"), ("(Lin)", "(L.)"), ("@Unknown came", "U. came"), ("Ruth\n@Lin", "R. 2\nL."),
    ("", ""), ("Met Aunt  Mia today. And O’Brien came.", "Met A. M. today. And O. came."),
    ("@Aunt_ Mia, aunt-mia, Aunt\t\n Mia", "A. M., A. M., A. M."), ("@O’Brien, @O'Brien's dog", "O., O.'s dog"),
    ("jo_ann d'arcy, Jo Ann D’Arcy", "J. D., J. D."), ("Aunt Miami, AuntMia, Aunt", "Aunt Miami, AuntMia, Aunt"),
  ])
  func `a name is covered wherever it stands as one`(text: String, covered: String) {
    #expect(self.covered(text) == covered)
  }

  @Test func `only those whom the texts name are told apart by numbers`() {
    func covered(_ texts: String...) -> [String] {
      let names = CoveredNames(Self.people, as: .initials, someone: "someone", in: texts)
      return texts.map(names.covered)
    }
    #expect(covered("Tea with @Ruth", "Ruth rang") == ["Tea with R.", "R. rang"])
    #expect(covered("Ruth", "and Rosa") == ["R. 2", "and R."])
  }

  @Test func `an alias stands for a name where there is one`() {
    #expect(covered("@Ruth, Rosa and @Åsa", .aliases) == "R, R. and the neighbour")
  }

  @Test func `without names nobody is told from anybody`() {
    #expect(covered("@Ruth, Rosa and @Unknown", .none) == "someone, someone and someone")
  }

  @Test func `other names of somebody are covered as well`() {
    #expect(covered("the neighbour came") == "Å. came")
  }
}

extension UUID {
  fileprivate static func numbered(_ number: Int) -> UUID {
    UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(number)))
  }
}
