"""Charts over as many days as a life may have: how soon the room stands there, and another span of it."""

from statistics import median

import ratio
from report import Row, spell
from turns import take

ANSWERS = 100_000
OPENING_MS, YEAR_MS, ALL_MS = 50, 16, 100
CHARTS, TODAY, NEXT_TWO, LONGER, SHORTER = b"5", b"1", b"\t\t", b"+", b"-"


def measure(bench):
    with bench.open(bench.answered(ANSWERS)) as program:
        opening = _again(bench, program, TODAY, CHARTS)
        # Two charts on, every day is a square, and a year of them stands there at first.
        program.press(NEXT_TWO)
        year = _again(bench, program, SHORTER, LONGER)
        program.press(LONGER)
        whole = _again(bench, program, SHORTER, LONGER)
    late = ratio.quantile(0.99)
    return [
        _row("Charts, opened", median(opening), OPENING_MS),
        _row("charts, a span up to a year, 99 of 100", late(year), YEAR_MS),
        _row("charts, all of forty years", median(whole), ALL_MS),
    ]


def _again(bench, program, there, back):
    """Nanoseconds until the screen stood there again."""
    def act(_, __):
        program.press(there)
        return program.ask(back).last
    return take({"ours": None}, bench.rounds(100, 20), act, 0.1)["ours"]


def _row(what, nanoseconds, bar):
    return Row(f"{what}, {ANSWERS:,}", spell(nanoseconds), "", ratio.exactly(nanoseconds / 1e6), bar, "ms")
