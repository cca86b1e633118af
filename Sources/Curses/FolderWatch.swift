import CNcurses
import Glibc

/// Notices files that arrive in one folder, without looking again and again.
struct FolderWatch: ~Copyable {
  /// Readable when something has arrived.
  let descriptor = Descriptor(inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)))

  /// Arrivals: a file renamed or linked into the folder, or closed after writing.
  private static let arrivals = UInt32(IN_MOVED_TO | IN_CREATE | IN_CLOSE_WRITE)

  /// Watches the folder at `path` itself, not the folders in it. Nil when there is no such folder, or the system
  /// allows no further watch.
  init?(path: String) {
    guard descriptor.number >= 0 else { return nil }
    guard inotify_add_watch(descriptor.number, path, Self.arrivals | UInt32(IN_ONLYDIR)) >= 0 else { return nil }
  }

  /// Takes the notices away. Which files came is not asked: whoever cares reads the folder.
  ///
  /// - Returns: Whether there were any.
  func takeArrivals() -> Bool {
    var notices = [UInt8](repeating: 0, count: 4_096)
    var came = false
    while read(descriptor.number, &notices, notices.count) > 0 { came = true }
    return came
  }
}
