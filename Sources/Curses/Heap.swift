import CNcurses

/// Where the memory of the process comes from.
package enum Heap {
  /// Call it before a second thread begins. There are two heaps, so that the two threads that are busy while the journal
  /// opens do not wait for each other. Either asks the system for sixteen megabytes of addresses at a time: page by page
  /// would take a call each, a hundred times until the journal is open.
  package static func prepare() { _ = nc_prepare_heap() }
}
