import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// One standing contact: how long it has been, the message that lies ready, and what to do with it now.
package struct TouchpointScreen: Screen {
  package static let title = Word.touchOneTitle

  private var rhythm: Rhythm
  private var naming: PromptLine?
  private var decision: Decision?

  init(_ rhythm: Rhythm) { self.rhythm = rhythm }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case did(Rhythm.Deed)
    case edit, person, export, delete, back, keep, leave, decide
  }

  package var takes: Takes { naming == nil && decision == nil ? .nothing : .text }
  package var name: Word { takes == .nothing ? Self.title : .askTitle }
  package static var tables: [KeyTable] {
    listing(.nothing, [onPage]) + listing(.text, [onName, onChoice], named: .askTitle)
  }

  package var bindings: Bindings<Command> {
    decision != nil ? Self.onChoice : naming != nil ? Self.onName : Self.onPage
  }

  private static let onPage: Bindings<Command> = [
    Binding("x", .did(.happen), .touchHappen, hint: .keyMet), Binding("p", .did(.plan), .touchPlan, hint: .keyPlan),
    Binding("-", .did(.sleep), .touchSleep, hint: .keyNotNow), Binding("z", .did(.rest), .touchRest, hint: .keyRest),
    Binding("e", .edit, .touchEdit, hint: .keyEdit), Binding("Enter", .person, .touchPerson),
    Binding("w", .export, .touchExport), Binding("d", .delete, .touchDelete),
    Binding("Esc", .back, .houseBack, hint: .keyBack),
  ]
  private static let onName: Bindings<Command> = [
    Binding("Enter", .keep, .peopleKeep, hint: .keyKeep), Binding("Esc", .leave, .peopleLeave, hint: .keyBack),
  ]
  private static let onChoice: Bindings<Command> = [
    Binding("Enter", .decide, .askChoose, hint: .keyChoose), Binding("Esc", .leave, .askLeave, hint: .keyBack),
  ]

  package func header(in context: Context) -> Header { .title(context.words[.touchOneTitle]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: context)
    case .event(.shown), .event(.takenBack): return [.wish(.people(.rhythms))]
    case .event(.people(let event)): return hear(event, in: context)
    case .event: return []
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .did(let deed): return rhythm.answered(deed, in: context)
    case .edit: return [.open(.form(.touchpoint(rhythm.touchpoint, with: rhythm.person?.name ?? "")))]
    case .person: return rhythm.person.map { [.open(.person($0.id))] } ?? []
    case .export: naming = PromptLine(.touchExportAsk, "~/hearth.ics", saying: context.words[.touchExportHint])
    case .delete: decision = deletion(context.words)
    case .back: return [.close]
    case .leave: (naming, decision) = (nil, nil)
    case .decide: return take(.key(KeyPress(.enter)), in: context)
    case .keep: return naming.map { [.wish(.people(.export(rhythm, path: $0.answer)))] } ?? []
    }
    return []
  }

  private func deletion(_ words: Words) -> Decision {
    Decision(
      .people(.deleteTouchpoint(rhythm.touchpoint.id)),
      title: words[.touchDeleteAsk, ["title": words.title(of: rhythm)]],
      says: [words[.touchDeleteSays]], back: words[.personDeleteNo], on: words[.touchDeleteYes])
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    naming?.handle(input)
    guard let effects = decision?.take(input, in: Chrome.body(of: context.size)) else { return [] }
    decision = nil
    return effects
  }

  private mutating func hear(_ event: PeopleEvent, in context: Context) -> [Effect] {
    let id = rhythm.touchpoint.id
    switch event {
    case .rhythmsListed(let listed):
      // It may have been taken back as a whole.
      guard let own = listed.first(where: { $0.touchpoint.id == id }) else { return [.close] }
      rhythm = own
    case .touchpointKept(let kept) where kept.id == id:
      rhythm.touchpoint = kept
      return [.wish(.people(.rhythms))]
    case .touchpointGone(id): return [.close, .say(Notice(context.words[.noticeTrashed]))]
    case .exported(let path):
      naming = nil
      return [.say(Notice(context.words[.noticeTouchExported, ["file": path]]))]
    case .refused(let problem): naming?.trouble = context.words.sentence(problem)
    default: break
    }
    return []
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let words = context.words
    var flow = Flow(body, airyFrom: 14)
    frame.cursor = flow.rest.origin
    flow.line(words.title(of: rhythm), .heading, on: &frame)
    flow.paragraph(rhythm.isAtRest ? words[.touchAtRest] : words.sentence(rhythm, on: context.today), on: &frame)
    if rhythm.touchpoint.isTimeKept { flow.line(words[.touchOnTime], .dim, on: &frame) }
    if !rhythm.touchpoint.companion.isEmpty {
      flow.paragraph(words[.touchTogether, ["what": rhythm.touchpoint.companion]], .dim, on: &frame)
    }
    if !rhythm.touchpoint.draft.isEmpty {
      flow.gap()
      flow.line(words[.touchDraftReady], .dim, on: &frame)
      flow.paragraph(rhythm.touchpoint.draft, indent: 2, on: &frame)
    }
    let rest = Flow(body).rest
    naming?.draw(on: &frame, in: rest.bottom(naming?.height(columns: rest.columns, words) ?? 0), words)
    decision?.draw(on: &frame, in: body)
  }
}

extension Rhythm {
  package enum Deed: Sendable { case happen, plan, sleep, rest }

  /// What is asked for when one does something with it, and what is said then.
  func answered(_ deed: Deed, in context: Context) -> [Effect] {
    var touchpoint = touchpoint
    let said: Word
    switch deed {
    case .happen:
      touchpoint.happen(on: context.today)
      said = .noticeMet
    case .plan:
      touchpoint.plan(for: context.today)
      said = .noticePlanned
    case .sleep:
      touchpoint.sleep(from: context.today)
      said = .noticeNotNow
    case .rest:
      touchpoint.isAtRest.toggle()
      said = touchpoint.isAtRest ? .noticeRests : .noticeRestsNot
    }
    return [.wish(.people(.keepTouchpoint(touchpoint, with: nil))), .say(Notice(context.words[said]))]
  }
}
