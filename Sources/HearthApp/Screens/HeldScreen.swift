import Canvas
import HearthContent
import HearthCore

/// Another window holds the journal, or a command that will soon have ended: says so, and takes a quick note for it, itself
/// kept like a draft.
package struct HeldScreen: Screen {
  package static let title = Word.heldTitle

  let process: Int?
  /// It is a command that holds it, and Hearth goes on where that ends.
  let opensByItself: Bool
  /// The journal has come free.
  private var isFree = false
  var note: Note
  var text = TextArea("")
  var saveState = SaveState()

  init(process: Int?, opensByItself: Bool = false, in context: Context) {
    self.process = process
    self.opensByItself = opensByItself
    note = Note(id: context.makeID(), text: "", stamp: context.stamp)
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case leaveNote, leave }

  package var precedesJournal: Bool { !isFree }
  package var takes: Takes { .text }
  package var bindings: Bindings<Command> { isFree ? Self.keysWhenFree : Self.keys }

  private static let keys: Bindings<Command> = [
    Binding("C-s", .leaveNote, .heldLeaveNote, hint: .keySave), Binding("Esc", .leave, .heldLeave, hint: .keyLeave),
  ]
  private static let keysWhenFree: Bindings<Command> = [
    Binding("C-s Esc", .leave, .heldGoOn, hint: .keyDone)
  ]

  package func header(in context: Context) -> Header { .title(context.words[.heldTitle]) }

  package func status(in context: Context) -> Line? { saveState.light(isBlank: text.isBlank).line(context.words) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.leaveNote): return leaveNote()
    case .command(.leave): return text.isBlank ? forget() + [end] : leaveNote(andLeave: true)
    case .input(let input):
      let before = text.revision
      text.handle(input, in: layout(in: Chrome.body(of: context.size), context).page, at: context.uptime)
      if text.revision != before { saveState.change(at: context.uptime) }
    case .event(let event): return hear(event, in: context)
    }
    return []
  }

  /// A note that is being written is not taken away from under anybody's hands.
  private mutating func giveWay() -> [Effect] {
    isFree = true
    return text.isBlank ? forget() + [end] : []
  }

  /// Leads to the journal, or out.
  private var end: Effect { isFree ? .close : .leave }

  /// Only a note that has arrived lets one go.
  private mutating func leaveNote(andLeave: Bool = false) -> [Effect] {
    guard !text.isBlank, saveState.beginSaving(closing: andLeave) else { return [] }
    return [.wish(.leaveNote(written))]
  }

  private func forget() -> [Effect] { saveState.hasDraft ? [.wish(.forgetNote(note.id))] : [] }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .ticked:
      saveState.tick(at: context.uptime)
      guard saveState.isDue(at: context.uptime), let wish = keepWish else { return [] }
      saveState.send()
      return [.wish(wish)]
    case .noteKept(note.id, let revision): saveState.wasKept(revision)
    case .noteForgotten(note.id): saveState.wasForgotten()
    case .opened, .sealed: return giveWay()
    case .noteLeft(note.id): return wasLeft(in: context)
    case .noteRefused(note.id, let problem):
      saveState.saveWasRefused()
      saveState.wasRefused(problem, at: context.uptime)
      return [.say(Notice(context.words.sentence(unsaved: problem), kind: .trouble))]
    default: break
    }
    return []
  }

  private mutating func wasLeft(in context: Context) -> [Effect] {
    if isFree || saveState.closesWhenSaved {
      // What has arrived is kept no second time on the way out: it would be offered as a page that was never finished.
      _ = saveState.wasSaved()
      return [end]
    }
    note = Note(id: context.makeID(), text: "", stamp: context.stamp)
    text = TextArea("")
    saveState = SaveState()
    return [.say(Notice(context.words[.noticeNoteLeft]))]
  }

  private var keepWish: Wish? {
    if !text.isBlank { return .keepNote(written, revision: saveState.version) }
    return saveState.hasDraft ? .forgetNote(note.id) : nil
  }

  private var written: Note {
    var note = note
    note.text = text.text
    return note
  }

  package func unkept(in context: Context) -> Wish? { saveState.isSafe ? nil : keepWish }

  package var holdsWords: Bool { true }

  /// What is typed while a note leaves belongs to the next one.
  package var awaits: Bool { saveState.isSaving }

  package var wakes: Int? { text.isBlank && !saveState.hasDraft ? nil : saveState.wakes }

  // MARK: Draw

  private func layout(in body: Rect, _ context: Context) -> (said: [String], page: Rect) {
    let rest = Flow(body).rest
    let word: Word =
      switch (opensByItself, process) {
      case _ where isFree: .heldFree
      case (false, nil): .heldWhere
      case (false, _): .heldWhereProcess
      case (true, nil): .heldAtWork
      case (true, _): .heldAtWorkProcess
      }
    let said = context.words[word, ["pid": process.map(String.init) ?? ""]].wrapped(to: max(1, rest.columns))
    return (said, rest.dropTop(said.count + (body.rows >= 10 ? 1 : 0)))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let (said, page) = layout(in: body, context)
    var flow = Flow(body)
    for line in said { flow.line(line, .dim, on: &frame) }
    text.draw(on: &frame, in: page)
  }
}
