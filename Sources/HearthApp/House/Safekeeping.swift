import HearthCore

/// What stands between the journal and everyone else, and between it and a broken disk.
package struct Safekeeping: Hashable, Sendable {
  /// It takes a passphrase to open it.
  package var isSealed: Bool
  /// A code on paper opens it too.
  package var hasRecovery: Bool
  /// The day of the newest backup, as the person counts days; nil where there is none.
  package var newestBackup: Day?
  /// The second folder, where one is named, got none of the last backup.
  package var missesElsewhere: Bool

  package init(
    isSealed: Bool = false, hasRecovery: Bool = false, newestBackup: Day? = nil, missesElsewhere: Bool = false
  ) {
    self.isSealed = isSealed
    self.hasRecovery = hasRecovery
    self.newestBackup = newestBackup
    self.missesElsewhere = missesElsewhere
  }
}

/// Why the last backup is not where it was to be.
package enum BackupTrouble: Hashable, Sendable {
  /// There is none at all.
  case here(Problem)
  /// The second folder got none.
  case elsewhere(Problem)
}

/// What is known of a journal that is still sealed.
package struct LockedDoor: Hashable, Sendable {
  /// A recovery code opens it too.
  package var hasRecovery: Bool
  /// The person has named a command that gives the passphrase.
  package var hasCommand: Bool
  /// What is being asked for the passphrase now; nil for nothing.
  package var asked: KeyGiver?

  package init(hasRecovery: Bool = false, hasCommand: Bool = false, asked: KeyGiver? = nil) {
    self.hasRecovery = hasRecovery
    self.hasCommand = hasCommand
    self.asked = asked
  }
}

/// What can give the passphrase when nobody types it.
package enum KeyGiver: Hashable, Sendable {
  /// The command in `HEARTH_PASSPHRASE_COMMAND`.
  case command
  /// A file that was open when Hearth began.
  case file
}

/// What a person may remember of a journal when it opens: where an older one was put back, it is another.
package struct LastSaved: Hashable, Sendable {
  package var entries: Int
  /// When something was saved last; nil for a journal without anything.
  package var at: Instant?

  package init(entries: Int, at: Instant?) {
    self.entries = entries
    self.at = at
  }
}

/// One backup, as it is listed.
package struct KeptBackup: Hashable, Sendable {
  package struct ID: Hashable, Sendable {
    /// Of its file.
    package var name: String
    /// It lies in the second folder.
    package var isElsewhere: Bool

    package init(_ name: String, isElsewhere: Bool = false) {
      self.name = name
      self.isElsewhere = isElsewhere
    }
  }

  /// Of its file.
  package var name: String
  package var day: Day
  /// Hours and minutes, `09:00`.
  package var clock: String
  /// In bytes.
  package var size: Int
  /// It lies in the second folder.
  package var isElsewhere: Bool
  /// It was the journal until a backup took its place.
  package var isSetAside: Bool
  /// It opens without a passphrase.
  package var isOpen: Bool

  package var id: ID { ID(name, isElsewhere: isElsewhere) }

  package init(
    name: String, day: Day, clock: String, size: Int, isElsewhere: Bool = false, isSetAside: Bool = false,
    isOpen: Bool = false
  ) {
    self.name = name
    self.isElsewhere = isElsewhere
    self.isSetAside = isSetAside
    self.isOpen = isOpen
    self.day = day
    self.clock = clock
    self.size = size
  }
}

/// All that are kept, the newest first: beside the journal, then in the second folder.
package struct BackupShelf: Hashable, Sendable {
  package var backups: [KeptBackup]
  /// What all together may take, in bytes.
  package var limit: Int
  /// A second folder is named and cannot be seen today.
  package var missesElsewhere: Bool

  package init(_ backups: [KeptBackup], limit: Int, missesElsewhere: Bool = false) {
    self.backups = backups
    self.limit = limit
    self.missesElsewhere = missesElsewhere
  }

  /// Of those beside the journal that count for the limit, in bytes.
  package var size: Int { backups.reduce(0) { $0 + ($1.isElsewhere || $1.isSetAside ? 0 : $1.size) } }
}

/// What came of a look into a backup.
package enum BackupCheck: Hashable, Sendable {
  /// It is whole.
  case whole(entries: Int)
  /// It opens with an earlier passphrase, so nothing of it could be seen.
  case sealedOtherwise
}
