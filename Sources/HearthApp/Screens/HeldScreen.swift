import Canvas
import HearthContent
import HearthCore

/// Another window has the journal, or a command that will soon have ended: says so, and takes a quick note for it, itself
/// kept like a draft. When the journal is free it leads there.
package struct HeldScreen: Screen {
  package static let title = Word.heldTitle

  private(set) var holder: JournalHolder
  var door = Door.held
  /// A person has asked for a note, or written in it: from then on the page stays, whatever is told meanwhile.
  private var isBegun = false
  /// What is typed before that.
  private var unseen = UnseenTyping()
  /// The person wants to know that it is kept.
  private var isAsked = false
  /// And to go to the journal once the note has left.
  private var isGoing = false
  var note: Note
  var text = TextArea("")
  var saveState = SaveState()

  /// How the journal stands.
  enum Door: Equatable {
    case held
    /// The other has let go of it, and nobody has tried it since.
    case free
    case trying
    /// It is open here, or asks for its passphrase below.
    case open
  }

  init(_ holder: JournalHolder, in context: Context) {
    self.holder = holder
    note = Note(id: context.makeID(), text: "", stamp: context.stamp)
  }

  /// Of a sealed journal nothing is typed in clear before a person asks for it: it may be the passphrase.
  private var isWriting: Bool { isBegun || !holder.isSealed }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case write, keep, leave, goOn }

  package var precedesJournal: Bool { door != .open }
  package var takes: Takes { .text }

  package static var tables: [KeyTable] {
    listing(.text, [beforeNote, onNote, whenFree, onNoteWhenFree])
  }

  package var bindings: Bindings<Command> {
    switch door {
    case .open: Self.onNoteWhenFree
    case .trying: Self.whileTrying
    case .free: text.isBlank ? Self.whenFree : Self.onNoteWhenFree
    case .held: isWriting ? Self.onNote : Self.beforeNote
    }
  }

  private static let leaving = Binding("Esc", Command.leave, .heldLeave, hint: .keyLeave)
  private static let beforeNote: Bindings<Command> = [
    Binding("Enter", Command.write, .heldWrite, hint: .keyWrite), leaving,
  ]
  private static let onNote: Bindings<Command> = [Binding("C-s", .keep, .heldKeep, hint: .keySave), leaving]
  private static let whenFree: Bindings<Command> = [Binding("Enter", .goOn, .heldOpen, hint: .keyOpen), leaving]
  private static let onNoteWhenFree: Bindings<Command> = [Binding("C-s Esc", .goOn, .heldGoOn, hint: .keyDone)]
  private static let whileTrying: Bindings<Command> = []

  package func header(in context: Context) -> Header { .title(context.words[.heldTitle]) }

  package func status(in context: Context) -> Line? { saveState.light(isBlank: text.isBlank).line(context.words) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.write): if !unseen.owns(enterAt: context.uptime) { isBegun = true }
    case .command(.keep): return keep()
    case .command(.leave): return leavePage(going: false, in: context)
    case .command(.goOn): return leavePage(going: true, in: context)
    case .input where door == .trying: break
    case .input(let input) where isWriting: type(input, in: context)
    case .input(.key), .input(.paste): unseen.type(at: context.uptime)
    case .input: break
    case .event(let event): return hear(event, in: context)
    }
    return []
  }

  private mutating func type(_ input: Input, in context: Context) {
    let before = text.revision
    text.handle(input, in: layout(in: Chrome.body(of: context.size), context).page, at: context.uptime)
    guard text.revision != before else { return }
    isBegun = true
    saveState.change(at: context.uptime)
  }

  /// At once, and the page stays: what is written on belongs to the same note.
  private mutating func keep() -> [Effect] {
    guard !text.isBlank, let wish = keepWish else { return [] }
    isAsked = true
    saveState.send()
    return [.wish(wish)]
  }

  private mutating func leavePage(going: Bool, in context: Context) -> [Effect] {
    isGoing = going
    if !text.isBlank { return leaveNote() }
    return forget() + (going ? goOn(in: context) : [.leave])
  }

  /// Only a note that has arrived lets one go.
  private mutating func leaveNote() -> [Effect] {
    saveState.beginSaving(closing: true) ? [.wish(.leaveNote(written))] : []
  }

  private func forget() -> [Effect] { saveState.hasDraft ? [.wish(.forgetNote(note.id))] : [] }

  /// To the journal; where it is not open yet, through its door. Another may have been quicker.
  private mutating func goOn(in context: Context) -> [Effect] {
    // What has arrived is kept no second time: it would be offered as a page that was never finished.
    note = Note(id: context.makeID(), text: "", stamp: context.stamp)
    (text, saveState, isBegun) = (TextArea(""), SaveState(), false)
    if door == .open { return [.close] }
    door = .trying
    return [.wish(.openJournal)]
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .ticked:
      saveState.tick(at: context.uptime)
      guard saveState.isDue(at: context.uptime), let wish = keepWish else { return [] }
      saveState.send()
      return [.wish(wish)]
    case .openWaits(let holder): (self.holder, door) = (holder, .held)
    case .journalFreed: if door == .held { door = .free }
    case .opened, .sealed: return giveWay()
    case .noteKept(note.id, let revision): return wasKept(revision, in: context)
    case .noteForgotten(note.id): saveState.wasForgotten()
    case .noteLeft(note.id):
      _ = saveState.wasSaved()
      return isGoing ? goOn(in: context) : [.leave]
    case .noteRefused(note.id, let problem):
      saveState.saveWasRefused()
      saveState.wasRefused(problem, at: context.uptime)
      return [.say(Notice(context.words.sentence(unsaved: problem), kind: .trouble))]
    default: break
    }
    return []
  }

  /// A note that was begun is not taken away from under anybody's hands.
  private mutating func giveWay() -> [Effect] {
    door = .open
    return isBegun ? [] : [.close]
  }

  private mutating func wasKept(_ revision: Int, in context: Context) -> [Effect] {
    saveState.wasKept(revision)
    guard isAsked else { return [] }
    isAsked = false
    return [.say(Notice(context.words[.noticeNoteKept], kind: .note))]
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

  /// What is typed while the door is tried belongs to what lies behind it.
  package var awaits: Bool { saveState.isSaving || door == .trying }

  package var wakes: Int? { text.isBlank && !saveState.hasDraft ? nil : saveState.wakes }

  // MARK: Draw

  private func layout(in body: Rect, _ context: Context) -> (said: [String], page: Rect) {
    let rest = Flow(body).rest
    let gaps = ["pid": holder.process.map(String.init) ?? ""]
    let said = sentences.map { context.words[$0, gaps] }.joined(separator: " ").wrapped(to: max(1, rest.columns))
    return (said, rest.dropTop(said.count + (body.rows >= 10 ? 1 : 0)))
  }

  private var sentences: [Word] {
    let isKnown = holder.process != nil
    switch door {
    case .open: return [.heldFree]
    case .trying: return [.heldTrying]
    case .free: return [.heldFreed, text.isBlank ? .heldFreedOpen : .heldFreedKeep]
    case .held where holder.isCommand:
      return [isKnown ? .heldAtWorkProcess : .heldAtWork] + (isWriting ? [.heldNoteLater] : [.heldAsk])
    case .held:
      return [isKnown ? .heldWhereProcess : .heldWhere] + (isWriting ? [.heldNote] : [.heldAsk])
    }
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let (said, page) = layout(in: body, context)
    var flow = Flow(body)
    for line in said { flow.line(line, .dim, on: &frame) }
    if isWriting, door != .trying { text.draw(on: &frame, in: page) }
  }
}
