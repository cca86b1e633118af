import CNcurses

/// Where the memory of the process comes from.
package enum Heap {
  /// Makes all threads share one heap; call it before a second thread starts. A heap of its own would grow page by
  /// page, with a system call each, a hundred times while the journal opens.
  package static func share() { _ = nc_share_heap() }
}
