/// Letters typed where nothing takes them, such as a passphrase typed by habit: none of them is known here, only that
/// there were some. The Enter that ends them means nothing, however late it comes, and nor does another right after it.
struct UnseenTyping: Equatable {
  private var hasLetters = false
  /// The uptime in milliseconds until which Enter means nothing.
  private var end = 0

  mutating func type(at uptime: Int) { (hasLetters, end) = (true, uptime + Self.pause) }

  /// Whether this Enter ends what was typed, rather than being one by itself.
  mutating func owns(enterAt uptime: Int) -> Bool {
    guard hasLetters else { return uptime < end }
    (hasLetters, end) = (false, uptime + Self.pause)
    return true
  }

  private static let pause = 2000
}
