"""The table: a row for each figure, with its bar."""

from enum import Enum
from typing import NamedTuple

from ratio import Ratio

BAR_CELLS, MOST_CELLS = 8, 14
HEAD = ("what", "ours", "theirs", "ratio (95 %)", "bar", "", "")


class Verdict(Enum):
    """Whether a bar holds: surely, by its middle though not by the whole span, or not."""
    HOLDS = "holds"
    LIKELY = "likely"
    NOT = "no"
    ALONE = "not here"
    FAILED = "not measured"


class Row(NamedTuple):
    """One figure and the bar it must not pass. Without a figure nobody was there to compare with, or it failed."""
    what: str
    ours: str = ""
    theirs: str = ""
    figure: Ratio | None = None
    bar: float = 0
    unit: str = "×"

    @property
    def verdict(self):
        if self.figure is None:
            return Verdict.ALONE if self.ours else Verdict.FAILED
        if self.figure.high <= self.bar:
            return Verdict.HOLDS
        return Verdict.LIKELY if self.figure.value <= self.bar else Verdict.NOT


def spell(nanoseconds):
    """`211 µs`, `2.14 ms`, `1.03 s`."""
    for size, unit in ((1e9, "s"), (1e6, "ms"), (1e3, "µs")):
        if nanoseconds >= size:
            return f"{short(nanoseconds / size)} {unit}"
    return f"{nanoseconds:.0f} ns"


def short(number):
    """Two or three digits that say something."""
    if number >= 100 or number == int(number):
        return f"{number:.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}" if number >= 0.1 else f"{number:.2g}"


def table(rows):
    cells = [HEAD] + [_cells(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in cells]
    return "\n".join([lines[0], "─" * max(map(len, lines)), *lines[1:]])


def _cells(row):
    if row.figure is None:
        return row.what, row.ours, row.theirs, "", "", "", row.verdict.value
    value, low, high = map(short, row.figure)
    span = value if low == high else f"{value} ({low}–{high})"
    return row.what, row.ours, row.theirs, span, f"≤ {short(row.bar)} {row.unit}", picture(row), row.verdict.value


def picture(row):
    """The figure in blocks; the line is where its bar stands."""
    share = row.figure.value / row.bar if row.bar else MOST_CELLS * (row.figure.value > 0)
    filled = min(MOST_CELLS, round(share * BAR_CELLS))
    blocks = ("▇" * filled).ljust(MOST_CELLS)
    return f"{blocks[:BAR_CELLS]}│{blocks[BAR_CELLS:]}".rstrip()
