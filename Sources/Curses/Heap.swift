import CNcurses

/// Where the memory of the process comes from.
package enum Heap {
  /// Before there is a second thread: all of them share one heap. One of its own would grow by single pages, each asked
  /// of the system for itself, a hundred times while the journal opens.
  package static func share() { _ = nc_share_heap() }
}
