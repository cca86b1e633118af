import HearthCore

extension ImportFault {
  var word: Word {
    switch self {
    case .noDocument: .importNoDocument
    case .endsEarly: .importEndsEarly
    case .goesOn: .importGoesOn
    case .tooDeep: .importTooDeep
    case .nameMissing: .importNameMissing
    case .nameTwice: .importNameTwice
    case .signMissing: .importSignMissing
    case .noValue: .importNoValue
    case .noNumber: .importNoNumber
    case .textUnended: .importTextUnended
    case .textNotUTF8: .importTextNotUTF8
    case .controlCharacter: .importControlCharacter
    case .halfCharacter: .importHalfCharacter
    case .digitsMissing: .importDigitsMissing
    case .oddBackslash: .importOddBackslash
    case .formUnknown: .importFormUnknown
    case .schemaMissing: .importSchemaMissing
    case .schemaLater: .importSchemaLater
    case .entriesMissing: .importEntriesMissing
    case .sameID: .importSameID
    case .sameName: .importSameName
    case .noObject: .importNoObject
    case .idTaken: .importIdTaken
    case .missing: .importMissing
    case .textHasNUL: .importTextHasNUL
    case .oddEntryDate: .importOddEntryDate
    case .noEntry: .importNoEntry
    case .noFrontMatter: .importNoFrontMatter
    case .frontMatterUnended: .importFrontMatterUnended
    case .noNames: .importNoNames
    case .oddSpan: .importOddSpan
    case .oddSearch: .importOddSearch
    case .oddPerson: .importOddPerson
    case .oddTouchpoint: .importOddTouchpoint
    case .oddBondAnswer: .importOddBondAnswer
    case .oddCheckIn: .importOddCheckIn
    case .oddMoment: .importOddMoment
    case .oddRun: .importOddRun
    case .oddSetting: .importOddSetting
    case .oddCheck: .importOddCheck
    case .outOfRange: .importOutOfRange
    case .unknown: .importUnknown
    case .odd(_, let kind): kind.word
    }
  }
}

extension ImportFault.Kind {
  var word: Word {
    switch self {
    case .id: .importNotId
    case .day: .importNotDay
    case .date: .importNotDate
    case .stamp: .importNotStamp
    case .zone: .importNotZone
    case .text: .importNotText
    case .texts: .importNotTexts
    case .truth: .importNotTruth
    case .mood: .importNotMood
    case .number: .importNotNumber
    case .yearDay: .importNotYearDay
    }
  }
}
