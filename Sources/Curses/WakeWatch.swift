import CNcurses
import Glibc

/// Becomes readable when the machine wakes up, and also when someone sets the clock: the kernel has no event for waking
/// alone.
struct WakeWatch: ~Copyable {
  let descriptor = Descriptor(timerfd_create(CLOCK_REALTIME, Int32(TFD_NONBLOCK | TFD_CLOEXEC)))

  init() { arm() }

  /// A time that never comes, on a clock that jumps when the machine wakes.
  private func arm() {
    var setting = itimerspec()
    setting.it_value.tv_sec = .max >> 8
    timerfd_settime(
      descriptor.number, Int32(TFD_TIMER_ABSTIME) | Int32(TFD_TIMER_CANCEL_ON_SET), &setting, nil)
  }

  /// Waits for the next one.
  func rest() {
    descriptor.takeCount()
    arm()
  }
}
