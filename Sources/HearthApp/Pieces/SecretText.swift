import Canvas
import HearthCore
import Synchronization

/// Typed text that must not be seen, such as a passphrase or a recovery code.
///
/// Screens are values and may be copied, so the bytes are held here once, in memory that does not move and is wiped.
/// Equality is identity, and a description shows nothing.
package final class SecretText: Sendable {
  private let bytes: Mutex<[UInt8]>
  /// Capacity in bytes; further input is ignored.
  private static let room = 4096

  package init(_ text: String = "") {
    var all: [UInt8] = []
    // The full capacity is reserved, because an array that grows leaves a copy in its old memory.
    all.reserveCapacity(Self.room)
    all.append(contentsOf: text.utf8.prefix(Self.room))
    bytes = Mutex(all)
  }

  deinit { wipe() }

  package var isEmpty: Bool { bytes.withLock { $0.isEmpty } }

  /// How many letters, digits and signs, not counting blanks.
  var letters: Int { bytes.withLock { $0.count { $0 & 0xC0 != 0x80 && $0 != 0x20 } } }

  /// Whether it would make no passphrase, or a short one.
  var isBlank: Bool { bytes.withLock { TypedPassphrase.isBlank($0) } }
  var isShort: Bool { bytes.withLock { TypedPassphrase.isShort($0) } }

  func equals(_ other: SecretText) -> Bool {
    if self === other { return true }
    return bytes.withLock { own in other.bytes.withLock { own == $0 } }
  }

  /// For the few places that have to show it, such as a code on its way to paper.
  package var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

  // MARK: Taking in

  /// Typing and pasting append, Backspace removes the last character.
  /// - Returns: false for input it does not use.
  func handle(_ input: Input) -> Bool {
    switch input {
    case .key(let key) where key == KeyPress(.backspace): removeLast()
    case .key(let key):
      guard case .character(let character) = key.key, key.modifiers.isEmpty else { return false }
      add(String(character))
    case .paste(let text): add(text.filter { !$0.isNewline })
    case .mouse, .focus, .background: return false
    }
    return true
  }

  private func add(_ text: String) {
    bytes.withLock { bytes in
      if bytes.count + text.utf8.count <= Self.room { bytes.append(contentsOf: text.utf8) }
    }
  }

  private func removeLast() {
    bytes.withLock { bytes in
      while let byte = bytes.last {
        bytes[bytes.count - 1] = 0
        bytes.removeLast()
        if byte & 0xC0 != 0x80 { return }
      }
    }
  }

  // MARK: Giving away

  package func wipe() {
    bytes.withLock { bytes in
      for place in bytes.indices { bytes[place] = 0 }
      bytes.removeAll(keepingCapacity: true)
    }
  }

  /// Lends what was typed to `work`, which may wipe it; nothing is left here afterwards.
  package func give<Result>(to work: (inout [UInt8]) -> Result) -> Result {
    defer { wipe() }
    return bytes.withLock { bytes in
      var lent: [UInt8] = []
      swap(&lent, &bytes)
      defer { swap(&lent, &bytes) }
      return work(&lent)
    }
  }
}

extension SecretText: Equatable {
  package static func == (one: SecretText, other: SecretText) -> Bool { one === other }
}

extension SecretText: CustomStringConvertible, CustomReflectable {
  package var description: String { "SecretText" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
