import HearthCore
import Testing

@Suite struct TitleTests {
  @Test(
    arguments: [
      ("By the canal\nWe walked.", "By the canal"), ("  By the canal  ", "By the canal"),
      ("\n\n \nBy the canal", "By the canal"),
      ("# By the canal", "By the canal"), ("### By the canal", "By the canal"), ("#walk first", "#walk first"),
      ("##", "##"),
      ("By the canal\r\nWe walked.", "By the canal"), ("One\rTwo", "One"), ("One\u{2028}Two", "One"), ("", ""),
      (" \n\t\n", ""), ("茶 ☕️", "茶 ☕️"),
    ])
  func `the title is the first line that says something`(text: String, title: String) {
    #expect(Title.of(text) == title)
  }
}
