import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

@testable import HearthApp

extension EveryScreen {
  /// The Practice room and a way through a practice, in every state that has keys of its own.
  struct PracticeScene {
    private let context: Context
    private let run: Run
    private let followUp: KeptFollowUp

    init(_ context: Context) {
      self.context = context
      run = Run(of: Self.practice(.text), id: context.makeID(), startedAt: context.stamp, day: context.today)
      let yes = Step.Option("yes", "yes")
      followUp = KeptFollowUp(
        FollowUp(run: run.id, practice: "a", step: "a", question: "a", options: [yes], due: .on(context.today)),
        title: "a")
    }

    private static func practice(_ kind: Step.Kind, keep: Practice.Keep = .always) -> Practice {
      Practice(
        id: "a", title: "a", needs: ["alone"], keep: keep,
        steps: [Step(id: "first", .card, "a"), Step(id: "a", kind, "a")],
        endings: [Practice.Ending(page: "a")], pages: ["a": "a"])
    }

    private var library: Library {
      Library([Card(id: "a", title: "a", topic: .about, links: [.practice("a")], text: "a")])
    }

    var screens: [any Screen] { room + steps + [past, question, reminder] }

    private var room: [any Screen] {
      let practice = Self.practice(.text)
      let resting = Practice(id: "b", title: "b", needs: ["alone"], steps: practice.steps)
      let shelf = PracticeShelf([practice, resting], resting: ["b"], unfinished: [run], followUps: [followUp])
      let room = heard(Room.practice.screen(in: context), .practicesLoaded(shelf))
      var chosen = context
      chosen.settings.interests = [.change]
      var narrowed = Room.practice.screen(in: chosen)
      _ = narrowed.hear(.practicesLoaded(shelf), in: chosen)
      return [
        room, narrowed, after(room, .listDown), after(room, .listDown, .listDown), after(room, .listBottom),
        after(room, .practicesFind),
      ]
    }

    private var steps: [any Screen] {
      let timer = begun(.timer(Step.Timer(minutes: 1...2)))
      let text = begun(.text, keep: .ask)
      let answered = after(typed(text, "a"), .practiceNextOrSkip)
      let name = typed(begun(.person), "a")
      return [
        begun(.card), heard(opened(.card), .libraryLoaded(library)), begun(.scale(Measure(id: "a", title: "a"))), text,
        name,
        heard(name, .namesFound(.person, prefix: "a", ["ab"])), timer, after(timer, .practiceStart),
        begun(.date(.days(1))), begun(.compose), answered, after(answered, .practiceLeave),
      ]
    }

    private var past: any Screen { heard(screen(.pastRun(run.id)), .runLoaded(KeptRun(run))) }
    private var question: any Screen { screen(.followUp(followUp)) }

    private var reminder: any Screen {
      screen(
        .followUp(
          KeptFollowUp(
            FollowUp(run: run.id, practice: "a", step: "a", question: "a", due: .on(context.today)), title: "a")))
    }

    /// At its second step: from there one can go back as well.
    private func begun(_ kind: Step.Kind, keep: Practice.Keep = .always) -> any Screen {
      after(opened(kind, keep: keep), .practiceNext)
    }

    private func opened(_ kind: Step.Kind, keep: Practice.Keep = .always) -> any Screen {
      let start = PracticeStart.begin("a")
      return heard(screen(.practice(start)), .practiceFound(start, PracticeOpening(Self.practice(kind, keep: keep))))
    }

    private func screen(_ route: Route) -> any Screen { route.screen(over: [], named: "", in: context) }

    private func heard(_ screen: any Screen, _ event: Event) -> any Screen {
      var screen = screen
      _ = screen.hear(event, in: context)
      return screen
    }

    private func after(_ screen: any Screen, _ labels: Word...) -> any Screen {
      var screen = screen
      for label in labels { _ = screen.run(label, in: context) }
      return screen
    }

    private func typed(_ screen: any Screen, _ text: String) -> any Screen {
      var screen = screen
      _ = screen.take(.paste(text), in: context)
      return screen
    }
  }
}
