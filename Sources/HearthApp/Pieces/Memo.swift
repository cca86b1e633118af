import Synchronization

/// A piece of a picture that is asked for with every key and hardly ever changes: made anew only when what it is made of
/// does. To put words and numbers together was a tenth of a typed letter.
///
/// It is no part of the state it belongs to: any two are equal.
final class Memo<Source: Equatable & Sendable, Piece: Sendable>: Sendable, Equatable {
  private let last = Mutex<(source: Source, piece: Piece)?>(nil)

  func value(for source: Source, _ make: (Source) -> Piece) -> Piece {
    last.withLock { last in
      if let last, last.source == source { return last.piece }
      let piece = make(source)
      last = (source, piece)
      return piece
    }
  }

  static func == (one: Memo, other: Memo) -> Bool { true }
}
