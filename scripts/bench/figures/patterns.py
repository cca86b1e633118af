"""How often the patterns page is wrong, about diaries of which the truth is known: made up, and looked at once a week."""

import os
import subprocess
from math import sqrt

from command import Failed
from ratio import Ratio
from report import Row

MAYBE, STEADY = 20, 8
NAMES = {"unrelated": "nothing connected", "weekends": "weekends in common", "drift": "a drift in common",
         "linked": "one link of 0.5", "faint": "one link of 0.35"}


def measure(bench):
    return [row for line in _rehearse(bench).splitlines() for row in _rows(*line.split("\t"))]


def _rehearse(bench):
    words = [str(bench.hearth), "rehearse", "--diaries", str(bench.rounds(1000, 200))]
    environment = {"HOME": str(bench.home), "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
    done = subprocess.run(words, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"hearth rehearse ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def _rows(kind, *counts):
    diaries, maybe, steady, seen, sure = map(int, counts)
    name = NAMES[kind]
    rows = [Row(f"a false \"may be\", {name}", _share(maybe, diaries), "", _span(maybe, diaries), MAYBE, "%"),
            Row(f"a false \"fairly steady\", {name}", _share(steady, diaries), "", _span(steady, diaries), STEADY, "%")]
    if seen:
        rows.append(Row(f"seen, {name}", _share(seen, diaries), f"{_share(sure, diaries)} as steady"))
    return rows


def _share(count, diaries):
    return f"{100 * count / diaries:.1f} of 100"


def _span(count, diaries):
    """The share in percent, with the span in which the truth lies 95 times in 100 (Wilson)."""
    share, width = count / diaries, 1.96 ** 2 / diaries
    middle = (share + width / 2) / (1 + width)
    reach = 1.96 * sqrt(share * (1 - share) / diaries + width / diaries / 4) / (1 + width)
    return Ratio(100 * share, 100 * (middle - reach), 100 * (middle + reach))
