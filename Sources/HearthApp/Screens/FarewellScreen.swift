import Canvas
import HearthContent
import HearthCore

/// A last backup on the way out. Whoever is in a hurry skips it.
package struct FarewellScreen: Screen {
  package static let title = Word.farewellTitle

  private var isAsked = false
  /// Says why there is none, here or in the second folder.
  private var trouble: Modal?

  // MARK: Commands

  package enum Command: Hashable, Sendable { case skip }

  package var takes: Takes { .text }
  package var floats: Bool { true }
  package static var tables: [KeyTable] {
    listing(.text, [keys, onTrouble])
  }

  package var bindings: Bindings<Command> { trouble == nil ? Self.keys : Self.onTrouble }

  private static let keys: Bindings<Command> = [Binding("Esc", .skip, .farewellSkip, hint: .keySkip)]
  /// Nothing is under way any more that could be skipped.
  private static let onTrouble: Bindings<Command> = [Binding("Esc", .skip, .farewellSkip, hint: .keyLeave)]

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .event(.shown) where !isAsked:
      isAsked = true
      return [.wish(.backUp)]
    case .event(.backedUp(nil)): return [.leave]
    // Of a backup that was under way when this came: the key ended it, and one is being made now.
    case .event(.backupRefused(.interrupted)): break
    case .event(.backedUp(let problem?)): tell(.elsewhere(problem), in: context)
    case .event(.backupRefused(let problem)): tell(.here(problem), in: context)
    case .command: return [.wish(.interrupt), .leave]
    // Another key may be a second q, or a key too many: it ends nothing that is being made.
    // What went wrong is read to its end first.
    case .input(let input) where trouble?.handle(input, in: Chrome.body(of: context.size)) == true: break
    case .input(.key) where trouble != nil: return [.leave]
    case .event, .input: break
    }
    return []
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    (trouble ?? Self.box([context.words[.farewellSays]], context)).draw(on: &frame, in: body)
  }

  private mutating func tell(_ refusal: BackupTrouble, in context: Context) {
    trouble = Self.box([context.words.sentence(refusal), context.words[.farewellAnyKey]], context)
  }

  private static func box(_ said: [String], _ context: Context) -> Modal {
    Modal(title: context.words[.farewellTitle], lines: said.map { Line($0) })
  }
}
