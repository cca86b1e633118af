import CNcurses
import Glibc
import Synchronization

/// Where other threads leave their results; its bell wakes the ``EventLoop``.
package final class Mailbox<Message: Sendable>: Sendable {
  private let letters = Mutex<[Message]>([])

  /// Rings when something comes into the empty box.
  let bell = Bell()

  /// An empty mailbox.
  package init() {}

  /// Leaves a message, from any thread, and wakes the loop. Messages come out in the order in which they went in.
  package func post(_ message: Message) {
    let wasEmpty = letters.withLock { letters in
      letters.append(message)
      return letters.count == 1
    }
    // Not under the lock: the loop would wake up to wait for it.
    if wasEmpty { bell.ring() }
  }

  /// Takes everything that is inside.
  package func takeAll() -> [Message] {
    letters.withLock { letters in
      guard !letters.isEmpty else { return [] }
      bell.rest()
      defer { letters = [] }
      return letters
    }
  }
}

/// What wakes the loop from another thread.
final class Bell: Sendable {
  /// Readable from the ring to the rest.
  let descriptor = Descriptor(eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC)))

  func ring() {
    var one: UInt64 = 1
    write(descriptor.number, &one, 8)
  }

  func rest() { descriptor.takeCount() }
}
