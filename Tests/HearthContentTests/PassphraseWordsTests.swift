import HearthCore
import Testing

@testable import HearthContent

struct PassphraseWordsTests {
  @Test func `there are 2,048 words, each once, short and plain`() {
    let words = PassphraseWords.all
    #expect(Set(words).count == 2048)
    #expect(words.count == 2048)
    #expect(words.allSatisfy { (3...7).contains($0.count) && $0.allSatisfy { ("a"..."z").contains($0) } })
  }

  @Test(arguments: [0, 1, 6, 8])
  func `a phrase has as many words as were asked for, with a space between them`(count: Int) {
    var dice = Dice(seed: 5)
    let words = PassphraseWords.phrase(count, using: &dice).split(separator: " ", omittingEmptySubsequences: false)
    #expect(words.filter { !$0.isEmpty }.count == count)
    #expect(Set(words.filter { !$0.isEmpty }).isSubset(of: PassphraseWords.all))
  }

  @Test func `the dice alone decide, and each throw is another phrase`() {
    var dice = Dice(seed: 11)
    var sameDice = Dice(seed: 11)
    let first = PassphraseWords.phrase(6, using: &dice)
    #expect(first == PassphraseWords.phrase(6, using: &sameDice))
    #expect(first != PassphraseWords.phrase(6, using: &dice))
  }

  @Test func `every word can come`() {
    var dice = Dice(seed: 2)
    #expect(Set(PassphraseWords.phrase(40_000, using: &dice).split(separator: " ")).count == 2048)
  }

  @Test func `a list of one's own is told as a file that nothing reads`() {
    let shelf = Shelf(own: [("passphrase-words.yaml", "- one\n")])
    #expect(shelf.problems.map(\.what) == [.unknownFile])
  }
}
