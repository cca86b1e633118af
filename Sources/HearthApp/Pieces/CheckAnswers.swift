import Canvas
import FoundationEssentials
import HearthCore

/// The answers of one run through a check, for as long as it lasts.
///
/// Screens are values and may be copied, so the answers are held here once, in storage that is wiped: one byte per
/// answer, then the name that was given. Equality is identity.
final class CheckAnswers: Sendable {
  /// A choice, or one item of a list.
  struct Slot: Sendable {
    let step: Step
    /// Nil for a choice.
    let item: Step.Option?
  }

  let check: Practice
  let slots: [Slot]
  /// For each slot the place of its answer from 1, or 0 while it is open; then the name in UTF-8.
  private let storage: any SecretStorage
  /// Capacity for the name in bytes; further input is ignored.
  private static let room = 200

  init(_ check: Practice, in storage: any SecretStorage) {
    self.check = check
    slots = check.steps.flatMap { step -> [Slot] in
      switch step.kind {
      case .items(let items, _): items.map { Slot(step: step, item: $0) }
      case .choice: [Slot(step: step, item: nil)]
      default: []
      }
    }
    self.storage = storage
    wipe()
  }

  deinit { wipe() }

  func wipe() {
    var nothing = [UInt8](repeating: 0, count: slots.count)
    storage.put(wiping: &nothing)
  }

  // MARK: Answers

  /// The places of the slots of a step.
  func slots(of step: Step) -> [Int] { slots.indices.filter { slots[$0].step.id == step.id } }

  /// The place of the answer among the step's options; nil while it is open.
  func answer(at slot: Int) -> Int? {
    storage.withBytes { Self.answer(at: slot, in: $0) }
  }

  private static func answer(at slot: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    bytes[slot] == 0 ? nil : Int(bytes[slot]) - 1
  }

  /// - Parameter answer: nil opens it again.
  func set(_ answer: Int?, at slot: Int) {
    var bytes = storage.withBytes { [UInt8]($0) }
    bytes[slot] = answer.map { UInt8($0 + 1) } ?? 0
    storage.put(wiping: &bytes)
  }

  // MARK: The name

  /// What the relationship is called.
  var alias: String { storage.withBytes { String(decoding: $0.dropFirst(slots.count), as: UTF8.self) } }

  /// Typing and pasting add to the name, Backspace takes its last character away.
  func type(_ input: Input) {
    switch input {
    case .key(let key) where key == KeyPress(.backspace): name(String(alias.dropLast()))
    case .key(let key): if case .character(let typed) = key.key, key.modifiers.isEmpty { name(alias + String(typed)) }
    case .paste(let text): name(alias + text.filter { !$0.isNewline })
    case .mouse, .focus, .background: break
    }
  }

  private func name(_ alias: String) {
    guard alias.utf8.count <= Self.room else { return }
    var bytes: [UInt8] = []
    // The room is reserved, because an array that grows leaves a copy in its old memory.
    bytes.reserveCapacity(slots.count + alias.utf8.count)
    storage.withBytes { bytes.append(contentsOf: $0.prefix(slots.count)) }
    bytes.append(contentsOf: alias.utf8)
    storage.put(wiping: &bytes)
  }

  // MARK: As a run

  /// The same for the engine, which knows what is asked and how it ends; made anew each time.
  /// - Parameter place: the step one is at; nil at the end.
  func run(at place: String?) -> Run {
    let nothing = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    return Run(
      id: nothing, practice: check.id, version: check.version, title: check.title,
      startedAt: Stamp(Instant(seconds: 0), in: .utc), day: Day(number: 0), asked: asked, place: place)
  }

  private var asked: [Asked] {
    storage.withBytes { bytes in
      check.steps.compactMap { step in
        answer(to: step, in: bytes).map { Asked(step: step.id, question: "", answer: $0) }
      }
    }
  }

  private func answer(to step: Step, in bytes: UnsafeRawBufferPointer) -> Answer? {
    let given = slots(of: step).compactMap { slot in
      Self.answer(at: slot, in: bytes).map { (slots[slot].item?.id ?? "", step.options[$0].id) }
    }
    guard let first = given.first else { return nil }
    if case .choice = step.kind { return .option(first.1) }
    return .items(Dictionary(given) { first, _ in first })
  }
}

extension CheckAnswers: Equatable {
  static func == (one: CheckAnswers, other: CheckAnswers) -> Bool { one === other }
}
