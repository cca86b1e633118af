/// What the world can refuse. The sentence of each stands in `words.yaml`: what happened, whether your words are safe, what to do next.
///
/// A problem carries names and numbers, never a word of the journal.
package enum Problem: Error, Hashable, Sendable {
  // The journal's folder and files
  case folderMissing(String)
  case folderUnwritable(String)
  /// A folder that belongs to another user, or holds something that is not a journal.
  case folderForeign(String)
  /// The journal's own, or in it, where another one was meant.
  case folderOwn(String)
  /// There never was one there.
  case noJournal(String)
  /// Its file is gone, while so many backups of it are there.
  case journalLost(String, backups: Int)
  /// Written by a later Hearth.
  case newerJournal(String)
  case journalDamaged(String)
  /// The same of one that is open: some of it cannot be read, and the rest can.
  case journalPartDamaged(String)
  /// The same of its beginning, both copies of it: nothing opens it any more.
  case keysDamaged(String)
  /// A backup, by its path; the journal may be whole.
  case backupDamaged(String)
  /// A link where the journal's folder has a folder or file of its own.
  case linkRefused(String)
  /// Where a file or folder of the journal's own belongs, there is something of another kind.
  case placeTaken(String)
  /// A file or folder in the journal's folder that its owner may not read and change.
  case fileUnwritable(String)
  /// A journal's file that is a link, or has another name elsewhere.
  case fileLinked(String)
  /// It takes a passphrase to open it, and none was given.
  case journalSealed
  /// The same of another file: a backup, or one that is to be salvaged.
  case fileSealed
  /// Neither the passphrase nor a recovery code of this journal.
  case passphraseWrong
  /// What was given as a passphrase is longer than a line may be, or no text.
  case passphraseUnfit
  /// The command that was to give the passphrase gave none; the status it ended with.
  case passphraseCommandFailed(status: Int)
  /// Ended early, as was asked; all is as it was.
  case interrupted
  /// A change of the ways into a journal failed half way: either the earlier ones open it, or the later ones.
  case keysUncertain(String)
  /// Erasing everything ended half way: nobody can open the journal any more, and files of it are left in the folder.
  case halfErased(String)
  /// The machine cannot spare what it takes to make a passphrase hard to guess.
  case memoryShort
  /// Another process has it open; the process id where it is known.
  case journalHeld(process: Int?)
  /// Something was asked of it while it was not open here: not yet, or no more.
  case journalClosed
  case diskFull
  /// The same of another disk than the journal's, by a folder on it.
  case folderFull(String)
  /// Any other refusal of the system, with its number and the place.
  case systemRefused(String, code: Int)

  // What was asked for
  case noSuchEntry(String)
  /// Less of an id than is asked for, so that a slip names no entry by chance.
  case idTooShort(String)
  /// A file named by the person.
  case fileMissing(String)
  /// A file named by the person that is none of Hearth's.
  case fileForeign(String)
  /// A file that was to be made, and is there already.
  case fileExists(String)
  /// A file that was to be made in a folder that is not there.
  case placeMissing(String)
  /// The beginning of an id that more than one entry has.
  case ambiguousEntry(String, matches: Int)
  /// Nobody is called so.
  case noSuchPerson(String)
  /// Somebody else is called so.
  case nameTaken(String)
  /// A new name with a comma in it.
  case nameHasComma(String)
  case textNotUTF8(byte: Int)
  case textHasNUL(byte: Int)
  case textEmpty
  case dateUnknown(String)
  case dateNonexistent(String)
  /// A date that can be read in two ways; both readings.
  case dateAmbiguous(String, first: String, second: String)
  case configBroken(file: String, line: Int?, what: String)
  /// The config file is written in a way in which the country cannot be set without touching the rest.
  case configUnsafe(file: String, country: String)
  case importBroken(file: String, where: ImportFault.Place, what: ImportFault)
  case countryUnknown(String)

  // The terminal
  case notATerminal
  case terminalUnknown(String)
}
