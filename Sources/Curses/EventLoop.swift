import CNcurses
package import Canvas
import Glibc

/// The one place where the program waits: for keys, signals, a deadline, results of other threads, and new files.
///
/// Nothing runs while it waits. `Task { @MainActor in … }` never gets a turn under this loop: other threads post to a
/// ``Mailbox`` instead. Make the loop before the ``Display``, so that its signal handlers are there first.
///
/// It holds only the mailbox's bell: as a generic type over the messages it took twice the time for each key.
@MainActor
package final class EventLoop {
  /// Everything that had happened when the wait ended. Drawing once for a whole batch is what keeps a burst of keys
  /// cheap.
  package struct Batch: Sendable {
    /// Keys, pastes, mouse and answers of the terminal, in order.
    package var inputs: [Input] = []
    /// Signals, each kind once.
    package var signals: [Signal] = []
    /// Whether other threads have posted something, and were waited for. It has to be taken out: the bell is at rest
    /// again.
    fileprivate var hasMail = false
    /// Whether the deadline given to ``EventLoop/next(deadline:)`` has passed.
    fileprivate var isDue = false
    /// Whether files have arrived in the watched folder.
    package var hasArrivals = false
    /// Whether the computer may have slept.
    fileprivate var hasWoken = false

    /// Whether nothing happened after all.
    package var isEmpty: Bool {
      inputs.isEmpty && signals.isEmpty && !hasMail && !isDue && !hasArrivals
    }

    /// The one character that came, where nothing else did.
    package var onlyCharacter: Character? {
      guard inputs.count == 1, signals.isEmpty, !hasMail, !isDue, !hasArrivals, !hasWoken,
        case .key(let press) = inputs[0], press.isPlainCharacter, case .character(let character) = press.key
      else { return nil }
      return character
    }
  }

  private var decoder = InputDecoder()
  private var alarm = Alarm()
  private var folder: FolderWatch?
  private let wakes = WakeWatch()
  private let bell: Bell
  /// The kernel knows what is waited for: with `poll` it would be told six doors for every key, and look at each twice.
  private let doors = Descriptor(epoll_create1(Int32(EPOLL_CLOEXEC)))
  private var opened = [epoll_event](repeating: epoll_event(), count: Door.allCases.count)
  private var hearsMail = true
  private var bytes = [UInt8](repeating: 0, count: 65_536)

  /// Until when more is waited for after bytes that may be an Esc key, or the start of something longer.
  private var undecidedUntil: Milliseconds?

  /// A loop over standard input, the process's signals, and a mailbox.
  package init<Message>(mailbox: Mailbox<Message>) {
    bell = mailbox.bell
    watch(STDIN_FILENO, as: .input)
    watch(SignalPipe.readEnd, as: .signals)
    watch(alarm.descriptor.number, as: .alarm)
    watch(bell.descriptor.number, as: .mailbox)
    watch(wakes.descriptor.number, as: .wakes)
  }

  /// Starts to report files that arrive in the folder at `path`, instead of the folder watched so far.
  ///
  /// Where it cannot be watched, the loop works as before.
  package func watch(folder path: String) {
    // A descriptor that is closed is no longer waited for.
    folder = nil
    guard let watch = FolderWatch(path: path) else { return }
    self.watch(watch.descriptor.number, as: .folder)
    folder = consume watch
  }

  /// Drops what was typed and not taken yet. Before the first frame: the terminal has been asked nothing yet.
  package func forgetTyped() {
    tcflush(STDIN_FILENO, TCIFLUSH)
    decoder = InputDecoder()
    undecidedUntil = nil
  }

  /// Waits until something happens, then takes all that is there.
  ///
  /// - Parameters:
  ///   - deadline: A point on the clock of ``Uptime`` at which to come back at the latest; nil waits for ever.
  ///   - leavingMail: what other threads post is no reason to come back; it lies in the mailbox.
  package func next(deadline: Milliseconds? = nil, leavingMail: Bool = false) -> Batch {
    listen(toMail: !leavingMail)
    let soon = soon(deadline)
    if soon == nil { alarm.set(deadline) }
    var batch = Batch()
    var appetite = Limits.bytesPerBatch
    while appetite > 0, case let count = wait(atMost: batch.isEmpty ? patience(until: soon) : 0), count > 0 {
      let taken = collect(count, into: &batch)
      appetite -= taken
      if batch.hasWoken { break }
      // After a key or two there is hardly ever more; a flood comes in large pieces.
      if taken > 0, taken < Limits.flood { break }
    }
    if let undecidedUntil, Uptime.now() >= undecidedUntil {
      batch.inputs += decoder.flush()
      self.undecidedUntil = nil
    }
    if let soon, Uptime.now() >= soon { batch.isDue = true }
    return batch
  }
}

