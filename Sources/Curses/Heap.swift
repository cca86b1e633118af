import CNcurses

/// Where the memory of the process comes from.
package enum Heap {
  /// Call it before a second thread begins. There are two heaps, so that the two threads that are busy while the journal
  /// opens do not wait for each other; and either grows by a megabyte, where page by page would take a system call each,
  /// a hundred times until the journal is open.
  package static func prepare() { _ = nc_prepare_heap() }
}
