"""Search among 100,000 entries: each key in the Journal, and the verb, beside one rg over the same text."""

from statistics import median

import command
import journals
import ratio
from report import Row, spell
from turns import take

PACE_S = 0.2
ENTRIES = 100_000
BACKSPACE = b"\x7f"
# What `hearth generate` counts.
COUNTED = {"zephyr": 7, "tag:jubilee": 5}


def measure(bench):
    journal = bench.journal(ENTRIES)
    _check(bench, journal)
    words = journals.words(journal.text, bench.rounds(40, 8))
    tag = journals.commonest_tag(journal.text)
    return [
        *_keys(bench, journal, "a search key", "", words),
        *_keys(bench, journal, "a search key after tag:", f"tag:{tag} ", words[::2]),
        _verb(bench, journal, words),
    ]


def _check(bench, journal):
    """Being fast counts for nothing where not everything is found."""
    for query, count in COUNTED.items():
        _run(bench, [bench.hearth, "search", "--journal", journal.folder, "--format", "short", query])
        found = len((bench.folder / "found").read_text(encoding="utf-8").splitlines())
        if found != count:
            raise command.Failed(f"hearth search {query} found {found} of {count}")


def _keys(bench, journal, what, before, words):
    letters = [(word, place) for word in words for place in range(len(word))]

    def look(contestant, number):
        return contestant(*letters[number])

    with bench.open_list(journal) as program:
        program.press(b"/" + before.encode())
        field = Field(program)
        contestants = {"ours": field.type, "rg": lambda word, _: _grep(bench, journal, word)}
        times = take(contestants, len(letters), look, PACE_S, warm_up=0)
    ours, theirs = times["ours"], times["rg"]
    return [
        Row(f"{what}, median", spell(median(ours)), f"{spell(median(theirs))} rg", ratio.of(median, ours, theirs), 0.2),
        Row(f"{what}, worst", spell(max(ours)), f"{spell(median(theirs))} rg", ratio.of(max, ours, theirs, median), 2),
    ]


class Field:
    """The search field of the Journal, one letter at a time."""

    def __init__(self, program):
        self._program = program
        self._typed = 0

    def type(self, word, place):
        """The letter at that place of the word; before its first, the word before is taken back, unmeasured."""
        if place == 0:
            self._program.press(BACKSPACE * self._typed)
            self._typed = 0
        self._typed += 1
        return self._program.press(word[place].encode()).last


def _verb(bench, journal, words):
    contestants = {
        "ours": lambda word: _run(bench, [bench.hearth, "search", "--journal", journal.folder, word]),
        "rg": lambda word: _grep(bench, journal, word),
    }
    times = take(contestants, len(words), lambda run, number: run(words[number]), warm_up=0)
    ours, theirs = times["ours"], times["rg"]
    return Row("hearth search", spell(median(ours)), f"{spell(median(theirs))} rg", ratio.of_pairs(ours, theirs), 0.5)


def _grep(bench, journal, word):
    return _run(bench, [bench.rg, "--count", "--fixed-strings", word, journal.text])


def _run(bench, words):
    return command.run(words, bench.home, bench.folder / "found")
