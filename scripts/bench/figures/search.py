"""Search as it is typed, among 100,000 entries: from a key to its results, beside one rg over the same text."""

from statistics import median

import journals
import ratio
from report import Row, spell
from turns import take

PACE_S = 0.2
BACKSPACE = b"\x7f"


def measure(bench):
    journal = bench.journal(100_000)
    words = journals.words(journal.text, bench.rounds(40, 8))
    tag = journals.commonest_tag(journal.text)
    return [
        *_keys(bench, journal, "a search key", "", words),
        *_keys(bench, journal, "a search key after tag:", f"tag:{tag} ", words[::2]),
    ]


def _keys(bench, journal, what, before, words):
    letters = [(word, place) for word in words for place in range(len(word))]
    with bench.open_list(journal) as program:
        field = Field(program, journal, before)
        contestants = {"ours": field.type, "rg": lambda word, _: bench.grep(journal, word)}
        times = take(contestants, len(letters), lambda look, number: look(*letters[number]), PACE_S, warm_up=0)
    ours, theirs = times["ours"], times["rg"]
    return [
        Row(f"{what}, median", spell(median(ours)), f"{spell(median(theirs))} rg", ratio.of(median, ours, theirs), 0.2),
        Row(f"{what}, worst", spell(max(ours)), f"{spell(median(theirs))} rg", ratio.of(max, ours, theirs, median), 2),
    ]


class Field:
    """The search field of the Journal, with something typed `before` the words."""

    def __init__(self, program, journal, before):
        self._program, self._journal = program, journal
        self._typed = len(journals.RARE) - 1
        # What is missing of the word comes from a text that was found.
        program.press(b"/" + journals.RARE[:-1].encode(), expecting=journals.RARE)
        self._clear()
        program.press(before.encode())

    def type(self, word, place):
        """The letter at that place of the word; before its first, the word before is taken back, unmeasured."""
        if place == 0:
            self._clear()
            journals.remember(self._journal)
        self._typed += 1
        return self._program.ask(word[place].encode()).last

    def _clear(self):
        self._program.press(BACKSPACE * self._typed)
        self._typed = 0
