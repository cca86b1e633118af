"""More at once than a person types: 200 keys in one piece, and a page that is pasted."""

from statistics import median

import ratio
from report import Row, spell
from turns import take

DOWN = b"\x1b[B"
PASTED = 50_000
LARGE = 1_000_000


def measure(bench):
    return [_downs(bench), _pastes(bench)]


def _downs(bench):
    long = bench.file("long.md", bench.prose(LARGE))
    with bench.open_list(bench.journal(100_000)) as ours, bench.open_nano(long) as nano:
        contestants = {"ours": ours, "nano": nano}
        # Downwards all the time, so that the list has to fetch what is older as it goes.
        times = take(contestants, bench.rounds(40, 15), lambda program, _: program.ask(DOWN * 200).last, 0.2)
    return _row("200 times Down at once", times, 3)


def _pastes(bench):
    text = bench.prose(PASTED)
    contestants = {
        # A journal of its own for each page: none finds the draft of the one before.
        "ours": lambda number: bench.open_page(bench.empty(f"pasted-{number}")),
        "nano": lambda _: bench.open_nano(),
    }

    def paste(start, number):
        with start(number) as program:
            return program.paste(text).last

    return _row("a paste of 50 kB", take(contestants, bench.rounds(20, 6), paste), 1.0)


def _row(what, times, bar):
    ours, theirs = times["ours"], times["nano"]
    return Row(what, spell(median(ours)), spell(median(theirs)), ratio.of_pairs(ours, theirs), bar)
