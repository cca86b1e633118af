import Glibc

/// An open file of the kernel's, closed when it goes out of scope.
struct Descriptor: ~Copyable, Sendable {
  /// The number the kernel gave; negative when opening failed.
  let number: Int32

  /// Owns `number` from here on.
  init(_ number: Int32) { self.number = number }

  deinit { if number >= 0 { close(number) } }

  /// Takes the eight-byte count out of a timer or an event counter, so that it stops being readable.
  ///
  /// - Returns: The count, 0 when there was none.
  @discardableResult
  func takeCount() -> UInt64 {
    var count: UInt64 = 0
    return read(number, &count, 8) == 8 ? count : 0
  }
}
