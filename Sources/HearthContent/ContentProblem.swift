import HearthCore

/// Something in a content or config file that could not be used. The rest of the file counts all the same.
package struct ContentProblem: Error, Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// No YAML from here on.
    case unreadable
    /// The file is no text: a byte of it fits no character, or is a NUL. `value` says which byte.
    case notUTF8, hasNUL
    /// The system does not let it be read. `value` is the system's number for it.
    case refused
    /// It goes by the name of a file and is none, as a folder or a pipe.
    case noFile
    /// A link to what is not there.
    case strayLink
    /// A field stands in it more than once, so that nothing of it could be read.
    case twice
    /// The file, or a stanza of it, is not of the shape it has to be.
    case notAMap, notAList
    case missing
    case oddValue
    /// Like `oddValue`, in the config: the usual value stays.
    case oddSetting
    /// The config speaks of where the journal lies, and that cannot be read.
    case oddJournal
    case unknownField
    /// A field speaks of a step, option, page or measure that is not there.
    case unknownName
    /// A step of a practice that does not begin with its kind.
    case noKind
    /// The last result of a practice has to hold always.
    case openEnding
    /// Another prompt, line or template has this id.
    case sameID
    /// A file in no folder that is known.
    case unknownFile
    /// In the config, a key that no keyboard has; one that terminals send as another; one that is text where it would work; and one that would mean another
    /// thing too.
    case oddKey, unsentKey, typedKey, keyClash
  }

  /// As the caller named it.
  package let file: String
  /// From 1; nil where it is about the file as a whole.
  package let line: Int?
  package let what: What
  /// The field or id it is about.
  package let field: String?
  /// What was found there, where it is a plain value; the key it is about.
  package let value: String?
  /// What could stand there instead, where that can be counted; the other names of a key.
  package let choices: [String]

  package init(
    file: String, line: Int?, what: What, field: String? = nil, value: String? = nil, choices: [String] = []
  ) {
    self.file = file
    self.line = line
    self.what = what
    self.field = field
    self.value = value
    self.choices = choices
  }

  /// What is no text, with the line in which that shows.
  ///
  /// - Parameter fault: what ``HearthCore/PlainText`` makes of the bytes.
  package init(file: String, _ fault: Problem, in bytes: [UInt8]) {
    switch fault {
    case .textNotUTF8(let byte): self.init(file: file, byte: byte, what: .notUTF8, in: bytes)
    case .textHasNUL(let byte): self.init(file: file, byte: byte, what: .hasNUL, in: bytes)
    default: self.init(file: file, line: nil, what: .unreadable)
    }
  }

  private init(file: String, byte: Int, what: What, in bytes: [UInt8]) {
    let before = bytes.prefix(byte - 1)
    self.init(
      file: file, line: before.count { $0 == UInt8(ascii: "\n") } + 1, what: what, value: String(byte))
  }

  package func sentence(_ words: Words) -> String { words.sentence(self) }
}

extension ContentProblem.What {
  var word: Word {
    switch self {
    case .unreadable: .contentUnreadable
    case .notUTF8: .contentNotUTF8
    case .hasNUL: .contentHasNUL
    case .refused: .contentRefused
    case .noFile: .contentNoFile
    case .strayLink: .contentStrayLink
    case .twice: .contentTwice
    case .notAMap: .contentNotAMap
    case .notAList: .contentNotAList
    case .missing: .contentMissing
    case .oddValue: .contentOddValue
    case .oddSetting: .contentOddSetting
    case .oddJournal: .contentOddJournal
    case .unknownField: .contentUnknownField
    case .unknownName: .contentUnknownName
    case .noKind: .contentNoKind
    case .openEnding: .contentOpenEnding
    case .sameID: .contentSameID
    case .unknownFile: .contentUnknownFile
    case .oddKey: .keysOdd
    case .unsentKey: .keysUnsent
    case .typedKey: .keysTyped
    case .keyClash: .keysClash
    }
  }
}
