import HearthContent
import HearthCore

/// Whether a list shows only what belongs to what the person wants to understand. The rest is one key away.
enum Narrowing: Equatable, Sendable {
  /// There is nothing to leave out.
  case none
  /// Only what belongs to it.
  case chosen
  /// The person asked for the rest as well.
  case everything

  /// - Parameter hides: something does not belong to it.
  init(hides: Bool, isWide: Bool) { self = !hides ? .none : isWide ? .everything : .chosen }
}

/// The keys of a list that can be narrowed, read from their notation once.
struct NarrowedBindings<Command: Sendable>: Sendable {
  private let usual, chosen, everything: Bindings<Command>

  /// - Parameters:
  ///   - first: what stands before the key for the rest.
  ///   - widen: shows the rest, or leaves it out again.
  init(_ first: Bindings<Command>, _ widen: Command, _ others: Bindings<Command>) {
    usual = first + others
    chosen = first + [Binding("a", widen, .listWiden, hint: .keyEverything)] + others
    everything = first + [Binding("a", widen, .listWiden, hint: .keyChosen)] + others
  }

  var all: [Bindings<Command>] { [usual, chosen, everything] }

  subscript(narrowing: Narrowing) -> Bindings<Command> {
    switch narrowing {
    case .none: usual
    case .chosen: chosen
    case .everything: everything
    }
  }
}
