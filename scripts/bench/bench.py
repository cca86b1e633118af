"""What every figure needs: the programs, the journals, and a folder that is gone afterwards."""

import os
import shutil

import command
import journals
from program import Program

LEAVE_HEARTH, LEAVE_NANO = b"\x11", b"\x18"
# Text that stands on the screens of Hearth: in the key bar, which is drawn last.
ROOM_READY, PAGE_READY, WELCOME = "? help", "Esc done", "Welcome"


class Bench:
    """One run. Homes are empty, journals are copies: nothing of the person who measures takes part."""

    def __init__(self, hearth, peers, jrnl, shelf, folder, is_quick, is_full=False):
        self.hearth, self.nano, self.rg, self.jrnl = hearth, peers["nano"], peers["rg"], jrnl
        self.is_quick, self.is_full = is_quick, is_full
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        self.said = folder / "said"
        self.shelf = shelf
        self._journals = {}

    def rounds(self, full, quick):
        return quick if self.is_quick else full

    # MARK: Journals

    def journal(self, entries):
        """A copy with that many entries, welcomed. Figures may write a little into it."""
        return self._once(f"journal-{entries}", lambda place: self._copy(entries, place))

    def _copy(self, entries, place):
        if not entries:
            return journals.Journal(place, None, None)
        return journals.copy(journals.journal(self.hearth, self.shelf, entries), place)

    def _once(self, name, make):
        """What several figures work with is made for the first of them."""
        if name not in self._journals:
            self._journals[name] = make(self.folder / name)
            self._welcome(self._journals[name])
        return self._journals[name]

    def empty(self, name):
        """A welcomed journal of its own without entries."""
        made = journals.Journal(self.folder / name, None, None)
        self._welcome(made)
        return made

    def answered(self, count):
        """A copy of one with that many check-ins and moments, welcomed."""
        made = journals.answered(self.hearth, self.shelf, count)
        return self._once(f"answers-{count}", lambda place: journals.Journal(shutil.copytree(made, place), None, None))

    def sealed(self, name, passphrase):
        """The same, under a passphrase."""
        journal = self.empty(name)
        file = self.file(f"{name}-passphrase", passphrase)
        given = '"$0" passphrase set --journal "$1" --new-passphrase-fd 3 3< "$2"'
        self.run("/bin/sh", "-c", given, self.hearth, journal.folder, file)
        return journal

    def _welcome(self, journal):
        with self.open(journal) as program:
            if WELCOME.encode() in program.opening.bytes:
                # Past the first page, and past what Hearth cannot do.
                program.press(b"s")
                program.press(b"s", expecting=ROOM_READY)
            program.leave()

    # MARK: Programs

    def open(self, journal, ready=ROOM_READY):
        """Hearth, on Today or where it shows `ready`; opened by its bare name, as a person does."""
        return Program([self.hearth], self.home, ready, LEAVE_HEARTH, HEARTH_JOURNAL=str(journal.folder))

    def open_page(self, journal):
        """Hearth, on an empty page."""
        program = self.open(journal)
        program.press(b"n", expecting=PAGE_READY)
        return program

    def open_list(self, journal):
        """Hearth, in the Journal."""
        program = self.open(journal)
        program.press(b"2")
        return program

    def open_nano(self, *files):
        return Program([self.nano, *files], self.home, "^X Exit", LEAVE_NANO)

    # MARK: Commands

    def run(self, *words, input=os.devnull):
        """Nanoseconds it took. What it printed is in `said`."""
        return command.run(words, self.home, self.said, input)

    def add(self, journal, file):
        """Hearth takes in one entry with the text of a file."""
        return self.run(self.hearth, "add", "--journal", journal.folder, input=file)

    def search(self, journal, query):
        """Hearth prints a line for each of the newest 50 that are found."""
        return self.run(self.hearth, "search", "--journal", journal.folder, "--format", "short", "--limit", 50, query)

    def grep(self, journal, word):
        return self.run(self.rg, "--count", "--fixed-strings", word, journal.text)

    # MARK: Text

    def prose(self, length):
        """Made-up text of about that many characters, of whole lines."""
        with self.journal(10_000).text.open(encoding="utf-8") as file:
            text = file.read(length)
        return text[:text.rindex("\n")].rstrip()

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text + "\n", encoding="utf-8")
        return path
