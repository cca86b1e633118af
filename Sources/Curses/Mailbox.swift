import CNcurses
import Glibc
import Synchronization

/// Where other threads leave their results for the ``EventLoop``.
package final class Mailbox<Message: Sendable>: Sendable {
  private let letters = Mutex<[Message]>([])

  /// Readable while there is something inside.
  let bell = Descriptor(eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC)))

  /// An empty mailbox.
  package init() {}

  /// Leaves a message, from any thread, and wakes the loop. Messages come out in the order in which they went in.
  package func post(_ message: Message) {
    letters.withLock { letters in
      letters.append(message)
      guard letters.count == 1 else { return }
      var one: UInt64 = 1
      write(bell.number, &one, 8)
    }
  }

  /// Takes everything that is inside.
  func takeAll() -> [Message] {
    letters.withLock { letters in
      bell.takeCount()
      defer { letters = [] }
      return letters
    }
  }
}
