import CNcurses
import Glibc

/// One deadline at a time, on the clock of ``Uptime``.
struct Alarm: ~Copyable {
  /// Becomes readable when the deadline has passed.
  let descriptor = Descriptor(timerfd_create(CLOCK_BOOTTIME, Int32(TFD_NONBLOCK | TFD_CLOEXEC)))
  private var deadline: Milliseconds?
  /// When it rings; no later than the deadline.
  private var rings: Milliseconds?

  /// Sets or clears the deadline. Postponing makes no system call, because every key postpones; the timer is set anew
  /// only after it fired too early.
  mutating func set(_ deadline: Milliseconds?) {
    self.deadline = deadline
    if let deadline, let rings, rings <= deadline { return }
    if deadline != rings { ring(at: deadline) }
  }

  private mutating func ring(at deadline: Milliseconds?) {
    rings = deadline
    var setting = itimerspec()
    if let deadline {
      // A time of zero would switch the timer off instead of firing at once.
      let due = max(deadline, 1)
      setting.it_value = timespec(tv_sec: due / 1_000, tv_nsec: due % 1_000 * 1_000_000)
    }
    timerfd_settime(descriptor.number, Int32(TFD_TIMER_ABSTIME), &setting, nil)
  }

  /// Says whether the deadline has passed; once, until it is set again.
  mutating func takeRing() -> Bool {
    guard descriptor.takeCount() > 0 else { return false }
    rings = nil
    guard let deadline else { return false }
    guard Uptime.now() >= deadline else {
      ring(at: deadline)
      return false
    }
    self.deadline = nil
    return true
  }
}