/// What may happen.
private enum Door: UInt32, CaseIterable {
  case input, signals, alarm, mailbox, folder, wakes
}

private enum Limits {
  /// Milliseconds that are too few for a computer to fall asleep in.
  static let near: Milliseconds = 2_000
  /// Bytes read at once that make it worth looking for more before anything is drawn.
  static let flood = 64
  /// A flood of input larger than this is drawn in between.
  static let bytesPerBatch = 1 << 20
}

extension EventLoop {
  /// A deadline that the wait itself can keep. One that is put off with every key would make the alarm ring too early
  /// again and again; one further off is the alarm's, which counts on while the computer sleeps.
  private func soon(_ deadline: Milliseconds?) -> Milliseconds? {
    guard let deadline, deadline - Uptime.now() < Limits.near else { return nil }
    return deadline
  }

  /// How long the wait may be: for ever, until a lone Esc is known to be one, or until something is due.
  private func patience(until soon: Milliseconds?) -> Int32 {
    let end = min(undecidedUntil ?? .max, soon ?? .max)
    return end == .max ? -1 : Int32(clamping: max(0, end - Uptime.now()))
  }

  private func watch(_ descriptor: Int32, as door: Door) {
    var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u32: door.rawValue))
    epoll_ctl(doors.number, EPOLL_CTL_ADD, descriptor, &event)
  }

  private func listen(toMail: Bool) {
    guard toMail != hearsMail else { return }
    hearsMail = toMail
    if toMail { return watch(bell.descriptor.number, as: .mailbox) }
    epoll_ctl(doors.number, EPOLL_CTL_DEL, bell.descriptor.number, nil)
  }

  /// Sleeps until a door opens.
  ///
  /// - Returns: how many have; 0 when the time is over first.
  private func wait(atMost milliseconds: Int32) -> Int {
    while true {
      let count = epoll_wait(doors.number, &opened, Int32(opened.count), milliseconds)
      if count >= 0 { return Int(count) }
      // A signal came; the pipe is readable now.
      guard errno == EINTR else { return 0 }
    }
  }

  /// Empties every open door into `batch`.
  ///
  /// - Returns: How many bytes of input that was.
  private func collect(_ count: Int, into batch: inout Batch) -> Int {
    var taken = 0
    for event in opened[..<count] {
      switch Door(rawValue: event.data.u32) {
      case .input: taken += readInput(into: &batch)
      case .signals:
        batch.signals += SignalPipe.takeAll().filter { !batch.signals.contains($0) }
        if hasUnseenInput { taken += readInput(into: &batch) }
      case .alarm: if alarm.takeRing() { batch.isDue = true }
      case .mailbox:
        bell.rest()
        batch.hasMail = true
      // Only wakes the loop; callers compare the clocks themselves.
      case .wakes:
        wakes.rest()
        batch.hasWoken = true
      case .folder: if folder?.takeArrivals() == true { batch.hasArrivals = true }
      case nil: break
      }
    }
    return taken
  }

  /// What was typed right before a signal may still be on its way through the terminal. To `epoll_wait` it is not there
  /// yet; `poll` goes and gets it.
  private var hasUnseenInput: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, 0) > 0
  }

  /// One read from the terminal. Its end is a hang-up, told once.
  private func readInput(into batch: inout Batch) -> Int {
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else {
      if count < 0, errno == EINTR || errno == EAGAIN { return 0 }
      epoll_ctl(doors.number, EPOLL_CTL_DEL, STDIN_FILENO, nil)
      if !batch.signals.contains(.hangUp) { batch.signals.append(.hangUp) }
      return 0
    }
    Question.look(at: bytes[..<count])
    batch.inputs += decoder.feed(bytes[..<count])
    // It may have been a passphrase.
    memset(&bytes, 0, count)
    undecidedUntil = decoder.patience.map { Uptime.now() + $0 }
    return count
  }
}
