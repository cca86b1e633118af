/// A service one can call or write to, with all that is known about how true the record is.
package struct SupportLine: Hashable, Sendable, Identifiable {
  package let id: String
  /// Two capital letters (ISO 3166: `GB`), or `SupportLine.international`.
  package let country: String
  /// Where it answers, as narrow as it is true: `England`, not `United Kingdom`.
  package let coverage: String
  /// What it calls itself.
  package let service: String
  /// What it is for, the most fitting first; never empty.
  package let needs: [Need]
  /// How to reach it; never empty.
  package let contacts: [Contact]
  /// When it answers, in short words; nil where that is not known.
  package let hours: String?
  /// In a few words; nil where that is not known.
  package let forWhom: String?
  /// Nil where that is not known.
  package let isFree: Bool?
  /// False only where it is known that it does not; nil is told as "may".
  package let mayShowOnBill: Bool?
  package let url: String?
  /// What a person needs to know before relying on it, such as that official pages disagree.
  package let caveat: String?
  package let evidence: Evidence
  /// Whether its file offers it at all; one that is not waits there for a person to check it.
  package let isEnabled: Bool

  /// In place of a country: it serves everywhere, or several at once.
  package static let international = "international"

  package init(
    id: String, country: String, coverage: String, service: String, needs: [Need], contacts: [Contact],
    hours: String? = nil, forWhom: String? = nil, isFree: Bool? = nil, mayShowOnBill: Bool? = nil, url: String? = nil,
    caveat: String? = nil, evidence: Evidence, isEnabled: Bool = true
  ) {
    self.id = id
    self.country = country
    self.coverage = coverage
    self.service = service
    self.needs = needs
    self.contacts = contacts
    self.hours = hours
    self.forWhom = forWhom
    self.isFree = isFree
    self.mayShowOnBill = mayShowOnBill
    self.url = url
    self.caveat = caveat
    self.evidence = evidence
    self.isEnabled = isEnabled
  }

  /// Whether a person may see it: enabled, and its evidence carries that.
  package var isOffered: Bool { isEnabled && evidence.isEnough }
}

extension SupportLine {
  /// What a line is for, in the order in which the needs are shown.
  package enum Need: String, CaseIterable, Hashable, Sendable {
    case emergency, crisis, abuse
    case sexualViolence = "sexual-violence"
    case loneliness, young, men
    case ownBehaviour = "own-behaviour"
    case mood, grief, directory
  }

  package struct Contact: Hashable, Sendable {
    package enum Way: String, CaseIterable, Hashable, Sendable {
      case call, text, chat, web
      case whatsApp = "whatsapp"
    }

    package let way: Way
    /// The number or address, exactly as it is published.
    package let to: String
    /// The word to send, where a text begins with one.
    package let say: String?
    /// Whom or where it reaches, where that differs from the line's other contacts.
    package let note: String?

    package init(_ way: Way, to: String, say: String? = nil, note: String? = nil) {
      self.way = way
      self.to = to
      self.say = say
      self.note = note
    }
  }

  /// How well the record is known. A number is never typed from memory and offered.
  package struct Evidence: Hashable, Sendable {
    package enum Basis: String, Hashable, Sendable {
      /// A public list that keeps records of its checks against the service's own page.
      case checkedList = "V"
      /// Several independent sources.
      case severalSources = "M"
      case oneSource = "S"
      case memory = "K"
      /// The person added it themselves.
      case own
    }

    package enum Confidence: String, Hashable, Sendable {
      case high = "H"
      case middling = "M"
      case low = "L"
    }

    package let basis: Basis
    /// That number and audience are right.
    package let confidence: Confidence
    /// Something about it is in doubt, so the service's own page comes first.
    package let needsCheck: Bool
    /// When a person opened the service's own page; nil where nobody has.
    package let checkedOn: Day?
    /// What it was compared with, such as a public list and its months.
    package let checkedAgainst: String?

    package init(
      basis: Basis, confidence: Confidence, needsCheck: Bool = false, checkedOn: Day? = nil,
      checkedAgainst: String? = nil
    ) {
      self.basis = basis
      self.confidence = confidence
      self.needsCheck = needsCheck
      self.checkedOn = checkedOn
      self.checkedAgainst = checkedAgainst
    }

    /// Of a line that the person has added: theirs to judge.
    package static let own = Evidence(basis: .own, confidence: .high)

    /// What a person has checked on the service's own page is enough. Until then: a checked list, or several sources
    /// with high confidence, and nothing in doubt.
    package var isEnough: Bool {
      if checkedOn != nil { return true }
      switch basis {
      case .own: return true
      case .checkedList: return !needsCheck
      case .severalSources: return !needsCheck && confidence == .high
      case .oneSource, .memory: return false
      }
    }
  }
}
