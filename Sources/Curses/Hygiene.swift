import CNcurses
import Glibc

/// Keeps the process's memory and files to the person who started it.
package enum Hygiene {
  /// The first thing in `main`: files made from here on are the owner's alone, a crash leaves no image of the memory,
  /// and other programs of the same user cannot look inside.
  ///
  /// `exec` undoes the last of the three, so a process that starts itself again begins here again.
  package static func begin() {
    umask(0o077)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = nc_forbid_dumps()
  }
}
